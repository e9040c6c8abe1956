#include "recordstore.h"

#include <set>

using namespace cmq;

namespace conformance {

namespace {

/// Erases what must be there; false when it is not.
template <class Map, class Keys>
bool eraseAll(Map& map, const Keys& keys)
{
    for (const auto& key : keys) {
        if (map.erase(key) == 0)
            return false;
    }
    return true;
}

} // namespace

std::string RecordStore::applyTopics(const StoreChanges& changes)
{
    for (const TopicRecord& topic : changes.putTopics)
        m_topics[topic.key] = topic;
    for (const SubscriptionRecord& subscription : changes.putSubscriptions)
        m_subscriptions[subscription.key] = subscription;
    for (const PublishedRecord& message : changes.newPublished) {
        if (!m_published.emplace(message.msgId, message).second)
            return "a published message is new twice";
    }
    std::set<DeliveryKey> put;
    for (const DeliveryRecord& delivery : changes.putDeliveries) {
        const DeliveryKey key{delivery.subscription, delivery.msgId};
        if (!put.insert(key).second)
            return "a delivery is put twice";
        m_deliveries[key] = delivery;
    }
    if (!eraseAll(m_topics, changes.erasedTopics))
        return "an unknown topic was erased";
    if (!eraseAll(m_subscriptions, changes.erasedSubscriptions))
        return "an unknown subscription was erased";
    if (!eraseAll(m_published, changes.erasedPublished))
        return "an unknown published message was erased";
    if (!eraseAll(m_deliveries, changes.erasedDeliveries))
        return "an unknown delivery was erased";
    return {};
}

std::string RecordStore::applyNames(const StoreChanges& changes)
{
    for (const ReleasingName& name : changes.erasedReleasingNames) {
        if (m_releasingNames.erase({name.isTopic, name.name}) == 0)
            return "an unknown name was erased";
    }
    for (const ReleasingName& name : changes.putReleasingNames)
        m_releasingNames[{name.isTopic, name.name}] = name;
    return {};
}

/// What the same commit wrote of a message knows of the change already.
void RecordStore::apply(const RewindAreaChange& change, const std::set<Entry>& written)
{
    for (auto it = m_messages.lower_bound(change.first);
         it != m_messages.end() && it->first <= change.last;) {
        MessageRecord& message = it->second;
        if (message.queue != change.queue || message.state != MessageState::Rewindable ||
            written.contains(message.entry)) {
            ++it;
        } else if (change.rewoundAt) {
            message.state = MessageState::Active;
            message.dequeueCount = 0;
            message.firstDequeueTime.reset();
            message.visibleTime = *change.rewoundAt;
            ++it;
        } else {
            if (message.entry == message.msgId)
                m_bodies.erase(message.msgId);
            it = m_messages.erase(it);
        }
    }
}

std::string RecordStore::apply(const StoreChanges& changes,
                               const std::map<BodyId, std::string>& bodies)
{
    std::set<Entry> touched;
    const auto isSecond = [&](Entry entry) { return !touched.insert(entry).second; };

    for (const QueueRecord& queue : changes.putQueues)
        m_queues[queue.key] = queue;
    for (const QueueKey key : changes.erasedQueues) {
        if (m_queues.erase(key) == 0)
            return "an unknown queue was erased";
    }
    for (const BodyId body : changes.newBodies) {
        const auto text = bodies.find(body);
        if (text == bodies.end())
            return "a body is to be written that nobody gave";
        if (!m_bodies.emplace(body, text->second).second)
            return "a body is written twice";
    }
    Entry last = 0;
    for (const MessageRecord& message : changes.newMessages) {
        if (message.entry <= std::exchange(last, message.entry))
            return "new messages are not in the order of their entries";
        if (isSecond(message.entry) || !m_messages.emplace(message.entry, message).second)
            return "a new message is known already";
    }
    for (const MessageRecord& message : changes.changedMessages) {
        const auto known = m_messages.find(message.entry);
        if (isSecond(message.entry) || known == m_messages.end())
            return "an unknown message was changed";
        known->second = message;
    }
    for (const Entry entry : changes.erasedMessages) {
        if (isSecond(entry) || m_messages.erase(entry) == 0)
            return "an unknown message was erased";
    }
    for (const Purge& purge : changes.purges) {
        for (auto it = m_messages.begin(); it != m_messages.end() && it->first <= purge.upTo;) {
            if (it->second.queue != purge.queue) {
                ++it;
                continue;
            }
            if (it->second.entry == it->second.msgId)
                m_bodies.erase(it->second.msgId);
            it = m_messages.erase(it);
        }
    }
    for (const RewindAreaChange& change : changes.rewindAreaChanges)
        apply(change, touched);
    for (const BodyId body : changes.erasedBodies) {
        if (m_bodies.erase(body) == 0)
            return "an unknown body was erased";
    }
    m_engine = changes.engine;
    m_isUsed = true;
    if (std::string broken = applyNames(changes); !broken.empty())
        return broken;
    return applyTopics(changes);
}

engine::Engine RecordStore::restored(const Behaviour& behaviour) const
{
    engine::Engine engine(behaviour);
    if (!m_isUsed)
        return engine;
    engine.restore(m_engine);
    for (const auto& [key, name] : m_releasingNames)
        engine.restore(name);
    for (const auto& [key, queue] : m_queues)
        engine.restore(queue);
    for (const auto& [key, topic] : m_topics)
        engine.restore(topic);
    for (const auto& [key, subscription] : m_subscriptions)
        engine.restore(subscription);
    for (const auto& [entry, message] : m_messages)
        engine.restore(message);
    for (const auto& [msgId, message] : m_published)
        engine.restore(message);
    for (const auto& [key, delivery] : m_deliveries)
        engine.restore(delivery);
    return engine;
}

std::string RecordStore::brokenInvariant() const
{
    std::set<BodyId> wanted;
    for (const auto& [entry, message] : m_messages) {
        if (!m_queues.contains(message.queue))
            return "a message is in no queue";
        const auto body = m_bodies.find(message.msgId);
        if (body == m_bodies.end())
            return "message " + std::to_string(entry) + " has no body";
        if (body->second.size() != message.bodyBytes)
            return "a body has another size than its message says";
        wanted.insert(message.msgId);
    }
    for (const auto& [msgId, message] : m_published) {
        if (!m_topics.contains(message.topic) || !m_bodies.contains(msgId))
            return "a published message has no topic or no body";
        wanted.insert(msgId);
    }
    for (const auto& [key, delivery] : m_deliveries) {
        if (!m_subscriptions.contains(key.first) || !m_published.contains(key.second))
            return "a delivery of nothing, or to nobody";
    }
    for (const auto& [id, body] : m_bodies) {
        if (!wanted.contains(id))
            return "body " + std::to_string(id) + " belongs to no message";
    }
    return {};
}

} // namespace conformance
