#include "words.h"

#include "cmq/action.h"
#include "cmq/event.h"
#include "cmq/names.h"
#include "cmq/queuesettings.h"

#include <algorithm>

namespace cmq::scenario {

namespace {

template <std::size_t N>
std::string mustBeOneOf(std::string_view member, const std::array<std::string_view, N>& words)
{
    std::string sentence = '"' + std::string(member) + "\" must be one of";
    for (const std::string_view word : words)
        sentence += ' ' + std::string(word);
    return sentence;
}

bool isActionName(std::string_view name)
{
    for (std::size_t i = 0; i < ActionCount; ++i) {
        if (equalsIgnoringCase(name, actionTraits(i).name))
            return true;
    }
    return false;
}

bool isSetting(std::string_view name)
{
    const auto rules = queueSettingRules();
    return std::ranges::find(rules, name, &QueueSettingRule::name) != rules.end() ||
           name == "maxReceiveCount" || name == "maxTimeToLive";
}

} // namespace

bool isEventName(std::string_view name)
{
    for (int kind = 0; kind <= static_cast<int>(EventKind::DeliveryDropped); ++kind) {
        if (cmq::toString(static_cast<EventKind>(kind)) == name)
            return true;
    }
    return false;
}

std::string problemOf(const Predicate& predicate)
{
    const auto needsAmount = [&]() -> std::string {
        return predicate.amount.isGiven()
                   ? ""
                   : "one of \"is\", \"atLeast\" and \"atMost\" must say how much is wanted";
    };
    const auto needsPlace = [&]() -> std::string {
        return predicate.place.empty() ? "\"in\" must name a queue or topic" : "";
    };
    switch (predicate.kind) {
    case PredicateKind::Counter:
        if (!indexOf(CounterWords, predicate.what))
            return mustBeOneOf("counter", CounterWords);
        return needsPlace() + needsAmount();
    case PredicateKind::Attribute:
        if (predicate.what == "deadLetterQueue")
            return predicate.equals ? needsPlace() : "\"equals\" must name the dead-letter queue";
        if (!isSetting(predicate.what))
            return "\"attribute\" must be a setting of queues, as the API calls it";
        return needsPlace() + needsAmount();
    case PredicateKind::Exists:
        if (!indexOf(ObjectWords, predicate.what))
            return mustBeOneOf("exists", ObjectWords);
        return predicate.name.empty() ? "\"of\" must give the name" : "";
    case PredicateKind::Messages: return needsPlace();
    case PredicateKind::Pending: return needsPlace() + needsAmount();
    case PredicateKind::Events:
        return isEventName(predicate.what) ? "" : "there is no event of that name";
    case PredicateKind::Calls:
        return predicate.what == "any" || isActionName(predicate.what)
                   ? ""
                   : "there is no action of that name";
    case PredicateKind::Receives: return needsAmount();
    case PredicateKind::Effects:
        if (!indexOf(EffectWords, predicate.what))
            return mustBeOneOf("effects", EffectWords);
        return predicate.name.empty() ? "\"of\" must name the consumer" : needsAmount();
    case PredicateKind::Elapsed: return needsAmount();
    case PredicateKind::All:
    case PredicateKind::Any: return predicate.parts.empty() ? "there must be parts" : "";
    case PredicateKind::Not: return predicate.parts.size() == 1 ? "" : "there must be one part";
    }
    return {};
}

} // namespace cmq::scenario
