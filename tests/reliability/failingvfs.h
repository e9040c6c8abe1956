#pragma once

#include <cstdint>

/// A file layer under SQLite that fails when told: as long as it lives it is SQLite's default.
/// Writes, syncs, truncations, openings and deletions count, each as one operation. One at a time;
/// for one thread.
class FailingVfs final
{
public:
    FailingVfs();
    ~FailingVfs();
    FailingVfs(const FailingVfs&) = delete;
    FailingVfs& operator=(const FailingVfs&) = delete;

    /// The `k`-th operation from now fails, and if `forGood` every one after it.
    void failAt(std::int64_t k, bool forGood);
    /// Nothing fails any more.
    void heal();
    /// Whether something has failed since `failAt`.
    [[nodiscard]] bool hasFired() const;

    /// No file grows any more when all together have so many bytes: a full disk. 0: no limit.
    void limitBytes(std::int64_t bytes);
};
