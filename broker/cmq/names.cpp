#include "names.h"

#include <algorithm>

namespace cmq {

namespace {

// The C library's functions depend on the locale; names are ASCII.
constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool sameLetter(char left, char right)
{
    return toLower(left) == toLower(right);
}

} // namespace

bool isValidName(std::string_view name)
{
    if (name.empty() || name.size() > NameMaxLength || !isLetter(name.front()))
        return false;
    return std::ranges::all_of(
        name, [](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
}

bool equalsIgnoringCase(std::string_view left, std::string_view right)
{
    return std::ranges::equal(left, right, sameLetter);
}

bool LessIgnoringCase::operator()(std::string_view left, std::string_view right) const
{
    return std::ranges::lexicographical_compare(
        left, right, [](char l, char r) { return toLower(l) < toLower(r); });
}

bool containsIgnoringCase(std::string_view name, std::string_view word)
{
    return std::search(name.begin(), name.end(), word.begin(), word.end(), sameLetter) !=
               name.end() ||
           word.empty();
}

} // namespace cmq
