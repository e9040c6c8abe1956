#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

// A thin cover over SQLite for this room only: statements that close themselves, and values bound
// in order. Errors are SQLite's extended result codes.

namespace cmq::store {

/// Bytes that are not text.
struct Blob
{
    std::string_view bytes;
};

/// A prepared statement. An empty one (failed to prepare) fails each use with SQLITE_MISUSE.
class Statement final
{
public:
    Statement() = default;
    Statement(sqlite3* database, std::string_view sql);

    [[nodiscard]] bool isValid() const { return m_statement != nullptr; }

    /// Binds `values` in their order, runs the statement to its end and returns SQLITE_OK or the
    /// error. Bound text and blobs must stay until then.
    template <class... Values>
    [[nodiscard]] int run(const Values&... values)
    {
        start(values...);
        const int status = step();
        reset();
        return status == SQLITE_DONE || status == SQLITE_ROW ? SQLITE_OK : status;
    }

    /// Binds `values`; `step` then gives SQLITE_ROW until SQLITE_DONE. Call `reset` at the end.
    template <class... Values>
    void start(const Values&... values)
    {
        int index = 0;
        (bind(++index, values), ...);
    }
    [[nodiscard]] int step() { return sqlite3_step(m_statement.get()); }
    void reset() { sqlite3_reset(m_statement.get()); }

    [[nodiscard]] std::int64_t number(int column) const
    {
        return sqlite3_column_int64(m_statement.get(), column);
    }
    [[nodiscard]] bool isNull(int column) const
    {
        return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
    }
    /// Text or blob; valid until the next step or reset.
    [[nodiscard]] std::string_view bytes(int column) const;

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };

    void bind(int index, std::int64_t value)
    {
        sqlite3_bind_int64(m_statement.get(), index, value);
    }
    void bind(int index, std::uint64_t value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, std::uint32_t value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, int value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, std::string_view value);
    void bind(int index, Blob value);
    template <class Value>
    void bind(int index, const std::optional<Value>& value)
    {
        if (value)
            bind(index, *value);
        else
            sqlite3_bind_null(m_statement.get(), index);
    }

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

struct CloseDatabase
{
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

/// Runs SQL that gives nothing back; SQLITE_OK or the error.
[[nodiscard]] int execute(sqlite3* database, const char* sql);
/// The first number of the first row; none on error.
[[nodiscard]] std::optional<std::int64_t> queryNumber(sqlite3* database, const char* sql);
/// Whether a result code says that the file's content is wrong.
[[nodiscard]] bool meansDamage(int status);

} // namespace cmq::store
