#pragma once

#include "scenario.h"
#include "world.h"

#include <vector>

namespace cmq::scenario {

/// What the person has done in a world since its start, as steps that do it again: calls, the time
/// between them, faults, changed actors. Receipt handles are written as what an earlier receive
/// saved, and calls that were refused expect their code.
[[nodiscard]] std::vector<Step> recordedSteps(const World& world);

/// The same to be played at the very same beginning, one by one: what was is what will be, so
/// receipt handles are written as they are, and nothing is expected.
[[nodiscard]] std::vector<Step> stepsToResume(const World& world);

} // namespace cmq::scenario
