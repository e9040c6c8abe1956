#include "records.h"

#include "engine.h"

#include <algorithm>
#include <set>

namespace cmq::engine {

MessageRecord toRecord(const Queue& queue, const Message& message)
{
    MessageRecord record;
    record.entry = message.entry;
    record.queue = queue.record.key;
    record.msgId = message.msgId;
    record.enqueueTime = message.enqueueTime();
    record.state = message.state;
    if (message.state == MessageState::Delayed || message.state == MessageState::Inactive)
        record.due = message.due().value_or(Time());
    record.firstDequeueTime = message.firstDequeueTime();
    record.bodyBytes = message.bodyBytes;
    record.dequeueCount = message.dequeueCount;
    record.handleGeneration = message.handleGeneration;
    record.visibleTime = message.visibleTime();
    if (const auto origin = queue.origins.find(message.entry); origin != queue.origins.end())
        record.origin = origin->second;
    return record;
}

PublishedRecord toRecord(BodyId msgId, const Published& published)
{
    return {msgId, published.topic, published.publishTime, published.bodyBytes, published.msgTag};
}

DeliveryRecord toRecord(const Subscription& subscription, BodyId msgId, const Attempted& delivery)
{
    return {subscription.record.key, msgId, delivery.attempts, delivery.nextAttemptTime};
}

namespace {

/// What a scope means in an engine, and the records of it.
class Copier final
{
public:
    Copier(const State& state, const CopyScope& scope)
        : m_state(state)
        , m_wanted(scope.msgIds.begin(), scope.msgIds.end())
    {
        if (scope.isEverything())
            chooseEverything();
        else
            choose(scope);
    }

    Result<StoreChanges> records()
    {
        for (const QueueKey key : m_queues)
            add(m_state.queues.at(key));
        for (const auto& [key, topic] : m_state.topics.topics) {
            if (m_topics.contains(key))
                m_records.putTopics.push_back(topic.record);
        }
        for (const SubscriptionKey key : m_subscriptions)
            add(m_state.topics.subscriptions.at(key));
        if (m_messages > CopyMessagesMax)
            return fail(ErrorId::CopyTooLarge, {},
                        std::to_string(m_messages) + " messages, at most " +
                            std::to_string(CopyMessagesMax));
        std::ranges::sort(m_records.newMessages, {}, &MessageRecord::entry);
        addPublished();
        m_state.releasingQueueNames.tell(false, m_records.putReleasingNames);
        m_state.topics.releasingNames.tell(true, m_records.putReleasingNames);
        m_records.newBodies.assign(m_bodies.begin(), m_bodies.end());
        m_records.engine = m_state.record;
        return std::move(m_records);
    }

private:
    void chooseEverything()
    {
        for (const auto& [key, queue] : m_state.queues)
            m_queues.insert(key);
        for (const auto& [key, topic] : m_state.topics.topics)
            m_topics.insert(key);
        for (const auto& [key, subscription] : m_state.topics.subscriptions)
            m_subscriptions.insert(key);
    }

    void choose(const CopyScope& scope)
    {
        for (const std::string& name : scope.topics) {
            if (const auto found = m_state.topics.topicsByName.find(name);
                found != m_state.topics.topicsByName.end())
                chooseTopic(found->second);
        }
        for (const std::string& name : scope.queues)
            chooseFamily(name);
        // What leads into a queue is part of how it behaves.
        for (const QueueKey key : m_queues) {
            const auto leading =
                m_state.topics.subscriptionsByQueue.find(m_state.queues.at(key).name());
            if (leading == m_state.topics.subscriptionsByQueue.end())
                continue;
            for (const SubscriptionKey subscription : leading->second)
                chooseSubscription(subscription);
        }
    }

    void chooseTopic(TopicKey key)
    {
        m_topics.insert(key);
        for (const auto& [name, subscription] : m_state.topics.topics.at(key).subscriptionsByName) {
            chooseSubscription(subscription);
            const SubscriptionRecord& record = m_state.topics.subscriptions.at(subscription).record;
            if (record.protocol == Protocol::Queue)
                chooseFamily(record.endpoint);
        }
    }

    void chooseSubscription(SubscriptionKey key)
    {
        m_subscriptions.insert(key);
        m_topics.insert(m_state.topics.subscriptions.at(key).record.topic);
    }

    void chooseFamily(std::string_view name)
    {
        const Queue* queue = find(name);
        if (!queue)
            return;
        if (const auto& policy = queue->settings().deadLetterPolicy) {
            if (const Queue* target = find(policy->deadLetterQueue))
                queue = target;
        }
        m_queues.insert(queue->record.key);
        m_queues.insert(queue->deadLetterSources.begin(), queue->deadLetterSources.end());
    }

    [[nodiscard]] const Queue* find(std::string_view name) const
    {
        const auto found = m_state.queuesByName.find(std::string(name));
        return found == m_state.queuesByName.end() ? nullptr : &m_state.queues.at(found->second);
    }

    void add(const Queue& queue)
    {
        m_records.putQueues.push_back(queue.record);
        if (m_wanted.empty() && (m_messages += queue.log.totalCount()) > CopyMessagesMax)
            return; // too many: only how many is of interest
        queue.log.visit({.after = 0, .states = {true, true, true, true}},
                        [&](const Message& message) {
                            if (!m_wanted.empty() && !m_wanted.contains(message.msgId))
                                return true;
                            m_messages += m_wanted.empty() ? 0 : 1;
                            m_records.newMessages.push_back(toRecord(queue, message));
                            m_bodies.insert(message.msgId);
                            return true;
                        });
    }

    void add(const Subscription& subscription)
    {
        m_records.putSubscriptions.push_back(subscription.record);
        if ((m_messages += subscription.msgCount()) > CopyMessagesMax)
            return;
        for (const BodyId msgId : subscription.backlog)
            add(subscription, msgId, {});
        for (const auto& [msgId, delivery] : subscription.attempted)
            add(subscription, msgId, delivery);
    }

    void add(const Subscription& subscription, BodyId msgId, Attempted delivery)
    {
        if (delivery.nextAttemptTime == Time())
            delivery.nextAttemptTime = m_state.topics.published.at(msgId).publishTime;
        m_records.putDeliveries.push_back(toRecord(subscription, msgId, delivery));
        m_published.insert(msgId);
        m_bodies.insert(msgId);
    }

    void addPublished()
    {
        for (const BodyId msgId : m_published)
            m_records.newPublished.push_back(toRecord(msgId, m_state.topics.published.at(msgId)));
    }

    const State& m_state;
    std::set<BodyId> m_wanted;
    std::set<QueueKey> m_queues;
    std::set<TopicKey> m_topics;
    std::set<SubscriptionKey> m_subscriptions;
    std::set<BodyId> m_published;
    std::set<BodyId> m_bodies;
    std::int64_t m_messages = 0;
    StoreChanges m_records;
};

} // namespace

Result<StoreChanges> Engine::records(const CopyScope& scope) const
{
    return Copier(*m_state, scope).records();
}

} // namespace cmq::engine
