#include "sqlitestore.h"

#include "ballast.h"
#include "loader.h"
#include "rows.h"
#include "salvage.h"
#include "schema.h"
#include "sqlitefile.h"

#include <sys/stat.h>

#include <algorithm>
#include <string>
#include <system_error>
#include <unordered_map>
#include <utility>

namespace cmq::store {

namespace {

constexpr char FileName[] = "broker.sqlite";
/// Free pages are given back to the file system when they are most of the file and more than this.
constexpr std::int64_t VacuumPagesMin = 8192;
constexpr char VacuumSlice[] = "PRAGMA incremental_vacuum(256)";
/// Of a full disk, where the log has little room: each free page counts.
constexpr char SmallVacuumSlice[] = "PRAGMA incremental_vacuum(16)";

/// Calls `write` for each element until one fails; SQLITE_OK or that error.
template <class List, class Write>
int forEach(const List& list, Write&& write)
{
    for (const auto& element : list) {
        if (const int status = write(element); status != SQLITE_OK)
            return status;
    }
    return SQLITE_OK;
}

/// Calls `erase(first, last)` for each run of consecutive numbers, until one fails: one statement
/// erases what was sent, and is deleted, together.
template <class Erase>
int forEachRun(const std::vector<std::uint64_t>& numbers, Erase&& erase)
{
    for (std::size_t first = 0, next = 0; first < numbers.size(); first = next) {
        for (next = first + 1; next < numbers.size() && numbers[next] == numbers[next - 1] + 1;)
            ++next;
        if (const int status = erase(numbers[first], numbers[next - 1]); status != SQLITE_OK)
            return status;
    }
    return SQLITE_OK;
}

/// One pass of the sweep over the messages to which something happened together.
struct SweepPass
{
    Purges purges; ///< as they were when it began
    RewindAreas rewindAreas;
    Entry next = 0;
    Entry last = 0;
};

int rememberWalPages(void* pages, sqlite3*, const char*, int count)
{
    *static_cast<int*>(pages) = count;
    return SQLITE_OK;
}

} // namespace

class SqliteStore::Impl
{
public:
    Impl(std::filesystem::path path, const SqliteOptions& options);

    Result<void> open();
    Result<void> load(Visitor& visitor);
    Result<void> commit(const StoreChanges& changes, const BodyLookup& bodies);
    Result<std::string> readBody(BodyId body);
    Result<bool> sweep(std::size_t maxRows);
    void tidy();
    Result<void> recover();
    bool stillFull();
    Result<SalvageReport> salvage();

    const std::filesystem::path path;
    bool isFull = false;
    bool isDamaged = false;

private:
    int writeAll(const StoreChanges& changes, const BodyLookup& bodies);
    int eraseMessages(const std::vector<Entry>& entries);
    int eraseBodies(const std::vector<BodyId>& bodies);
    Error failed(int status, bool isCommitting);
    Error failed(LoadFailure failure);
    void checkpoint();
    void startPass();
    int sweepSlice(std::size_t maxRows, bool& isDone);
    int finishPass();
    Result<bool> vacuum();

