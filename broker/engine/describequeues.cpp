#include "queueactions.h"

#include "delivery.h"
#include "queuelookup.h"
#include "timeline.h"

namespace cmq::engine {

Result<QueueDescriptions> execute(const Context& context, DescribeQueues&& action)
{
    QueueDescriptions list;
    list.totalCount = forPage(
        context.state.queuesByName,
        [&](const auto& item) {
            return isAskedFor(action, item.first,
                              context.state.findQueue(item.second)->record.tags);
        },
        action.offset, action.limit,
        [&](const auto& item) {
            Queue& queue = *context.state.findQueue(item.second);
            settle(context, queue);
            settleDeliveriesInto(context, queue);
            list.queueList.push_back(describe(context, queue));
        });
    return list;
}

} // namespace cmq::engine
