#include "queueactions.h"

#include "queuelookup.h"

namespace cmq::engine {

Result<QueueAttributes> execute(const Context& context, GetQueueAttributes&& action)
{
    const auto queue = settledQueue(context, action.queueName);
    if (!queue)
        return fail(queue.error());
    return describe(context, **queue);
}

} // namespace cmq::engine
