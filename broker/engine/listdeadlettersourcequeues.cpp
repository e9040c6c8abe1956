#include "queueactions.h"

#include "queuelookup.h"

namespace cmq::engine {

Result<QueueList> execute(const Context& context, ListDeadLetterSourceQueues&& action)
{
    const auto target = settledQueue(context, action.deadLetterQueueName);
    if (!target)
        return fail(target.error());
    std::map<std::string, QueueKey, LessIgnoringCase> byName;
    for (const QueueKey key : (*target)->deadLetterSources)
        byName.emplace(context.state.findQueue(key)->name(), key);

    QueueList list;
    list.totalCount = forPage(
        byName,
        [&](const auto& item) { return containsIgnoringCase(item.first, action.searchWord); },
        action.offset, std::min(action.limit, ListLimitMax),
        [&](const auto& item) {
            list.queueList.push_back(
                {context.state.findQueue(item.second)->record.queueId, item.first});
        });
    return list;
}

} // namespace cmq::engine
