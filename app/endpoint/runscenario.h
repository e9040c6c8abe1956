#pragma once

#include "options.h"

#include <string>

namespace app {

/// Runs a scenario file and prints the verdict. Returns the program's exit status: 0 passed, 1 did
/// not pass, 2 there is no such file or it is no scenario, and the standard error output says why.
[[nodiscard]] int runScenarioFile(const std::string& path, VerdictFormat format);

} // namespace app
