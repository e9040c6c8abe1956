#include "sqlitefile.h"

#include "schema.h"

#include <array>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>

namespace cmq::store {

namespace {

// Where SQLite's file format has what. Source: sqlite.org/fileformat2.html, the database header.
constexpr std::size_t HeaderBytes = 100;
constexpr std::string_view Magic{"SQLite format 3\0", 16};
constexpr std::size_t UserVersionOffset = 60;
constexpr std::size_t ApplicationIdOffset = 68;

std::int32_t bigEndianAt(const std::array<char, HeaderBytes>& header, std::size_t offset)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(header[offset + i]);
    return static_cast<std::int32_t>(value);
}

Error newer(const std::filesystem::path& path, std::int64_t version)
{
    return fileError(path,
                     "was written by a newer version of this program (format " +
                         std::to_string(version) + ", this one knows " +
                         std::to_string(SchemaVersion) + "); it was left as it is",
                     "Use the newer version, or choose another data folder.", ErrorId::StoreNewer);
}

// Looks at the header before SQLite does, because SQLite may write as soon as it opens a file.
Result<void> checkHeader(const std::filesystem::path& path)
{
    std::array<char, HeaderBytes> header{};
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return fail(fileError(path, "cannot be read",
                              "Check the permissions of the file, or choose another data folder."));
    }
    file.read(header.data(), HeaderBytes);
    if (file.gcount() < static_cast<std::streamsize>(HeaderBytes) ||
        std::string_view(header.data(), Magic.size()) != Magic ||
        bigEndianAt(header, ApplicationIdOffset) != ApplicationId) {
        return fail(fileError(path, "is not a store of this program; it was left as it is",
                              AnotherFolder, ErrorId::StoreForeign));
    }
    if (const auto version = bigEndianAt(header, UserVersionOffset); version > SchemaVersion)
        return fail(newer(path, version));
    return {};
}

Result<Database> openDatabase(const std::filesystem::path& path)
{
    sqlite3* handle = nullptr;
    const int status = sqlite3_open_v2(path.c_str(), &handle,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE |
                                           SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                       nullptr);
    Database database(handle);
    if (status != SQLITE_OK)
        return fail(sqliteError(path, status));
    if (sqlite3_db_readonly(handle, "main") == 1)
        return fail(sqliteError(path, SQLITE_READONLY));
    // The lock is taken by the first access and kept until the database is closed. It also spares
    // the shared memory that several processes would need. A full disk must show when something is
    // written, not when a lock is taken: temporary tables stay in memory. What is deleted is
    // overwritten where its page is written anyway; Debian's default writes free pages, too.
    for (const char* pragma :
         {"PRAGMA locking_mode=EXCLUSIVE", "PRAGMA cell_size_check=ON", "PRAGMA temp_store=MEMORY",
          "PRAGMA synchronous=FULL", "PRAGMA wal_autocheckpoint=0", "PRAGMA cache_size=-65536",
          "PRAGMA secure_delete=FAST", "PRAGMA trusted_schema=OFF"}) {
        // What is damaged shows when it is locked, and is only read then.
        if (const int failed = execute(handle, pragma); failed != SQLITE_OK && !meansDamage(failed))
            return fail(sqliteError(path, failed));
    }
    return database;
}

// The first access takes the lock, and reads the log.
int takeLock(sqlite3* database)
{
    for (const char* sql : {"PRAGMA journal_mode=WAL", "BEGIN IMMEDIATE", "COMMIT"}) {
        if (const int status = execute(database, sql); status != SQLITE_OK)
            return status;
    }
    return SQLITE_OK;
}

// A file that is too short is refused even to readers, unless they say that they know. Nothing is
// written: it must stay as it is.
int lockDamaged(sqlite3* database)
{
    sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    for (const char* sql : {"PRAGMA query_only=ON", "PRAGMA writable_schema=ON",
                            "SELECT count(*) FROM sqlite_schema"}) {
        // What cannot even be read now cannot be salvaged, which will say so.
        if (const int status = execute(database, sql); status != SQLITE_OK && !meansDamage(status))
            return status;
    }
    return SQLITE_OK;
}

