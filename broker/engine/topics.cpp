#include "topics.h"

#include "records.h"

#include <algorithm>

namespace cmq::engine {

Topic* Topics::find(std::string_view name)
{
    const auto found = topicsByName.find(name);
    if (found == topicsByName.end() || found->first != name)
        return nullptr;
    return find(found->second);
}

Topic* Topics::find(TopicKey key)
{
    const auto found = topics.find(key);
    return found == topics.end() ? nullptr : &found->second;
}

Subscription* Topics::find(const Topic& topic, std::string_view name)
{
    const auto found = topic.subscriptionsByName.find(name);
    if (found == topic.subscriptionsByName.end() || found->first != name)
        return nullptr;
    return findSubscription(found->second);
}

Subscription* Topics::findSubscription(SubscriptionKey key)
{
    const auto found = subscriptions.find(key);
    return found == subscriptions.end() ? nullptr : &found->second;
}

Topic& Topics::topicOf(const Subscription& subscription)
{
    return topics.find(subscription.record.topic)->second;
}

Topic& Topics::add(Topic topic)
{
    const TopicKey key = topic.record.key;
    topic.filters = FilterIndex(topic.record.filterType);
    topicsByName.emplace(topic.name(), key);
    return topics.emplace(key, std::move(topic)).first->second;
}

void Topics::remove(Topic& topic)
{
    topicsByName.erase(topic.name());
    if (topic.isStored)
        m_erasedTopics.push_back(topic.record.key);
    topics.erase(topic.record.key);
}

Subscription& Topics::add(Subscription subscription)
{
    const SubscriptionKey key = subscription.record.key;
    Topic& topic = topicOf(subscription);
    topic.subscriptionsByName.emplace(subscription.name(), key);
    list(subscription);
    return subscriptions.emplace(key, std::move(subscription)).first->second;
}

void Topics::remove(Subscription& subscription)
{
    const SubscriptionKey key = subscription.record.key;
    if (subscription.registeredDeadline)
        deadlines.erase({*subscription.registeredDeadline, key});
    unlist(subscription);
    topicOf(subscription).subscriptionsByName.erase(subscription.name());
    if (subscription.isStored)
        m_erasedSubscriptions.push_back(key);
    subscriptions.erase(key);
}

void Topics::list(const Subscription& subscription)
{
    const SubscriptionRecord& record = subscription.record;
    topicOf(subscription).filters.add(record);
    if (record.protocol == Protocol::Queue)
        subscriptionsByQueue[record.endpoint].insert(record.key);
}

void Topics::unlist(const Subscription& subscription)
{
    const SubscriptionRecord& record = subscription.record;
    topicOf(subscription).filters.remove(record);
    if (record.protocol != Protocol::Queue)
        return;
    const auto found = subscriptionsByQueue.find(record.endpoint);
    found->second.erase(record.key);
    if (found->second.empty())
        subscriptionsByQueue.erase(found);
}

void Topics::changed(Topic& topic)
{
    if (!std::exchange(topic.isDirty, true))
        m_dirtyTopics.push_back(topic.record.key);
}

void Topics::changed(Subscription& subscription)
{
    if (!std::exchange(subscription.isDirty, true))
        m_dirtySubscriptions.push_back(subscription.record.key);
}

void Topics::deliveryAdded(Subscription& subscription)
{
    if (!std::exchange(subscription.hasNewDeliveries, true))
        m_withNewDeliveries.push_back(subscription.record.key);
}

void Topics::deliveryChanged(const Subscription& subscription, BodyId msgId, Attempted& delivery)
{
    // What the store does not have yet is given as a new one.
    if (msgId <= subscription.storedUpTo && !std::exchange(delivery.isDirty, true))
        m_dirtyDeliveries.emplace_back(subscription.record.key, msgId);
}

void Topics::deliveryErased(const Subscription& subscription, BodyId msgId)
{
    if (msgId <= subscription.storedUpTo)
        m_erasedDeliveries.emplace_back(subscription.record.key, msgId);
}

void Topics::publishedErased(BodyId msgId, const Published& gone)
{
    if (gone.isStored)
        m_erasedPublished.push_back(msgId);
}

void Topics::takeNewDeliveries(Subscription& subscription, StoreChanges& changes)
{
    const BodyId stored = subscription.storedUpTo;
    const auto put = [&](BodyId msgId, Attempted delivery) {
        Published& message = published.find(msgId)->second;
        if (!std::exchange(message.isStored, true))
            changes.newPublished.push_back(toRecord(msgId, message));
        if (delivery.nextAttemptTime == Time())
            delivery.nextAttemptTime = message.publishTime;
        changes.putDeliveries.push_back(toRecord(subscription, msgId, delivery));
        subscription.storedUpTo = std::max(subscription.storedUpTo, msgId);
    };
    const auto& backlog = subscription.backlog;
    const auto& attempted = subscription.attempted;
    std::for_each(std::ranges::upper_bound(backlog, stored), backlog.end(),
                  [&](BodyId msgId) { put(msgId, {}); });
    std::for_each(attempted.upper_bound(stored), attempted.end(),
                  [&](const auto& each) { put(each.first, each.second); });
    subscription.hasNewDeliveries = false;
}

void Topics::takeChanges(StoreChanges& changes)
{
    for (const TopicKey key : std::exchange(m_dirtyTopics, {})) {
        if (Topic* topic = find(key)) {
            topic->isDirty = false;
            topic->isStored = true;
            changes.putTopics.push_back(topic->record);
        }
    }
    for (const SubscriptionKey key : std::exchange(m_dirtySubscriptions, {})) {
        if (Subscription* subscription = findSubscription(key)) {
            subscription->isDirty = false;
            subscription->isStored = true;
            changes.putSubscriptions.push_back(subscription->record);
        }
    }
    for (const auto& [key, msgId] : std::exchange(m_dirtyDeliveries, {})) {
        Subscription* subscription = findSubscription(key);
        if (!subscription || !subscription->attempted.contains(msgId))
            continue;
        Attempted& delivery = subscription->attempted.find(msgId)->second;
        delivery.isDirty = false;
        changes.putDeliveries.push_back(toRecord(*subscription, msgId, delivery));
    }
    for (const SubscriptionKey key : std::exchange(m_withNewDeliveries, {})) {
        if (Subscription* subscription = findSubscription(key))
            takeNewDeliveries(*subscription, changes);
    }
    std::ranges::sort(changes.newPublished, {}, &PublishedRecord::msgId);
    changes.erasedTopics = std::exchange(m_erasedTopics, {});
    changes.erasedSubscriptions = std::exchange(m_erasedSubscriptions, {});
    changes.erasedDeliveries = std::exchange(m_erasedDeliveries, {});
    changes.erasedPublished = std::exchange(m_erasedPublished, {});
}

} // namespace cmq::engine
