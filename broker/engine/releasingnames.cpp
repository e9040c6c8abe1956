#include "releasingnames.h"

namespace cmq::engine {

std::optional<Time> ReleasingNames::freeTime(std::string_view name, Time now) const
{
    const auto found = m_names.find(name);
    if (found == m_names.end() || found->second.freeTime <= now)
        return std::nullopt;
    return found->second.freeTime;
}

void ReleasingNames::add(const std::string& name, Time freeTime, Time now)
{
    forgetUpTo(now);
    const bool wasStored = m_erased.erase(name) != 0;
    hold(name, {freeTime, wasStored, true});
    m_dirty.push_back(name);
}

void ReleasingNames::restore(const std::string& name, Time freeTime)
{
    hold(name, {freeTime, true, false});
}

void ReleasingNames::takeChanges(bool isTopics, StoreChanges& changes)
{
    for (const std::string& name : std::exchange(m_dirty, {})) {
        const auto found = m_names.find(name);
        if (found == m_names.end() || !std::exchange(found->second.isDirty, false))
            continue;
        found->second.isStored = true;
        changes.putReleasingNames.push_back({isTopics, found->first, found->second.freeTime});
    }
    for (const std::string& name : std::exchange(m_erased, {}))
        changes.erasedReleasingNames.push_back({isTopics, name, {}});
}

void ReleasingNames::tell(bool isTopics, std::vector<ReleasingName>& names) const
{
    for (const auto& [name, held] : m_names)
        names.push_back({isTopics, name, held.freeTime});
}

void ReleasingNames::hold(const std::string& name, const Held& held)
{
    const auto [place, isNew] = m_names.emplace(name, held);
    if (!isNew) {
        m_byTime.erase({place->second.freeTime, place->first});
        place->second = held;
    }
    m_byTime.emplace(held.freeTime, place->first);
}

void ReleasingNames::forgetUpTo(Time now)
{
    while (!m_byTime.empty() && m_byTime.begin()->first <= now) {
        const auto found = m_names.find(m_byTime.begin()->second);
        if (found->second.isStored)
            m_erased.insert(found->first);
        m_names.erase(found);
        m_byTime.erase(m_byTime.begin());
    }
}

} // namespace cmq::engine
