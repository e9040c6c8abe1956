#pragma once

#include "scenariofile.h"
#include "simulation.h"

#include <optional>
#include <string>
#include <vector>

namespace cmq::scenario {

/// What became of a step.
struct StepVerdict
{
    std::size_t number = 0; ///< 1 is the first
    std::string title;      ///< `SendMessage`, `advance 30 s`
    bool isPassed = true;
    std::string reason; ///< of a failure: what was expected, and what was there instead
};

/// What became of a scenario.
struct Verdict
{
    std::vector<StepVerdict> steps;
    [[nodiscard]] bool isPassed() const;
};

/// Runs a scenario on a broker of its own that starts empty. Deterministic: equal scenarios have
/// equal verdicts. It goes on after a failed step, so that one run tells all.
[[nodiscard]] Verdict runScenario(const Scenario& scenario);

/// The verdict in the Test Anything Protocol, version 13.
[[nodiscard]] std::string toTap(const Verdict& verdict);

} // namespace cmq::scenario
