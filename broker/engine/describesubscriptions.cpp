#include "topicactions.h"

#include "queuelookup.h"
#include "topiclookup.h"

namespace cmq::engine {

Result<SubscriptionDescriptions> execute(const Context& context, DescribeSubscriptions&& action)
{
    const auto found = settledTopic(context, action.topicName);
    if (!found)
        return fail(found.error());
    const Topic& topic = **found;
    SubscriptionDescriptions list;
    list.totalCount = forPage(
        topic.subscriptionsByName, [](const auto&) { return true; }, action.offset, action.limit,
        [&](const auto& item) {
            list.subscriptionList.push_back(
                describe(topic, *context.state.topics.findSubscription(item.second)));
        });
    return list;
}

} // namespace cmq::engine
