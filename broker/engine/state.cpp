#include "state.h"

#include "records.h"

#include <algorithm>

namespace cmq::engine {

State::State(const Behaviour& behaviour_, std::uint64_t seed)
    : behaviour(behaviour_)
{
    record.seed = seed;
}

Queue* State::findQueue(std::string_view name)
{
    const auto found = queuesByName.find(name);
    if (found == queuesByName.end() || found->first != name)
        return nullptr;
    return findQueue(found->second);
}

Queue* State::findQueue(QueueKey key)
{
    const auto found = queues.find(key);
    return found == queues.end() ? nullptr : &found->second;
}

Queue* State::deadLetterQueueOf(const Queue& queue)
{
    const auto& policy = queue.settings().deadLetterPolicy;
    return policy ? findQueue(policy->deadLetterQueue) : nullptr;
}

// SplitMix64: good enough to spread ids and retries, and its state is one number.
std::uint64_t State::random()
{
    std::uint64_t z = (record.seed += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

std::string State::randomId(std::string_view prefix)
{
    constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    constexpr int length = 8;
    std::string id(prefix);
    std::uint64_t number = random();
    for (int i = 0; i < length; ++i) {
        id += alphabet[number % alphabet.size()];
        number /= alphabet.size();
    }
    return id;
}

void State::addQueue(Queue queue)
{
    const QueueKey key = queue.record.key;
    queuesByName.emplace(queue.record.queueName, key);
    queues.emplace(key, std::move(queue));
}

void State::removeQueue(QueueKey key)
{
    const auto found = queues.find(key);
    Queue& queue = found->second;
    if (queue.registeredDeadline)
        queueDeadlines.erase({*queue.registeredDeadline, key});
    queuesByName.erase(queue.record.queueName);
    if (queue.isStored)
        m_erasedQueues.push_back(key);
    queues.erase(found);
}

void State::queueChanged(Queue& queue)
{
    if (std::exchange(queue.isDirty, true))
        return;
    m_dirtyQueues.push_back(queue.record.key);
}

void State::messageChanged(const Queue& queue, Message& message)
{
    if (message.isDirty)
        return;
    message.isDirty = true;
    m_dirtyMessages.emplace_back(queue.record.key, message.entry);
}

void State::messageErased(const Message& message)
{
    if (message.isStored)
        m_erasedMessages.push_back(message.entry);
    if (message.entry == message.msgId)
        bodyErased(message.msgId);
    else
        unshareBody(message.msgId);
}

void State::messageMovedAway(const Message& message)
{
    if (message.isStored)
        m_erasedMessages.push_back(message.entry);
    if (message.entry == message.msgId)
        shareBody(message.msgId);
}

void State::messagesPurged(const Queue& queue, Entry upTo)
{
    m_purges.push_back({queue.record.key, upTo});
}

void State::messagePurged(const Message& message)
{
    if (message.entry != message.msgId)
        unshareBody(message.msgId);
    else if (!message.isStored)
        m_unstoredBodies.erase(message.msgId);
}

void State::rewindAreaChanged(const Queue& queue, Entry first, Entry last,
                              std::optional<Time> rewoundAt)
{
    m_rewindAreaChanges.push_back({takeNumber(), queue.record.key, first, last, rewoundAt});
}

void State::bodyErased(BodyId body)
{
    if (m_unstoredBodies.erase(body) == 0)
        m_erasedBodies.push_back(body);
}

void State::unshareBody(BodyId body)
{
    const auto found = sharedBodies.find(body);
    if (found == sharedBodies.end() || --found->second > 0)
        return;
    sharedBodies.erase(found);
    bodyErased(body);
}

StoreChanges State::takeChanges()
{
    StoreChanges changes;
    for (const QueueKey key : std::exchange(m_dirtyQueues, {})) {
        if (Queue* queue = findQueue(key)) {
            queue->isDirty = false;
            queue->isStored = true;
            changes.putQueues.push_back(queue->record);
        }
    }
    for (const auto& [key, entry] : std::exchange(m_dirtyMessages, {})) {
        Queue* queue = findQueue(key);
        const auto cursor = queue ? queue->log.find(entry) : std::nullopt;
        if (!cursor)
            continue;
        Message& message = **cursor;
        auto& list = message.isStored ? changes.changedMessages : changes.newMessages;
        message.isDirty = false;
        message.isStored = true;
        list.push_back(toRecord(*queue, message));
    }
    std::ranges::sort(changes.newMessages, {}, &MessageRecord::entry);
    changes.newBodies.assign(m_unstoredBodies.begin(), m_unstoredBodies.end());
    std::ranges::sort(changes.newBodies);
    m_unstoredBodies.clear();
    changes.erasedQueues = std::exchange(m_erasedQueues, {});
    // In order: what was sent together is mostly deleted together, and erased as one.
    changes.erasedMessages = std::exchange(m_erasedMessages, {});
    std::ranges::sort(changes.erasedMessages);
    changes.purges = std::exchange(m_purges, {});
    changes.rewindAreaChanges = std::exchange(m_rewindAreaChanges, {});
    changes.erasedBodies = std::exchange(m_erasedBodies, {});
    std::ranges::sort(changes.erasedBodies);
    releasingQueueNames.takeChanges(false, changes);
    topics.releasingNames.takeChanges(true, changes);
    topics.takeChanges(changes);
    changes.engine = record;
    return changes;
}

} // namespace cmq::engine
