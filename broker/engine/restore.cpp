#include "engine.h"

#include "delivery.h"
#include "life.h"
#include "state.h"
#include "timeline.h"

#include <algorithm>

namespace cmq::engine {

namespace {

std::string_view deadLetterQueueName(const QueueRecord& record)
{
    const auto& policy = record.settings.deadLetterPolicy;
    return policy ? std::string_view(policy->deadLetterQueue) : std::string_view();
}

} // namespace

void Engine::restore(const EngineRecord& record)
{
    m_state->record = record;
}

void Engine::restore(const ReleasingName& record)
{
    auto& names = record.isTopic ? m_state->topics.releasingNames : m_state->releasingQueueNames;
    names.restore(record.name, record.freeTime);
}

void Engine::restore(const QueueRecord& record)
{
    Queue queue;
    queue.record = record;
    queue.isStored = true;
    m_state->addQueue(std::move(queue));

    // Whichever of source and dead-letter queue comes later ties the two.
    if (Queue* target = m_state->findQueue(deadLetterQueueName(record)))
        target->deadLetterSources.insert(record.key);
    else if (record.settings.deadLetterPolicy)
        m_state->awaitedDeadLetterQueues.emplace(std::string(deadLetterQueueName(record)),
                                                 record.key);
    const auto [first, last] = m_state->awaitedDeadLetterQueues.equal_range(record.queueName);
    for (auto source = first; source != last; ++source)
        m_state->findQueue(record.key)->deadLetterSources.insert(source->second);
    m_state->awaitedDeadLetterQueues.erase(first, last);
}

void Engine::restore(const MessageRecord& record)
{
    Queue* queue = m_state->findQueue(record.queue);
    if (!queue)
        return;
    Message message;
    message.entry = record.entry;
    message.msgId = record.msgId;
    message.setEnqueueTime(record.enqueueTime);
    message.setVisibleTime(record.visibleTime);
    message.setFirstDequeueTime(record.firstDequeueTime);
    message.bodyBytes = record.bodyBytes;
    message.dequeueCount = record.dequeueCount;
    message.handleGeneration = record.handleGeneration;
    message.state = record.state;
    message.isStored = true;
    if (record.origin)
        queue->origins.emplace(record.entry, *record.origin);
    if (record.entry != record.msgId)
        m_state->shareBody(record.msgId);

    const auto cursor = queue->log.append(message);
    switch (record.state) {
    case MessageState::Delayed:
    case MessageState::Inactive: setTimer(*queue, *cursor, record.due); break;
    case MessageState::Active: setTimer(*queue, *cursor, deadLetterTime(*queue, message)); break;
    case MessageState::Rewindable: break;
    }
    registerDeadline(*m_state, *queue);
}

void Engine::restore(const TopicRecord& record)
{
    Topic topic;
    topic.record = record;
    topic.isStored = true;
    m_state->topics.add(std::move(topic));
}

void Engine::restore(const SubscriptionRecord& record)
{
    if (!m_state->topics.find(record.topic))
        return;
    Subscription subscription;
    subscription.record = record;
    subscription.isStored = true;
    m_state->topics.add(std::move(subscription));
}

void Engine::restore(const PublishedRecord& record)
{
    Topic* topic = m_state->topics.find(record.topic);
    if (!topic)
        return;
    ++topic->msgCount;
    m_state->shareBody(record.msgId);
    m_state->topics.published.emplace(
        record.msgId,
        Published{record.topic, record.bodyBytes, record.publishTime, 0, true, record.msgTag});
}

void Engine::restore(const DeliveryRecord& record)
{
    Subscription* subscription = m_state->topics.findSubscription(record.subscription);
    const auto message = m_state->topics.published.find(record.msgId);
    if (!subscription || message == m_state->topics.published.end())
        return;
    ++message->second.outstanding;
    // Whether a push was in flight is not known: it is made again.
    if (record.attempts > 0) {
        Attempted delivery;
        delivery.attempts = record.attempts;
        delivery.nextAttemptTime = record.nextAttemptTime;
        subscription->attempted.emplace(record.msgId, delivery);
    } else {
        auto& backlog = subscription->backlog;
        const auto place = backlog.empty() || backlog.back() < record.msgId
                               ? backlog.end()
                               : std::ranges::lower_bound(backlog, record.msgId);
        backlog.insert(place, record.msgId);
    }
    subscription->storedUpTo = std::max(subscription->storedUpTo, record.msgId);
    registerDeadline(*m_state, *subscription);
}

} // namespace cmq::engine
