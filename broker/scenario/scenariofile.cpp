#include "scenariofile.h"

#include "jsontext.h"

#include <boost/json/serialize.hpp>
#include <boost/json/stream_parser.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace cmq::scenario {

namespace json = boost::json;

namespace {

constexpr int Version = 1;
constexpr std::size_t DepthMax = 16;

tl::unexpected<Error> wrong(std::string detail)
{
    return fail(ErrorId::ParametersError, {}, std::move(detail));
}

int lineOf(std::string_view text, std::size_t position)
{
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, position), '\n'));
}

Result<json::value> parseText(std::string_view text)
{
    if (text.size() > ScenarioBytesMax)
        return wrong("the file has " + std::to_string(text.size()) + " bytes, more than " +
                     std::to_string(ScenarioBytesMax));
    json::parse_options options;
    options.max_depth = DepthMax;
    json::stream_parser parser({}, options);
    json::error_code error;
    const std::size_t used = parser.write_some(text.data(), text.size(), error);
    if (error)
        return wrong("line " + std::to_string(lineOf(text, used)) + ": " + error.message());
    const bool hasRest = text.find_first_not_of(" \t\r\n", used) != std::string_view::npos;
    if (!hasRest && !parser.done())
        parser.finish(error);
    if (error || hasRest)
        return wrong("line " + std::to_string(lineOf(text, used)) + ": " +
                     (hasRest ? "there is something behind the scenario" : "the file is cut"));
    return parser.release();
}

/// A field's text as the API's parameters and our expectations have it.
std::optional<std::string> textMember(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    return value && value->is_string() ? std::optional(textOf(*value)) : std::nullopt;
}

Result<std::map<std::string, std::string>> textMap(const json::object& object,
                                                   std::string_view name)
{
    std::map<std::string, std::string> map;
    const json::value* value = object.if_contains(name);
    if (!value)
        return map;
    if (!value->is_object())
        return wrong('"' + std::string(name) + "\" must be an object");
    for (const auto& member : value->get_object())
        map.emplace(member.key(), textOf(member.value()));
    return map;
}

/// The parameters of a call; an array becomes `name.1`, `name.2` …
Result<std::vector<std::pair<std::string, std::string>>> parametersOf(const json::object& object)
{
    std::vector<std::pair<std::string, std::string>> parameters;
    const json::value* with = object.if_contains("with");
    if (!with)
        return parameters;
    if (!with->is_object())
        return wrong("\"with\" must be an object");
    for (const auto& member : with->get_object()) {
        if (const auto* list = member.value().if_array()) {
            int index = 0;
            for (const json::value& element : *list)
                parameters.emplace_back(std::string(member.key()) + '.' + std::to_string(++index),
                                        textOf(element));
        } else {
            parameters.emplace_back(member.key(), textOf(member.value()));
        }
    }
    return parameters;
}

Result<Step> parseCall(const json::object& object, std::string action)
{
    CallStep step;
    step.action = std::move(action);
    auto parameters = parametersOf(object);
    if (!parameters)
        return fail(parameters.error());
    auto save = textMap(object, "save");
    if (!save)
        return fail(save.error());
    auto expect = textMap(object, "expect");
    if (!expect)
        return fail(expect.error());
    step.parameters = std::move(*parameters);
    step.save = std::move(*save);
    step.expect = std::move(*expect);
    step.as = textMember(object, "as").value_or(std::string());
    return step;
}

Result<Step> parseAnswer(const json::object& object, std::string of)
{
    auto save = textMap(object, "save");
    if (!save)
        return fail(save.error());
    auto expect = textMap(object, "expect");
    if (!expect)
        return fail(expect.error());
    return AnswerStep{std::move(of), std::move(*save), std::move(*expect)};
}

Result<Step> parseAdvance(const json::value& value)
{
    double seconds = -1;
    if (value.is_double())
        seconds = value.get_double();
    else if (value.is_int64())
        seconds = static_cast<double>(value.get_int64());
    if (!(seconds >= 0) || seconds > static_cast<double>(ScenarioAdvanceMax.count()))
        return wrong("\"advance\" must be a number of seconds, 0 to " +
                     std::to_string(ScenarioAdvanceMax.count()));
    return AdvanceStep{Milliseconds(std::llround(seconds * 1000))};
}

Result<Step> parseStep(const json::value& value)
{
    const json::object* object = value.if_object();
    if (!object)
        return wrong("a step must be an object");
    if (auto action = textMember(*object, "call"))
        return parseCall(*object, std::move(*action));
    if (auto of = textMember(*object, "answer"))
        return parseAnswer(*object, std::move(*of));
    if (const json::value* advance = object->if_contains("advance"))
        return parseAdvance(*advance);
    return wrong("a step must have \"call\", \"answer\" or \"advance\"");
}

Result<void> parseSteps(const json::object& object, Scenario& scenario)
{
    const json::value* steps = object.if_contains("steps");
    if (!steps || !steps->is_array())
        return wrong("\"steps\" must be an array");
    if (steps->get_array().size() > ScenarioStepsMax)
        return wrong("there are more than " + std::to_string(ScenarioStepsMax) + " steps");
    for (const json::value& each : steps->get_array()) {
        auto step = parseStep(each);
        if (!step)
            return wrong("step " + std::to_string(scenario.steps.size() + 1) + ": " +
                         step.error().detail);
        scenario.steps.push_back(std::move(*step));
    }
    return {};
}

} // namespace

Result<Scenario> parseScenario(std::string_view text)
{
    const auto parsed = parseText(text);
    if (!parsed)
        return fail(parsed.error());
    const json::object* object = parsed->if_object();
    const json::value* version = object ? object->if_contains("cmqScenario") : nullptr;
    if (!version || !version->is_int64())
        return wrong("this is not a scenario: it has no \"cmqScenario\"");
    if (version->get_int64() != Version)
        return wrong("this is version " + std::to_string(version->get_int64()) +
                     " of scenario files; version 1 can be read");

    Scenario scenario;
    auto title = textMap(*object, "title");
    if (!title)
        return fail(title.error());
    scenario.title = std::move(*title);
    if (const json::value* seed = object->if_contains("seed")) {
        if (!seed->is_int64() || seed->get_int64() < 0)
            return wrong("\"seed\" must be a whole number, 0 or more");
        scenario.seed = static_cast<std::uint64_t>(seed->get_int64());
    }
    if (const json::value* start = object->if_contains("start")) {
        constexpr std::int64_t latest = 4'102'444'800; // the year 2100
        if (!start->is_int64() || start->get_int64() < 0 || start->get_int64() > latest)
            return wrong("\"start\" must be Unix seconds, 0 to " + std::to_string(latest));
        scenario.start = fromUnixSeconds(start->get_int64());
    }
    if (auto steps = parseSteps(*object, scenario); !steps)
        return fail(steps.error());
    return scenario;
}

} // namespace cmq::scenario
