#include "life.h"

#include "cmq/receipthandle.h"

namespace cmq::engine {

void setTimer(Queue& queue, Message& message, std::optional<Time> due)
{
    if (const auto old = message.due()) {
        if (old == due)
            return;
        queue.timers.erase({*old, message.entry});
    }
    message.setDue(due);
    // The message may round what it is told; its own word is what will be looked for.
    if (const auto kept = message.due())
        queue.timers.emplace_hint(queue.timers.end(), *kept, message.entry);
}

std::optional<Time> deadLetterTime(const Queue& queue, const Message& message)
{
    const auto& policy = queue.settings().deadLetterPolicy;
    if (!policy)
        return std::nullopt;
    if (policy->policy == DeadLetterRule::MaxTimeToLive)
        return message.visibleTime() + policy->maxTimeToLive;
    // A policy may come, or become stricter, after the receives.
    if (message.dequeueCount >= policy->maxReceiveCount)
        return message.visibleTime();
    return std::nullopt;
}

Event messageEvent(EventKind kind, const Queue& queue, const Message& message)
{
    Event event;
    event.kind = kind;
    event.name = queue.name();
    event.msgId = message.msgId;
    event.entry = message.entry;
    event.handleGeneration = message.handleGeneration;
    event.dequeueCount = message.dequeueCount;
    return event;
}

void nameLife(Event& event, const Queue& queue, bool isDeleted)
{
    const QueueSettings& settings = queue.settings();
    const bool isRewind = isDeleted && settings.rewindSeconds <= settings.msgRetentionSeconds;
    event.rule = isRewind ? EventRule::RewindSeconds : EventRule::MsgRetentionSeconds;
    event.value = (isRewind ? settings.rewindSeconds : settings.msgRetentionSeconds).count();
}

MessageLog::Cursor enqueue(const Context& context, Queue& queue, NewMessage arrived)
{
    Message message;
    message.entry = arrived.entry;
    message.msgId = arrived.msgId;
    message.setEnqueueTime(context.now);
    message.bodyBytes = arrived.bodyBytes;
    message.setVisibleTime(context.now + arrived.delay);
    message.state = arrived.delay > Seconds(0) ? MessageState::Delayed : MessageState::Active;

    if (arrived.origin)
        queue.origins.emplace(message.entry, *arrived.origin);
    const MessageLog::Cursor cursor = queue.log.append(message);
    setTimer(queue, *cursor,
             message.state == MessageState::Delayed ? std::optional(message.visibleTime())
                                                    : deadLetterTime(queue, message));
    context.state.messageChanged(queue, *cursor);
    return cursor;
}

ReceivedMessage receive(const Context& context, Queue& queue, const MessageLog::Cursor& cursor,
                        const Receiver& receiver)
{
    Message& message = *cursor;
    ++message.dequeueCount;
    ++message.handleGeneration;
    if (!message.firstDequeueTime())
        message.setFirstDequeueTime(context.now);
    const Time nextVisibleTime = context.now + queue.settings().visibilityTimeout;
    queue.log.setState(cursor, MessageState::Inactive);
    setTimer(queue, message, nextVisibleTime);
    context.state.messageChanged(queue, message);

    if (context.wantsEvents()) {
        Event event = messageEvent(EventKind::Received, queue, message);
        event.rule = EventRule::VisibilityTimeout;
        event.value = queue.settings().visibilityTimeout.count();
        event.until = nextVisibleTime;
        event.count = (context.now - message.visibleTime()).count();
        event.otherEntry = receiver.wait;
        event.otherName = receiver.client;
        context.emit(std::move(event));
    }
    return {std::to_string(message.msgId),
            {},
            toString(ReceiptHandle{message.entry, message.handleGeneration}),
            message.enqueueTime(),
            *message.firstDequeueTime(),
            nextVisibleTime,
            message.dequeueCount};
}

void markDeleted(const Context& context, Queue& queue, const MessageLog::Cursor& cursor,
                 std::string reason)
{
    Message& message = *cursor;
    const Time windowEnd = queue.rewindEnd(message.enqueueTime());
    const bool canRewind = windowEnd > context.now;
    if (context.wantsEvents()) {
        Event event = messageEvent(EventKind::Deleted, queue, message);
        nameLife(event, queue, true);
        event.reason = std::move(reason);
        if (canRewind)
            event.until = windowEnd;
        context.emit(std::move(event));
    }
    setTimer(queue, message, std::nullopt);
    if (canRewind) {
        queue.log.setState(cursor, MessageState::Rewindable);
        context.state.messageChanged(queue, message);
        return;
    }
    context.state.messageErased(message);
    queue.origins.erase(message.entry);
    queue.log.erase(cursor);
}

void becomeActive(const Context& context, Queue& queue, const MessageLog::Cursor& cursor)
{
    Message& message = *cursor;
    if (context.wantsEvents()) {
        const bool isDelay = message.state == MessageState::Delayed;
        Event event = messageEvent(isDelay ? EventKind::DelayEnded : EventKind::VisibilityEnded,
                                   queue, message);
        event.rule = isDelay ? EventRule::DelaySeconds : EventRule::VisibilityTimeout;
        context.emit(std::move(event));
    }
    queue.log.setState(cursor, MessageState::Active);
    setTimer(queue, message, deadLetterTime(queue, message));
}

void rewind(const Context& context, Queue& queue, const MessageLog::Cursor& cursor, Time start)
{
    Message& message = *cursor;
    queue.log.setState(cursor, MessageState::Active);
    resetForRewind(context, queue, message);
    context.state.messageChanged(queue, message);
    if (context.wantsEvents()) {
        Event event = messageEvent(EventKind::Rewound, queue, message);
        event.until = start;
        context.emit(std::move(event));
    }
}

void resetForRewind(const Context& context, Queue& queue, Message& message)
{
    message.dequeueCount = 0;
    message.setFirstDequeueTime(std::nullopt);
    message.setVisibleTime(context.now);
    setTimer(queue, message, deadLetterTime(queue, message));
}

void expire(const Context& context, Queue& queue, const MessageLog::Cursor& cursor, EventKind kind)
{
    Message& message = *cursor;
    if (context.wantsEvents()) {
        Event event = messageEvent(kind, queue, message);
        nameLife(event, queue, kind != EventKind::RetentionEnded);
        context.emit(std::move(event));
    }
    setTimer(queue, message, std::nullopt);
    context.state.messageErased(message);
    queue.origins.erase(message.entry);
    queue.log.erase(cursor);
}

} // namespace cmq::engine
