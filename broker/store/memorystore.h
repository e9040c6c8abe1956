#pragma once

#include "store.h"

#include <map>
#include <string>
#include <unordered_map>

namespace cmq::store {

/// A store that lives as long as its object: for sandboxes and tests. Never fails, is never full.
class MemoryStore final : public Store
{
public:
    [[nodiscard]] Result<void> load(Visitor& visitor) override;
    [[nodiscard]] Result<void> commit(const StoreChanges& changes,
                                      const BodyLookup& bodies) override;
    [[nodiscard]] Result<std::string> readBody(BodyId body) override;
    [[nodiscard]] Result<bool> sweep(std::size_t maxRows) override;
    void tidy() override {}
    [[nodiscard]] Result<void> recover() override { return {}; }
    [[nodiscard]] bool isFull() const override { return false; }
    bool stillFull() override { return false; }
    [[nodiscard]] bool isDamaged() const override { return false; }
    [[nodiscard]] Result<SalvageReport> salvage() override;
    [[nodiscard]] std::uint64_t sizeInBytes() const override { return m_bodyBytes; }

private:
    void eraseBody(BodyId body);
    [[nodiscard]] bool isPurged(const MessageRecord& message) const;

    EngineRecord m_engine;
    std::map<QueueKey, QueueRecord> m_queues;
    std::map<TopicKey, TopicRecord> m_topics;
    std::map<SubscriptionKey, SubscriptionRecord> m_subscriptions;
    std::map<Entry, MessageRecord> m_messages;
    std::map<BodyId, PublishedRecord> m_published;
    std::map<DeliveryKey, DeliveryRecord> m_deliveries;
    std::unordered_map<BodyId, std::string> m_bodies;
    std::uint64_t m_bodyBytes = 0;
    std::map<QueueKey, Entry> m_purges;
    Entry m_sweptTo = 0; ///< nothing purged is left up to here
};

} // namespace cmq::store
