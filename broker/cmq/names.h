#pragma once

#include <cstddef>
#include <string_view>

namespace cmq {

/// Longest name of a queue, topic or subscription, in characters (all of them ASCII).
inline constexpr std::size_t NameMaxLength = 64;

/// Whether `name` can name a queue, topic or subscription: `^[A-Za-z][A-Za-z0-9_-]{0,63}$`.
/// Source: CMQ API, CreateQueue; `_` as the topic guide and the Go SDK allow it.
[[nodiscard]] bool isValidName(std::string_view name);

/// The lower case of an ASCII letter; any other byte as it is.
[[nodiscard]] constexpr char toLower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Names that differ only in case may not coexist, but look-ups are exact.
/// Source: CMQ guide, create a queue.
[[nodiscard]] bool equalsIgnoringCase(std::string_view left, std::string_view right);

/// Orders names without regard to case; for sets that refuse case twins.
struct LessIgnoringCase
{
    using is_transparent = void;
    [[nodiscard]] bool operator()(std::string_view left, std::string_view right) const;
};

/// ListQueue's and ListTopic's fuzzy match: `word` occurs in `name`, case ignored.
/// An empty word matches everything.
[[nodiscard]] bool containsIgnoringCase(std::string_view name, std::string_view word);

} // namespace cmq
