#pragma once

#include "samplehistory.h"

#include "cmq/eventsource.h"

#include <map>
#include <string>
#include <unordered_map>

namespace ui {

/// What happened in a batch of events: by object and second.
struct CountedEvents
{
    std::map<std::string, std::map<cmq::Time, Tally>> objects; ///< by name, topics by key
    cmq::Time first;
    cmq::Time last;
    bool isComplete = true; ///< nothing was missed before them
};

/// Counts events batch by batch. It remembers who holds what, so that a deletion tells how long the
/// handling took; of more messages than `HeldMax` at once some are not timed.
///
/// Thread: the one that brings the events. Cost: a fraction of a microsecond an event.
class EventCounter final
{
public:
    static constexpr std::size_t HeldMax = 200'000;

    [[nodiscard]] CountedEvents count(const cmq::EventBatch& batch);

private:
    void time(const cmq::Event& event, Tally& tally);

    std::unordered_map<std::uint64_t, cmq::Time> m_held; ///< by entry: since when
};

} // namespace ui
