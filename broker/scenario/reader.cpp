#include "fields.h"

#include "reader.h"
#include "words.h"

#include <algorithm>
#include <cmath>

namespace cmq::scenario {

namespace json = boost::json;

namespace {

constexpr std::size_t TextBytesMax = 20'000;

/// `5`, not `5.0`: what JSON calls a number and we a whole one.
std::optional<std::int64_t> wholeNumber(const json::value& value)
{
    if (const auto* number = value.if_int64())
        return *number;
    return std::nullopt;
}

std::string rangeText(std::int64_t min, std::int64_t max)
{
    return std::to_string(min) + " to " + std::to_string(max);
}

/// Every `${i}` of a repeated step is the number of the repetition.
void numberRepetition(Step& step, const std::string& repetition)
{
    if (repetition.empty())
        return;
    if (auto* call = std::get_if<CallStep>(&step)) {
        for (auto& [name, value] : call->parameters)
            replaceAll(value, "${i}", repetition);
        for (auto& [name, value] : call->expect)
            replaceAll(value, "${i}", repetition);
    }
}

} // namespace

void Reader::finish()
{
    for (const auto& member : m_object) {
        if (!m_known.contains(std::string_view(member.key())))
            m_problem.add(m_pointer,
                          "there is nothing called \"" + std::string(member.key()) + "\" here");
    }
}

std::string Reader::at(std::string_view name) const
{
    return m_pointer + '/' + std::string(name);
}

void Reader::wrong(std::string_view name, std::string sentence)
{
    m_problem.add(at(name), '"' + std::string(name) + "\" " + std::move(sentence));
}

const json::value* Reader::find(std::string_view name)
{
    m_known.insert(name);
    return m_object.if_contains(name);
}

const json::array* Reader::findList(std::string_view name, std::size_t max)
{
    const json::value* found = find(name);
    if (!found)
        return nullptr;
    const json::array* list = found->if_array();
    if (!list) {
        wrong(name, "must be a list");
        return nullptr;
    }
    if (list->size() > max) {
        wrong(name, "has more than " + std::to_string(max) + " entries");
        return nullptr;
    }
    return list;
}

void Reader::version(std::string_view name, std::int64_t known)
{
    const json::value* found = find(name);
    const auto number = found ? wholeNumber(*found) : std::nullopt;
    if (!number)
        m_problem.add(m_pointer, "this is not a scenario: it has no \"" + std::string(name) + '"');
    else if (*number != known)
        wrong(name, "is version " + std::to_string(*number) + " of scenario files; version " +
                        std::to_string(known) + " can be read");
}

void Reader::text(std::string_view name, std::string& value, std::string_view)
{
    const json::value* found = find(name);
    if (!found)
        return;
    if (!found->is_string())
        wrong(name, "must be a text");
    else
        value = textOf(*found);
}

void Reader::name(std::string_view name, std::string& value)
{
    text(name, value);
    if (value.empty())
        wrong(name, "must not be empty");
}

void Reader::text(std::string_view name, std::optional<std::string>& value)
{
    if (m_object.contains(name))
        text(name, value.emplace());
    else
        m_known.insert(name);
}

void Reader::readTexts(const json::value& value, const std::string& where, Texts& texts)
{
    if (value.is_string()) { // who writes for one language only
        texts["en"] = textOf(value);
        return;
    }
    const json::object* object = value.if_object();
    if (!object) {
        m_problem.add(where, "must be a text, or an object of texts by language");
        return;
    }
    for (const auto& member : *object) {
        const bool isText =
            member.value().is_string() && member.value().get_string().size() <= TextBytesMax;
        if (!isText || member.key().size() > 10 || object->size() > 20)
            m_problem.add(where, "must have a text of at most " + std::to_string(TextBytesMax) +
                                     " bytes for each language");
        else
            texts[std::string(member.key())] = textOf(member.value());
    }
}

void Reader::texts(std::string_view name, Texts& value)
{
    if (const json::value* found = find(name))
        readTexts(*found, at(name), value);
}

void Reader::textsList(std::string_view name, std::vector<Texts>& value)
{
    const json::array* list = findList(name, ListMax);
    for (std::size_t i = 0; list && i < list->size(); ++i)
        readTexts((*list)[i], at(name) + '/' + std::to_string(i), value.emplace_back());
}

void Reader::strings(std::string_view name, std::vector<std::string>& value)
{
    const json::array* list = findList(name, ListMax);
    for (std::size_t i = 0; list && i < list->size(); ++i) {
        if (!(*list)[i].is_string())
            wrong(name, "must be a list of texts");
        else
            value.push_back(textOf((*list)[i]));
    }
}

void Reader::number(std::string_view name, std::int64_t& value, std::int64_t min, std::int64_t max,
                    std::int64_t)
{
    std::optional<std::int64_t> read;
    number(name, read, min, max);
    value = read.value_or(value);
}

void Reader::number(std::string_view name, std::optional<std::int64_t>& value, std::int64_t min,
                    std::int64_t max)
{
    const json::value* found = find(name);
    if (!found)
        return;
    const auto number = wholeNumber(*found);
    if (!number || *number < min || *number > max)
        wrong(name, "must be a whole number, " + rangeText(min, max));
    else
        value = number;
}

void Reader::seconds(std::string_view name, Milliseconds& value, std::int64_t maxSeconds,
                     Milliseconds, Milliseconds min)
{
    const json::value* found = find(name);
    if (!found)
        return;
    double number = -1;
    if (found->is_double())
        number = found->get_double();
    else if (found->is_int64())
        number = static_cast<double>(found->get_int64());
    // Written so that what is not a number fails, too.
    if (!(number >= static_cast<double>(min.count()) / 1000) ||
        !(number <= static_cast<double>(maxSeconds)))
        wrong(name, "must be a number of seconds, " +
                        (min.count() > 0 ? std::string("0.001") : std::string("0")) + " to " +
                        std::to_string(maxSeconds));
    else
        value = Milliseconds(std::llround(number * 1000));
}

void Reader::wholeSeconds(std::string_view name, Seconds& value, std::int64_t max)
{
    std::int64_t read = value.count();
    number(name, read, 0, max);
    value = Seconds(read);
}

/// A number is how long it takes each time.
void Reader::workTime(std::string_view name, WorkTime& value)
{
    const json::value* found = m_object.if_contains(name);
    if (!found || found->is_object())
        return object(name, value);
    seconds(name, value.least, 86400);
    value.most = value.least;
}

void Reader::instant(std::string_view name, Time& value)
{
    constexpr std::int64_t latest = 4'102'444'800; // the year 2100
    std::int64_t read = toUnixSeconds(value);
    number(name, read, 0, latest);
    value = fromUnixSeconds(read);
}

void Reader::flag(std::string_view name, bool& value, bool)
{
    const json::value* found = find(name);
    if (!found)
        return;
    if (!found->is_bool())
        wrong(name, "must be true or false");
    else
        value = found->get_bool();
}

/// Null if it is not there, or is something else, which is said.
const json::object* Reader::findObject(std::string_view name)
{
    const json::value* found = find(name);
    if (!found)
        return nullptr;
    const json::object* object = found->if_object();
    if (object && object->size() <= ListMax)
        return object;
    wrong(name, "must be an object with at most " + std::to_string(ListMax) + " members");
    return nullptr;
}

void Reader::map(std::string_view name, std::map<std::string, std::string>& value)
{
    const json::object* object = findObject(name);
    if (!object)
        return;
    for (const auto& member : *object)
        value.emplace(member.key(), textOf(member.value()));
}

/// The parameters of a call; an array becomes `name.1`, `name.2` …
void Reader::parameters(std::string_view name,
                        std::vector<std::pair<std::string, std::string>>& value)
{
    const json::object* object = findObject(name);
    if (!object)
        return;
    for (const auto& member : *object) {
        if (member.key().find('.') != json::string_view::npos)
            wrong(name, "has a numbered parameter, which must be written as a list");
        const json::array* list = member.value().if_array();
        if (!list) {
            value.emplace_back(member.key(), textOf(member.value()));
            continue;
        }
        if (list->size() > ListMax)
            wrong(name, "has a list of more than " + std::to_string(ListMax) + " entries");
        for (std::size_t i = 0; i < std::min(list->size(), ListMax); ++i)
            value.emplace_back(std::string(member.key()) + '.' + std::to_string(i + 1),
                               textOf((*list)[i]));
    }
}

void Reader::word(std::string_view name, FaultKind& kind)
{
    std::string word;
    text(name, word);
    if (const auto index = indexOf(FaultWords, word))
        kind = static_cast<FaultKind>(*index);
    else
        wrong(name, "must be throttle, heapFull, lostReply, clockJump, restart or receiverDown");
}

void Reader::kind(Predicate& predicate)
{
    for (std::size_t i = 0; i < PredicateWords.size(); ++i) {
        const std::string_view word = PredicateWords[i];
        const json::value* value = m_object.if_contains(word);
        if (!value)
            continue;
        m_known.insert(word);
        predicate.kind = static_cast<PredicateKind>(i);
        switch (predicate.kind) {
        case PredicateKind::Messages: return strings(word, predicate.bodies);
        case PredicateKind::All:
        case PredicateKind::Any: return objects(word, predicate.parts, 20);
        case PredicateKind::Not:
            return readObject(*value, at(word), predicate.parts.emplace_back());
        case PredicateKind::Pending: return text(word, predicate.name);
        default: return text(word, predicate.what);
        }
    }
    m_problem.add(m_pointer, "a check must have counter, attribute, exists, messages, pending, "
                             "events, calls, receives, effects, elapsed, all, any or not");
}

void Reader::checkPredicate(const Predicate& predicate)
{
    if (std::string sentence = problemOf(predicate); !sentence.empty())
        m_problem.add(m_pointer, std::move(sentence));
}

void Reader::role(std::variant<Producer, Consumer, Receiver>& role)
{
    if (m_object.contains("producer"))
        object("producer", role.emplace<Producer>());
    else if (m_object.contains("consumer"))
        object("consumer", role.emplace<Consumer>());
    else if (m_object.contains("receiver"))
        object("receiver", role.emplace<Receiver>());
    else
        m_problem.add(m_pointer, "an actor must have \"producer\", \"consumer\" or \"receiver\"");
}

void Reader::steps(std::string_view name, std::vector<Step>& value)
{
    if (const json::value* found = find(name))
        readSteps(*found, at(name), value, {});
}

void Reader::readSteps(const json::value& value, const std::string& where, std::vector<Step>& steps,
                       const std::string& repetition)
{
    const json::array* list = value.if_array();
    if (!list) {
        m_problem.add(where, "steps must be a list");
        return;
    }
    for (std::size_t i = 0; i < list->size() && m_problem.sentence.empty(); ++i)
        readStep((*list)[i], where + '/' + std::to_string(i), steps, repetition);
}

void Reader::readStep(const json::value& value, const std::string& where, std::vector<Step>& steps,
                      const std::string& repetition)
{
    const json::object* object = value.if_object();
    if (!object) {
        m_problem.add(where, "a step must be an object");
        return;
    }
    if (steps.size() >= ScenarioStepsMax) {
        m_problem.add(where, "there are more than " + std::to_string(ScenarioStepsMax) +
                                 " steps, with their repetitions");
        return;
    }
    if (object->contains("repeat")) {
        Reader reader(*object, where, m_problem);
        std::int64_t times = 0;
        reader.number("repeat", times, 1, static_cast<std::int64_t>(ScenarioStepsMax));
        const json::value* repeated = reader.find("steps");
        reader.finish();
        if (!repeated)
            m_problem.add(where, "\"steps\" must say what is repeated");
        for (std::int64_t i = 1; repeated && i <= times && m_problem.sentence.empty(); ++i)
            readSteps(*repeated, where + "/steps", steps, std::to_string(i));
        return;
    }
    Step step;
    if (object->contains("call"))
        readObject(value, where, step.emplace<CallStep>());
    else if (object->contains("advance"))
        readObject(value, where, step.emplace<AdvanceStep>());
    else if (object->contains("answer"))
        readObject(value, where, step.emplace<AnswerStep>());
    else if (object->contains("fault"))
        readObject(value, where, step.emplace<FaultStep>());
    else if (object->contains("actor"))
        readObject(value, where, step.emplace<ActorStep>());
    else if (object->contains("check"))
        readObject(value, where, step.emplace<CheckStep>());
    else
        m_problem.add(where, "a step must have \"call\", \"advance\", \"answer\", \"fault\", "
                             "\"actor\", \"check\" or \"repeat\"");
    numberRepetition(step, repetition);
    steps.push_back(std::move(step));
}

} // namespace cmq::scenario
