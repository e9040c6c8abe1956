#include "script.h"

#include "jsontext.h"
#include "judge.h"
#include "words.h"

#include "cmq/names.h"
#include "wire/codec.h"
#include "wire/json.h"
#include "wire/signature.h"

#include <algorithm>
#include <charconv>

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

std::string secondsText(Milliseconds duration)
{
    std::string text = std::to_string(duration.count() / 1000);
    if (const auto rest = duration.count() % 1000; rest != 0)
        text += '.' + std::to_string(1000 + rest).substr(1);
    return text + " s";
}

Result<Action> removeMessageOf(const CallStep& step)
{
    RemoveMessage action;
    for (const auto& [name, value] : step.parameters) {
        if (name == "queueName")
            action.queueName = value;
        if (name != "entry")
            continue;
        const auto [end, error] =
            std::from_chars(value.data(), value.data() + value.size(), action.entry);
        if (error != std::errc() || end != value.data() + value.size())
            return fail(ErrorId::ParameterType, "entry");
    }
    return action;
}

} // namespace

Result<Action> actionOf(const CallStep& step)
{
    if (equalsIgnoringCase(step.action, "RemoveMessage"))
        return removeMessageOf(step);
    std::vector<wire::FormField> fields{{"Action", step.action}};
    for (const auto& [name, value] : step.parameters)
        fields.push_back({name, value});
    wire::Parameters parameters = wire::viewsOf(fields);
    wire::sortForSignature(parameters);
    return wire::actionFromParameters(parameters);
}

std::string titleOf(const Step& step)
{
    struct Title
    {
        std::string operator()(const CallStep& each) const { return each.action; }
        std::string operator()(const AdvanceStep& each) const
        {
            return "advance " + secondsText(each.duration);
        }
        std::string operator()(const AnswerStep& each) const { return "answer " + each.of; }
        std::string operator()(const FaultStep& each) const
        {
            return "fault " + std::string(toString(each.fault.kind));
        }
        std::string operator()(const ActorStep& each) const { return "actor " + each.actor.name; }
        std::string operator()(const CheckStep&) const { return "check"; }
    };
    return std::visit(Title(), step);
}

Script::Script(World& world, std::string_view by)
    : m_world(world)
    , m_by(by)
{
}

StepVerdict Script::play(const Step& step)
{
    StepVerdict verdict;
    verdict.number = ++m_number;
    verdict.title = titleOf(step);
    verdict.reason = std::visit([this](const auto& each) { return take(each); }, step);
    verdict.isPassed = verdict.reason.empty();
    return verdict;
}

std::vector<StepVerdict> Script::play(const std::vector<Step>& steps)
{
    std::vector<StepVerdict> verdicts;
    for (const Step& step : steps)
        verdicts.push_back(play(step));
    return verdicts;
}

std::string Script::take(const AdvanceStep& step)
{
    return m_world.advanceTo(m_world.now() + step.duration) ? "" : "too much happened on the way";
}

std::string Script::take(const FaultStep& step)
{
    m_world.begin(step.fault, m_by);
    return {};
}

std::string Script::take(const ActorStep& step)
{
    m_world.setActor(step.actor, m_by);
    return {};
}

std::string Script::take(const CheckStep& step)
{
    Finding finding;
    return Judge(m_world).holds(step.predicate, finding) ? "" : toString(finding);
}

std::string Script::take(const CallStep& step)
{
    CallStep filled = step;
    for (auto& [name, value] : filled.parameters)
        value = withSaved(std::move(value));
    Result<Action> action = actionOf(filled);
    if (!action)
        return judge(fail(action.error()), step.expect, step.save);
    const engine::Token token = m_world.call(std::move(*action), m_by);
    if (const auto answer = m_world.takeAnswer(token))
        return judge(*answer, step.expect, step.save);
    if (step.as.empty())
        return "the receive waits; give it a name with \"as\"";
    m_waiting[step.as] = token;
    return {};
}

std::string Script::take(const AnswerStep& step)
{
    const auto token = m_waiting.find(step.of);
    if (token == m_waiting.end())
        return "nothing waits under the name " + step.of;
    const auto answer = m_world.takeAnswer(token->second);
    return answer ? judge(*answer, step.expect, step.save) : "it still waits";
}

/// Compares an answer with what was expected and saves fields of it; the reason of a failure.
std::string Script::judge(const Result<Reply>& result, const Expectations& expect,
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
            return name + " should be " + withSaved(wanted) + " but is " + got.value_or("absent") +
                   "; the answer was " + text;
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

std::string Script::withSaved(std::string text) const
{
    for (const auto& [name, value] : m_saved)
        replaceAll(text, "${" + name + '}', value);
    return text;
}

} // namespace cmq::scenario
