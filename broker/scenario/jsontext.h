#pragma once

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <string>

namespace cmq::scenario {

/// A value as CMQ's parameters and answers write it: a string without its quotes, all else as JSON.
[[nodiscard]] inline std::string textOf(const boost::json::value& value)
{
    if (const auto* text = value.if_string())
        return std::string(*text);
    return boost::json::serialize(value);
}

} // namespace cmq::scenario
