#pragma once

#include <cstddef>
#include <string_view>

namespace cmq {

/// Whether `text` is well-formed UTF-8 (no surrogates, no overlong forms, at most U+10FFFF).
/// CMQ's API is UTF-8 throughout; anything else is refused (4000/10110).
[[nodiscard]] bool isValidUtf8(std::string_view text);

/// Number of Unicode code points of valid UTF-8: the unit of CMQ's "characters".
[[nodiscard]] std::size_t codePointCount(std::string_view text);

} // namespace cmq
