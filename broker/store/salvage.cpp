#include "salvage.h"

#include "loader.h"
#include "rows.h"
#include "sqlitefile.h"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <system_error>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace cmq::store {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t CommitEvery = 10'000;

fs::path copyOf(const fs::path& path)
{
    return path.string() + ".salvage";
}

fs::path badName(const fs::path& path)
{
    std::error_code error;
    fs::path name = path.string() + ".bad";
    for (int i = 2; fs::exists(name, error); ++i)
        name = path.string() + ".bad" + std::to_string(i);
    return name;
}

/// Walks a table by its integer key over pages that cannot be read: forwards to a hole, past it by
/// ever longer jumps, and back to the hole's far edge.
template <class Record>
class Walk
{
public:
    Walk(sqlite3* database, const std::string& select, const std::string& key)
        : m_forwards(database, select + " WHERE " + key + " > ? ORDER BY " + key)
        , m_backwards(database, select + " WHERE " + key + " > ? AND " + key + " < ? ORDER BY " +
                                    key + " DESC")
    {
    }

    /// Calls `each` for each whole row; `broken` counts rows that were there but not whole.
    template <class Each>
    void run(std::uint64_t& broken, Each&& each)
    {
        if (!m_forwards.isValid() || !m_backwards.isValid())
            return;
        std::int64_t at = std::numeric_limits<std::int64_t>::min();
        bool isAtEnd = forwards(at, broken, each);
        while (!isAtEnd) {
            const std::int64_t edge = at;
            std::int64_t landed = edge;
            for (std::int64_t jump = 1; landed == edge; jump *= 2) {
                if (jump > std::numeric_limits<std::int64_t>::max() / 4 ||
                    (edge > 0 && jump > std::numeric_limits<std::int64_t>::max() - edge)) {
                    backwards(edge, std::numeric_limits<std::int64_t>::max(), broken, each);
                    return;
                }
                std::int64_t from = std::max<std::int64_t>(edge, 0) + jump;
                const std::int64_t start = from;
                isAtEnd = forwards(from, broken, each);
                if (isAtEnd || from != start) {
                    backwards(edge, start + 1, broken, each);
                    landed = from;
                }
            }
            at = landed;
        }
    }

private:
    /// Reads on from `at`, which follows; whether the table's end was reached.
    template <class Each>
    bool forwards(std::int64_t& at, std::uint64_t& broken, Each&& each)
    {
        m_forwards.start(at);
        int status = m_forwards.step();
        for (; status == SQLITE_ROW && m_forwards.number(0) >= at; status = m_forwards.step()) {
            at = m_forwards.number(0);
            take(m_forwards, broken, each);
        }
        m_forwards.reset();
        return status == SQLITE_DONE;
    }

    template <class Each>
    void backwards(std::int64_t above, std::int64_t below, std::uint64_t& broken, Each&& each)
    {
        m_backwards.start(above, below);
        std::int64_t last = below;
        while (m_backwards.step() == SQLITE_ROW && m_backwards.number(0) <= last) {
            last = m_backwards.number(0);
            take(m_backwards, broken, each);
        }
        m_backwards.reset();
    }

    template <class Each>
    void take(const Statement& row, std::uint64_t& broken, Each&& each)
    {
        if (read(row, m_record))
            each(m_record);
        else
            ++broken;
    }

    Statement m_forwards;
    Statement m_backwards;
    Record m_record;
};

/// One salvage from the damaged file `from` into the new one `to`.
class Salvage
{
public:
    Salvage(sqlite3* from, sqlite3* to, SalvageReport& report)
        : m_from(from)
        , m_writer(to)
        , m_report(report)
    {
    }

    int run()
    {
        m_status = m_writer.isValid() ? m_writer.begin() : SQLITE_CORRUPT;
        Loader loader(m_from);
        EngineRow found;
        if (!loader.readEngine(found))
            m_engine.record = found.record;
        (void)loader.readPurges(m_purges);
        (void)loader.readRewindAreas(m_rewindAreas);
        copyReleasingNames();
        copyTopology();
        copyMessages();
        copyPublished();
        reviveQueues();
        check(m_writer.put(m_engine));
        return m_status == SQLITE_OK ? m_writer.end() : m_status;
    }

private:
    void check(int status)
    {
        if (m_status == SQLITE_OK)
            m_status = status;
    }

    /// Numbers and keys that were used must not be used again.
    void used(std::uint64_t number)
    {
        m_engine.record.nextNumber = std::max(m_engine.record.nextNumber, number + 1);
    }
    void usedKey(std::uint32_t key)
    {
        m_engine.record.nextKey = std::max(m_engine.record.nextKey, key + 1);
    }

    void copyReleasingNames()
    {
        Statement rows(m_from, SelectReleasingNames);
        ReleasingName record;
        while (rows.isValid() && rows.step() == SQLITE_ROW) {
            if (read(rows, record))
                check(m_writer.put(record));
        }
    }

    void copyTopology()
    {
        std::uint64_t broken = 0;
        const bool isToday = Statement(m_from, SelectQueues).isValid();
        Walk<QueueRecord>(m_from, isToday ? SelectQueues : SelectQueues2, "key")
            .run(broken, [&](const QueueRecord& record) {
                if (!m_queues.insert(record.key).second)
                    return;
                usedKey(record.key);
                check(m_writer.put(record));
                ++m_report.queues;
            });
        Walk<TopicRecord>(m_from, isToday ? SelectTopics : SelectTopics2, "key")
            .run(broken, [&](const TopicRecord& record) {
                m_topics.insert(record.key);
                usedKey(record.key);
                check(m_writer.put(record));
            });
        Walk<SubscriptionRecord>(m_from, SelectSubscriptions, "key")
            .run(broken, [&](const SubscriptionRecord& record) {
                if (!m_topics.contains(record.topic))
                    return;
                m_subscriptions.insert(record.key);
                usedKey(record.key);
                check(m_writer.put(record));
            });
    }

