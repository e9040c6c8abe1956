#pragma once

#include "cmq/records.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace cmq::engine {

/// A message as the engine keeps it: 56 bytes, so that ten million of them fit into a laptop.
/// Times after the enqueue time are offsets in milliseconds (49 days reach, a message lives 15).
class Message
{
public:
    Entry entry = 0;
    BodyId msgId = 0;

    [[nodiscard]] Time enqueueTime() const { return Time(Milliseconds(m_enqueueMs)); }
    void setEnqueueTime(Time time) { m_enqueueMs = time.time_since_epoch().count(); }

    /// When its timer fires; one timer at most, in whatever state.
    [[nodiscard]] std::optional<Time> due() const { return fromOffset(m_due); }
    void setDue(std::optional<Time> time) { m_due = toOffset(time); }

    [[nodiscard]] Time visibleTime() const { return *fromOffset(m_visible); }
    void setVisibleTime(Time time) { m_visible = toOffset(time); }

    [[nodiscard]] std::optional<Time> firstDequeueTime() const
    {
        return fromOffset(m_firstDequeue);
    }
    void setFirstDequeueTime(std::optional<Time> time) { m_firstDequeue = toOffset(time); }

private:
    std::int64_t m_enqueueMs = 0;
    // An offset plus one; 0 is none.
    std::uint32_t m_due = 0;
    std::uint32_t m_visible = 1;
    std::uint32_t m_firstDequeue = 0;

    [[nodiscard]] std::optional<Time> fromOffset(std::uint32_t offset) const
    {
        if (offset == 0)
            return std::nullopt;
        return Time(Milliseconds(m_enqueueMs + offset - 1));
    }
    [[nodiscard]] std::uint32_t toOffset(std::optional<Time> time) const
    {
        if (!time)
            return 0;
        const std::int64_t offset = time->time_since_epoch().count() - m_enqueueMs + 1;
        return static_cast<std::uint32_t>(std::clamp<std::int64_t>(offset, 1, UINT32_MAX));
    }

public:
    std::uint32_t bodyBytes = 0;
    std::uint32_t dequeueCount = 0;
    std::uint32_t handleGeneration = 0;

    MessageState state = MessageState::Active; ///< changed by MessageLog::setState only
    bool isAlive : 1 = true;                   ///< false: gone, its place is not yet freed
    bool isStored : 1 = false;                 ///< the store has it
    bool isDirty : 1 = false;                  ///< the store has something else
};
static_assert(sizeof(Message) <= 56);

/// The messages of a queue in order: oldest enqueueTime first, then the earlier entry.
///
/// Messages are appended in that order, so that the order is the place: a chunked log in which
/// bits say who is active, undeleted or rewindable. The first of each kind is found in O(log n);
/// the oldest can be dropped by whole chunks. Counters are kept. A value: it can be copied.
class MessageLog final
{
private:
    struct Chunk;

public:
    /// What one looks for the first of.
    enum class Lane : std::uint8_t {
        Active,
        Undeleted, ///< delayed, active or inactive
        Rewindable,
    };

    /// A place in the log. Valid until a message of the log is appended or erased.
    class Cursor
    {
    public:
        [[nodiscard]] Message& operator*() const;
        [[nodiscard]] Message* operator->() const { return &**this; }

    private:
        friend class MessageLog;
        Cursor(Entry key, Chunk* chunk, std::size_t index)
            : m_key(key)
            , m_chunk(chunk)
            , m_index(index)
        {
        }
        Entry m_key;
        Chunk* m_chunk;
        std::size_t m_index;
    };

    /// Counters of messages that were dropped together.
    struct Dropped
    {
        std::array<std::int64_t, MessageStateCount> count{};
        std::int64_t total = 0;
        Entry lastEntry = 0;
    };

    /// `message.entry` must be greater and its enqueue time not earlier than all before.
    Cursor append(const Message& message);
    [[nodiscard]] std::optional<Cursor> find(Entry entry);
    [[nodiscard]] std::optional<Cursor> first(Lane lane);
    [[nodiscard]] std::optional<Time> firstEnqueueTime(Lane lane) const;
    void setState(const Cursor& cursor, MessageState state);
    void erase(const Cursor& cursor);

    [[nodiscard]] std::int64_t count(MessageState state) const
    {
        return m_count[static_cast<std::size_t>(state)];
    }
    [[nodiscard]] std::int64_t undeletedCount() const;
    [[nodiscard]] std::int64_t totalCount() const;
    /// The greatest entry that was ever appended.
    [[nodiscard]] Entry lastEntry() const { return m_lastEntry; }

