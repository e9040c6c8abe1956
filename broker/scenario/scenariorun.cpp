#include "scenariorun.h"

#include "jsontext.h"
#include "wire/codec.h"
#include "wire/json.h"
#include "wire/signature.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <map>

namespace cmq::scenario {

namespace json = boost::json;

namespace {

/// A field of an answer, by name or, for what lies deeper, by JSON pointer
/// (`/msgInfoList/0/msgId`).
std::optional<std::string> fieldOf(const json::value& answer, const std::string& name)
{
    json::error_code error;
    const std::string pointer = name.starts_with('/') ? name : '/' + name;
    const json::value* field = answer.find_pointer(pointer, error);
    return field ? std::optional(textOf(*field)) : std::nullopt;
}

class Run final
{
public:
    explicit Run(const Scenario& scenario)
        : m_scenario(scenario)
        , m_simulation({}, scenario.seed, scenario.start)
    {
    }

    Verdict run()
    {
        Verdict verdict;
        for (const Step& step : m_scenario.steps) {
            StepVerdict judged = std::visit([this](const auto& each) { return take(each); }, step);
            judged.number = verdict.steps.size() + 1;
            judged.isPassed = judged.reason.empty();
            verdict.steps.push_back(std::move(judged));
        }
        return verdict;
    }

private:
    StepVerdict take(const AdvanceStep& step)
    {
        m_simulation.advance(step.duration);
        return {0, "advance " + std::to_string(step.duration.count()) + " ms", true, {}};
    }

    StepVerdict take(const CallStep& step)
    {
        StepVerdict verdict{0, step.action, true, {}};
        std::vector<wire::FormField> fields{{"Action", step.action}};
        for (const auto& [name, value] : step.parameters)
            fields.push_back({name, withSaved(value)});
        wire::Parameters parameters = wire::viewsOf(fields);
        wire::sortForSignature(parameters);

        Result<Action> action = wire::actionFromParameters(parameters);
        if (!action) {
            verdict.reason = judge(fail(action.error()), step.expect, step.save);
            return verdict;
        }
        const engine::Token token = m_simulation.execute(std::move(*action));
        if (const auto answer = m_simulation.takeAnswer(token))
            verdict.reason = judge(*answer, step.expect, step.save);
        else if (step.as.empty())
            verdict.reason = "the receive waits; give it a name with \"as\"";
        else
            m_waiting[step.as] = token;
        return verdict;
    }

    StepVerdict take(const AnswerStep& step)
    {
        StepVerdict verdict{0, "answer " + step.of, true, {}};
        const auto token = m_waiting.find(step.of);
        if (token == m_waiting.end()) {
            verdict.reason = "nothing waits under the name " + step.of;
            return verdict;
        }
        const auto answer = m_simulation.takeAnswer(token->second);
        verdict.reason = answer ? judge(*answer, step.expect, step.save) : "it still waits";
        return verdict;
    }

    /// Compares an answer with what was expected and saves fields of it; the reason of a failure.
    std::string judge(const Result<Reply>& result, const Expectations& expect,
                      const std::map<std::string, std::string>& save)
    {
        std::string text;
        wire::appendAnswer(text, {++m_requests, {}}, result);
        const auto answer = wire::parseJson(text);
        if (!answer)
            return answer.error().detail;
        for (const auto& [name, wanted] : expect) {
            const auto got = fieldOf(*answer, name);
            if (got != withSaved(wanted))
                return name + " should be " + withSaved(wanted) + " but is " +
                       got.value_or("absent") + "; the answer was " + text;
        }
        // Without an expectation of the code, success is expected.
        if (!expect.contains("code") && fieldOf(*answer, "code") != "0")
            return "the call was refused: " + text;
        for (const auto& [name, field] : save) {
            const auto got = fieldOf(*answer, field);
            if (!got)
                return "there is no " + field + " to save in " + text;
            m_saved[name] = *got;
        }
        return {};
    }

    std::string withSaved(std::string text) const
    {
        for (const auto& [name, value] : m_saved) {
            const std::string place = "${" + name + '}';
            for (auto at = text.find(place); at != std::string::npos;
                 at = text.find(place, at + value.size()))
                text.replace(at, place.size(), value);
        }
        return text;
    }

    const Scenario& m_scenario;
    Simulation m_simulation;
    std::map<std::string, engine::Token> m_waiting;
    std::map<std::string, std::string> m_saved;
    std::uint64_t m_requests = 0;
};

} // namespace

bool Verdict::isPassed() const
{
    return std::ranges::all_of(steps, &StepVerdict::isPassed);
}

Verdict runScenario(const Scenario& scenario)
{
    return Run(scenario).run();
}

std::string toTap(const Verdict& verdict)
{
    std::string tap = "TAP version 13\n1.." + std::to_string(verdict.steps.size()) + '\n';
    for (const StepVerdict& step : verdict.steps) {
        tap += (step.isPassed ? "ok " : "not ok ") + std::to_string(step.number) + " - " +
               step.title + '\n';
        if (!step.isPassed)
            tap += "  ---\n  reason: " + json::serialize(json::value(step.reason)) + "\n  ...\n";
    }
    return tap;
}

} // namespace cmq::scenario
