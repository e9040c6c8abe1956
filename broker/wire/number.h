#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cmq::wire {

/// Beyond this a number is cut: far outside of every range that CMQ knows, so that validation
/// refuses it, and small enough for a count of seconds to become milliseconds.
inline constexpr std::int64_t NumberMax = 1'000'000'000'000'000;

/// A decimal integer, `-?[0-9]+`, and nothing around it; cut to ±NumberMax.
[[nodiscard]] inline std::optional<std::int64_t> parseNumber(std::string_view text)
{
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    if (digits.empty() || digits.find_first_not_of("0123456789") != digits.npos)
        return std::nullopt;
    std::int64_t value = 0;
    const auto status = std::from_chars(text.data(), text.data() + text.size(), value).ec;
    if (status == std::errc::result_out_of_range || value > NumberMax || value < -NumberMax)
        return text.starts_with('-') ? -NumberMax : NumberMax;
    return value;
}

/// A decimal unsigned 64-bit integer: Timestamp, Nonce, clientRequestId.
[[nodiscard]] inline std::optional<std::uint64_t> parseUnsigned(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || status != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace cmq::wire
