#pragma once

#include "measure.h"

// What the machine can do at best: measured in the same run as the broker, because shared machines
// drift.

namespace bench {

/// One thread: append 1 KiB, fdatasync.
[[nodiscard]] Samples fdatasyncLatency(double seconds);

/// Lifecycles per second when each is three durable steps (1 KiB, and two small ones) of one of
/// `threads` threads, over one appended log with group commit: what any durable broker with one log
/// can do when its callers are threads.
[[nodiscard]] double groupCommitRate(int threads, double seconds);

/// Lifecycles per second of SQLite (write-ahead log, synchronous=FULL): insert 1 KiB and delete an
/// earlier row, `perCommit` of them in a commit. No update, no index, no messages.
[[nodiscard]] double sqliteRate(int perCommit, double seconds);

} // namespace bench
