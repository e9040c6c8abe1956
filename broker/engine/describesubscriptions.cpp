#include "topicactions.h"

#include "queuelookup.h"
#include "topiclookup.h"

namespace cmq::engine {

namespace {

SubscriptionDescriptions describeOf(const Context& context, const Topic& topic,
                                    const DescribeSubscriptions& action)
{
    SubscriptionDescriptions list;
    list.totalCount = forPage(
        topic.subscriptionsByName,
        [&](const auto& item) {
            const Subscription& each = *context.state.topics.findSubscription(item.second);
            const bool isInto =
                action.queueName.empty() || (each.record.protocol == Protocol::Queue &&
                                             each.record.endpoint == action.queueName);
            return isInto && containsIgnoringCase(item.first, action.searchWord);
        },
        action.offset, action.limit,
        [&](const auto& item) {
            list.subscriptionList.push_back(
                describe(topic, *context.state.topics.findSubscription(item.second)));
        });
    return list;
}

/// In the order in which they were created: their topics differ, and their names may not.
SubscriptionDescriptions describeInto(const Context& context, const DescribeSubscriptions& action)
{
    Topics& topics = context.state.topics;
    SubscriptionDescriptions list;
    const auto into = topics.subscriptionsByQueue.find(action.queueName);
    if (into == topics.subscriptionsByQueue.end())
        return list;
    list.totalCount = forPage(
        into->second,
        [&](SubscriptionKey key) {
            return containsIgnoringCase(topics.findSubscription(key)->name(), action.searchWord);
        },
        action.offset, action.limit,
        [&](SubscriptionKey key) {
            const Subscription& each = *topics.findSubscription(key);
            list.subscriptionList.push_back(describe(topics.topicOf(each), each));
        });
    return list;
}

} // namespace

Result<SubscriptionDescriptions> execute(const Context& context, DescribeSubscriptions&& action)
{
    if (action.topicName.empty())
        return describeInto(context, action);
    const auto found = settledTopic(context, action.topicName);
    if (!found)
        return fail(found.error());
    return describeOf(context, **found, action);
}

} // namespace cmq::engine
