#include "consumerbook.h"

namespace ui {

using cmq::EventKind;

void ConsumerBook::add(const cmq::EventBatch& batch)
{
    for (const cmq::Event& event : batch.events)
        add(event);
    // After a gap some ends are not known; those that are over in any case go.
    if (batch.missed > 0 && !batch.events.empty())
        std::erase_if(m_waiting, [&](const auto& each) {
            return each.second.until <= batch.events.back().time;
        });
}

void ConsumerBook::add(const cmq::Event& event)
{
    switch (event.kind) {
    case EventKind::WaitStarted:
        m_waiting[event.otherEntry] = {event.otherEntry, event.name, event.time, event.until,
                                       event.otherName};
        break;
    case EventKind::WaitEnded: m_waiting.erase(event.otherEntry); break;
    case EventKind::Received:
        if (event.otherEntry != 0)
            m_waiting.erase(event.otherEntry);
        if (m_held.size() < HeldMax || m_held.contains(event.entry))
            m_held[event.entry] = {event.handleGeneration, event.time, event.otherName};
        break;
    case EventKind::Deleted:
    case EventKind::VisibilityEnded:
    case EventKind::DeadLettered:
    case EventKind::RetentionEnded: m_held.erase(event.entry); break;
    case EventKind::QueueDeleted:
        std::erase_if(m_waiting,
                      [&](const auto& each) { return each.second.queueName == event.name; });
        break;
    default: break;
    }
}

std::vector<WaitingReceiver> ConsumerBook::waiting(const std::string& queueName,
                                                   cmq::Time now) const
{
    std::vector<WaitingReceiver> list;
    for (const auto& [number, each] : m_waiting) {
        if ((queueName.empty() || each.queueName == queueName) && each.until > now)
            list.push_back(each);
    }
    return list;
}

std::map<std::string, int> ConsumerBook::waitingCounts(cmq::Time now) const
{
    std::map<std::string, int> counts;
    for (const auto& [number, each] : m_waiting) {
        if (each.until > now)
            ++counts[each.queueName];
    }
    return counts;
}

std::optional<Holding> ConsumerBook::holding(std::uint64_t entry, std::uint64_t generation) const
{
    const auto held = m_held.find(entry);
    if (held == m_held.end() || held->second.generation != generation)
        return std::nullopt;
    return held->second;
}

} // namespace ui
