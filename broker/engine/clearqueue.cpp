#include "queueactions.h"

#include "bulk.h"
#include "queuelookup.h"
#include "timeline.h"

namespace cmq::engine {

Result<Done> execute(const Context& context, ClearQueue&& action)
{
    const auto found = settledQueue(context, action.queueName);
    if (!found)
        return fail(found.error());
    Queue& queue = **found;
    Event event = purgeAll(context, queue, EventKind::QueueCleared);
    if (context.wantsEvents())
        context.emit(std::move(event));
    afterChange(context, queue);
    return Done();
}

} // namespace cmq::engine
