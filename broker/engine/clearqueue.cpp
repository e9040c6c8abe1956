#include "queueactions.h"

#include "life.h"
#include "purge.h"
#include "queuelookup.h"
#include "timeline.h"

namespace cmq::engine {

std::int64_t dropAllMessages(const Context& context, Queue& queue)
{
    return purgeUpTo(context, queue, Time::max()).total;
}

Result<Done> execute(const Context& context, ClearQueue&& action)
{
    const auto found = settledQueue(context, action.queueName);
    if (!found)
        return fail(found.error());
    Queue& queue = **found;
    const std::int64_t count = dropAllMessages(context, queue);
    if (context.wantsEvents()) {
        Event event;
        event.kind = EventKind::QueueCleared;
        event.name = queue.name();
        event.count = count;
        event.entry = queue.log.lastEntry();
        context.emit(std::move(event));
    }
    afterChange(context, queue);
    return Done();
}

} // namespace cmq::engine
