#include "bulk.h"

#include "life.h"

#include <utility>
#include <vector>

namespace cmq::engine {

namespace {

/// Collects which messages a bulk event is about, if anybody wants to know.
class Members
{
public:
    explicit Members(const Context& context)
        : m_isWanted(context.wantsEvents())
    {
    }
    void add(const Message& message)
    {
        if (m_isWanted)
            addTo(m_ranges, message.msgId);
    }
    /// The event, but for its kind's own meaning.
    Event event(EventKind kind, const Queue& queue, const MessageLog::Moved& moved)
    {
        Event event;
        event.kind = kind;
        event.name = queue.name();
        event.entry = moved.last;
        event.count = moved.count;
        event.messages = MessageIds(std::exchange(m_ranges, {}));
        return event;
    }

private:
    const bool m_isWanted;
    std::vector<MessageIds::Range> m_ranges;
};

} // namespace

bool isBulk(const MessageLog& log, Time enqueueTime)
{
    return log.countUpTo(enqueueTime, BulkCount) >= BulkCount;
}

bool isRewindableBulk(const MessageLog& log, Time enqueueTime)
{
    return log.countRewindable(Time::min(), enqueueTime, BulkCount) >= BulkCount;
}

Event purgeUpTo(const Context& context, Queue& queue, Time enqueueTime, EventKind kind)
{
    const bool isAtOnce = isBulk(queue.log, enqueueTime);
    const bool isAll = enqueueTime == Time::max();
    Members members(context);
    const auto gone = queue.log.dropUpTo(enqueueTime, [&](const Message& message) {
        members.add(message);
        if (isAtOnce)
            context.state.messagePurged(message);
        else
            context.state.messageErased(message);
        if (const auto due = message.due(); due && !isAll)
            queue.timers.erase({*due, message.entry});
    });
    if (isAll)
        queue.timers.clear();
    if (gone.count > 0) {
        if (isAtOnce)
            context.state.messagesPurged(queue, gone.last);
        queue.origins.erase(queue.origins.begin(), queue.origins.upper_bound(gone.last));
    }
    return members.event(kind, queue, gone);
}

void purgeRewindArea(const Context& context, Queue& queue, Time enqueueTime)
{
    Members members(context);
    const auto gone = queue.log.dropRewindable(enqueueTime, [&](const Message& message) {
        members.add(message);
        // What the store holds of a dirty one may be of before it was deleted.
        if (message.isDirty)
            context.state.messageErased(message);
        else
            context.state.messagePurged(message);
        queue.origins.erase(message.entry);
    });
    if (gone.count == 0)
        return;
    context.state.rewindAreaChanged(queue, gone.first, gone.last, std::nullopt);
    if (context.wantsEvents()) {
        Event event = members.event(EventKind::RewindAreaPurged, queue, gone);
        nameLife(event, queue, true);
        context.emit(std::move(event));
    }
}

void rewindFrom(const Context& context, Queue& queue, Time enqueueTime)
{
    if (queue.log.countRewindable(enqueueTime, Time::max(), BulkCount) < BulkCount) {
        queue.log.visitRewindable(enqueueTime, [&](const MessageLog::Cursor& cursor) {
            rewind(context, queue, cursor, enqueueTime);
        });
        return;
    }
    Members members(context);
    const auto rewound = queue.log.activateRewindable(enqueueTime, [&](Message& message) {
        members.add(message);
        resetForRewind(context, queue, message);
    });
    context.state.rewindAreaChanged(queue, rewound.first, rewound.last, context.now);
    if (context.wantsEvents()) {
        Event event = members.event(EventKind::QueueRewound, queue, rewound);
        event.until = enqueueTime;
        context.emit(std::move(event));
    }
}

} // namespace cmq::engine
