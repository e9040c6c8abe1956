#pragma once

#include "cmq/action.h"
#include "cmq/error.h"

#include <string>
#include <string_view>

namespace cmq::wire {

// CMQ's errors in the words of API 3.0 and back. Private to this room.

/// API 3.0's code: the error's own, else the one for what it means.
[[nodiscard]] std::string_view cloudCode(const Error& error);

/// CMQ's words with the module code, and for people who write clients what was wrong.
[[nodiscard]] std::string cloudMessage(const Error& error);

/// What API 3.0 answered to `action`. The words tell CMQ's error where they have its module code,
/// else the code and the action do. Keeps the code.
[[nodiscard]] Error errorFromCloud(const Action& action, std::string_view code,
                                   std::string_view message);

} // namespace cmq::wire
