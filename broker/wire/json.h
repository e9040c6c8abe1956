#pragma once

#include "cmq/result.h"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace cmq::wire {

/// Deepest nesting that is read; an answer of CMQ has three levels.
inline constexpr std::size_t JsonDepthMax = 32;

/// Appends `text`, which is UTF-8, as a JSON string.
void appendJsonString(std::string& out, std::string_view text);

/// Reads one JSON text, strictly: UTF-8, nothing behind it, no comments.
/// Fails with ConnectionFailed and a sentence that says where it is wrong.
[[nodiscard]] Result<boost::json::value> parseJson(std::string_view text,
                                                   boost::json::storage_ptr storage = {});

/// What a client makes of an answer that it cannot use: it may have happened all the same.
[[nodiscard]] Error notUnderstood(std::string detail);

} // namespace cmq::wire
