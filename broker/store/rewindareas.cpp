#include "rewindareas.h"

#include <algorithm>

namespace cmq::store {

void RewindAreas::removeUpTo(std::uint64_t number)
{
    for (auto& [queue, changes] : m_changes)
        std::erase_if(changes, [number](const auto& change) { return change.number <= number; });
    std::erase_if(m_changes, [](const auto& each) { return each.second.empty(); });
}

std::uint64_t RewindAreas::newest(QueueKey queue) const
{
    const auto found = m_changes.find(queue);
    return found == m_changes.end() ? 0 : found->second.back().number;
}

std::uint64_t RewindAreas::newest() const
{
    std::uint64_t number = 0;
    for (const auto& [queue, changes] : m_changes)
        number = std::max(number, changes.back().number);
    return number;
}

RewindAreas::Effect RewindAreas::apply(MessageRecord& record, std::uint64_t known) const
{
    if (record.state != MessageState::Rewindable)
        return Effect::None;
    const auto found = m_changes.find(record.queue);
    if (found == m_changes.end())
        return Effect::None;
    for (const RewindAreaChange& change : found->second) {
        if (change.number <= known || record.entry < change.first || record.entry > change.last)
            continue;
        if (!change.rewoundAt)
            return Effect::Gone;
        // As the engine does it; later changes are for what is rewindable.
        record.state = MessageState::Active;
        record.due = Time();
        record.dequeueCount = 0;
        record.firstDequeueTime.reset();
        record.visibleTime = *change.rewoundAt;
        return Effect::Changed;
    }
    return Effect::None;
}

} // namespace cmq::store
