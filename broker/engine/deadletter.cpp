#include "deadletter.h"

#include "life.h"

#include "cmq/names.h"

namespace cmq::engine {

namespace {

constexpr Seconds RetryPause{1};

/// Messages that were there before the queue became a dead-letter queue are consumed first.
bool hasOlderMessages(Queue& target)
{
    const auto first = target.log.first(MessageLog::Lane::Undeleted);
    return first && (*first)->entry <= target.record.deadLetterBarrier;
}

/// Why the dead-letter queue cannot take a message now, put into the event; false when it can.
bool isBlocked(Queue* target, Event& event)
{
    if (!target) {
        event.rule = EventRule::DeadLetterQueueMissing;
        event.reason = "the dead-letter queue does not exist";
    } else if (target->log.undeletedCount() >= target->settings().maxMsgHeapNum) {
        event.rule = EventRule::DeadLetterQueueFull;
        event.value = target->settings().maxMsgHeapNum;
        event.reason = "the dead-letter queue is full";
    } else if (hasOlderMessages(*target)) {
        event.rule = EventRule::DeadLetterQueueOccupied;
        event.reason = "messages from before it became a dead-letter queue must be consumed first";
    }
    return event.rule != EventRule::None;
}

/// The policy that a message is moved by.
void namePolicy(Event& event, const DeadLetterPolicy& policy)
{
    const bool isCount = policy.policy == DeadLetterRule::MaxReceiveCount;
    event.rule = isCount ? EventRule::MaxReceiveCount : EventRule::MaxTimeToLive;
    event.value = isCount ? policy.maxReceiveCount : policy.maxTimeToLive.count();
}

} // namespace

std::string deadLetterReason(const Context& context, const Queue& queue, const Message& message,
                             bool isVisibilityEnd)
{
    const auto& policy = queue.settings().deadLetterPolicy;
    if (!policy)
        return {};
    if (policy->policy == DeadLetterRule::MaxReceiveCount) {
        // A blocked move is tried again though no visibility period ends.
        if (!isVisibilityEnd && message.state != MessageState::Active)
            return {};
        if (message.dequeueCount < policy->maxReceiveCount)
            return {};
        return "received " + std::to_string(message.dequeueCount) +
               " times without being deleted; maxReceiveCount is " +
               std::to_string(policy->maxReceiveCount);
    }
    if (context.now < message.visibleTime() + policy->maxTimeToLive)
        return {};
    return "not deleted for " + std::to_string(policy->maxTimeToLive.count()) +
           " s since it became visible; that is maxTimeToLive";
}

void moveToDeadLetter(const Context& context, Queue& queue, const MessageLog::Cursor& cursor,
                      std::string reason)
{
    Queue* target = context.state.deadLetterQueueOf(queue);
    if (Event blocked; isBlocked(target, blocked)) {
        Message& message = *cursor;
        if (message.state != MessageState::Active)
            becomeActive(context, queue, cursor);
        setTimer(queue, message, context.now + RetryPause);
        if (context.wantsEvents()) {
            Event event = messageEvent(EventKind::DeadLetterBlocked, queue, message);
            event.rule = blocked.rule;
            event.value = blocked.value;
            event.otherName = queue.settings().deadLetterPolicy->deadLetterQueue;
            event.until = context.now + RetryPause;
            event.reason = std::move(blocked.reason);
            context.emit(std::move(event));
        }
        return;
    }

    const Message message = *cursor;
    MessageOrigin origin{queue.name(), message.enqueueTime(), message.dequeueCount};
    const Entry entry = context.state.takeNumber();
    Event left = messageEvent(EventKind::DeadLettered, queue, message);
    setTimer(queue, *cursor, std::nullopt);
    context.state.messageMovedAway(message);
    queue.origins.erase(message.entry);
    queue.log.erase(cursor);

    const auto moved =
        enqueue(context, *target, {message.msgId, entry, message.bodyBytes, Seconds(0), origin});
    if (context.wantsEvents()) {
        left.otherName = target->name();
        left.otherEntry = entry;
        left.reason = std::move(reason);
        namePolicy(left, *queue.settings().deadLetterPolicy);
        Event arrived = messageEvent(EventKind::DeadLetterArrived, *target, *moved);
        arrived.otherName = queue.name();
        arrived.otherEntry = message.entry;
        context.emit(std::move(left));
        context.emit(std::move(arrived));
    }
}

std::optional<Error> checkDeadLetterTarget(State& state, const Queue* queue,
                                           const DeadLetterPolicy& policy)
{
    const Queue* target = state.findQueue(policy.deadLetterQueue);
    if (!target)
        return makeError(ErrorId::DeadLetterQueueNotFound, "deadLetterQueue",
                         '\'' + policy.deadLetterQueue + "' does not exist");
    if (target == queue || target->settings().deadLetterPolicy)
        return makeError(ErrorId::DeadLetterNested, "deadLetterQueue",
                         '\'' + policy.deadLetterQueue + "' has a dead-letter queue itself");
    if (queue && !queue->deadLetterSources.empty())
        return makeError(ErrorId::DeadLetterNested, "deadLetterQueue",
                         '\'' + queue->name() + "' is a dead-letter queue");
    const bool isBound = queue && target->deadLetterSources.contains(queue->record.key);
    if (!isBound && target->deadLetterSources.size() >= DeadLetterSourcesMax)
        return makeError(ErrorId::DeadLetterBoundTooOften, "deadLetterQueue",
                         '\'' + policy.deadLetterQueue + "' already serves 6 queues");
    return std::nullopt;
}

void bindDeadLetter(const Context& context, Queue& queue)
{
    Queue* target = context.state.deadLetterQueueOf(queue);
    if (!target)
        return;
    if (target->deadLetterSources.empty()) {
        target->record.deadLetterBarrier = target->log.lastEntry();
        context.state.queueChanged(*target);
    }
    target->deadLetterSources.insert(queue.record.key);
}

void unbindDeadLetter(const Context& context, Queue& queue)
{
    if (Queue* target = context.state.deadLetterQueueOf(queue))
        target->deadLetterSources.erase(queue.record.key);
}

} // namespace cmq::engine
