#pragma once

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace cmq::scenario {

/// A value as CMQ's parameters and answers write it: a string without its quotes, all else as JSON.
[[nodiscard]] inline std::string textOf(const boost::json::value& value)
{
    if (const auto* text = value.if_string())
        return std::string(*text);
    return boost::json::serialize(value);
}

inline void replaceAll(std::string& text, std::string_view place, std::string_view value)
{
    for (auto at = text.find(place); at != std::string::npos;
         at = text.find(place, at + value.size()))
        text.replace(at, place.size(), value);
}

/// A JSON text for people: short lists and objects on a line, others indented.
[[nodiscard]] std::string prettyText(const boost::json::value& value);

} // namespace cmq::scenario
