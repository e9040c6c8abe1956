#include "timeline.h"

#include "bulk.h"
#include "deadletter.h"
#include "life.h"
#include "waiting.h"

#include <limits>

namespace cmq::engine {

namespace {

/// The budget is only a brake: one step more than it allows does no harm.
void spend(std::size_t& budget, std::size_t steps = 1)
{
    budget -= std::min(budget, steps);
}

void endRetention(const Context& context, Queue& queue, std::size_t& budget)
{
    const Time limit = context.now - queue.settings().msgRetentionSeconds;
    if (isBulk(queue.log, limit)) {
        Event event = purgeUpTo(context, queue, limit, EventKind::RetentionPurged);
        if (context.wantsEvents()) {
            nameLife(event, queue, false);
            context.emit(std::move(event));
        }
        return;
    }
    while (budget > 0) {
        const auto cursor = queue.log.first(MessageLog::Lane::Undeleted);
        if (!cursor || (*cursor)->enqueueTime() > limit)
            return;
        expire(context, queue, *cursor, EventKind::RetentionEnded);
        spend(budget);
    }
}

void endRewindWindow(const Context& context, Queue& queue, std::size_t& budget)
{
    const Time limit = context.now - queue.rewindWindow();
    if (isRewindableBulk(queue.log, limit))
        purgeRewindArea(context, queue, limit);
    while (budget > 0) {
        const auto cursor = queue.log.first(MessageLog::Lane::Rewindable);
        if (!cursor || queue.rewindEnd((*cursor)->enqueueTime()) > context.now)
            return;
        expire(context, queue, *cursor, EventKind::RewindWindowEnded);
        spend(budget);
    }
}

/// The message's timer fired: it becomes visible, or goes to the dead-letter queue.
void fireTimer(const Context& context, Queue& queue, const MessageLog::Cursor& cursor)
{
    const bool isVisibilityEnd = cursor->state == MessageState::Inactive;
    if (std::string reason = deadLetterReason(context, queue, *cursor, isVisibilityEnd);
        !reason.empty())
        moveToDeadLetter(context, queue, cursor, std::move(reason));
    else if (cursor->state == MessageState::Active)
        setTimer(queue, *cursor, deadLetterTime(queue, *cursor));
    else
        becomeActive(context, queue, cursor);
}

void fireTimers(const Context& context, Queue& queue, std::size_t& budget)
{
    while (budget > 0 && !queue.timers.empty() && queue.timers.begin()->first <= context.now) {
        const auto timer = *queue.timers.begin();
        fireTimer(context, queue, *queue.log.find(timer.second));
        spend(budget);
    }
}

/// A dead-letter queue and its sources are one family: what one loses the other gets. Calls
/// `each(Queue&)` for all of `queue`'s, itself included, sources first.
template <class Each>
void forFamily(State& state, Queue& queue, Each each)
{
    Queue* target = state.deadLetterQueueOf(queue);
    Queue& last = target ? *target : queue;
    for (const QueueKey source : last.deadLetterSources)
        each(*state.findQueue(source));
    each(last);
}

bool isDue(const Context& context, const Queue& queue)
{
    return queue.registeredDeadline && *queue.registeredDeadline <= context.now;
}

void takeEarlier(std::optional<Time>& deadline, std::optional<Time> other)
{
    if (other && (!deadline || *other < *deadline))
        deadline = other;
}

} // namespace

std::optional<Time> queueDeadline(const Queue& queue)
{
    std::optional<Time> deadline;
    if (!queue.timers.empty())
        deadline = queue.timers.begin()->first;
    if (const auto oldest = queue.log.firstEnqueueTime(MessageLog::Lane::Undeleted))
        takeEarlier(deadline, queue.retentionEnd(*oldest));
    if (const auto oldest = queue.log.firstEnqueueTime(MessageLog::Lane::Rewindable))
        takeEarlier(deadline, queue.rewindEnd(*oldest));
    if (!queue.waiterDeadlines.empty())
        takeEarlier(deadline, queue.waiterDeadlines.begin()->first);
    return deadline;
}

void registerDeadline(State& state, Queue& queue)
{
    const std::optional<Time> deadline = queueDeadline(queue);
    if (deadline == queue.registeredDeadline)
        return;
    const QueueKey key = queue.record.key;
    if (queue.registeredDeadline)
        state.queueDeadlines.erase({*queue.registeredDeadline, key});
    if (deadline)
        state.queueDeadlines.emplace(*deadline, key);
    queue.registeredDeadline = deadline;
}

void advanceFamily(const Context& context, Queue& queue, std::size_t& budget)
{
    bool isAnyDue = false;
    forFamily(context.state, queue, [&](Queue& each) { isAnyDue |= isDue(context, each); });
    if (!isAnyDue)
        return;
    // At one instant: what has outlived its retention makes room and is never shown again, then
    // messages move, then the oldest that can be had go to those who wait, also to a wait that
    // ends now.
    forFamily(context.state, queue, [&](Queue& each) {
        endRetention(context, each, budget);
        endRewindWindow(context, each, budget);
    });
    forFamily(context.state, queue, [&](Queue& each) { fireTimers(context, each, budget); });
    forFamily(context.state, queue, [&](Queue& each) {
        serveWaiters(context, each);
        if (budget > 0)
            endWaits(context, each);
        registerDeadline(context.state, each);
    });
}

void settle(const Context& context, Queue& queue)
{
    std::size_t budget = std::numeric_limits<std::size_t>::max();
    advanceFamily(context, queue, budget);
}

void afterChange(const Context& context, Queue& queue)
{
    serveWaiters(context, queue);
    registerDeadline(context.state, queue);
}

} // namespace cmq::engine
