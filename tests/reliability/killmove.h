#pragma once

#include "cmq/queueactions.h"

#include <string>

/// What tst_killmove and the process that it kills agree on.
namespace kill9 {

inline constexpr const char* MoveSource = "orders";
inline constexpr const char* MoveTarget = "archive";
inline constexpr int MovedMessages = 1000;

/// What the child says on its way.
inline constexpr char SomeMoved = '.';
inline constexpr char AllMoved = '!';

} // namespace kill9