    Database m_database;
    Writer m_writer;
    Statement m_readBody;
    Statement m_sweepRows;
    EngineRow m_engine;
    Purges m_purges;
    RewindAreas m_rewindAreas;
    /// No message of a queue has a lower entry: where sweeping begins.
    std::unordered_map<QueueKey, Entry> m_firstEntries;
    std::optional<SweepPass> m_pass;
    Ballast m_ballast;
    int m_walPages = 0;
    int m_walPagesMax = 0;
    int m_failure = SQLITE_OK;
    std::string m_damage;
    bool m_isUnreadable = false; ///< found damaged as soon as it was opened
};

SqliteStore::Impl::Impl(std::filesystem::path file, const SqliteOptions& options)
    : path(std::move(file))
{
    std::error_code error;
    const auto space = std::filesystem::space(path.parent_path(), error);
    const std::uint64_t available = error ? options.ballastBytes * 4 : space.available;
    const auto walBytes = std::min(options.walBytes, available / 8);
    m_walPagesMax = static_cast<int>(std::max<std::uint64_t>(walBytes / PageBytes, 16));
    m_ballast = Ballast(path.string() + ".ballast", std::min(options.ballastBytes, available / 4));
}

Result<void> SqliteStore::Impl::open()
{
    m_pass.reset();
    m_readBody = {};
    m_sweepRows = {};
    m_writer = {};
    m_database.reset();
    finishSalvage(path);
    auto opened = openFile(path);
    if (!opened)
        return fail(opened.error());
    m_database = std::move(opened->database);
    m_walPages = 0;
    sqlite3_wal_hook(m_database.get(), rememberWalPages, &m_walPages);
    m_writer = Writer(m_database.get());
    m_readBody = Statement(m_database.get(), "SELECT id, bytes, sum FROM body WHERE id=?");
    m_sweepRows =
        Statement(m_database.get(), std::string(SelectMessages) +
                                        " WHERE entry BETWEEN ? AND ? ORDER BY entry LIMIT ?");
    m_engine = {};
    m_purges.clear();
    m_rewindAreas.clear();
    m_firstEntries.clear();
    m_damage.clear();
    isDamaged = false;
    Loader loader(m_database.get());
    if (opened->isDamaged) {
        (void)failed(LoadFailure{SQLITE_CORRUPT, "SQLite finds its pages broken"});
    } else if (!m_writer.isValid()) {
        (void)failed(LoadFailure{SQLITE_CORRUPT, "its tables are not as they should be"});
    } else if (auto failure = loader.readEngine(m_engine)) {
        (void)failed(std::move(*failure));
    } else if (failure = loader.readPurges(m_purges); failure) {
        (void)failed(std::move(*failure));
    } else if (failure = loader.readRewindAreas(m_rewindAreas); failure) {
        (void)failed(std::move(*failure));
    }
    m_isUnreadable = isDamaged;
    m_failure = SQLITE_OK;
    isFull = !m_ballast.take();
    return {};
}

Error SqliteStore::Impl::failed(LoadFailure failure)
{
    if (failure.damage.empty())
        return sqliteError(path, failure.status);
    isDamaged = true;
    m_damage = std::move(failure.damage);
    return fileError(path, "is damaged: " + m_damage, AnotherFolder, ErrorId::StoreDamaged);
}

Result<void> SqliteStore::Impl::load(Visitor& visitor)
{
    if (m_isUnreadable)
        return fail(failed(LoadFailure{SQLITE_CORRUPT, m_damage}));
    m_firstEntries.clear();
    m_pass.reset();
    Loader loader(m_database.get());
    QueueKey lastQueue = 0;
    auto failure = loader.readAll(m_engine, m_purges, m_rewindAreas, visitor,
                                  [&](const MessageRecord& record) {
                                      if (record.queue != lastQueue)
                                          m_firstEntries.emplace(record.queue, record.entry);
                                      lastQueue = record.queue;
                                  });
    if (failure)
        return fail(failed(std::move(*failure)));
    return {};
}

Error SqliteStore::Impl::failed(int status, bool isCommitting)
{
    m_failure = status;
    if (sqlite3_get_autocommit(m_database.get()) == 0)
        (void)execute(m_database.get(), "ROLLBACK");
    Error error = sqliteError(path, status);
    // A full disk shows before the last page of a commit is written; any other failure may show
    // after it, and then a log that is read again has the commit.
    if (isCommitting && (status & 0xff) != SQLITE_FULL)
        error.outcome = Outcome::MayHaveHappened;
    return error;
}

Result<void> SqliteStore::Impl::commit(const StoreChanges& changes, const BodyLookup& bodies)
{
    const EngineRow before = m_engine;
    const RewindAreas areasBefore = m_rewindAreas;
    int status = m_writer.begin();
    if (status == SQLITE_OK)
        status = writeAll(changes, bodies);
    const bool isCommitting = status == SQLITE_OK;
    if (isCommitting)
        status = m_writer.end();
    if (status != SQLITE_OK) {
        m_engine = before;
        m_rewindAreas = areasBefore;
        return fail(failed(status, isCommitting));
    }
    for (const Purge& purge : changes.purges)
        m_purges[purge.queue] = std::max(m_purges[purge.queue], purge.upTo);
    return {};
}

int SqliteStore::Impl::writeAll(const StoreChanges& changes, const BodyLookup& bodies)
{
    const auto put = [this](const auto& record) { return m_writer.put(record); };
    int status = forEach(changes.putQueues, put);
    // Before the messages: what is written of them now knows of it.
    if (status == SQLITE_OK) {
        status = forEach(changes.rewindAreaChanges, [&](const RewindAreaChange& change) {
            m_rewindAreas.add(change);
            return m_writer.put(change);
        });
    }
    if (status == SQLITE_OK) {
        status = forEach(changes.erasedReleasingNames,
                         [&](const ReleasingName& record) { return m_writer.erase(record); });
    }
    if (status == SQLITE_OK)
        status = forEach(changes.putReleasingNames, put);
    if (status == SQLITE_OK)
        status = forEach(changes.erasedQueues, [&](auto key) { return m_writer.eraseQueue(key); });
    if (status == SQLITE_OK)
        status = forEach(changes.putTopics, put);
    if (status == SQLITE_OK)
        status = forEach(changes.erasedTopics, [&](auto key) { return m_writer.eraseTopic(key); });
    if (status == SQLITE_OK)
        status = forEach(changes.putSubscriptions, put);
    if (status == SQLITE_OK) {
        status = forEach(changes.erasedSubscriptions,
                         [&](auto key) { return m_writer.eraseSubscription(key); });
    }
    if (status == SQLITE_OK) {
        status = forEach(changes.newBodies,
                         [&](BodyId body) { return m_writer.insertBody(body, bodies(body)); });
    }
    if (status == SQLITE_OK) {
        status = forEach(changes.newMessages, [&](const MessageRecord& record) {
            m_firstEntries.emplace(record.queue, record.entry);
            ++m_engine.messages;
            return m_writer.insert(MessageRow{record, m_rewindAreas.newest(record.queue)});
        });
    }
    if (status == SQLITE_OK) {
        status = forEach(changes.changedMessages, [&](const MessageRecord& record) {
            return m_writer.update(MessageRow{record, m_rewindAreas.newest(record.queue)});
        });
    }
    if (status == SQLITE_OK)
        status = eraseMessages(changes.erasedMessages);
    if (status == SQLITE_OK)
        status = eraseBodies(changes.erasedBodies);
    if (status == SQLITE_OK) {
        status = forEach(changes.purges, [&](const Purge& purge) {
            const auto older = m_purges.find(purge.queue);
            const bool isOld = older != m_purges.end() && older->second >= purge.upTo;
            return isOld ? SQLITE_OK : m_writer.put(purge);
        });
    }
    if (status == SQLITE_OK)
        status = forEach(changes.newPublished, put);
    if (status == SQLITE_OK) {
        status = forEach(changes.erasedPublished,
                         [&](auto msgId) { return m_writer.erasePublished(msgId); });
    }
    if (status == SQLITE_OK)
        status = forEach(changes.putDeliveries, put);
    if (status == SQLITE_OK) {
        status = forEach(changes.erasedDeliveries,
                         [&](const DeliveryKey& key) { return m_writer.eraseDelivery(key); });
    }
    m_engine.record = changes.engine;
    return status == SQLITE_OK ? m_writer.put(m_engine) : status;
}

int SqliteStore::Impl::eraseMessages(const std::vector<Entry>& entries)
{
    return forEachRun(entries, [this](Entry first, Entry last) {
        const int status = m_writer.eraseMessages(first, last);
        m_engine.messages -= status == SQLITE_OK ? sqlite3_changes64(m_database.get()) : 0;
        return status;
    });
}

int SqliteStore::Impl::eraseBodies(const std::vector<BodyId>& bodies)
{
    return forEachRun(
        bodies, [this](BodyId first, BodyId last) { return m_writer.eraseBodies(first, last); });
}

Result<std::string> SqliteStore::Impl::readBody(BodyId body)
{
    BodyRow row;
    m_readBody.start(body);
    const int status = m_readBody.step();
    const bool isWhole = status == SQLITE_ROW && read(m_readBody, row);
    std::string bytes = isWhole ? std::string(row.bytes) : std::string();
    m_readBody.reset();
    if (isWhole)
        return bytes;
    if (status != SQLITE_ROW && status != SQLITE_DONE && !meansDamage(status))
        return fail(sqliteError(path, status));
    const std::string what = "the body of message " + std::to_string(body);
    return fail(failed(LoadFailure{
        SQLITE_CORRUPT, what + (status == SQLITE_ROW ? " has a wrong checksum" : " is missing")}));
}

void SqliteStore::Impl::startPass()
{
    SweepPass pass{m_purges, m_rewindAreas, 0, 0};
    const auto widen = [&pass](Entry first, Entry last) {
        pass.next = pass.next == 0 ? first : std::min(pass.next, first);
        pass.last = std::max(pass.last, last);
    };
    for (const auto& [queue, upTo] : m_purges) {
        const auto first = m_firstEntries.find(queue);
        if (first != m_firstEntries.end() && first->second <= upTo)
            widen(first->second, upTo);
    }
    m_rewindAreas.forEach(
        [&](const RewindAreaChange& change) { widen(change.first, change.last); });
    m_pass = std::move(pass);
}

int SqliteStore::Impl::sweepSlice(std::size_t maxRows, bool& isDone)
{
    SweepPass& pass = *m_pass;
    std::vector<Entry> gone;
    std::vector<BodyId> bodies;
    std::vector<MessageRow> changed;
    std::size_t rows = 0;
    Entry last = 0;
    m_sweepRows.start(pass.next, pass.last, static_cast<std::int64_t>(maxRows));
    int status = m_sweepRows.step();
    for (; status == SQLITE_ROW; status = m_sweepRows.step(), ++rows) {
        MessageRow row;
        const bool isWhole = read(m_sweepRows, row);
        last = row.record.entry;
        auto effect = RewindAreas::Effect::None;
        if (isPurged(pass.purges, row.record.queue, last))
            effect = RewindAreas::Effect::Gone;
        else if (isWhole) // else the next load will tell
            effect = pass.rewindAreas.apply(row.record, row.knownAreaChange);
        if (effect == RewindAreas::Effect::Changed)
            changed.push_back(std::move(row));
        if (effect != RewindAreas::Effect::Gone)
            continue;
        gone.push_back(last);
        if (row.record.msgId == last)
            bodies.push_back(last);
    }
    m_sweepRows.reset();
    if (status != SQLITE_DONE)
        return status;
    status = eraseMessages(gone);
    if (status == SQLITE_OK)
        status = eraseBodies(bodies);
    if (status == SQLITE_OK)
        status = forEach(changed, [&](const MessageRow& row) { return m_writer.update(row); });
    pass.next = last + 1;
    isDone = rows < maxRows;
    return status;
}

int SqliteStore::Impl::finishPass()
{
    for (const auto& [queue, upTo] : m_pass->purges) {
        if (m_purges[queue] != upTo)
            continue; // it grew in the meantime: another pass
        if (const int status = m_writer.erasePurge(queue); status != SQLITE_OK)
            return status;
    }
    int status = SQLITE_OK;
    m_pass->rewindAreas.forEach([&](const RewindAreaChange& change) {
        if (status == SQLITE_OK)
            status = m_writer.eraseRewindAreaChange(change.number);
    });
    return status;
}

Result<bool> SqliteStore::Impl::sweep(std::size_t maxRows)
{
    if (m_purges.empty() && m_rewindAreas.isEmpty())
        return vacuum();
    if (!m_pass)
        startPass();
    const EngineRow before = m_engine;
    bool isDone = false;
    int status = m_writer.begin();
    if (status == SQLITE_OK)
        status = sweepSlice(maxRows, isDone);
    if (status == SQLITE_OK && isDone)
        status = finishPass();
    if (status == SQLITE_OK && m_engine.messages != before.messages)
        status = m_writer.put(m_engine);
    const bool isCommitting = status == SQLITE_OK;
    if (isCommitting)
        status = m_writer.end();
    if (status != SQLITE_OK) {
        m_engine = before;
        m_pass.reset();
        return fail(failed(status, isCommitting));
    }
    if (isDone) {
        for (const auto& [queue, upTo] : m_pass->purges) {
            if (m_purges[queue] == upTo)
                m_purges.erase(queue);
            m_firstEntries[queue] = upTo + 1;
        }
        m_rewindAreas.removeUpTo(m_pass->rewindAreas.newest());
        m_pass.reset();
    }
    return true;
}

Result<bool> SqliteStore::Impl::vacuum()
{
    const std::int64_t freePages =
        queryNumber(m_database.get(), "PRAGMA freelist_count").value_or(0);
    const std::int64_t pages = queryNumber(m_database.get(), "PRAGMA page_count").value_or(0);
    if (isFull) {
        // Deletes make room, too. When there is none for this, it is not an error.
        return freePages > 0 && execute(m_database.get(), SmallVacuumSlice) == SQLITE_OK;
    }
    if (freePages < VacuumPagesMin || freePages < pages / 2)
        return false;
    if (const int status = execute(m_database.get(), VacuumSlice); status != SQLITE_OK)
        return fail(failed(status, true));
    return true;
}

void SqliteStore::Impl::tidy()
{
    if (m_walPages >= m_walPagesMax)
        checkpoint();
}

void SqliteStore::Impl::checkpoint()
{
    // Nobody else reads: all of the log goes back, and the next commit starts it anew.
    if (sqlite3_wal_checkpoint_v2(m_database.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr,
                                  nullptr) == SQLITE_OK)
        m_walPages = 0;
}

Result<void> SqliteStore::Impl::recover()
{
    if ((m_failure & 0xff) != SQLITE_FULL)
        return open();
    // The connection is as good as before; what it needs is room.
    m_failure = SQLITE_OK;
    m_pass.reset();
    isFull = true;
    m_ballast.release();
    checkpoint();
    return {};
}

bool SqliteStore::Impl::stillFull()
{
    if (isFull) {
        checkpoint(); // gives back what is free at the file's end
        isFull = !m_ballast.take();
    }
    return isFull;
}

Result<SalvageReport> SqliteStore::Impl::salvage()
{
    auto report = salvageFile(m_database.get(), path, m_damage);
    if (!report)
        return report;
    // What is open is the damaged file, and stays as it is.
    sqlite3_db_config(m_database.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    m_readBody = {};
    m_sweepRows = {};
    m_writer = {};
    m_database.reset();
    report->keptAs = keepDamaged(path).string();
    if (const auto opened = open(); !opened)
        return fail(opened.error());
    return report;
}

SqliteStore::SqliteStore(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

SqliteStore::~SqliteStore() = default;

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::filesystem::path& folder,
                                                       const SqliteOptions& options)
{
    std::error_code error;
    std::filesystem::create_directory(folder, error);
    if (!std::filesystem::is_directory(folder, error)) {
        return fail(fileError(folder / FileName, "has no folder, and none could be made",
                              "Make the folder, or choose another data folder."));
    }
    auto impl = std::make_unique<Impl>(folder / FileName, options);
    if (const auto opened = impl->open(); !opened)
        return fail(opened.error());
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(impl)));
}

