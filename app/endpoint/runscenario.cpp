#include "runscenario.h"

#include "scenario/scenariofile.h"
#include "scenario/scenariorun.h"

#include <cstdio>
#include <fstream>

namespace app {

int runScenarioFile(const std::string& path, VerdictFormat format)
{
    constexpr int wrongUse = 2;
    std::ifstream file(path, std::ios::binary);
    // One byte more than allowed, so that what is too long is seen to be.
    std::string text(cmq::scenario::ScenarioBytesMax + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!file.is_open() || file.bad()) {
        std::fprintf(stderr, "cmq-endpoint: the scenario %s cannot be read\n", path.c_str());
        return wrongUse;
    }
    text.resize(static_cast<std::size_t>(file.gcount()));
    const auto scenario = cmq::scenario::parseScenario(text);
    if (!scenario) {
        std::fprintf(stderr, "cmq-endpoint: %s: %s\n", path.c_str(),
                     scenario.error().detail.c_str());
        return wrongUse;
    }
    const cmq::scenario::Verdict verdict = cmq::scenario::runScenario(*scenario);
    const std::string report = format == VerdictFormat::Tap
                                   ? toTap(verdict)
                                   : toJunit(verdict, scenario->id.empty() ? path : scenario->id);
    std::fwrite(report.data(), 1, report.size(), stdout);
    return verdict.isPassed() ? 0 : 1;
}

} // namespace app
