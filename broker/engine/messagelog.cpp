#include "messagelog.h"

#include <algorithm>
#include <bit>
#include <string>

namespace cmq::engine {

namespace {

constexpr std::array AllLanes{MessageLog::Lane::Active, MessageLog::Lane::Undeleted,
                              MessageLog::Lane::Rewindable};

constexpr std::size_t indexOf(MessageState state)
{
    return static_cast<std::size_t>(state);
}

constexpr std::size_t indexOf(MessageLog::Lane lane)
{
    return static_cast<std::size_t>(lane);
}

/// A chunk with fewer living messages than this share of its places is packed.
constexpr std::size_t SparseFactor = 4;
constexpr std::size_t SparseMinimum = 32;

} // namespace

Message& MessageLog::Cursor::operator*() const
{
    return m_chunk->messages[m_index];
}

bool MessageLog::isInLane(MessageState state, Lane lane)
{
    switch (lane) {
    case Lane::Active: return state == MessageState::Active;
    case Lane::Undeleted: return state != MessageState::Rewindable;
    case Lane::Rewindable: return state == MessageState::Rewindable;
    }
    return false;
}

std::size_t MessageLog::laneCount(const Chunk& chunk, Lane lane)
{
    std::size_t count = 0;
    for (std::size_t state = 0; state < MessageStateCount; ++state) {
        if (isInLane(static_cast<MessageState>(state), lane))
            count += chunk.count[state];
    }
    return count;
}

std::size_t MessageLog::firstIndex(const Chunk& chunk, Lane lane)
{
    const Bits& bits = chunk.lanes[indexOf(lane)];
    std::size_t word = 0;
    while (bits[word] == 0)
        ++word;
    return word * WordBits + static_cast<std::size_t>(std::countr_zero(bits[word]));
}

void MessageLog::addToLanes(Entry key, Chunk& chunk, std::size_t index)
{
    const MessageState state = chunk.messages[index].state;
    for (const Lane lane : AllLanes) {
        if (!isInLane(state, lane))
            continue;
        if (laneCount(chunk, lane) == 0)
            m_lanes[indexOf(lane)].insert(key);
        chunk.lanes[indexOf(lane)][index / WordBits] |= std::uint64_t(1) << (index % WordBits);
    }
    ++chunk.count[indexOf(state)];
    ++m_count[indexOf(state)];
}

void MessageLog::removeFromLanes(Entry key, Chunk& chunk, std::size_t index)
{
    const MessageState state = chunk.messages[index].state;
    --chunk.count[indexOf(state)];
    --m_count[indexOf(state)];
    for (const Lane lane : AllLanes) {
        if (!isInLane(state, lane))
            continue;
        chunk.lanes[indexOf(lane)][index / WordBits] &= ~(std::uint64_t(1) << (index % WordBits));
        if (laneCount(chunk, lane) == 0)
            m_lanes[indexOf(lane)].erase(key);
    }
}

MessageLog::Cursor MessageLog::append(const Message& message)
{
    if (m_chunks.empty() || m_chunks.rbegin()->second.messages.size() == ChunkSize)
        m_chunks.emplace_hint(m_chunks.end(), message.entry, Chunk());
    auto& [key, chunk] = *m_chunks.rbegin();
    chunk.messages.push_back(message);
    ++chunk.alive;
    const std::size_t index = chunk.messages.size() - 1;
    addToLanes(key, chunk, index);
    m_lastEntry = message.entry;
    return {key, &chunk, index};
}

std::optional<MessageLog::Cursor> MessageLog::find(Entry entry)
{
    auto it = m_chunks.upper_bound(entry);
    if (it == m_chunks.begin())
        return std::nullopt;
    --it;
    std::vector<Message>& messages = it->second.messages;
    const auto found = std::ranges::lower_bound(messages, entry, {}, &Message::entry);
    if (found == messages.end() || found->entry != entry || !found->isAlive)
        return std::nullopt;
    return Cursor(it->first, &it->second, static_cast<std::size_t>(found - messages.begin()));
}

std::optional<MessageLog::Cursor> MessageLog::first(Lane lane)
{
    const std::set<Entry>& keys = m_lanes[indexOf(lane)];
    if (keys.empty())
        return std::nullopt;
    const auto it = m_chunks.find(*keys.begin());
    return Cursor(it->first, &it->second, firstIndex(it->second, lane));
}

std::optional<Time> MessageLog::firstEnqueueTime(Lane lane) const
{
    const std::set<Entry>& keys = m_lanes[indexOf(lane)];
    if (keys.empty())
        return std::nullopt;
    const Chunk& chunk = m_chunks.find(*keys.begin())->second;
    return chunk.messages[firstIndex(chunk, lane)].enqueueTime();
}

void MessageLog::setState(const Cursor& cursor, MessageState state)
{
    Message& message = *cursor;
    if (message.state == state)
        return;
    removeFromLanes(cursor.m_key, *cursor.m_chunk, cursor.m_index);
    message.state = state;
    addToLanes(cursor.m_key, *cursor.m_chunk, cursor.m_index);
}

void MessageLog::erase(const Cursor& cursor)
{
    Chunk& chunk = *cursor.m_chunk;
    removeFromLanes(cursor.m_key, chunk, cursor.m_index);
    chunk.messages[cursor.m_index].isAlive = false;
    --chunk.alive;
    if (chunk.alive == 0 || isSparse(chunk))
        shrinkIfSparse(m_chunks.find(cursor.m_key));
}

bool MessageLog::isSparse(const Chunk& chunk)
{
    return chunk.messages.size() >= SparseMinimum &&
           chunk.alive * SparseFactor < chunk.messages.size();
}

void MessageLog::shrinkIfSparse(std::map<Entry, Chunk>::iterator place)
{
    Chunk& chunk = place->second;
    if (chunk.alive == 0)
        dropChunk(place);
    else if (isSparse(chunk))
        compact(place->first, chunk);
}

void MessageLog::dropChunk(std::map<Entry, Chunk>::iterator chunk)
{
    m_chunks.erase(chunk);
}

void MessageLog::compact(Entry key, Chunk& chunk)
{
    for (std::size_t i = 0; i < chunk.messages.size(); ++i) {
        if (chunk.messages[i].isAlive)
            removeFromLanes(key, chunk, i);
    }
    std::erase_if(chunk.messages, [](const Message& message) { return !message.isAlive; });
    chunk.messages.shrink_to_fit();
    for (std::size_t i = 0; i < chunk.messages.size(); ++i)
        addToLanes(key, chunk, i);
}

std::vector<Entry> MessageLog::rewindableChunks(Time from) const
{
    const std::set<Entry>& keys = m_lanes[indexOf(Lane::Rewindable)];
    std::vector<Entry> found;
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        found.push_back(*key);
        if (m_chunks.find(*key)->second.messages.front().enqueueTime() < from)
            break;
    }
    std::ranges::reverse(found);
    return found;
}

