#pragma once

#include "scenario/scenario.h"

#include <cstddef>
#include <vector>

namespace ui {

/// What was done in a sandbox since its beginning.
struct Recording
{
    /// With the same beginning, and what was done in the branch that is shown as its steps.
    cmq::scenario::Scenario scenario;
    struct Branch
    {
        std::size_t number = 0; ///< 1 is the first
        std::vector<cmq::scenario::Step> steps;
    };
    std::vector<Branch> others; ///< what was done in the other branches
};

} // namespace ui
