#include "bulkledger.h"

#include <algorithm>
#include <sstream>

namespace {

constexpr std::ptrdiff_t Many = 2048;

} // namespace

void BulkLedger::read(const std::string& what, const std::string& rest)
{
    if (what == "a") {
        const bool isForMany = m_last == "w" || m_last == "o" || m_last == "c";
        States after = afterLast();
        if (isForMany) {
            std::ptrdiff_t touched = 0;
            for (const auto& [id, state] : m_states) {
                const auto now = after.find(id);
                touched += now == after.end() || now->second != state ? 1 : 0;
            }
            together += touched >= Many ? 1 : 0;
        }
        m_states = std::move(after);
        m_last.clear();
        return;
    }
    m_last = what;
    m_ids.clear();
    std::istringstream numbers(rest);
    for (std::uint64_t id = 0; numbers >> id;)
        m_ids.insert(id);
    if (what == "s") {
        for (std::uint64_t id = *m_ids.begin(); id < *m_ids.rbegin(); ++id)
            m_ids.insert(id);
    }
}

BulkLedger::States BulkLedger::afterLast() const
{
    States after = m_states;
    for (const std::uint64_t id : m_ids)
        after[id] = m_last == "s" ? State::Undeleted : State::Rewindable;
    if (m_last == "w") {
        for (auto& [id, state] : after)
            state = State::Undeleted;
    } else if (m_last == "o") {
        std::erase_if(after, [](const auto& each) { return each.second == State::Rewindable; });
    } else if (m_last == "c") {
        after.clear();
    }
    return after;
}

std::string BulkLedger::settle(const States& found)
{
    const States after = m_last.empty() ? m_states : afterLast();
    undecided += m_last.empty() ? 0 : 1;
    if (found != m_states && found != after) {
        return "after '" + m_last + "' there are " + std::to_string(found.size()) +
               " messages, neither the " + std::to_string(m_states.size()) + " of before nor the " +
               std::to_string(after.size()) + " of afterwards";
    }
    m_states = found;
    m_last.clear();
    m_ids.clear();
    return {};
}
