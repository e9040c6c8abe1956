#pragma once

#include "story.h"

namespace conformance {

/// The fixture for stories about topics.
class TopicStory : public Story
{
public:
    void topic(const std::string& name, cmq::FilterType type = cmq::FilterType::Tag,
               const Where& where = Where::current())
    {
        must(cmq::CreateTopic{.topicName = name, .filterType = type}, where);
    }
    /// A queue of the same name as the subscription, and the subscription.
    void queueSubscription(const std::string& topicName, const std::string& name,
                           const std::vector<std::string>& filters = {},
                           const Where& where = Where::current())
    {
        create(name, {}, where);
        must(toQueue(topicName, name, name, filters), where);
    }
    static cmq::Subscribe toQueue(const std::string& topicName, const std::string& name,
                                  const std::string& queue,
                                  const std::vector<std::string>& filters = {})
    {
        return {.topicName = topicName,
                .subscriptionName = name,
                .protocol = cmq::Protocol::Queue,
                .endpoint = queue,
                .filterTag = filters,
                .bindingKey = filters};
    }
    static cmq::Subscribe
    toUrl(const std::string& topicName, const std::string& name,
          cmq::NotifyStrategy strategy = cmq::NotifyStrategy::ExponentialDecayRetry)
    {
        return {.topicName = topicName,
                .subscriptionName = name,
                .protocol = cmq::Protocol::Http,
                .endpoint = "http://example.com/" + name,
                .notifyStrategy = strategy};
    }
    std::string publish(const std::string& topicName, const std::string& body,
                        const std::vector<std::string>& tags = {},
                        const Where& where = Where::current())
    {
        return must(cmq::PublishMessage{topicName, body, tags}, where).msgId;
    }
    std::string route(const std::string& topicName, const std::string& body, const std::string& key,
                      const Where& where = Where::current())
    {
        return must(cmq::PublishMessage{topicName, body, {}, key}, where).msgId;
    }
    cmq::SubscriptionAttributes subscription(const std::string& topicName, const std::string& name,
                                             const Where& where = Where::current())
    {
        return must(cmq::GetSubscriptionAttributes{topicName, name}, where);
    }
    std::int64_t waiting(const std::string& topicName, const std::string& name,
                         const Where& where = Where::current())
    {
        return subscription(topicName, name, where).msgCount;
    }
    std::int64_t held(const std::string& topicName, const Where& where = Where::current())
    {
        return must(cmq::GetTopicAttributes{topicName}, where).msgCount;
    }
    /// Bodies of the pushes that were started since the last look, with blanks between.
    static std::string bodiesOf(const std::vector<Pushed>& pushes)
    {
        std::string text;
        for (const Pushed& push : pushes)
            text += (text.empty() ? "" : " ") + push.body;
        return text;
    }
};

} // namespace conformance
