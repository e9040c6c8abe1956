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

    /// Messages to which something happened together.
    struct Moved
    {
        std::int64_t count = 0;
        Entry first = 0;
        Entry last = 0;

        void add(Entry entry)
        {
            if (count++ == 0)
                first = entry;
            last = entry;
        }
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
    Moved dropUpTo(Time time, Each each);

    /// How many rewindable messages were enqueued from a time to a time (inclusive), at most
    /// `atMost`.
    [[nodiscard]] std::int64_t countRewindable(Time from, Time to, std::int64_t atMost) const;
    /// Drops the rewindable messages that were enqueued at `time` or earlier, calling
    /// `each(const Message&)` before.
    template <class Each>
    Moved dropRewindable(Time time, Each each);
    /// Makes the rewindable messages active that were enqueued at `from` or later, after
    /// `each(Message&)`.
    template <class Each>
    Moved activateRewindable(Time from, Each each);

    /// Which messages `visit` calls for.
    struct Selection
    {
        Entry after = 0;
        std::array<bool, MessageStateCount> states{};
        Time from = Time::min(); ///< enqueued then or later
    };
    /// Calls `each(const Message&)` in order until it returns false. Chunks without any such
    /// message are passed over.
    template <class Each>
    void visit(const Selection& selection, Each each) const;
    /// Calls `each(Message&)` for every active message, in order; it may change anything but the
    /// state.
    template <class Each>
    void visitActive(Each each);
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
    /// Keys of the chunks with rewindable messages among which some were enqueued at `from` or
    /// later, in order.
    [[nodiscard]] std::vector<Entry> rewindableChunks(Time from) const;
    void activate(Entry key, Chunk& chunk, const Bits& rewindable);
    [[nodiscard]] static bool isSparse(const Chunk& chunk);
    void shrinkIfSparse(std::map<Entry, Chunk>::iterator place);
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
MessageLog::Moved MessageLog::dropUpTo(Time time, Each each)
{
    Moved dropped;
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
            dropped.add(message.entry);
            removeFromLanes(it->first, chunk, i);
            message.isAlive = false;
            --chunk.alive;
        }
        dropChunk(it);
    }
    return dropped;
}

template <class Each>
void MessageLog::visit(const Selection& selection, Each each) const
{
    auto it = m_chunks.upper_bound(selection.after);
    if (it != m_chunks.begin())
        --it;
    for (; it != m_chunks.end(); ++it) {
        std::size_t any = 0;
        for (std::size_t state = 0; state < MessageStateCount; ++state)
            any += selection.states[state] ? it->second.count[state] : 0U;
        if (any == 0 || it->second.messages.back().enqueueTime() < selection.from)
            continue;
        for (const Message& message : it->second.messages) {
            if (message.entry <= selection.after || !message.isAlive ||
                message.enqueueTime() < selection.from ||
                !selection.states[static_cast<std::size_t>(message.state)])
                continue;
            if (!each(message))
                return;
        }
    }
}

template <class Each>
void MessageLog::visitActive(Each each)
{
    for (const Entry key : m_lanes[static_cast<std::size_t>(Lane::Active)]) {
        for (Message& message : m_chunks.find(key)->second.messages) {
            if (message.isAlive && message.state == MessageState::Active)
                each(message);
        }
    }
}

template <class Each>
void MessageLog::visitRewindable(Time from, Each each)
{
    for (const Entry key : rewindableChunks(from)) {
        Chunk& chunk = m_chunks.find(key)->second;
        for (std::size_t i = 0; i < chunk.messages.size(); ++i) {
            const Message& message = chunk.messages[i];
            if (message.isAlive && message.state == MessageState::Rewindable &&
                message.enqueueTime() >= from)
                each(Cursor(key, &chunk, i));
        }
    }
}

template <class Each>
MessageLog::Moved MessageLog::dropRewindable(Time time, Each each)
{
    Moved dropped;
    for (const Entry key : rewindableChunks(Time::min())) {
        const auto place = m_chunks.find(key);
        Chunk& chunk = place->second;
        for (std::size_t i = 0; i < chunk.messages.size(); ++i) {
            Message& message = chunk.messages[i];
            if (!message.isAlive || message.state != MessageState::Rewindable)
                continue;
            if (message.enqueueTime() > time) {
                shrinkIfSparse(place);
                return dropped;
            }
            each(std::as_const(message));
            dropped.add(message.entry);
            removeFromLanes(key, chunk, i);
            message.isAlive = false;
            --chunk.alive;
        }
        shrinkIfSparse(place);
    }
    return dropped;
}

template <class Each>
MessageLog::Moved MessageLog::activateRewindable(Time from, Each each)
{
    Moved moved;
    for (const Entry key : rewindableChunks(from)) {
        Chunk& chunk = m_chunks.find(key)->second;
        Bits bits{};
        for (std::size_t i = 0; i < chunk.messages.size(); ++i) {
            Message& message = chunk.messages[i];
            if (!message.isAlive || message.state != MessageState::Rewindable ||
                message.enqueueTime() < from)
                continue;
            message.state = MessageState::Active;
            each(message);
            moved.add(message.entry);
            bits[i / WordBits] |= std::uint64_t(1) << (i % WordBits);
        }
        activate(key, chunk, bits);
    }
    return moved;
}

} // namespace cmq::engine
