#pragma once

#include "store/store.h"

#include <map>
#include <string>
#include <vector>

// What tests of stores share: records that are easy to make, and everything that a store holds.

namespace storetest {

/// Everything that a store holds.
struct Contents
{
    cmq::EngineRecord engine;
    std::vector<cmq::ReleasingName> releasingNames;
    std::vector<cmq::QueueRecord> queues;
    std::vector<cmq::TopicRecord> topics;
    std::vector<cmq::SubscriptionRecord> subscriptions;
    std::vector<cmq::MessageRecord> messages;
    std::vector<cmq::PublishedRecord> published;
    std::vector<cmq::DeliveryRecord> deliveries;

    [[nodiscard]] std::vector<cmq::Entry> entries() const
    {
        std::vector<cmq::Entry> list;
        for (const auto& message : messages)
            list.push_back(message.entry);
        return list;
    }
};

inline cmq::Result<Contents> contentsOf(cmq::store::Store& store)
{
    class Collector final : public cmq::store::Visitor
    {
    public:
        Contents all;
        void visit(const cmq::EngineRecord& record) override { all.engine = record; }
        void visit(const cmq::ReleasingName& record) override
        {
            all.releasingNames.push_back(record);
        }
        void visit(const cmq::QueueRecord& record) override { all.queues.push_back(record); }
        void visit(const cmq::TopicRecord& record) override { all.topics.push_back(record); }
        void visit(const cmq::SubscriptionRecord& record) override
        {
            all.subscriptions.push_back(record);
        }
        void visit(const cmq::MessageRecord& record) override { all.messages.push_back(record); }
        void visit(const cmq::PublishedRecord& record) override { all.published.push_back(record); }
        void visit(const cmq::DeliveryRecord& record) override { all.deliveries.push_back(record); }
    };
    Collector collector;
    if (const auto loaded = store.load(collector); !loaded)
        return cmq::fail(loaded.error());
    return std::move(collector.all);
}

inline cmq::Time at(std::int64_t seconds)
{
    return cmq::fromUnixSeconds(1'700'000'000 + seconds);
}

inline cmq::QueueRecord queue(cmq::QueueKey key, const std::string& name)
{
    cmq::QueueRecord record;
    record.key = key;
    record.queueName = name;
    record.queueId = "queue-" + name;
    record.createTime = at(1);
    record.lastModifyTime = at(2);
    return record;
}

inline cmq::MessageRecord message(cmq::Entry entry, cmq::QueueKey queue, cmq::BodyId msgId = 0)
{
    cmq::MessageRecord record;
    record.entry = entry;
    record.queue = queue;
    record.msgId = msgId == 0 ? entry : msgId;
    record.enqueueTime = record.visibleTime = at(static_cast<std::int64_t>(entry));
    record.bodyBytes = 10;
    return record;
}

/// A body that differs for each id, some of them larger than a page.
inline std::string bodyOf(cmq::BodyId id)
{
    return "body " + std::to_string(id) + std::string(id % 7 == 0 ? 20'000 : id % 50, '.');
}

inline cmq::Result<void> commit(cmq::store::Store& store, const cmq::StoreChanges& changes)
{
    std::map<cmq::BodyId, std::string> bodies;
    for (const cmq::BodyId body : changes.newBodies)
        bodies[body] = bodyOf(body);
    return store.commit(changes,
                        [&](cmq::BodyId body) -> std::string_view { return bodies[body]; });
}

/// A queue `key` with the messages `first` to `last`, each with its body.
inline cmq::StoreChanges filled(cmq::QueueKey key, cmq::Entry first, cmq::Entry last)
{
    cmq::StoreChanges changes;
    changes.putQueues.push_back(queue(key, "q" + std::to_string(key)));
    for (cmq::Entry entry = first; entry <= last; ++entry) {
        changes.newMessages.push_back(message(entry, key));
        changes.newBodies.push_back(entry);
    }
    changes.engine.nextNumber = last + 1;
    changes.engine.nextKey = key + 1;
    changes.engine.seed = 99;
    changes.engine.time = at(100);
    return changes;
}

inline bool sweepAll(cmq::store::Store& store, std::size_t rows)
{
    for (;;) {
        const auto isMoreLeft = store.sweep(rows);
        if (!isMoreLeft)
            return false;
        if (!*isMoreLeft)
            return true;
    }
}

} // namespace storetest
