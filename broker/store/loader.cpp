#include "loader.h"

#include <cstdint>
#include <unordered_set>

namespace cmq::store {

namespace {

LoadFailure damaged(std::string what)
{
    return {SQLITE_CORRUPT, std::move(what)};
}

// The small tables have no count of their rows: SQLite's check finds what is missing.
std::optional<LoadFailure> quickCheck(sqlite3* database, const char* table)
{
    Statement check(database, std::string("PRAGMA quick_check('") + table + "')");
    if (!check.isValid() || check.step() != SQLITE_ROW || check.bytes(0) != "ok")
        return damaged(std::string("the table ") + table + " is broken");
    return std::nullopt;
}

constexpr std::uint64_t ProgressEvery = 65536;

} // namespace

Loader::Loader(sqlite3* database)
    : m_database(database)
{
}

template <class Record, class Each>
std::optional<LoadFailure> Loader::readTable(const char* table, const std::string& sql, Each&& each)
{
    Statement rows(m_database, sql);
    if (!rows.isValid())
        return damaged(std::string("the table ") + table + " is missing");
    Record record;
    int status = rows.step();
    for (; status == SQLITE_ROW; status = rows.step()) {
        if (!read(rows, record))
            return damaged(std::string("a row of the table ") + table + " has a wrong checksum");
        if (std::optional<LoadFailure> failure = each(record))
            return failure;
    }
    if (status == SQLITE_DONE)
        return std::nullopt;
    if (meansDamage(status))
        return damaged(std::string("the table ") + table + " cannot be read to its end");
    return LoadFailure{status, {}};
}

std::optional<LoadFailure> Loader::readEngine(EngineRow& out)
{
    return readTable<EngineRow>("engine", SelectEngine, [&](const EngineRow& row) {
        out = row;
        return std::optional<LoadFailure>();
    });
}

std::optional<LoadFailure> Loader::readPurges(Purges& out)
{
    out.clear();
    if (auto failure = quickCheck(m_database, "purge"))
        return failure;
    return readTable<Purge>("purge", SelectPurges, [&](const Purge& purge) {
        out[purge.queue] = purge.upTo;
        return std::optional<LoadFailure>();
    });
}

std::optional<LoadFailure> Loader::readRewindAreas(RewindAreas& out)
{
    out.clear();
    if (auto failure = quickCheck(m_database, "rewindAreaChange"))
        return failure;
    return readTable<RewindAreaChange>("rewindAreaChange",
                                       std::string(SelectRewindAreaChanges) + " ORDER BY number",
                                       [&](const RewindAreaChange& change) {
                                           out.add(change);
                                           return std::optional<LoadFailure>();
                                       });
}

std::optional<LoadFailure> Loader::readAll(const EngineRow& engine, const Purges& purges,
                                           const RewindAreas& rewindAreas, Visitor& visitor,
                                           const std::function<void(const MessageRecord&)>& seen)
{
    using Failure = std::optional<LoadFailure>;
    for (const char* table :
         {"releasingName", "queue", "topic", "subscription", "published", "delivery"}) {
        if (Failure failure = quickCheck(m_database, table))
            return failure;
    }
    std::unordered_set<std::uint32_t> queues, topics, subscriptions;
    std::unordered_set<BodyId> published;

    visitor.visit(engine.record);
    Failure failure =
        readTable<ReleasingName>("releasingName", SelectReleasingNames, [&](const auto& record) {
            visitor.visit(record);
            return Failure();
        });
    if (failure)
        return failure;
    failure = readTable<QueueRecord>("queue", std::string(SelectQueues) + " ORDER BY key",
                                     [&](const QueueRecord& record) {
                                         queues.insert(record.key);
                                         visitor.visit(record);
                                         return Failure();
                                     });
    if (failure)
        return failure;
    failure = readTable<TopicRecord>("topic", std::string(SelectTopics) + " ORDER BY key",
                                     [&](const TopicRecord& record) {
                                         topics.insert(record.key);
                                         visitor.visit(record);
                                         return Failure();
                                     });
    if (failure)
        return failure;
    failure = readTable<SubscriptionRecord>(
        "subscription", std::string(SelectSubscriptions) + " ORDER BY key",
        [&](const SubscriptionRecord& record) -> Failure {
            if (!topics.contains(record.topic))
                return damaged("the topic of a subscription is missing");
            subscriptions.insert(record.key);
            visitor.visit(record);
            return std::nullopt;
        });
    if (failure)
        return failure;

    std::uint64_t done = 0;
    const auto total = static_cast<std::uint64_t>(engine.messages);
    Entry last = 0;
    QueueKey lastQueue = 0;
    MessageRecord changed;
    failure = readTable<MessageRow>(
        "message", std::string(SelectMessages) + " ORDER BY entry",
        [&](const MessageRow& row) -> Failure {
            const MessageRecord& record = row.record;
            if (record.entry <= last)
                return damaged("messages are out of order");
            last = record.entry;
            if (done++ % ProgressEvery == 0)
                visitor.progress(done, total);
            seen(record);
            if (!purges.empty() && isPurged(purges, record.queue, record.entry))
                return std::nullopt;
            if (record.queue != lastQueue && !queues.contains(record.queue))
                return damaged("the queue of a message is missing");
            lastQueue = record.queue;
            if (rewindAreas.isEmpty() || record.state != MessageState::Rewindable) {
                visitor.visit(record);
                return std::nullopt;
            }
            changed = record;
            if (rewindAreas.apply(changed, row.knownAreaChange) != RewindAreas::Effect::Gone)
                visitor.visit(changed);
            return std::nullopt;
        });
    if (failure)
        return failure;
    if (done != total)
        return damaged(std::to_string(total) + " messages were written and " +
                       std::to_string(done) + " are there");
    visitor.progress(done, total);

    failure = readTable<PublishedRecord>(
        "published", std::string(SelectPublished) + " ORDER BY msgId",
        [&](const PublishedRecord& record) -> Failure {
            if (!topics.contains(record.topic))
                return damaged("the topic of a published message is missing");
            published.insert(record.msgId);
            visitor.visit(record);
            return std::nullopt;
        });
    if (failure)
        return failure;
    return readTable<DeliveryRecord>(
        "delivery", std::string(SelectDeliveries) + " ORDER BY msgId, subscription",
        [&](const DeliveryRecord& record) -> Failure {
            if (!published.contains(record.msgId) || !subscriptions.contains(record.subscription))
                return damaged("the message or subscription of a delivery is missing");
            visitor.visit(record);
            return std::nullopt;
        });
}

} // namespace cmq::store
