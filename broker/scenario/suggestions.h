#pragma once

#include "scenario.h"
#include "world.h"

#include <vector>

namespace cmq::scenario {

/// Checks that hold in a world as it is: what whoever makes a lesson of it may want to ask for.
/// Each has an id and no texts.
[[nodiscard]] std::vector<Check> suggestedChecks(const World& world);

} // namespace cmq::scenario
