#include "topicactions.h"

#include "queuelookup.h"

namespace cmq::engine {

namespace {

constexpr std::int64_t LimitMax = 100;

} // namespace

Result<SubscriptionList> execute(const Context& context, ListSubscriptionByTopic&& action)
{
    SubscriptionList list;
    const Topic* topic = context.state.topics.find(action.topicName);
    // The Java SDK lists the subscriptions of a topic that it has just deleted, and wants none.
    if (!topic)
        return list;
    list.totalCount = forPage(
        topic->subscriptionsByName,
        [&](const auto& item) { return containsIgnoringCase(item.first, action.searchWord); },
        action.offset, std::min(action.limit, LimitMax),
        [&](const auto& item) {
            const auto& record = context.state.topics.findSubscription(item.second)->record;
            list.subscriptionList.push_back(
                {record.subscriptionId, item.first, record.protocol, record.endpoint});
        });
    return list;
}

} // namespace cmq::engine
