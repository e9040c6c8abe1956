#pragma once

#include "rewindareas.h"
#include "store.h"

#include <map>
#include <set>
#include <string>
#include <tuple>
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
    struct MessageRow
    {
        MessageRecord record;
        std::uint64_t knownAreaChange = 0;
    };
    struct ByName
    {
        bool operator()(const ReleasingName& left, const ReleasingName& right) const
        {
            return std::tie(left.isTopic, left.name) < std::tie(right.isTopic, right.name);
        }
    };

    void eraseBody(BodyId body);
    [[nodiscard]] bool isPurged(const MessageRecord& message) const;

    EngineRecord m_engine;
    std::map<QueueKey, QueueRecord> m_queues;
    std::map<TopicKey, TopicRecord> m_topics;
    std::map<SubscriptionKey, SubscriptionRecord> m_subscriptions;
    std::map<Entry, MessageRow> m_messages;
    std::map<BodyId, PublishedRecord> m_published;
    std::map<DeliveryKey, DeliveryRecord> m_deliveries;
    std::unordered_map<BodyId, std::string> m_bodies;
    std::uint64_t m_bodyBytes = 0;
    std::set<ReleasingName, ByName> m_releasingNames;
    std::map<QueueKey, Entry> m_purges;
    RewindAreas m_rewindAreas;
    Entry m_sweptTo = 0;               ///< nothing that went or changed together is left up to here
    std::uint64_t m_sweepingAreas = 0; ///< the newest area change when the sweep began
};

} // namespace cmq::store
