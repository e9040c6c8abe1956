#pragma once

#include "state.h"

#include <string>

namespace cmq::engine {

/// The part of `brokenInvariant` about topics, subscriptions, deliveries and shared bodies. O(n).
[[nodiscard]] std::string brokenTopics(const State& state);

} // namespace cmq::engine
