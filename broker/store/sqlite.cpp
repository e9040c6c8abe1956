#include "sqlite.h"

namespace cmq::store {

Statement::Statement(sqlite3* database, std::string_view sql)
{
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                       SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    m_statement.reset(statement);
}

std::string_view Statement::bytes(int column) const
{
    const void* data = sqlite3_column_blob(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return {static_cast<const char*>(data), data ? static_cast<std::size_t>(size) : 0};
}

void Statement::bind(int index, std::string_view value)
{
    sqlite3_bind_text64(m_statement.get(), index, value.data() ? value.data() : "", value.size(),
                        SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind(int index, Blob value)
{
    sqlite3_bind_blob64(m_statement.get(), index, value.bytes.data() ? value.bytes.data() : "",
                        value.bytes.size(), SQLITE_STATIC);
}

int execute(sqlite3* database, const char* sql)
{
    return sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
}

std::optional<std::int64_t> queryNumber(sqlite3* database, const char* sql)
{
    Statement statement(database, sql);
    if (!statement.isValid() || statement.step() != SQLITE_ROW)
        return std::nullopt;
    return statement.number(0);
}

bool meansDamage(int status)
{
    const int primary = status & 0xff;
    return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB ||
           status == SQLITE_IOERR_SHORT_READ;
}

} // namespace cmq::store
