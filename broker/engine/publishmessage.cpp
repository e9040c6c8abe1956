#include "topicactions.h"

#include "delivery.h"
#include "topiclookup.h"

#include "cmq/filter.h"

#include <span>

namespace cmq::engine {

namespace {

/// What both publishes are: one set of tags or one routing key for all bodies.
struct Publication
{
    std::span<std::string> bodies;
    std::vector<std::string> msgTag;
    std::optional<std::string> routingKey;
};

std::optional<Error> checkPublish(const Context& context, Topic& topic,
                                  const Publication& publication)
{
    if (topic.record.filterType == FilterType::Routing && !publication.routingKey)
        return makeError(ErrorId::RoutingKeyMissing, "routingKey",
                         "the topic filters by routing key; an empty one is one, too");
    for (const std::string& body : publication.bodies) {
        if (std::ssize(body) > topic.record.maxMsgSize)
            return makeError(ErrorId::MessageTooLarge, "msgBody",
                             std::to_string(body.size()) + " bytes are more than maxMsgSize, " +
                                 std::to_string(topic.record.maxMsgSize));
    }
    const std::int64_t perSecond = context.state.behaviour.produceQps;
    if (!topic.produceBucket.hasToken(context.now, perSecond))
        return makeError(ErrorId::QpsThrottling, {},
                         "more than " + std::to_string(perSecond) +
                             " messages a second were published");
    return std::nullopt;
}

FilterDecision decide(const Topic& topic, const Subscription& subscription,
                      const Publication& publication)
{
    const SubscriptionRecord& record = subscription.record;
    if (topic.record.filterType == FilterType::Tag)
        return matchTags(record.filterTag, publication.msgTag);
    return matchRouting(record.bindingKey, publication.routingKey.value_or(std::string()));
}

std::string joined(std::span<const std::string> words)
{
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty())
            text += ", ";
        text += word;
    }
    return text;
}

/// Says of every subscription whether it gets the message, and why.
void tellDecisions(const Context& context, const Topic& topic, const Publication& publication,
                   BodyId msgId)
{
    for (const auto& [name, key] : topic.subscriptionsByName) {
        const Subscription& subscription = *context.state.topics.findSubscription(key);
        const FilterDecision decision = decide(topic, subscription, publication);
        Event event = topicEvent(decision.isMatch() ? EventKind::Matched : EventKind::NotMatched,
                                 topic, name);
        event.msgId = msgId;
        event.rule = EventRule::Filter;
        event.filter = decision.rule;
        event.decidedBy = decision.decidedBy;
        if (!decision.isMatch())
            event.decidedBy =
                joined(topic.record.filterType == FilterType::Tag ? subscription.record.filterTag
                                                                  : subscription.record.bindingKey);
        event.reason = toString(decision);
        context.emit(std::move(event));
    }
}

std::string publish(const Context& context, Topic& topic, const Publication& publication,
                    std::string&& body, std::span<const SubscriptionKey> matched)
{
    State& state = context.state;
    const BodyId msgId = state.takeNumber();
    const auto bodyBytes = static_cast<std::uint32_t>(body.size());
    state.bodyArrived(msgId);
    state.shareBody(msgId);
    context.out.bodies.emplace_back(msgId, std::move(body));

    Published message;
    message.topic = topic.record.key;
    message.bodyBytes = bodyBytes;
    message.publishTime = context.now;
    message.outstanding = static_cast<std::uint32_t>(matched.size());
    message.msgTag = publication.msgTag;
    state.topics.published.emplace(msgId, std::move(message));
    ++topic.msgCount;
    if (context.wantsEvents()) {
        Event event = topicEvent(EventKind::Published, topic);
        event.msgId = msgId;
        event.count = std::ssize(matched);
        event.value = bodyBytes;
        event.decidedBy = publication.routingKey.value_or(joined(publication.msgTag));
        context.emit(std::move(event));
        tellDecisions(context, topic, publication, msgId);
    }
    for (const SubscriptionKey key : matched)
        deliver(context, *state.topics.findSubscription(key), msgId);
    return std::to_string(msgId);
}

Result<std::vector<std::string>> publishAll(const Context& context, const std::string& topicName,
                                            Publication publication)
{
    const auto found = settledTopic(context, topicName);
    if (!found)
        return fail(found.error());
    Topic& topic = **found;
    if (auto error = checkPublish(context, topic, publication))
        return fail(std::move(*error));
    if (topic.subscriptionsByName.empty())
        return fail(ErrorId::TopicWithoutSubscription, "topicName");
    const auto matched =
        topic.filters.match(publication.msgTag, publication.routingKey.value_or(std::string()));
    topic.produceBucket.take(std::ssize(publication.bodies), context.state.behaviour.produceQps);
    if (matched.empty()) {
        if (context.wantsEvents())
            tellDecisions(context, topic, publication, 0);
        return fail(ErrorId::NoSubscriptionMatches, "topicName",
                    "none of " + std::to_string(topic.subscriptionsByName.size()) +
                        " subscriptions wants it; it was not kept");
    }
    std::vector<std::string> msgIds;
    for (std::string& body : publication.bodies)
        msgIds.push_back(publish(context, topic, publication, std::move(body), matched));
    return msgIds;
}

} // namespace

Result<MessageIdReply> execute(const Context& context, PublishMessage&& action)
{
    auto msgIds = publishAll(
        context, action.topicName,
        {std::span(&action.msgBody, 1), std::move(action.msgTag), std::move(action.routingKey)});
    if (!msgIds)
        return fail(std::move(msgIds.error()));
    return MessageIdReply{std::move(msgIds->front())};
}

Result<MessageIdList> execute(const Context& context, BatchPublishMessage&& action)
{
    auto msgIds =
        publishAll(context, action.topicName,
                   {action.msgBody, std::move(action.msgTag), std::move(action.routingKey)});
    if (!msgIds)
        return fail(std::move(msgIds.error()));
    return MessageIdList{std::move(*msgIds)};
}

} // namespace cmq::engine
