#pragma once

#include "bucket.h"
#include "messagelog.h"
#include "output.h"

#include "cmq/records.h"

#include <map>
#include <optional>
#include <set>
#include <utility>

namespace cmq::engine {

/// A receive that waits for a message.
struct Waiter
{
    Token token = 0;
    Time deadline;
    std::int64_t numOfMsg = 1;
    bool isBatch = false;
    std::string client; ///< who it is, as they said
};

/// A queue: settings, messages, and who waits for them. A value.
struct Queue
{
    QueueRecord record;
    MessageLog log;
    /// When which message's timer fires (`Message::due`).
    std::set<std::pair<Time, Entry>> timers;

    /// In arrival order, by a number that only grows.
    std::map<std::uint64_t, Waiter> waiters;
    std::set<std::pair<Time, std::uint64_t>> waiterDeadlines;

    /// The queues whose dead-letter queue this is.
    std::set<QueueKey> deadLetterSources;
    /// Of dead-lettered messages that are here now.
    std::map<Entry, MessageOrigin> origins;

    Bucket produceBucket;
    Bucket consumeBucket;

    /// Under which time State::deadlines knows this queue.
    std::optional<Time> registeredDeadline;
    bool isStored = false;
    bool isDirty = false;

    [[nodiscard]] const QueueSettings& settings() const { return record.settings; }
    [[nodiscard]] const std::string& name() const { return record.queueName; }

    /// Until when a message that was enqueued at `time` lives.
    [[nodiscard]] Time retentionEnd(Time time) const
    {
        return time + settings().msgRetentionSeconds;
    }
    /// Until when such a message can be rewound once it is deleted.
    [[nodiscard]] Time rewindEnd(Time time) const { return time + rewindWindow(); }
    [[nodiscard]] Seconds rewindWindow() const
    {
        return std::min(settings().rewindSeconds, settings().msgRetentionSeconds);
    }
};

} // namespace cmq::engine
