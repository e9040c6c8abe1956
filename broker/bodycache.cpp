#include "bodycache.h"

#include <algorithm>
#include <iterator>

namespace cmq {

namespace {

constexpr auto byId = [](const auto& pinned) { return pinned.first; };
/// What an entry costs beside its bytes.
constexpr std::uint64_t OverheadBytes = 96;

} // namespace

BodyCache::BodyCache(std::uint64_t capacityBytes)
    : m_capacityBytes(capacityBytes)
{
}

void BodyCache::pin(std::vector<std::pair<BodyId, std::string>>&& bodies)
{
    const bool isInOrder =
        bodies.empty() || m_pinned.empty() || m_pinned.back().first < bodies.front().first;
    std::ranges::move(bodies, std::back_inserter(m_pinned));
    bodies.clear();
    if (!isInOrder || !std::ranges::is_sorted(m_pinned, {}, byId))
        std::ranges::sort(m_pinned, {}, byId);
}

std::string* BodyCache::findPinned(BodyId body)
{
    const auto found = std::ranges::lower_bound(m_pinned, body, {}, byId);
    return found != m_pinned.end() && found->first == body ? &found->second : nullptr;
}

std::string_view BodyCache::find(BodyId body) const
{
    const auto pinned = std::ranges::lower_bound(m_pinned, body, {}, byId);
    if (pinned != m_pinned.end() && pinned->first == body)
        return pinned->second;
    const auto found = m_bodies.find(body);
    return found == m_bodies.end() ? std::string_view() : std::string_view(found->second);
}

void BodyCache::commit(const std::vector<BodyId>& stored, const std::vector<BodyId>& erased)
{
    for (const BodyId body : stored) {
        std::string* bytes = m_capacityBytes == 0 ? nullptr : findPinned(body);
        if (!bytes)
            continue;
        m_bytes += bytes->size() + OverheadBytes;
        m_bodies.emplace(body, std::move(*bytes));
        m_order.push_back(body);
    }
    m_pinned.clear();
    for (const BodyId body : erased) {
        const auto found = m_bodies.find(body);
        if (found == m_bodies.end())
            continue;
        m_bytes -= found->second.size() + OverheadBytes;
        m_bodies.erase(found);
    }
    evict();
}

void BodyCache::evict()
{
    while (!m_order.empty() && (m_bytes > m_capacityBytes || !m_bodies.contains(m_order.front()))) {
        const auto oldest = m_bodies.find(m_order.front());
        m_order.pop_front();
        if (oldest == m_bodies.end())
            continue;
        m_bytes -= oldest->second.size() + OverheadBytes;
        m_bodies.erase(oldest);
    }
    // One body that stays at the front must not keep the names of all that came and went after it.
    if (m_order.size() > 2 * m_bodies.size() + 1024)
        std::erase_if(m_order, [this](BodyId body) { return !m_bodies.contains(body); });
}

void BodyCache::clear()
{
    m_bytes = 0;
    m_bodies.clear();
    m_order.clear();
    m_pinned.clear();
}

} // namespace cmq
