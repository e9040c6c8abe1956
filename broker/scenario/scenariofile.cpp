// The table first: the reader and the writer look it up by argument.
#include "fields.h"

#include "scenariofile.h"

#include "jsonline.h"
#include "jsontext.h"
#include "reader.h"
#include "writer.h"

#include <boost/json/stream_parser.hpp>

#include <algorithm>
#include <set>

namespace cmq::scenario {

namespace json = boost::json;

namespace {

constexpr std::size_t DepthMax = 32;

tl::unexpected<Error> wrong(int line, const std::string& reason)
{
    return fail(ErrorId::ParametersError, {}, "line " + std::to_string(line) + ": " + reason);
}

/// The steps of a JSON pointer.
JsonPath pathOf(std::string_view pointer)
{
    JsonPath path;
    while (!pointer.empty()) {
        pointer.remove_prefix(1); // the slash
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        path.emplace_back(pointer.substr(0, end));
        pointer.remove_prefix(end);
    }
    return path;
}

Result<json::value> parseText(std::string_view text)
{
    if (text.size() > ScenarioBytesMax)
        return wrong(1, "the file has " + std::to_string(text.size()) + " bytes, more than " +
                            std::to_string(ScenarioBytesMax));
    json::parse_options options;
    options.max_depth = DepthMax;
    json::stream_parser parser({}, options);
    json::error_code error;
    const std::size_t used = parser.write_some(text.data(), text.size(), error);
    if (error)
        return wrong(lineOfByte(text, used), error.message());
    const bool hasRest = text.find_first_not_of(" \t\r\n", used) != std::string_view::npos;
    if (!hasRest && !parser.done())
        parser.finish(error);
    if (error || hasRest)
        return wrong(lineOfByte(text, used),
                     hasRest ? "there is something behind the scenario" : "the file is cut");
    return parser.release();
}

/// What no single member can tell.
void checkWhole(const Scenario& scenario, Problem& problem)
{
    std::set<std::string> names;
    for (std::size_t i = 0; i < scenario.actors.size(); ++i) {
        const std::string where = "/actors/" + std::to_string(i);
        const Actor& actor = scenario.actors[i];
        if (actor.name.empty() || actor.name == "you" || !names.insert(actor.name).second)
            problem.add(where, "each actor needs a name of its own, and not \"you\"");
        const auto* producer = std::get_if<Producer>(&actor.role);
        if (producer && producer->queue.empty() == producer->topic.empty())
            problem.add(where, "a producer has either a \"queue\" or a \"topic\"");
    }
    names.clear();
    for (std::size_t i = 0; i < scenario.checks.size(); ++i) {
        const Check& check = scenario.checks[i];
        if (check.id.empty() || !names.insert(check.id).second)
            problem.add("/checks/" + std::to_string(i), "each check needs an \"id\" of its own");
    }
    if (!scenario.lesson)
        return;
    for (std::size_t i = 0; i < scenario.lesson->wrong.size(); ++i) {
        if (!names.contains(scenario.lesson->wrong[i].unmet))
            problem.add("/lesson/wrong/" + std::to_string(i),
                        "\"unmet\" must be the \"id\" of a check");
    }
    for (std::size_t i = 0; i < scenario.lesson->questions.size(); ++i) {
        const Question& question = scenario.lesson->questions[i];
        if (question.answer > static_cast<std::int64_t>(question.choices.size()))
            problem.add("/lesson/questions/" + std::to_string(i),
                        "\"answer\" must be the number of a choice");
    }
}

} // namespace

Result<Scenario> parseScenario(std::string_view text)
{
    const auto parsed = parseText(text);
    if (!parsed)
        return fail(parsed.error());
    const json::object* object = parsed->if_object();
    if (!object)
        return wrong(1, "this is not a scenario: it is no object");
    Scenario scenario;
    Problem problem;
    Reader reader(*object, {}, problem);
    describe(reader, scenario);
    reader.finish();
    checkWhole(scenario, problem);
    if (!problem.sentence.empty())
        return wrong(jsonLine(text, pathOf(problem.pointer)),
                     (problem.pointer.empty() ? "" : problem.pointer + ": ") + problem.sentence);
    return scenario;
}

std::string toText(const Scenario& scenario)
{
    Writer writer;
    describe(writer, scenario);
    return prettyText(writer.take());
}

} // namespace cmq::scenario
