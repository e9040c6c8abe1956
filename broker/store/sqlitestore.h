#pragma once

#include "store.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace cmq::store {

struct SqliteOptions
{
    /// The log is written back into the file when it has grown to so many bytes: larger is fewer,
    /// longer pauses, and pages that change often are written back less often. On a small disk an
    /// eighth of what is free.
    std::uint64_t walBytes = std::uint64_t{16} << 20;
    /// Kept free for receives and deletes when the disk is full: more than the log, which must find
    /// room in the file then. On a small disk a quarter of what is free.
    std::uint64_t ballastBytes = std::uint64_t{24} << 20;
};

/// The store in one SQLite file, `broker.sqlite`, in a folder.
///
/// A commit is durable (write-ahead log, synchronous=FULL). The file is locked against other
/// processes while the object lives. Not for several threads.
class SqliteStore final : public Store
{
public:
    /// Opens the store in `folder`, or makes one; the folder itself is made when its parent is
    /// there. Errors: StoreFailed when the folder or file cannot be used, is locked by another
    /// process, is not ours, or is newer than this program. Nothing is changed then.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>>
    open(const std::filesystem::path& folder, const SqliteOptions& options = {});
    ~SqliteStore() override;

    [[nodiscard]] Result<void> load(Visitor& visitor) override;
    [[nodiscard]] Result<void> commit(const StoreChanges& changes,
                                      const BodyLookup& bodies) override;
    [[nodiscard]] Result<std::string> readBody(BodyId body) override;
    [[nodiscard]] Result<bool> sweep(std::size_t maxRows) override;
    void tidy() override;
    [[nodiscard]] Result<void> recover() override;
    [[nodiscard]] bool isFull() const override;
    bool stillFull() override;
    [[nodiscard]] bool isDamaged() const override;
    [[nodiscard]] Result<SalvageReport> salvage() override;
    [[nodiscard]] std::uint64_t sizeInBytes() const override;

    /// The file.
    [[nodiscard]] const std::filesystem::path& path() const;

private:
    class Impl;
    explicit SqliteStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace cmq::store
