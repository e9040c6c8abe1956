#include "judge.h"

#include "words.h"

#include "cmq/names.h"
#include "wire/codec.h"

#include <algorithm>
#include <set>

namespace cmq::scenario {

namespace {

/// How much is enough where a file says nothing.
Amount amountOf(const Predicate& predicate)
{
    Amount amount = predicate.amount;
    if (amount.isGiven())
        return amount;
    if (predicate.kind == PredicateKind::Exists)
        amount.is = 1;
    else
        amount.atLeast = 1;
    return amount;
}

bool names(const Predicate& predicate, const Event& event)
{
    return (predicate.place.empty() || event.name == predicate.place) &&
           (predicate.other.empty() || event.otherName == predicate.other);
}

std::string joined(const std::vector<std::string>& texts)
{
    std::string line;
    for (const std::string& text : texts)
        line += (line.empty() ? "" : ", ") + text;
    return line;
}

/// The queue, topic or what else an action names first.
bool isOf(const Action& action, const Predicate& predicate)
{
    const auto fields = wire::toParameters(action);
    const auto valueOf = [&](std::string_view name) -> const std::string* {
        const auto found =
            std::ranges::find_if(fields, [&](const auto& field) { return field.name == name; });
        return found == fields.end() ? nullptr : &found->value;
    };
    if (!predicate.place.empty()) {
        const std::string* queue = valueOf("queueName");
        const std::string* topic = valueOf("topicName");
        if (!(queue && *queue == predicate.place) && !(topic && *topic == predicate.place))
            return false;
    }
    return std::ranges::all_of(predicate.with, [&](const auto& wanted) {
        const std::string* value = valueOf(wanted.first);
        return value && *value == wanted.second;
    });
}

} // namespace

Judge::Judge(const World& world)
    : m_world(world)
    , m_copy(world.simulation())
{
}

template <ActionType A>
Result<typename A::Reply> Judge::ask(A action)
{
    auto answer = m_copy.takeAnswer(m_copy.execute(Action(std::move(action))));
    if (!answer || !*answer)
        return fail(answer ? answer->error() : makeError(ErrorId::InternalError));
    return std::get<typename A::Reply>(std::move(**answer));
}

bool Judge::holds(const Predicate& predicate, Finding& finding)
{
    switch (predicate.kind) {
    case PredicateKind::All:
        return std::ranges::all_of(predicate.parts,
                                   [&](const Predicate& part) { return holds(part, finding); });
    case PredicateKind::Any:
        return std::ranges::any_of(predicate.parts,
                                   [&](const Predicate& part) { return holds(part, finding); });
    case PredicateKind::Not: {
        const bool isHeld = holds(predicate.parts.front(), finding);
        finding.predicate = predicate.parts.front();
        finding.isNegated = true;
        return !isHeld;
    }
    case PredicateKind::Messages:
        finding = {predicate, 0, {}, false, false};
        return messagesAre(predicate, finding);
    case PredicateKind::Attribute:
        finding = {predicate, 0, {}, false, false};
        finding.found = attribute(predicate, finding);
        if (finding.isMissing)
            return false;
        return predicate.equals ? finding.foundText == *predicate.equals
                                : predicate.amount.holds(finding.found);
    default: break;
    }
    finding = {predicate, 0, {}, false, false};
    finding.found = measure(predicate, finding);
    finding.predicate.amount = amountOf(predicate);
    return !finding.isMissing && finding.predicate.amount.holds(finding.found);
}

std::int64_t Judge::measure(const Predicate& predicate, Finding& finding)
{
    switch (predicate.kind) {
    case PredicateKind::Counter: return counter(predicate, finding);
    case PredicateKind::Exists: return exists(predicate);
    case PredicateKind::Pending: return pending(predicate, finding);
    case PredicateKind::Events: return events(predicate);
    case PredicateKind::Calls: return calls(predicate);
    case PredicateKind::Receives: return receives(predicate);
    case PredicateKind::Effects: return effects(predicate);
    case PredicateKind::Elapsed:
        return std::chrono::floor<Seconds>(m_world.now() - m_world.startTime()).count();
    default: return 0;
    }
}

std::int64_t Judge::counter(const Predicate& predicate, Finding& finding)
{
    const auto queue = ask(GetQueueAttributes{predicate.place});
    finding.isMissing = !queue;
    if (!queue)
        return 0;
    switch (*indexOf(CounterWords, predicate.what)) {
    case 0: return queue->delayMsgNum;
    case 1: return queue->activeMsgNum;
    case 2: return queue->inactiveMsgNum;
    default: return queue->rewindmsgNum;
    }
}

std::int64_t Judge::attribute(const Predicate& predicate, Finding& finding)
{
    const auto queue = ask(GetQueueAttributes{predicate.place});
    finding.isMissing = !queue;
    if (!queue)
        return 0;
    const auto& policy = queue->settings.deadLetterPolicy;
    if (predicate.what == "deadLetterQueue") {
        finding.foundText = policy ? policy->deadLetterQueue : std::string();
        return 0;
    }
    if (predicate.what == "maxReceiveCount")
        return policy ? policy->maxReceiveCount : 0;
    if (predicate.what == "maxTimeToLive")
        return policy ? policy->maxTimeToLive.count() : 0;
    return queueSettingRule(predicate.what).get(queue->settings);
}

std::int64_t Judge::exists(const Predicate& predicate)
{
    if (predicate.what == "queue")
        return ask(GetQueueAttributes{predicate.name}) ? 1 : 0;
    if (predicate.what == "topic")
        return ask(GetTopicAttributes{predicate.name}) ? 1 : 0;
    return ask(GetSubscriptionAttributes{predicate.place, predicate.name}) ? 1 : 0;
}

std::int64_t Judge::pending(const Predicate& predicate, Finding& finding)
{
    const auto subscription = ask(GetSubscriptionAttributes{predicate.place, predicate.name});
    finding.isMissing = !subscription;
    return subscription ? subscription->msgCount : 0;
}

std::int64_t Judge::events(const Predicate& predicate)
{
    std::set<std::uint64_t> ids;
    if (!predicate.body.empty()) {
        m_world.bodies().forEach([&](const auto& sent) {
            if (sent.second == predicate.body)
                ids.insert(sent.first);
        });
    }
    std::int64_t count = 0;
    m_world.events().forEach([&](const World::Seen& seen) {
        if (!seen.isBeforeStart && toString(seen.event.kind) == predicate.what &&
            names(predicate, seen.event) &&
            (predicate.body.empty() || ids.contains(seen.event.msgId)))
            ++count;
    });
    return count;
}

std::int64_t Judge::calls(const Predicate& predicate)
{
    const std::string_view by = predicate.by.empty() ? You : std::string_view(predicate.by);
    std::int64_t count = 0;
    m_world.deeds().forEach([&](const Deed& deed) {
        const bool isAction = predicate.what == "any" ||
                              equalsIgnoringCase(actionTraits(deed.action).name, predicate.what);
        if (isAction && deed.by == by && (!predicate.code || deed.code == *predicate.code) &&
            (!predicate.isWaited || deed.isWaiting) && isOf(deed.action, predicate))
            ++count;
    });
    return count;
}

std::int64_t Judge::receives(const Predicate& predicate)
{
    std::map<std::pair<std::string, std::uint64_t>, std::int64_t> counts;
    std::int64_t most = 0;
    m_world.events().forEach([&](const World::Seen& seen) {
        if (!seen.isBeforeStart && seen.event.kind == EventKind::Received &&
            names(predicate, seen.event))
            most = std::max(most, ++counts[{seen.event.name, seen.event.msgId}]);
    });
    return most;
}

std::int64_t Judge::effects(const Predicate& predicate)
{
    std::int64_t all = 0, repeated = 0, different = 0;
    for (const auto& [body, count] : m_world.effectsOf(predicate.name)) {
        if (!predicate.body.empty() && body != predicate.body)
            continue;
        all += count;
        repeated += count > 1;
        ++different;
    }
    return predicate.what == "all" ? all : predicate.what == "repeated" ? repeated : different;
}

bool Judge::messagesAre(const Predicate& predicate, Finding& finding)
{
    PeekMessages look;
    look.queueName = predicate.place;
    look.states = {MessageState::Delayed, MessageState::Active, MessageState::Inactive};
    look.limit = 10'000;
    look.withBodies = true;
    const auto page = ask(std::move(look));
    finding.isMissing = !page;
    if (!page)
        return false;
    std::vector<std::string> there;
    for (const PeekedMessage& message : page->messages)
        there.push_back(message.msgBody);
    std::vector<std::string> wanted = predicate.bodies;
    std::ranges::sort(there);
    std::ranges::sort(wanted);
    finding.found = std::ssize(there);
    there.resize(std::min<std::size_t>(there.size(), 10));
    finding.foundText = joined(there);
    return std::ssize(wanted) == finding.found &&
           there == std::vector(wanted.begin(), wanted.begin() + std::ssize(there));
}

std::vector<CheckVerdict> judge(const World& world, const std::vector<Check>& checks)
{
    Judge judge(world);
    std::vector<CheckVerdict> verdicts;
    for (const Check& check : checks) {
        CheckVerdict verdict{check.id, false, {}};
        verdict.isMet = judge.holds(check.predicate, verdict.finding);
        verdicts.push_back(std::move(verdict));
    }
    return verdicts;
}

namespace {

std::string toString(const Amount& amount)
{
    std::string text;
    const auto add = [&](std::string_view word, const std::optional<std::int64_t>& number) {
        if (number)
            text += (text.empty() ? "" : " and ") + std::string(word) + std::to_string(*number);
    };
    add("", amount.is);
    add("at least ", amount.atLeast);
    add("at most ", amount.atMost);
    return text;
}

/// What was measured.
std::string subjectOf(const Predicate& predicate)
{
    const std::string in = predicate.place.empty() ? "" : " in " + predicate.place;
    const std::string body = predicate.body.empty() ? "" : " of \"" + predicate.body + '"';
    switch (predicate.kind) {
    case PredicateKind::Counter:
    case PredicateKind::Attribute: return predicate.what + " of " + predicate.place;
    case PredicateKind::Exists: return "the number of " + predicate.what + "s " + predicate.name;
    case PredicateKind::Messages: return "the messages" + in;
    case PredicateKind::Pending:
        return "the number of messages that wait for " + predicate.name + in;
    case PredicateKind::Events: return "the number of " + predicate.what + " events" + in + body;
    case PredicateKind::Calls:
        return "the number of calls of " + predicate.what + in +
               (predicate.code ? " that were answered with " + std::to_string(*predicate.code)
                               : std::string());
    case PredicateKind::Receives: return "the most receives of one message" + in;
    case PredicateKind::Effects:
        return "the number of " + predicate.what + " effects of " + predicate.name + body;
    case PredicateKind::Elapsed: return "the seconds since the start";
    default: return "it";
    }
}

} // namespace

std::string toString(const Finding& finding)
{
    const Predicate& predicate = finding.predicate;
    const std::string subject = subjectOf(predicate);
    if (finding.isMissing)
        return "there is no " +
               (predicate.kind == PredicateKind::Pending ? predicate.name + " in " : "") +
               predicate.place;
    const std::string verb = finding.isNegated ? " should not be " : " should be ";
    if (predicate.kind == PredicateKind::Messages)
        return subject + verb + '[' + joined(predicate.bodies) + "] but are [" + finding.foundText +
               ']';
    if (predicate.equals)
        return subject + verb + '"' + *predicate.equals + "\" but is \"" + finding.foundText + '"';
    return subject + verb + toString(predicate.amount) + " but is " + std::to_string(finding.found);
}

} // namespace cmq::scenario