Result<void> SqliteStore::load(Visitor& visitor)
{
    return m_impl->load(visitor);
}

Result<void> SqliteStore::commit(const StoreChanges& changes, const BodyLookup& bodies)
{
    return m_impl->commit(changes, bodies);
}

Result<std::string> SqliteStore::readBody(BodyId body)
{
    return m_impl->readBody(body);
}

Result<bool> SqliteStore::sweep(std::size_t maxRows)
{
    return m_impl->sweep(maxRows);
}

void SqliteStore::tidy()
{
    m_impl->tidy();
}

Result<void> SqliteStore::recover()
{
    return m_impl->recover();
}

bool SqliteStore::isFull() const
{
    return m_impl->isFull;
}

bool SqliteStore::stillFull()
{
    return m_impl->stillFull();
}

bool SqliteStore::isDamaged() const
{
    return m_impl->isDamaged;
}

Result<SalvageReport> SqliteStore::salvage()
{
    return m_impl->salvage();
}

std::uint64_t SqliteStore::sizeInBytes() const
{
    std::uint64_t bytes = 0;
    for (const auto& file : {m_impl->path, walOf(m_impl->path)}) {
        std::error_code error;
        const auto size = std::filesystem::file_size(file, error);
        bytes += error ? 0 : size;
    }
    return bytes;
}

const std::filesystem::path& SqliteStore::path() const
{
    return m_impl->path;
}

} // namespace cmq::store
