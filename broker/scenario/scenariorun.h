#pragma once

#include "judge.h"
#include "script.h"

#include <string>
#include <string_view>
#include <vector>

namespace cmq::scenario {

/// What became of a scenario: its steps, then its checks; of a lesson, what proves it.
struct Verdict
{
    std::vector<StepVerdict> steps;
    [[nodiscard]] bool isPassed() const;
};

/// A world at the scenario's start: its setup is done.
/// Fails when a step of the setup does.
[[nodiscard]] Result<World> startOf(const Scenario& scenario);

/// Runs a scenario on a broker of its own that starts empty. Deterministic: equal scenarios have
/// equal verdicts. It goes on after a failed step, so that one run tells all.
///
/// A lesson is proved instead: it begins, doing nothing does not reach its goal (neither at once
/// nor in the time its solution takes), its solution does, each of its wrong ways fails with the
/// check it names, and the right answers to its questions are right.
[[nodiscard]] Verdict runScenario(const Scenario& scenario);

/// Whether every check of a scenario is met.
[[nodiscard]] bool isMet(const std::vector<CheckVerdict>& verdicts);

/// The verdict in the Test Anything Protocol, version 13.
[[nodiscard]] std::string toTap(const Verdict& verdict);
/// The verdict as JUnit's XML, as build servers read it.
[[nodiscard]] std::string toJunit(const Verdict& verdict, std::string_view suiteName);

} // namespace cmq::scenario
