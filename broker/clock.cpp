#include "clock.h"

#include <algorithm>
#include <utility>

namespace cmq {

SystemClock::SystemClock()
    : SystemClock([] { return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()); },
                  [] { return std::chrono::steady_clock::now(); })
{
}

SystemClock::SystemClock(std::function<Time()> wall, std::function<Steady()> steady)
    : m_wall(std::move(wall))
    , m_steady(std::move(steady))
    , m_time(m_wall())
    , m_at(m_steady())
{
}

Time SystemClock::now()
{
    const std::scoped_lock lock(m_mutex);
    return nowLocked();
}

Time SystemClock::nowLocked()
{
    const Time moved = m_time + std::chrono::floor<Milliseconds>(m_steady() - m_at);
    const Time wall = m_wall();
    if (wall <= moved)
        return moved;
    // Also after a sleep of the machine, which no steady clock counts.
    m_time = wall;
    m_at = m_steady();
    return wall;
}

void SystemClock::notBefore(Time time)
{
    const std::scoped_lock lock(m_mutex);
    if (nowLocked() >= time)
        return;
    m_time = time;
    m_at = m_steady();
}

std::optional<SystemClock::Steady> SystemClock::when(Time time)
{
    const std::scoped_lock lock(m_mutex);
    return m_at + std::max(time - m_time, Milliseconds(0));
}

VirtualClock::VirtualClock(Time start)
    : m_now(start)
{
}

Time VirtualClock::now()
{
    const std::scoped_lock lock(m_mutex);
    return m_now;
}

void VirtualClock::notBefore(Time time)
{
    moveTo(time);
}

bool VirtualClock::moveTo(Time time)
{
    const std::scoped_lock lock(m_mutex);
    m_now = std::max(m_now, time);
    return true;
}

} // namespace cmq