    void copyMessages()
    {
        const bool isToday = Statement(m_from, SelectMessages).isValid();
        Walk<MessageRow>(m_from, isToday ? SelectMessages : SelectMessages1, "entry")
            .run(m_report.lostMessages, [&](const MessageRow& row) {
                MessageRecord record = row.record;
                used(row.knownAreaChange);
                if (!isPurged(m_purges, record.queue, record.entry) &&
                    m_rewindAreas.apply(record, row.knownAreaChange) != RewindAreas::Effect::Gone)
                    copyMessage(record);
            });
    }

    void copyMessage(const MessageRecord& record)
    {
        if (!copyBody(record.msgId)) {
            ++m_report.lostMessages;
            return;
        }
        const int status = m_writer.insert(MessageRow{record, 0});
        if ((status & 0xff) == SQLITE_CONSTRAINT)
            return; // a broken tree may show a row twice
        check(status);
        used(record.entry);
        used(record.msgId);
        m_engine.record.time = std::max(m_engine.record.time, record.enqueueTime);
        if (!m_queues.contains(record.queue))
            m_lostQueues.try_emplace(record.queue, record.enqueueTime);
        ++m_engine.messages;
        if (++m_report.messages % CommitEvery == 0) {
            check(m_writer.end());
            check(m_writer.begin());
        }
    }

    void copyPublished()
    {
        std::uint64_t broken = 0;
        std::unordered_set<BodyId> published;
        Walk<PublishedRecord>(m_from, SelectPublished, "msgId")
            .run(broken, [&](const PublishedRecord& record) {
                if (!m_topics.contains(record.topic) || !copyBody(record.msgId))
                    return;
                used(record.msgId);
                published.insert(record.msgId);
                check(m_writer.put(record));
            });
        Walk<DeliveryRecord>(m_from, SelectDeliveries, "msgId")
            .run(broken, [&](const DeliveryRecord& record) {
                if (published.contains(record.msgId) &&
                    m_subscriptions.contains(record.subscription))
                    check(m_writer.put(record));
            });
    }

    /// Messages without their queue are still somebody's messages.
    void reviveQueues()
    {
        for (const auto& [key, time] : m_lostQueues) {
            char id[24];
            std::snprintf(id, sizeof id, "queue-%08x", key);
            QueueRecord queue;
            queue.key = key;
            queue.queueName = "recovered-" + std::to_string(key);
            queue.queueId = id;
            queue.createTime = queue.lastModifyTime = time;
            usedKey(key);
            check(m_writer.put(queue));
            ++m_report.queues;
            ++m_report.renamedQueues;
        }
    }

    /// Whether the body is in the new file now.
    bool copyBody(BodyId body)
    {
        m_body.start(body);
        BodyRow row;
        const bool isWhole = m_body.step() == SQLITE_ROW && read(m_body, row);
        if (isWhole) {
            const int status = m_writer.insertBody(body, row.bytes);
            if ((status & 0xff) != SQLITE_CONSTRAINT) // else another message shares it
                check(status);
        }
        m_body.reset();
        return isWhole;
    }

    sqlite3* m_from;
    Writer m_writer;
    Statement m_body{m_from, "SELECT id, bytes, sum FROM body WHERE id=?"};
    SalvageReport& m_report;
    EngineRow m_engine;
    Purges m_purges;
    RewindAreas m_rewindAreas;
    std::unordered_set<std::uint32_t> m_queues, m_topics, m_subscriptions;
    std::unordered_map<QueueKey, Time> m_lostQueues;
    int m_status = SQLITE_OK;
};

} // namespace

Result<SalvageReport> salvageFile(sqlite3* damaged, const fs::path& path, std::string damage)
{
    SalvageReport report;
    report.damage = std::move(damage);
    finishSalvage(path);
    auto copy = createFile(copyOf(path));
    if (!copy)
        return fail(copy.error());
    // Nothing is written there, and what can be read is, though SQLite may know that it is broken.
    (void)execute(damaged, "PRAGMA query_only=ON; PRAGMA writable_schema=ON");
    (void)execute(copy->get(), "PRAGMA wal_autocheckpoint=1000");
    const int status = Salvage(damaged, copy->get(), report).run();
    copy->reset();
    if (status != SQLITE_OK) {
        finishSalvage(path);
        return fail(sqliteError(copyOf(path), status));
    }
    if (report.queues == 0 && report.messages == 0) {
        finishSalvage(path);
        return fail(fileError(path,
                              "is damaged (" + report.damage +
                                  "), and nothing of it can be read; it was left as it is",
                              AnotherFolder));
    }
    return report;
}

fs::path keepDamaged(const fs::path& path)
{
    const fs::path bad = badName(path);
    std::error_code error;
    // The copy is whole by now, and whichever of these a crash prevents, `finishSalvage` does.
    fs::rename(path, bad, error);
    fs::rename(walOf(path), walOf(bad), error);
    fs::rename(copyOf(path), path, error);
    return bad;
}

void finishSalvage(const fs::path& path)
{
    std::error_code error;
    if (!fs::exists(copyOf(path), error))
        return;
    if (fs::exists(path, error)) {
        fs::remove(copyOf(path), error);
        fs::remove(walOf(copyOf(path)), error);
        return;
    }
    // The log belongs to the damaged file, whose name has changed already. Nothing must take it for
    // the new file's.
    fs::rename(walOf(path), badName(path).string() + "-wal", error);
    fs::rename(copyOf(path), path, error);
}

} // namespace cmq::store
