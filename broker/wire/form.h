#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cmq::wire {

/// A decoded parameter. The views point into the text that was decoded, or into what was encoded.
struct Parameter
{
    std::string_view name;
    std::string_view value;
    friend bool operator==(const Parameter&, const Parameter&) = default;
};

using Parameters = std::vector<Parameter>;

/// The same with text of its own, for requests under construction.
struct FormField
{
    std::string name;
    std::string value;
    friend bool operator==(const FormField&, const FormField&) = default;
};

/// Most parameters of a request. The largest CMQ action has 16 bodies and a dozen others.
inline constexpr std::size_t ParametersMax = 256;

/// Decodes `application/x-www-form-urlencoded` in place: `text` is overwritten, `parameters` is
/// replaced by views into it. Never fails on strange escapes (`%`, `%zz` stand for themselves), as
/// the URL standard wants it; bytes may come out that are not UTF-8, which is for the caller to
/// judge. Empty pairs are skipped, duplicates kept, the order is the text's.
///
/// Returns false when there are more than ParametersMax; the first of them are in `parameters`.
/// Cost: one pass, no allocation beyond the vector's.
/// By hand, because Boost.URL refuses what this format tolerates.
[[nodiscard]] bool decodeForm(std::span<char> text, Parameters& parameters);

/// Appends `text` form-url-encoded: letters, digits and `-._~` as they are, space as `+`.
void appendFormEncoded(std::string& out, std::string_view text);

[[nodiscard]] std::string encodeForm(std::span<const FormField> fields);

/// Views of `fields`, valid as long as those are not changed.
[[nodiscard]] Parameters viewsOf(std::span<const FormField> fields);

} // namespace cmq::wire
