#include "floors.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <thread>

namespace bench {

namespace {

constexpr off_t LogBytes = off_t{256} << 20;

/// A preallocated log that is written from its start again when it is full.
class Log
{
public:
    explicit Log(const Folder& folder)
        : m_file(::open((folder.path() / "log").c_str(), O_CREAT | O_WRONLY, 0600))
    {
        // Written, not only allocated: the first write to an unwritten extent changes metadata.
        const std::string zeros(std::size_t{1} << 20, '\0');
        for (off_t at = 0; at < LogBytes; at += std::ssize(zeros))
            write(zeros, at);
        ::fsync(m_file);
    }
    ~Log() { ::close(m_file); }
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    void append(const std::string& bytes)
    {
        if (m_at + std::ssize(bytes) > LogBytes)
            m_at = 0;
        write(bytes, m_at);
        m_at += std::ssize(bytes);
        ::fdatasync(m_file);
    }

private:
    void write(const std::string& bytes, off_t at) const
    {
        if (::pwrite(m_file, bytes.data(), bytes.size(), at) != std::ssize(bytes)) {
            std::perror("the floor's log");
            std::exit(1);
        }
    }

    const int m_file;
    off_t m_at = 0;
};

/// Threads leave records; whoever finds nobody writing writes all that are there.
class GroupCommit
{
public:
    explicit GroupCommit(const Folder& folder)
        : m_log(folder)
    {
    }

    void write(const std::string& record)
    {
        std::unique_lock lock(m_mutex);
        m_waiting += record;
        const std::uint64_t mine = m_filling;
        while (m_durable < mine) {
            if (m_isWriting) {
                m_changed.wait(lock);
                continue;
            }
            m_isWriting = true;
            std::string batch;
            std::swap(batch, m_waiting);
            const std::uint64_t written = m_filling++;
            lock.unlock();
            m_log.append(batch);
            lock.lock();
            m_durable = written;
            m_isWriting = false;
            m_changed.notify_all();
        }
    }

private:
    Log m_log;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::string m_waiting;
    std::uint64_t m_filling = 1;
    std::uint64_t m_durable = 0;
    bool m_isWriting = false;
};

void check(int status, sqlite3* database)
{
    if (status == SQLITE_OK || status == SQLITE_DONE)
        return;
    std::fprintf(stderr, "the floor's SQLite: %s\n", sqlite3_errmsg(database));
    std::exit(1);
}

} // namespace

Samples fdatasyncLatency(double seconds)
{
    const Folder folder;
    Log log(folder);
    const std::string record = bodyOf(1024);
    Samples samples;
    for (const auto start = Clock::now(); secondsSince(start) < seconds;) {
        const auto before = Clock::now();
        log.append(record);
        samples.add(Clock::now() - before);
    }
    return samples;
}

double groupCommitRate(int threads, double seconds)
{
    const Folder folder;
    GroupCommit commit(folder);
    std::atomic<std::uint64_t> lifecycles{0};
    const std::string body = bodyOf(1024), state(48, 'x');
    const auto start = Clock::now();
    std::vector<std::thread> callers;
    for (int i = 0; i < threads; ++i) {
        callers.emplace_back([&] {
            while (secondsSince(start) < seconds) {
                commit.write(body);
                commit.write(state);
                commit.write(state);
                ++lifecycles;
            }
        });
    }
    for (std::thread& caller : callers)
        caller.join();
    return static_cast<double>(lifecycles) / secondsSince(start);
}

double sqliteRate(int perCommit, double seconds)
{
    const Folder folder;
    sqlite3* database = nullptr;
    check(sqlite3_open((folder.path() / "floor").c_str(), &database), database);
    check(sqlite3_exec(database,
                       "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                       "CREATE TABLE body(id INTEGER PRIMARY KEY, bytes BLOB)",
                       nullptr, nullptr, nullptr),
          database);
    const auto prepare = [&](const char* sql) {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr),
              database);
        return statement;
    };
    sqlite3_stmt* begin = prepare("BEGIN IMMEDIATE");
    sqlite3_stmt* commit = prepare("COMMIT");
    sqlite3_stmt* insert = prepare("INSERT INTO body VALUES(?, ?)");
    sqlite3_stmt* erase = prepare("DELETE FROM body WHERE id=?");
    const auto run = [&](sqlite3_stmt* statement) {
        check(sqlite3_step(statement), database);
        sqlite3_reset(statement);
    };
    const std::string body = bodyOf(1024);
    std::int64_t inserted = 0, erased = 0;
    const auto start = Clock::now();
    while (secondsSince(start) < seconds) {
        run(begin);
        for (int i = 0; i < perCommit; ++i) {
            sqlite3_bind_int64(insert, 1, ++inserted);
            sqlite3_bind_blob(insert, 2, body.data(), static_cast<int>(body.size()), SQLITE_STATIC);
            run(insert);
            if (inserted > 1000) {
                sqlite3_bind_int64(erase, 1, ++erased);
                run(erase);
            }
        }
        run(commit);
    }
    const double rate = static_cast<double>(erased) / secondsSince(start);
    for (sqlite3_stmt* statement : {begin, commit, insert, erase})
        sqlite3_finalize(statement);
    sqlite3_close(database);
    return rate;
}

} // namespace bench
