#pragma once

#include "state.h"

namespace cmq::engine {

// What happens to many messages at once. From `BulkCount` messages on they go by whole chunks, with
// one event and one change of the store for all; the store changes its rows in slices. So a million
// of them cost the broker's thread a few hundredths of a second, and a receive may follow at once.

inline constexpr std::int64_t BulkCount = 2048;

/// All messages up to a time of enqueueing → gone, in whatever state and however many they are.
/// Tells it with one event, to which the caller gives kind and meaning.
Event purgeUpTo(const Context& context, Queue& queue, Time enqueueTime, EventKind kind);

/// All messages of a queue → gone.
inline Event purgeAll(const Context& context, Queue& queue, EventKind kind)
{
    return purgeUpTo(context, queue, Time::max(), kind);
}

/// Whether so many have outlived their retention, or their rewind window, that they go at once.
[[nodiscard]] bool isBulk(const MessageLog& log, Time enqueueTime);
[[nodiscard]] bool isRewindableBulk(const MessageLog& log, Time enqueueTime);

/// Rewindable → gone, those up to a time of enqueueing, at once.
void purgeRewindArea(const Context& context, Queue& queue, Time enqueueTime);

/// Rewindable → Active, those that were enqueued at a time or later.
void rewindFrom(const Context& context, Queue& queue, Time enqueueTime);

} // namespace cmq::engine
