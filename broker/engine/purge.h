#pragma once

#include "state.h"

namespace cmq::engine {

/// Removes all messages of a queue in whatever state; returns how many there were. Cheap however
/// many they are: the store frees them in slices.
std::int64_t dropAllMessages(const Context& context, Queue& queue);

} // namespace cmq::engine
