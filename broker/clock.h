#pragma once

#include "cmq/time.h"

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>

namespace cmq {

/// What time it is for a broker: never backwards. Thread: any.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    [[nodiscard]] virtual Time now() = 0;
    /// It has been this late already, in an earlier process: `now` never tells less.
    virtual void notBefore(Time time) = 0;
    /// When `now` will tell `time`, if the clock moves by itself.
    [[nodiscard]] virtual std::optional<std::chrono::steady_clock::time_point> when(Time time) = 0;
    /// Moves a clock that moves only when told, forwards; false for one that moves by itself.
    virtual bool moveTo(Time time) = 0;
};

/// The time of the world. A steady clock moves it, and the wall clock corrects it forwards only: a
/// wall clock that is set back, also while the program was not running, stops nothing.
class SystemClock final : public Clock
{
public:
    using Steady = std::chrono::steady_clock::time_point;
    SystemClock();
    /// With other sources of time, for tests.
    SystemClock(std::function<Time()> wall, std::function<Steady()> steady);

    [[nodiscard]] Time now() override;
    void notBefore(Time time) override;
    [[nodiscard]] std::optional<Steady> when(Time time) override;
    bool moveTo(Time) override { return false; }

private:
    Time nowLocked();

    const std::function<Time()> m_wall;
    const std::function<Steady()> m_steady;
    std::mutex m_mutex; ///< guards what follows
    Time m_time;        ///< what it was at `m_at`
    Steady m_at;
};

/// A time that moves only when told: for sandboxes and tests. A broker is told by
/// `EmbeddedBroker::advance`, so that everything happens at its exact time on the way.
class VirtualClock final : public Clock
{
public:
    explicit VirtualClock(Time start);

    [[nodiscard]] Time now() override;
    void notBefore(Time time) override;
    [[nodiscard]] std::optional<std::chrono::steady_clock::time_point> when(Time) override
    {
        return std::nullopt;
    }
    bool moveTo(Time time) override;

private:
    std::mutex m_mutex; ///< guards `m_now`
    Time m_now;
};

} // namespace cmq
