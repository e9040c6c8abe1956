#pragma once

#include "sqlite.h"
#include "store.h"

#include <filesystem>
#include <string>

namespace cmq::store {

/// Copies what can be read and is whole from a damaged, open file into a new one beside it. Nothing
/// is renamed yet. Fails when nothing of it can be read.
[[nodiscard]] Result<SalvageReport> salvageFile(sqlite3* damaged, const std::filesystem::path& path,
                                                std::string damage);

/// Puts the salvaged file in place of the damaged one, which must be closed, and tells what the
/// damaged one is called now.
std::filesystem::path keepDamaged(const std::filesystem::path& path);

/// Completes a `keepDamaged` that a crash interrupted, or removes an unfinished copy.
void finishSalvage(const std::filesystem::path& path);

} // namespace cmq::store
