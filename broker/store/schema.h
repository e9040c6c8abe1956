#pragma once

#include <cstdint>
#include <string_view>

namespace cmq::store {

/// "CMQ1" in the header of the file: whose it is.
inline constexpr std::int32_t ApplicationId = 0x434d5131;

/// The version of the tables, in the file's user_version.
///
/// To change the tables:
/// 1. raise this number and change `CreateTables`;
/// 2. write the step from the version before as SQL, run it in `SqliteStore` when a file with the
///    older number is opened, inside one transaction that ends with the new user_version;
/// 3. keep a small file of the old version under tests/ and let a test open it.
/// A file with a greater number is refused and left as it is.
inline constexpr std::int32_t SchemaVersion = 3;

/// Twice SQLite's own: seven bodies of 1 KiB fill a page where 4 KiB hold three with a gap, and a
/// commit of many messages writes a third less. Fixed when the file is made.
inline constexpr std::uint64_t PageBytes = 8192;

/// Makes the tables of a new file. Each row has a checksum of its own (`sum`), because SQLite has
/// none for pages: a flipped bit is an error, never another state. Bodies stand alone: they are
/// written once, never updated, and not read when the store opens. Absent and zero take no space.
inline constexpr std::string_view CreateTables = R"sql(
CREATE TABLE engine(
    id INTEGER PRIMARY KEY CHECK(id = 1),
    nextNumber INTEGER NOT NULL,
    nextKey INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    time INTEGER NOT NULL,          -- ms since 1970, like every time here
    messages INTEGER NOT NULL,      -- rows of the table message: fewer are a damage
    sum INTEGER NOT NULL
) STRICT;
CREATE TABLE queue(
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    createTime INTEGER NOT NULL,
    lastModifyTime INTEGER NOT NULL,
    deadLetterBarrier INTEGER NOT NULL,
    maxMsgHeapNum INTEGER NOT NULL,
    pollingWaitSeconds INTEGER NOT NULL,
    visibilityTimeout INTEGER NOT NULL,
    maxMsgSize INTEGER NOT NULL,
    msgRetentionSeconds INTEGER NOT NULL,
    rewindSeconds INTEGER NOT NULL,
    deadLetterQueue TEXT,           -- NULL: no dead-letter policy
    deadLetterRule INTEGER,
    maxReceiveCount INTEGER,
    maxTimeToLive INTEGER,
    sum INTEGER NOT NULL,
    cloud TEXT                      -- what API 3.0 adds, netstrings in pairs: 5:trace,1:1,; NULL: none
) STRICT;
CREATE TABLE topic(
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    maxMsgSize INTEGER NOT NULL,
    filterType INTEGER NOT NULL,
    createTime INTEGER NOT NULL,
    lastModifyTime INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    cloud TEXT                      -- as of queues
) STRICT;
CREATE TABLE subscription(
    key INTEGER PRIMARY KEY,
    topic INTEGER NOT NULL,
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    protocol INTEGER NOT NULL,
    endpoint TEXT NOT NULL,
    notifyStrategy INTEGER NOT NULL,
    notifyContentFormat INTEGER NOT NULL,
    filterTag TEXT NOT NULL,        -- lists are netstrings: 3:red,5:green,
    bindingKey TEXT NOT NULL,
    createTime INTEGER NOT NULL,
    lastModifyTime INTEGER NOT NULL,
    sum INTEGER NOT NULL
) STRICT;
CREATE TABLE message(
    entry INTEGER PRIMARY KEY,
    queue INTEGER NOT NULL,
    msgId INTEGER,                  -- NULL: the entry, and the body is this message's alone
    enqueueTime INTEGER NOT NULL,
    state INTEGER NOT NULL,         -- 0 delayed, 1 active, 2 inactive, 3 rewindable
    due INTEGER NOT NULL,
    firstDequeueTime INTEGER,
    bodyBytes INTEGER NOT NULL,
    dequeueCount INTEGER NOT NULL,
    handleGeneration INTEGER NOT NULL,
    visibleTime INTEGER,            -- NULL: the enqueueTime
    originQueue TEXT,               -- NULL: not dead-lettered
    originEnqueueTime INTEGER,
    originDequeueCount INTEGER,
    sum INTEGER NOT NULL,
    knownAreaChange INTEGER         -- changes of the rewind area up to this are in here; NULL: none
) STRICT;
CREATE TABLE body(
    id INTEGER PRIMARY KEY,
    sum INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE TABLE purge(                 -- messages up to an entry that are gone but still have rows
    queue INTEGER PRIMARY KEY,
    upTo INTEGER NOT NULL,
    sum INTEGER NOT NULL
) STRICT;
CREATE TABLE rewindAreaChange(      -- has not reached all of these messages' rows yet
    number INTEGER PRIMARY KEY,
    queue INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    rewoundAt INTEGER,              -- NULL: the messages are gone
    sum INTEGER NOT NULL
) STRICT;
CREATE TABLE releasingName(         -- of deleted queues and topics: not free before freeTime
    isTopic INTEGER NOT NULL,
    name TEXT NOT NULL,
    freeTime INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY(isTopic, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE published(
    msgId INTEGER PRIMARY KEY,
    topic INTEGER NOT NULL,
    publishTime INTEGER NOT NULL,
    bodyBytes INTEGER NOT NULL,
    msgTag TEXT NOT NULL,
    sum INTEGER NOT NULL
) STRICT;
CREATE TABLE delivery(
    msgId INTEGER NOT NULL,
    subscription INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    nextAttemptTime INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY(msgId, subscription)
) STRICT, WITHOUT ROWID;
)sql";

/// From version 1 on. It had no rewindAreaChange and no releasingName, and wrote each message that
/// a rewind reached.
inline constexpr std::string_view UpgradeFrom1 = R"sql(
ALTER TABLE message ADD COLUMN knownAreaChange INTEGER;
CREATE TABLE rewindAreaChange(
    number INTEGER PRIMARY KEY,
    queue INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    rewoundAt INTEGER,
    sum INTEGER NOT NULL
) STRICT;
CREATE TABLE releasingName(
    isTopic INTEGER NOT NULL,
    name TEXT NOT NULL,
    freeTime INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY(isTopic, name)
) STRICT, WITHOUT ROWID;
PRAGMA user_version=2;
)sql";

/// From version 2 on. It knew nothing of API 3.0.
inline constexpr std::string_view UpgradeFrom2 = R"sql(
ALTER TABLE queue ADD COLUMN cloud TEXT;
ALTER TABLE topic ADD COLUMN cloud TEXT;
PRAGMA user_version=3;
)sql";

} // namespace cmq::store
