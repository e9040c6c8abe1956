#include "invariants.h"

#include "timeline.h"
#include "topicinvariants.h"

namespace cmq::engine {

namespace {

std::string brokenTimers(const Queue& queue)
{
    std::set<std::pair<Time, Entry>> timers;
    bool isMissing = false;
    MessageLog::Selection all;
    all.states.fill(true);
    queue.log.visit(all, [&](const Message& message) {
        if (const auto due = message.due())
            timers.emplace(*due, message.entry);
        else if (message.state == MessageState::Delayed || message.state == MessageState::Inactive)
            isMissing = true;
        return true;
    });
    if (isMissing)
        return "a hidden message has no timer";
    return timers == queue.timers ? "" : "the timers are not those of the messages";
}

std::string brokenWaiters(const State& state, const Queue& queue)
{
    if (queue.waiters.size() != queue.waiterDeadlines.size())
        return "waiters and their deadlines differ";
    if (!queue.waiters.empty() && queue.log.count(MessageState::Active) > 0 &&
        state.behaviour.maxInactive == 0)
        return "somebody waits although a message is active";
    for (const auto& [number, waiter] : queue.waiters) {
        const auto place = state.waiting.find(waiter.token);
        if (place == state.waiting.end() || place->second.number != number ||
            place->second.queue != queue.record.key)
            return "a waiter cannot be found by its token";
    }
    return {};
}

std::string brokenQueue(const State& state, const Queue& queue)
{
    if (std::string broken = queue.log.brokenInvariant(); !broken.empty())
        return broken;
    if (std::string broken = brokenTimers(queue); !broken.empty())
        return broken;
    if (std::string broken = brokenWaiters(state, queue); !broken.empty())
        return broken;
    if (queue.registeredDeadline != queueDeadline(queue))
        return "the registered deadline is not the true one";
    const auto name = state.queuesByName.find(queue.name());
    if (name == state.queuesByName.end() || name->second != queue.record.key)
        return "the queue cannot be found by its name";
    for (const QueueKey source : queue.deadLetterSources) {
        const auto found = state.queues.find(source);
        if (found == state.queues.end() || !found->second.settings().deadLetterPolicy ||
            found->second.settings().deadLetterPolicy->deadLetterQueue != queue.name())
            return "a dead-letter source does not name this queue";
    }
    return {};
}

} // namespace

std::string brokenInvariant(const State& state)
{
    std::size_t deadlines = 0;
    std::size_t waiters = 0;
    for (const auto& [key, queue] : state.queues) {
        if (std::string broken = brokenQueue(state, queue); !broken.empty())
            return queue.name() + ": " + broken;
        deadlines += queue.registeredDeadline ? 1U : 0U;
        waiters += queue.waiters.size();
    }
    if (deadlines != state.queueDeadlines.size())
        return "deadlines of queues that do not exist";
    if (waiters != state.waiting.size())
        return "waiters of queues that do not exist";
    if (state.queuesByName.size() != state.queues.size())
        return "names of queues that do not exist";
    return brokenTopics(state);
}

} // namespace cmq::engine
