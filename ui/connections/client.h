#pragma once

#include <QString>

#include <string>

namespace ui {

/// What this console calls itself in the receives that it asks for.
inline constexpr const char* ThisConsole = "console";

/// Who received or waits, from what they said of themselves: an address, an actor, "this console",
/// or that it is not known.
[[nodiscard]] QString clientText(const std::string& client);

} // namespace ui
