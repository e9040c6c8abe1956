#include "queueactions.h"

#include "queuelookup.h"

namespace cmq::engine {

Result<QueueList> execute(const Context& context, ListQueue&& action)
{
    QueueList list;
    list.totalCount = forPage(
        context.state.queuesByName,
        [&](const auto& item) { return containsIgnoringCase(item.first, action.searchWord); },
        action.offset, std::min(action.limit, ListLimitMax),
        [&](const auto& item) {
            list.queueList.push_back(
                {context.state.findQueue(item.second)->record.queueId, item.first});
        });
    return list;
}

} // namespace cmq::engine
