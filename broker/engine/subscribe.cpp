#include "topicactions.h"

#include "topiclookup.h"

namespace cmq::engine {

namespace {

std::optional<Error> checkSubscribe(const Context& context, const Topic& topic,
                                    const Subscribe& action)
{
    if (topic.record.filterType == FilterType::Routing && action.bindingKey.empty())
        return makeError(ErrorId::BindingKeyMissing, "bindingKey",
                         "the topic filters by routing key");
    const auto twin = topic.subscriptionsByName.find(action.subscriptionName);
    if (twin != topic.subscriptionsByName.end())
        return makeError(ErrorId::SubscriptionExists, "subscriptionName",
                         "the topic has a subscription '" + twin->first +
                             "'; names that differ only in case may not coexist");
    const std::int64_t most = context.state.behaviour.maxSubscriptionsPerTopic;
    if (std::ssize(topic.subscriptionsByName) >= most)
        return makeError(ErrorId::SubscriptionLimit, "subscriptionName",
                         "the topic has " + std::to_string(most) + " subscriptions, the most");
    return std::nullopt;
}

} // namespace

Result<SubscriptionIdReply> execute(const Context& context, Subscribe&& action)
{
    const auto found = settledTopic(context, action.topicName);
    if (!found)
        return fail(found.error());
    Topic& topic = **found;
    if (auto error = checkSubscribe(context, topic, action))
        return fail(std::move(*error));

    State& state = context.state;
    Subscription subscription;
    SubscriptionRecord& record = subscription.record;
    record.key = state.takeKey();
    record.topic = topic.record.key;
    record.subscriptionName = std::move(action.subscriptionName);
    record.subscriptionId = state.randomId("subsc-");
    record.protocol = action.protocol;
    record.endpoint = std::move(action.endpoint);
    record.notifyStrategy = action.notifyStrategy;
    // Queues get the bare body, whatever SDKs send here.
    record.notifyContentFormat =
        action.protocol == Protocol::Queue
            ? NotifyContentFormat::Simplified
            : action.notifyContentFormat.value_or(NotifyContentFormat::Json);
    record.filterTag = std::move(action.filterTag);
    record.bindingKey = std::move(action.bindingKey);
    record.createTime = context.now;
    record.lastModifyTime = context.now;
    Subscription& added = state.topics.add(std::move(subscription));
    state.topics.changed(added);
    if (context.wantsEvents())
        context.emit(topicEvent(EventKind::Subscribed, topic, added.name()));
    return SubscriptionIdReply{added.record.subscriptionId};
}

} // namespace cmq::engine
