#pragma once

#include "sqlite.h"

#include "cmq/error.h"
#include "cmq/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace cmq::store {

/// An error about a file, in a sentence that ends with a way out; `id` is one of Store….
[[nodiscard]] Error fileError(const std::filesystem::path& path, std::string_view problem,
                              std::string_view advice, ErrorId id = ErrorId::StoreFailed);
/// The same for what SQLite says.
[[nodiscard]] Error sqliteError(const std::filesystem::path& path, int status);

inline constexpr std::string_view AnotherFolder = "Choose another data folder, or work in memory.";

struct OpenedFile
{
    Database database;
    bool isDamaged = false; ///< as far as SQLite noticed already; it can be read in part
};

/// Opens the store's file, or makes it, and locks it against every other process for as long as the
/// database is open. A file that is not ours, or newer than this program, is refused and left as it
/// is. Whether the content is whole is not looked at.
[[nodiscard]] Result<OpenedFile> openFile(const std::filesystem::path& path);

/// Makes a new file with the tables in it; there must be none.
[[nodiscard]] Result<Database> createFile(const std::filesystem::path& path);

/// The write-ahead log that SQLite keeps beside a file.
[[nodiscard]] std::filesystem::path walOf(const std::filesystem::path& path);

} // namespace cmq::store
