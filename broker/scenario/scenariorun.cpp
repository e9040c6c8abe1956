#include "scenariorun.h"

#include <algorithm>

namespace cmq::scenario {

namespace {

class Proof final
{
public:
    Proof(const Scenario& scenario, Verdict& verdict)
        : m_scenario(scenario)
        , m_verdict(verdict)
    {
    }

    void add(std::string title, std::string reason)
    {
        const bool isPassed = reason.empty();
        m_verdict.steps.push_back(
            {m_verdict.steps.size() + 1, std::move(title), isPassed, std::move(reason)});
    }
    void addAll(const std::vector<StepVerdict>& steps)
    {
        for (const StepVerdict& step : steps)
            add(step.title, step.reason);
    }
    void addChecks(const World& world)
    {
        const auto verdicts = judge(world, m_scenario.checks);
        for (const CheckVerdict& each : verdicts)
            add("check " + each.id, each.isMet ? "" : toString(each.finding));
    }

    void prove(const World& start, const Lesson& lesson)
    {
        add("doing nothing does not reach the goal", nothing(start));
        World solved = start;
        Script script(solved);
        add("the solution can be played", firstReason(script.play(lesson.solution)));
        add("the solution reaches the goal", firstUnmet(solved));
        World idle = start;
        idle.advanceTo(solved.now());
        add("waiting does not reach the goal", nothing(idle));
        int number = 0;
        for (const WrongWay& way : lesson.wrong)
            add("wrong way " + std::to_string(++number), wrongWay(start, way));
        number = 0;
        for (const Question& question : lesson.questions) {
            World world = start;
            add("question " + std::to_string(++number),
                firstReason(Script(world).play(question.proof)));
        }
    }

private:
    [[nodiscard]] std::string nothing(const World& world) const
    {
        return isMet(judge(world, m_scenario.checks)) ? "every check is met already" : "";
    }
    static std::string firstReason(const std::vector<StepVerdict>& steps)
    {
        for (const StepVerdict& step : steps) {
            if (!step.isPassed)
                return "step " + std::to_string(step.number) + ", " + step.title + ": " +
                       step.reason;
        }
        return {};
    }
    [[nodiscard]] std::string firstUnmet(const World& world) const
    {
        for (const CheckVerdict& each : judge(world, m_scenario.checks)) {
            if (!each.isMet)
                return "check " + each.id + ": " + toString(each.finding);
        }
        return {};
    }
    [[nodiscard]] std::string wrongWay(const World& start, const WrongWay& way) const
    {
        World world = start;
        if (std::string reason = firstReason(Script(world).play(way.steps)); !reason.empty())
            return reason;
        const auto verdicts = judge(world, m_scenario.checks);
        const auto named = std::ranges::find(verdicts, way.unmet, &CheckVerdict::id);
        if (named == verdicts.end())
            return "there is no check " + way.unmet;
        return named->isMet ? "check " + way.unmet + " is met, which should say why it is wrong"
                            : "";
    }

    const Scenario& m_scenario;
    Verdict& m_verdict;
};

std::string xmlText(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default:
            // XML has no other control characters.
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
                out += c;
        }
    }
    return out;
}

/// As a quoted YAML text on one line.
std::string yamlText(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20)
            out += c;
    }
    return out + '"';
}

} // namespace

bool Verdict::isPassed() const
{
    return std::ranges::all_of(steps, &StepVerdict::isPassed);
}

bool isMet(const std::vector<CheckVerdict>& verdicts)
{
    return std::ranges::all_of(verdicts, &CheckVerdict::isMet);
}

Result<World> startOf(const Scenario& scenario)
{
    World world(scenario);
    Script script(world, "setup");
    for (const StepVerdict& step : script.play(scenario.setup)) {
        if (!step.isPassed)
            return fail(ErrorId::ParametersError, {},
                        "step " + std::to_string(step.number) + " of the setup, " + step.title +
                            ": " + step.reason);
    }
    world.start(scenario);
    return world;
}

Verdict runScenario(const Scenario& scenario)
{
    Verdict verdict;
    Proof proof(scenario, verdict);
    auto start = startOf(scenario);
    proof.add("setup", start ? "" : start.error().detail);
    if (!start)
        return verdict;
    if (scenario.lesson) {
        proof.prove(*start, *scenario.lesson);
        return verdict;
    }
    Script script(*start);
    proof.addAll(script.play(scenario.steps));
    proof.addChecks(*start);
    return verdict;
}

std::string toTap(const Verdict& verdict)
{
    std::string tap = "TAP version 13\n1.." + std::to_string(verdict.steps.size()) + '\n';
    for (const StepVerdict& step : verdict.steps) {
        tap += (step.isPassed ? "ok " : "not ok ") + std::to_string(step.number) + " - " +
               step.title + '\n';
        if (!step.isPassed)
            tap += "  ---\n  reason: " + yamlText(step.reason) + "\n  ...\n";
    }
    return tap;
}

std::string toJunit(const Verdict& verdict, std::string_view suiteName)
{
    const auto failures =
        std::ranges::count_if(verdict.steps, [](const auto& step) { return !step.isPassed; });
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"" +
                      xmlText(suiteName) + "\" tests=\"" + std::to_string(verdict.steps.size()) +
                      "\" failures=\"" + std::to_string(failures) + "\">\n";
    for (const StepVerdict& step : verdict.steps) {
        xml += "  <testcase classname=\"" + xmlText(suiteName) + "\" name=\"" +
               std::to_string(step.number) + ' ' + xmlText(step.title) + '"';
        if (step.isPassed)
            xml += "/>\n";
        else
            xml += ">\n    <failure message=\"" + xmlText(step.reason) + "\"/>\n  </testcase>\n";
    }
    return xml + "</testsuite>\n";
}

} // namespace cmq::scenario
