#pragma once

#include "rewindareas.h"
#include "rows.h"
#include "store.h"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace cmq::store {

using Purges = std::map<QueueKey, Entry>;

/// Why loading stopped: an I/O error, or damage in words.
struct LoadFailure
{
    int status = SQLITE_OK;
    std::string damage; ///< empty when the file itself seems whole
};

/// Reads a file's tables and checks each row, and that all are there.
class Loader final
{
public:
    explicit Loader(sqlite3* database);

    /// What must be known before anything else; the default row for a new store.
    [[nodiscard]] std::optional<LoadFailure> readEngine(EngineRow& out);
    [[nodiscard]] std::optional<LoadFailure> readPurges(Purges& out);
    [[nodiscard]] std::optional<LoadFailure> readRewindAreas(RewindAreas& out);
    /// Everything, in the order of `Store::load`; `seen` hears of each message row, purged or not.
    [[nodiscard]] std::optional<LoadFailure>
    readAll(const EngineRow& engine, const Purges& purges, const RewindAreas& rewindAreas,
            Visitor& visitor, const std::function<void(const MessageRecord&)>& seen);

private:
    template <class Record, class Each>
    std::optional<LoadFailure> readTable(const char* table, const std::string& sql, Each&& each);

    sqlite3* m_database;
};

/// Whether a purge covers a message.
[[nodiscard]] inline bool isPurged(const Purges& purges, QueueKey queue, Entry entry)
{
    const auto purge = purges.find(queue);
    return purge != purges.end() && entry <= purge->second;
}

} // namespace cmq::store