/// Brings the tables of an older version to today's.
int upgrade(sqlite3* database, std::int64_t version)
{
    if (version < 1 || version >= SchemaVersion)
        return SQLITE_OK;
    int status = execute(database, "BEGIN IMMEDIATE");
    if (status == SQLITE_OK && version == 1)
        status = execute(database, std::string(UpgradeFrom1).c_str());
    if (status == SQLITE_OK)
        status = execute(database, std::string(UpgradeFrom2).c_str());
    if (status == SQLITE_OK)
        status = execute(database, "COMMIT");
    if (sqlite3_get_autocommit(database) == 0)
        (void)execute(database, "ROLLBACK");
    return status;
}

} // namespace

Error fileError(const std::filesystem::path& path, std::string_view problem,
                std::string_view advice, ErrorId id)
{
    std::string detail = "The store ";
    detail.append(path.string()).append(" ").append(problem).append(". ").append(advice);
    return makeError(id, {}, std::move(detail));
}

Error sqliteError(const std::filesystem::path& path, int status)
{
    switch (status & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fileError(path, "is used by another process",
                         "Close the other program, or choose another data folder.",
                         ErrorId::StoreInUse);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return fileError(path, "is read-only",
                         "Make the file and its folder writable, or choose another data folder.",
                         ErrorId::StoreReadOnly);
    case SQLITE_CANTOPEN:
        return fileError(path, "cannot be opened or created",
                         "Check that its folder exists and is writable, or choose another one.");
    case SQLITE_FULL:
        return fileError(path, "cannot grow: the disk is full",
                         "Free some space; sending goes on by itself then.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return fileError(path, "is damaged", AnotherFolder, ErrorId::StoreDamaged);
    default:
        return fileError(path,
                         std::string("cannot be used: ") + sqlite3_errstr(status) + " (SQLite " +
                             std::to_string(status) + ')',
                         "Check the disk, or choose another data folder.");
    }
}

std::filesystem::path walOf(const std::filesystem::path& path)
{
    return path.string() + "-wal";
}

Result<OpenedFile> openFile(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        // Made under another name first: a crash must not leave half a store under this one.
        const std::filesystem::path unfinished = path.string() + ".new";
        auto database = createFile(unfinished);
        if (!database)
            return fail(database.error());
        database->reset();
        std::filesystem::rename(unfinished, path, error);
        if (error)
            return fail(sqliteError(path, SQLITE_CANTOPEN));
    }
    if (const auto checked = checkHeader(path); !checked)
        return fail(checked.error());
    auto database = openDatabase(path);
    if (!database)
        return fail(database.error());
    OpenedFile opened{std::move(*database), false};
    int status = takeLock(opened.database.get());
    if (meansDamage(status)) {
        opened.isDamaged = true;
        status = lockDamaged(opened.database.get());
    }
    if (status != SQLITE_OK)
        return fail(sqliteError(path, status));
    // The log may know better than the header.
    const auto version =
        queryNumber(opened.database.get(), "PRAGMA user_version").value_or(SchemaVersion);
    if (version > SchemaVersion) {
        sqlite3_db_config(opened.database.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        return fail(newer(path, version));
    }
    if (!opened.isDamaged) {
        status = upgrade(opened.database.get(), version);
        if (meansDamage(status)) {
            opened.isDamaged = true;
            status = lockDamaged(opened.database.get());
        }
        if (status != SQLITE_OK)
            return fail(sqliteError(path, status));
    }
    return opened;
}

Result<Database> createFile(const std::filesystem::path& path)
{
    auto database = openDatabase(path);
    if (!database)
        return database;
    const std::string pages = "PRAGMA page_size=" + std::to_string(PageBytes) +
                              "; PRAGMA auto_vacuum=INCREMENTAL; BEGIN EXCLUSIVE";
    const std::string create = "PRAGMA application_id=" + std::to_string(ApplicationId) +
                               "; PRAGMA user_version=" + std::to_string(SchemaVersion) + ';' +
                               std::string(CreateTables);
    int status = execute(database->get(), pages.c_str());
    // An earlier attempt may have come so far that only its name was to change.
    if (status == SQLITE_OK && queryNumber(database->get(), "PRAGMA user_version") == 0)
        status = execute(database->get(), create.c_str());
    if (status == SQLITE_OK)
        status = execute(database->get(), "COMMIT; PRAGMA journal_mode=WAL");
    if (status != SQLITE_OK)
        return fail(sqliteError(path, status));
    return database;
}

} // namespace cmq::store
