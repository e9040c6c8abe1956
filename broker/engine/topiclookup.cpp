#include "topiclookup.h"

#include "delivery.h"

namespace cmq::engine {

Result<Topic*> settledTopic(const Context& context, std::string_view name)
{
    Topics& topics = context.state.topics;
    if (Topic* topic = topics.find(name)) {
        settle(context, *topic);
        return topic;
    }
    std::string detail = "there is no topic '" + std::string(name) + '\'';
    if (const auto twin = topics.topicsByName.find(name); twin != topics.topicsByName.end())
        detail += "; there is '" + twin->first + "', and names are looked up with their case";
    return fail(ErrorId::TopicNotFound, "topicName", std::move(detail));
}

Result<Subscription*> settledSubscription(const Context& context, std::string_view topicName,
                                          std::string_view subscriptionName)
{
    const auto topic = settledTopic(context, topicName);
    if (!topic)
        return fail(topic.error());
    if (Subscription* subscription = context.state.topics.find(**topic, subscriptionName))
        return subscription;
    return fail(ErrorId::SubscriptionNotFound, "subscriptionName",
                "the topic has no subscription '" + std::string(subscriptionName) + '\'');
}

TopicAttributes describe(const Topic& topic)
{
    TopicAttributes attributes;
    attributes.topicName = topic.name();
    attributes.topicId = topic.record.topicId;
    attributes.msgCount = topic.msgCount;
    attributes.maxMsgSize = topic.record.maxMsgSize;
    attributes.filterType = topic.record.filterType;
    attributes.createTime = topic.record.createTime;
    attributes.lastModifyTime = topic.record.lastModifyTime;
    attributes.tags = topic.record.tags;
    attributes.trace = topic.record.trace;
    attributes.subscriptionCount = std::ssize(topic.subscriptionsByName);
    return attributes;
}

SubscriptionAttributes describe(const Topic& topic, const Subscription& subscription)
{
    const SubscriptionRecord& record = subscription.record;
    SubscriptionAttributes attributes;
    attributes.topicName = topic.name();
    attributes.subscriptionName = record.subscriptionName;
    attributes.subscriptionId = record.subscriptionId;
    attributes.topicOwner = TopicOwner;
    attributes.msgCount = subscription.msgCount();
    attributes.protocol = record.protocol;
    attributes.endpoint = record.endpoint;
    attributes.notifyStrategy = record.notifyStrategy;
    attributes.notifyContentFormat = record.notifyContentFormat;
    attributes.createTime = record.createTime;
    attributes.lastModifyTime = record.lastModifyTime;
    attributes.bindingKey = record.bindingKey;
    attributes.filterTag = record.filterTag;
    attributes.lastFailure = subscription.lastFailure;
    if (const Attempted* head = failingHead(subscription)) {
        attributes.attempts = head->attempts;
        if (head->pushId == 0)
            attributes.nextAttemptTime = head->nextAttemptTime;
    }
    return attributes;
}

Event topicEvent(EventKind kind, const Topic& topic, const std::string& subscriptionName)
{
    Event event;
    event.kind = kind;
    event.name = topic.name();
    event.otherName = subscriptionName;
    return event;
}

} // namespace cmq::engine