void MessageLog::activate(Entry key, Chunk& chunk, const Bits& rewindable)
{
    std::size_t count = 0;
    for (std::size_t word = 0; word < rewindable.size(); ++word) {
        count += static_cast<std::size_t>(std::popcount(rewindable[word]));
        chunk.lanes[indexOf(Lane::Rewindable)][word] &= ~rewindable[word];
        chunk.lanes[indexOf(Lane::Active)][word] |= rewindable[word];
        chunk.lanes[indexOf(Lane::Undeleted)][word] |= rewindable[word];
    }
    if (count == 0)
        return;
    chunk.count[indexOf(MessageState::Rewindable)] -= static_cast<std::uint16_t>(count);
    chunk.count[indexOf(MessageState::Active)] += static_cast<std::uint16_t>(count);
    m_count[indexOf(MessageState::Rewindable)] -= static_cast<std::int64_t>(count);
    m_count[indexOf(MessageState::Active)] += static_cast<std::int64_t>(count);
    if (laneCount(chunk, Lane::Rewindable) == 0)
        m_lanes[indexOf(Lane::Rewindable)].erase(key);
    m_lanes[indexOf(Lane::Active)].insert(key);
    m_lanes[indexOf(Lane::Undeleted)].insert(key);
}

std::int64_t MessageLog::undeletedCount() const
{
    return totalCount() - count(MessageState::Rewindable);
}

std::int64_t MessageLog::totalCount() const
{
    std::int64_t total = 0;
    for (const std::int64_t each : m_count)
        total += each;
    return total;
}

std::int64_t MessageLog::countUpTo(Time time, std::int64_t atMost) const
{
    std::int64_t count = 0;
    for (const auto& [key, chunk] : m_chunks) {
        if (count >= atMost || chunk.messages.front().enqueueTime() > time)
            break;
        if (chunk.messages.back().enqueueTime() <= time) {
            count += chunk.alive;
            continue;
        }
        for (const Message& message : chunk.messages)
            count += message.isAlive && message.enqueueTime() <= time ? 1 : 0;
    }
    return std::min(count, atMost);
}

std::int64_t MessageLog::countRewindable(Time from, Time to, std::int64_t atMost) const
{
    std::int64_t count = 0;
    for (const Entry key : m_lanes[indexOf(Lane::Rewindable)]) {
        const Chunk& chunk = m_chunks.find(key)->second;
        if (count >= atMost || chunk.messages.front().enqueueTime() > to)
            break;
        if (chunk.messages.back().enqueueTime() < from)
            continue;
        if (chunk.messages.front().enqueueTime() >= from &&
            chunk.messages.back().enqueueTime() <= to) {
            count += chunk.count[indexOf(MessageState::Rewindable)];
            continue;
        }
        for (const Message& message : chunk.messages)
            count += message.isAlive && message.state == MessageState::Rewindable &&
                             message.enqueueTime() >= from && message.enqueueTime() <= to
                         ? 1
                         : 0;
    }
    return std::min(count, atMost);
}

std::string MessageLog::brokenInvariant() const
{
    std::array<std::int64_t, MessageStateCount> counted{};
    std::array<std::set<Entry>, LaneCount> lanes;
    const Message* previous = nullptr;
    for (const auto& [key, chunk] : m_chunks) {
        if (chunk.alive == 0 || chunk.messages.empty())
            return "an empty chunk was kept";
        std::size_t alive = 0;
        for (std::size_t i = 0; i < chunk.messages.size(); ++i) {
            const Message& message = chunk.messages[i];
            if (previous && previous->entry >= message.entry)
                return "entries are not ascending";
            if (previous && previous->enqueueTime() > message.enqueueTime())
                return "enqueue times go backwards";
            previous = &message;
            for (const Lane lane : AllLanes) {
                const bool bit =
                    (chunk.lanes[indexOf(lane)][i / WordBits] >> (i % WordBits) & 1U) != 0;
                if (bit != (message.isAlive && isInLane(message.state, lane)))
                    return "a lane's bit is wrong";
                if (bit)
                    lanes[indexOf(lane)].insert(key);
            }
            if (message.isAlive) {
                ++alive;
                ++counted[indexOf(message.state)];
            }
        }
        if (alive != chunk.alive)
            return "a chunk's count is wrong";
    }
    if (counted != m_count)
        return "the counters are not what one counts";
    if (lanes != m_lanes)
        return "the lanes do not name the right chunks";
    return {};
}

} // namespace cmq::engine
