#include "memorystore.h"

#include <algorithm>

namespace cmq::store {

Result<void> MemoryStore::load(Visitor& visitor)
{
    visitor.visit(m_engine);
    for (const ReleasingName& record : m_releasingNames)
        visitor.visit(record);
    for (const auto& [key, record] : m_queues)
        visitor.visit(record);
    for (const auto& [key, record] : m_topics)
        visitor.visit(record);
    for (const auto& [key, record] : m_subscriptions)
        visitor.visit(record);
    for (const auto& [key, row] : m_messages) {
        MessageRecord record = row.record;
        if (!isPurged(record) &&
            m_rewindAreas.apply(record, row.knownAreaChange) != RewindAreas::Effect::Gone)
            visitor.visit(record);
    }
    for (const auto& [key, record] : m_published)
        visitor.visit(record);
    for (const auto& [key, record] : m_deliveries)
        visitor.visit(record);
    return {};
}

Result<void> MemoryStore::commit(const StoreChanges& changes, const BodyLookup& bodies)
{
    m_engine = changes.engine;
    for (const QueueRecord& record : changes.putQueues)
        m_queues.insert_or_assign(record.key, record);
    for (const QueueKey key : changes.erasedQueues)
        m_queues.erase(key);
    for (const TopicRecord& record : changes.putTopics)
        m_topics.insert_or_assign(record.key, record);
    for (const TopicKey key : changes.erasedTopics)
        m_topics.erase(key);
    for (const SubscriptionRecord& record : changes.putSubscriptions)
        m_subscriptions.insert_or_assign(record.key, record);
    for (const SubscriptionKey key : changes.erasedSubscriptions)
        m_subscriptions.erase(key);
    for (const ReleasingName& record : changes.erasedReleasingNames)
        m_releasingNames.erase(record);
    for (const ReleasingName& record : changes.putReleasingNames) {
        m_releasingNames.erase(record);
        m_releasingNames.insert(record);
    }
    for (const RewindAreaChange& change : changes.rewindAreaChanges) {
        m_rewindAreas.add(change);
        m_sweptTo = 0;
    }
    for (const BodyId body : changes.newBodies) {
        std::string& bytes = m_bodies[body];
        bytes = bodies(body);
        m_bodyBytes += bytes.size();
    }
    for (const MessageRecord& record : changes.newMessages)
        m_messages.insert_or_assign(m_messages.end(), record.entry,
                                    MessageRow{record, m_rewindAreas.newest(record.queue)});
    for (const MessageRecord& record : changes.changedMessages) {
        if (const auto found = m_messages.find(record.entry); found != m_messages.end())
            found->second = {record,
                             m_rewindAreas.newest(record.queue)}; // else it was purged and swept
    }
    for (const Entry entry : changes.erasedMessages)
        m_messages.erase(entry);
    for (const BodyId body : changes.erasedBodies)
        eraseBody(body);
    for (const Purge& purge : changes.purges) {
        m_purges[purge.queue] = std::max(m_purges[purge.queue], purge.upTo);
        m_sweptTo = 0;
    }
    for (const PublishedRecord& record : changes.newPublished)
        m_published.insert_or_assign(record.msgId, record);
    for (const BodyId msgId : changes.erasedPublished)
        m_published.erase(msgId);
    for (const DeliveryRecord& record : changes.putDeliveries)
        m_deliveries.insert_or_assign({record.subscription, record.msgId}, record);
    for (const DeliveryKey& key : changes.erasedDeliveries)
        m_deliveries.erase(key);
    return {};
}

Result<std::string> MemoryStore::readBody(BodyId body)
{
    const auto found = m_bodies.find(body);
    if (found == m_bodies.end()) {
        return fail(ErrorId::StoreFailed, {},
                    "The store in memory has no body " + std::to_string(body) + '.');
    }
    return found->second;
}

Result<bool> MemoryStore::sweep(std::size_t maxRows)
{
    // What comes while it sweeps begins it anew: only a pass from the start has reached every row.
    if (m_sweptTo == 0)
        m_sweepingAreas = m_rewindAreas.newest();
    const auto isSomethingLeft = [this] { return !m_purges.empty() || !m_rewindAreas.isEmpty(); };
    auto at = m_messages.upper_bound(m_sweptTo);
    for (std::size_t i = 0; i < maxRows && at != m_messages.end() && isSomethingLeft(); ++i) {
        m_sweptTo = at->first;
        MessageRow& row = at->second;
        if (!isPurged(row.record) &&
            m_rewindAreas.apply(row.record, row.knownAreaChange) != RewindAreas::Effect::Gone) {
            ++at;
            continue;
        }
        if (row.record.msgId == at->first)
            eraseBody(at->first);
        at = m_messages.erase(at);
    }
    if (at == m_messages.end()) {
        m_purges.clear();
        m_rewindAreas.removeUpTo(m_sweepingAreas);
    }
    return isSomethingLeft();
}

Result<SalvageReport> MemoryStore::salvage()
{
    return fail(ErrorId::StoreFailed, {}, "A store in memory cannot be damaged.");
}

void MemoryStore::eraseBody(BodyId body)
{
    const auto found = m_bodies.find(body);
    if (found == m_bodies.end())
        return;
    m_bodyBytes -= found->second.size();
    m_bodies.erase(found);
}

bool MemoryStore::isPurged(const MessageRecord& message) const
{
    const auto purge = m_purges.find(message.queue);
    return purge != m_purges.end() && message.entry <= purge->second;
}

} // namespace cmq::store
