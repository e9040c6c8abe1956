#pragma once

#include "scenario.h"

#include "cmq/result.h"

#include <string>
#include <string_view>

namespace cmq::scenario {

/// Reads a scenario file, version 1 (docs/scenario.md). Fails with ParametersError and a sentence
/// with the line and the reason; never with anything else, whatever the text. Nothing of it is
/// executed here.
[[nodiscard]] Result<Scenario> parseScenario(std::string_view text);

/// The text of a scenario file that reads as this scenario. Repeated steps are written one by one.
[[nodiscard]] std::string toText(const Scenario& scenario);

} // namespace cmq::scenario
