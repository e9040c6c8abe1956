#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cmq::scenario {

/// A way into a JSON text: the names of members, and places in lists as numbers from "0".
using JsonPath = std::vector<std::string>;

/// The line (1 is the first) where the value at `path` begins in a text that is valid JSON; where
/// that is not there, the line of the value that should have it. Cost: linear.
[[nodiscard]] int jsonLine(std::string_view text, const JsonPath& path);

/// The line of a byte; behind the end, the last one.
[[nodiscard]] int lineOfByte(std::string_view text, std::size_t offset);

} // namespace cmq::scenario