    /// How many messages were enqueued at `time` or earlier, at most `atMost`.
    [[nodiscard]] std::int64_t countUpTo(Time time, std::int64_t atMost) const;
    /// Drops every message that was enqueued at `time` or earlier, calling `each` before.
    template <class Each>
    Dropped dropUpTo(Time time, Each each);

    /// Calls `each(const Message&)` in order from the first entry after `after`, until it returns
    /// false. Chunks without any of the wanted states are passed over.
    template <class Each>
    void visit(Entry after, const std::array<bool, MessageStateCount>& wanted, Each each) const;
    /// Calls `each(Cursor)` for every rewindable message enqueued at `from` or later, in order;
    /// `each` may change its state but not erase.
    template <class Each>
    void visitRewindable(Time from, Each each);

    /// For tests: what is wrong inside; empty when nothing is.
    [[nodiscard]] std::string brokenInvariant() const;

private:
    static constexpr std::size_t ChunkSize = 256;
    static constexpr std::size_t LaneCount = 3;
    static constexpr std::size_t WordBits = 64;
    using Bits = std::array<std::uint64_t, ChunkSize / WordBits>;

    struct Chunk
    {
        std::vector<Message> messages;
        std::array<std::uint16_t, MessageStateCount> count{};
        std::array<Bits, LaneCount> lanes{};
        std::uint16_t alive = 0;
    };

    [[nodiscard]] static std::size_t laneCount(const Chunk& chunk, Lane lane);
    [[nodiscard]] static bool isInLane(MessageState state, Lane lane);
    [[nodiscard]] static std::size_t firstIndex(const Chunk& chunk, Lane lane);
    void addToLanes(Entry key, Chunk& chunk, std::size_t index);
    void removeFromLanes(Entry key, Chunk& chunk, std::size_t index);
    void dropChunk(std::map<Entry, Chunk>::iterator chunk);
    void compact(Entry key, Chunk& chunk);

    /// By the first entry that was appended to the chunk.
    std::map<Entry, Chunk> m_chunks;
    /// Keys of the chunks that have any message of the lane.
    std::array<std::set<Entry>, LaneCount> m_lanes;
    std::array<std::int64_t, MessageStateCount> m_count{};
    Entry m_lastEntry = 0;
};

template <class Each>
MessageLog::Dropped MessageLog::dropUpTo(Time time, Each each)
{
    Dropped dropped;
    while (!m_chunks.empty()) {
        const auto it = m_chunks.begin();
        Chunk& chunk = it->second;
        for (std::size_t i = 0; i < chunk.messages.size(); ++i) {
            Message& message = chunk.messages[i];
            if (!message.isAlive)
                continue;
            if (message.enqueueTime() > time)
                return dropped;
            each(std::as_const(message));
            ++dropped.count[static_cast<std::size_t>(message.state)];
            ++dropped.total;
            dropped.lastEntry = message.entry;
            removeFromLanes(it->first, chunk, i);
            message.isAlive = false;
            --chunk.alive;
        }
        dropChunk(it);
    }
    return dropped;
}

template <class Each>
void MessageLog::visit(Entry after, const std::array<bool, MessageStateCount>& wanted,
                       Each each) const
{
    auto it = m_chunks.upper_bound(after);
    if (it != m_chunks.begin())
        --it;
    for (; it != m_chunks.end(); ++it) {
        std::size_t any = 0;
        for (std::size_t state = 0; state < MessageStateCount; ++state)
            any += wanted[state] ? it->second.count[state] : 0U;
        if (any == 0)
            continue;
        for (const Message& message : it->second.messages) {
            if (message.entry <= after || !message.isAlive ||
                !wanted[static_cast<std::size_t>(message.state)])
                continue;
            if (!each(message))
                return;
        }
    }
}

template <class Each>
void MessageLog::visitRewindable(Time from, Each each)
{
    const std::set<Entry>& keys = m_lanes[static_cast<std::size_t>(Lane::Rewindable)];
    std::vector<Entry> found;
    for (auto it = keys.rbegin(); it != keys.rend(); ++it) {
        found.push_back(*it);
        if (m_chunks.find(*it)->second.messages.front().enqueueTime() < from)
            break;
    }
    for (auto key = found.rbegin(); key != found.rend(); ++key) {
        Chunk& chunk = m_chunks.find(*key)->second;
        for (std::size_t i = 0; i < chunk.messages.size(); ++i) {
            const Message& message = chunk.messages[i];
            if (message.isAlive && message.state == MessageState::Rewindable &&
                message.enqueueTime() >= from)
                each(Cursor(*key, &chunk, i));
        }
    }
}

} // namespace cmq::engine
