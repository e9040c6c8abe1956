// Scenario files from anywhere: reading one never crashes and never takes long, what is read is
// written and read again as the same, and a small one can be run.
#include "scenario/scenariofile.h"
#include "scenario/scenariorun.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace cmq::scenario;

namespace {

/// A fuzzer finds the longest way to do nothing: time and repetition are kept short here.
bool isShort(const Scenario& scenario)
{
    const auto isFew = [](const std::vector<Step>& steps) {
        cmq::Milliseconds time{0};
        for (const Step& step : steps) {
            if (const auto* advance = std::get_if<AdvanceStep>(&step))
                time += advance->duration;
        }
        return steps.size() < 100 && time < cmq::Seconds(60);
    };
    return isFew(scenario.setup) && isFew(scenario.steps) && scenario.actors.empty() &&
           !scenario.lesson;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto scenario =
        parseScenario(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!scenario)
        return 0;
    const auto again = parseScenario(toText(*scenario));
    if (!again && toText(*scenario).size() < ScenarioBytesMax)
        std::abort();
    if (isShort(*scenario))
        (void)runScenario(*scenario);
    return 0;
}
