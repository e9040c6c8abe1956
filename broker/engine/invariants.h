#pragma once

#include "state.h"

#include <string>

namespace cmq::engine {

/// What is wrong inside, in words; empty when everything holds. O(n).
[[nodiscard]] std::string brokenInvariant(const State& state);

} // namespace cmq::engine
