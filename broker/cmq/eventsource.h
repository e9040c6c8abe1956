#pragma once

#include "eventlist.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace cmq {

/// Events for an observer, in order.
struct EventBatch
{
    EventList events;
    /// Events before these that the observer was too slow for.
    std::uint64_t missed = 0;
};

/// Which events of the past are asked for; every member narrows.
struct EventQuery
{
    /// Events of this message, also those that it shares with others.
    std::optional<std::uint64_t> msgId;
    /// Events of a message's stay in a queue, as a receipt handle names it.
    std::optional<std::uint64_t> entry;
    std::string name;             ///< of a queue or topic; empty = any
    std::vector<EventKind> kinds; ///< empty = any
    std::optional<Time> from;
    std::optional<Time> to;   ///< inclusive
    std::size_t limit = 1000; ///< the newest so many that match
};

/// Whether an event is asked for.
[[nodiscard]] bool matches(const EventQuery& query, const Event& event);

/// Events of the past, oldest first.
struct EventHistory
{
    std::vector<Event> events;
    /// What happened before this time is not known (any more); none while everything is there.
    std::optional<Time> knownSince;
    /// More events match than were asked for: these are the newest.
    bool isCut = false;
};

/// What happened and happens in a broker in this process: an extra that a remote endpoint has not.
///
/// Thread: any may call. Observers are called on a thread of the source, one batch at a time; a
/// slow one never slows the broker, it misses events and is told how many.
class EventSource
{
public:
    using ObserverId = std::uint64_t;
    using Observer = std::function<void(const EventBatch&)>;

    EventSource() = default;
    EventSource(const EventSource&) = delete;
    EventSource& operator=(const EventSource&) = delete;
    virtual ~EventSource() = default;

    /// Gives every later event to `observer`, of which at most `bound` wait for it.
    virtual ObserverId observe(Observer observer, std::size_t bound = 10'000) = 0;
    /// Afterwards the observer is not called any more; waits for a call that is under way, so never
    /// call it from the observer itself.
    virtual void stopObserving(ObserverId observer) = 0;

    /// Looks into the past, which is kept within a bound; answered on a thread of the source.
    /// Receives that wait or end empty are not kept: those who ask every moment would drive out
    /// what happened to messages.
    virtual void history(EventQuery query, std::function<void(EventHistory)> completion) = 0;
    /// Remembers about so many events from now on.
    virtual void setHistoryCount(std::size_t events) = 0;
};

} // namespace cmq
