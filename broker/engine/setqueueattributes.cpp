#include "queueactions.h"

#include "bulk.h"
#include "deadletter.h"
#include "life.h"
#include "queuelookup.h"
#include "timeline.h"

#include "cmq/validation.h"

namespace cmq::engine {

namespace {

/// Turning the rewind off empties its area at once. Source: CMQ guide, message rewind.
void dropRewindable(const Context& context, Queue& queue)
{
    if (isRewindableBulk(queue.log, Time::max()))
        purgeRewindArea(context, queue, Time::max());
    while (const auto cursor = queue.log.first(MessageLog::Lane::Rewindable))
        expire(context, queue, *cursor, EventKind::RewindTurnedOff);
}

/// A new policy holds for what is active already.
void judgeActive(Queue& queue)
{
    queue.log.visitActive(
        [&](Message& message) { setTimer(queue, message, deadLetterTime(queue, message)); });
}

std::string_view deadLetterQueueName(const QueueSettings& settings)
{
    return settings.deadLetterPolicy ? std::string_view(settings.deadLetterPolicy->deadLetterQueue)
                                     : std::string_view();
}

} // namespace

Result<QueueSettingsReply> execute(const Context& context, SetQueueAttributes&& action)
{
    const auto found = settledQueue(context, action.queueName);
    if (!found)
        return fail(found.error());
    Queue& queue = **found;

    const QueueSettings before = queue.settings();
    const QueueSettings after = apply(action.change, before);
    if (auto error = checkQueueSettings(after, context.state.behaviour))
        return fail(std::move(*error));
    if (action.change.deadLetterPolicy) {
        if (auto error = checkDeadLetterTarget(context.state, &queue, *after.deadLetterPolicy))
            return fail(std::move(*error));
    }

    // A new policy with the same dead-letter queue does not make it one anew.
    const bool hasNewTarget = deadLetterQueueName(before) != deadLetterQueueName(after);
    if (hasNewTarget)
        unbindDeadLetter(context, queue);
    queue.record.settings = after;
    queue.record.lastModifyTime = context.now;
    if (hasNewTarget)
        bindDeadLetter(context, queue);
    if (before.deadLetterPolicy != after.deadLetterPolicy)
        judgeActive(queue);
    if (after.rewindSeconds == Seconds(0))
        dropRewindable(context, queue);
    context.state.queueChanged(queue);
    if (context.wantsEvents()) {
        Event event;
        event.kind = EventKind::QueueChanged;
        event.name = queue.name();
        context.emit(std::move(event));
    }

    // A shorter retention or rewind window acts at once on what is stored.
    afterChange(context, queue);
    settle(context, queue);
    return QueueSettingsReply{queue.record.queueId, queue.settings()};
}

} // namespace cmq::engine
