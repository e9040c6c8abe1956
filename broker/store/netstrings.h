#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cmq::store {

// Lists in one column: `3:red,5:green,`. Private to this room.

[[nodiscard]] std::string toNetstrings(const std::vector<std::string>& list);
/// Empty when the text is no such list; the row's sum tells.
[[nodiscard]] std::vector<std::string> fromNetstrings(std::string_view text);

} // namespace cmq::store
