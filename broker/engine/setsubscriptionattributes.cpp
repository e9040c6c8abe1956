#include "topicactions.h"

#include "delivery.h"
#include "topiclookup.h"

#include "cmq/subscriptionendpoint.h"

namespace cmq::engine {

namespace {

/// The record as the action wants it.
SubscriptionRecord changed(SubscriptionRecord record, SetSubscriptionAttributes&& action)
{
    const bool becomesHttp =
        record.protocol == Protocol::Queue && action.protocol == Protocol::Http;
    record.protocol = action.protocol.value_or(record.protocol);
    if (action.endpoint)
        record.endpoint = std::move(*action.endpoint);
    record.notifyStrategy = action.notifyStrategy.value_or(record.notifyStrategy);
    record.notifyContentFormat = action.notifyContentFormat.value_or(
        becomesHttp ? NotifyContentFormat::Json : record.notifyContentFormat);
    if (record.protocol == Protocol::Queue)
        record.notifyContentFormat = NotifyContentFormat::Simplified;
    if (action.filterTag)
        record.filterTag = std::move(*action.filterTag);
    if (action.bindingKey)
        record.bindingKey = std::move(*action.bindingKey);
    return record;
}

/// What can be judged only together with what the subscription and its topic already are.
std::optional<Error> checkChange(const Context& context, const Topic& topic,
                                 const SubscriptionRecord& after,
                                 const SetSubscriptionAttributes& action)
{
    const Behaviour& behaviour = context.state.behaviour;
    if (action.protocol || action.endpoint) {
        const Protocol protocol = action.protocol.value_or(after.protocol);
        if (auto error =
                checkEndpoint(protocol, action.endpoint.value_or(after.endpoint), behaviour))
            return error;
    }
    if (behaviour.strictNotifyFormat &&
        action.protocol.value_or(after.protocol) == Protocol::Queue &&
        action.notifyContentFormat == NotifyContentFormat::Json)
        return makeError(ErrorId::NotifyFormatMustBeSimplified, "notifyContentFormat");
    if (topic.record.filterType == FilterType::Routing && action.bindingKey &&
        action.bindingKey->empty())
        return makeError(ErrorId::BindingKeyMissing, "bindingKey",
                         "the topic filters by routing key");
    return std::nullopt;
}

} // namespace

Result<Done> execute(const Context& context, SetSubscriptionAttributes&& action)
{
    const auto found = settledSubscription(context, action.topicName, action.subscriptionName);
    if (!found)
        return fail(found.error());
    Subscription& subscription = **found;
    Topics& topics = context.state.topics;
    const Topic& topic = topics.topicOf(subscription);
    if (auto error = checkChange(context, topic, subscription.record, action))
        return fail(std::move(*error));

    SubscriptionRecord after = changed(subscription.record, std::move(action));
    const bool hasMoved = after.protocol != subscription.record.protocol ||
                          after.endpoint != subscription.record.endpoint;
    if (hasMoved)
        recallPushes(context, subscription);
    topics.unlist(subscription);
    subscription.record = std::move(after);
    subscription.record.lastModifyTime = context.now;
    topics.list(subscription);
    topics.changed(subscription);
    if (context.wantsEvents())
        context.emit(topicEvent(EventKind::SubscriptionChanged, topic, subscription.name()));
    resumeDeliveries(context, subscription);
    return Done();
}

} // namespace cmq::engine
