#include "suggestions.h"

#include "judge.h"
#include "receipts.h"

#include <map>

namespace cmq::scenario {

namespace {

Check checkOf(Predicate predicate, const std::string& id)
{
    Check check;
    check.id = id;
    check.predicate = std::move(predicate);
    return check;
}

void addQueue(std::vector<Check>& checks, const QueueAttributes& queue)
{
    Predicate counter;
    counter.kind = PredicateKind::Counter;
    counter.place = queue.queueName;
    counter.what = "activeMsgNum";
    counter.amount.is = queue.activeMsgNum;
    checks.push_back(checkOf(counter, queue.queueName + "-visible"));
    counter.what = "inactiveMsgNum";
    counter.amount.is = queue.inactiveMsgNum;
    checks.push_back(checkOf(counter, queue.queueName + "-in-flight"));
    Predicate visibility;
    visibility.kind = PredicateKind::Attribute;
    visibility.place = queue.queueName;
    visibility.what = "visibilityTimeout";
    visibility.amount.is = queue.settings.visibilityTimeout.count();
    checks.push_back(checkOf(visibility, queue.queueName + "-visibility"));
    if (queue.settings.deadLetterPolicy) {
        Predicate deadLetters;
        deadLetters.kind = PredicateKind::Attribute;
        deadLetters.place = queue.queueName;
        deadLetters.what = "deadLetterQueue";
        deadLetters.equals = queue.settings.deadLetterPolicy->deadLetterQueue;
        checks.push_back(checkOf(deadLetters, queue.queueName + "-dead-letters"));
    }
}

} // namespace

std::vector<Check> suggestedChecks(const World& world)
{
    std::vector<Check> checks;
    std::map<std::pair<std::string, std::string>, std::int64_t> counts;
    world.events().forEach([&](const World::Seen& seen) {
        if (!seen.isBeforeStart)
            ++counts[{seen.event.name, std::string(toString(seen.event.kind))}];
    });
    for (const auto& [what, count] : counts) {
        Predicate events;
        events.kind = PredicateKind::Events;
        events.place = what.first;
        events.what = what.second;
        events.amount.atLeast = count;
        checks.push_back(checkOf(events, what.first + '-' + what.second));
    }
    for (const QueueAttributes& queue : queuesOf(world))
        addQueue(checks, queue);
    for (const Actor& actor : world.actors()) {
        if (!std::holds_alternative<Consumer>(actor.role))
            continue;
        Predicate repeated;
        repeated.kind = PredicateKind::Effects;
        repeated.name = actor.name;
        repeated.what = "repeated";
        repeated.amount.is = 0;
        Finding finding;
        if (Judge(world).holds(repeated, finding))
            checks.push_back(checkOf(repeated, actor.name + "-once"));
    }
    return checks;
}

} // namespace cmq::scenario
