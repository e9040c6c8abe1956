#pragma once

#include <chrono>
#include <cstdint>

namespace cmq {

/// Durations of the vocabulary. CMQ speaks seconds; the broker keeps milliseconds.
using Seconds = std::chrono::seconds;
using Milliseconds = std::chrono::milliseconds;

/// An instant: milliseconds since the Unix epoch, UTC. CMQ's API shows whole seconds of it.
using Time = std::chrono::sys_time<Milliseconds>;

/// Whole Unix seconds of an instant, rounded down as CMQ's API does.
[[nodiscard]] constexpr std::int64_t toUnixSeconds(Time time)
{
    return std::chrono::floor<Seconds>(time).time_since_epoch().count();
}

[[nodiscard]] constexpr Time fromUnixSeconds(std::int64_t seconds)
{
    return Time(Seconds(seconds));
}

[[nodiscard]] constexpr std::int64_t toUnixMilliseconds(Time time)
{
    return time.time_since_epoch().count();
}

[[nodiscard]] constexpr Time fromUnixMilliseconds(std::int64_t milliseconds)
{
    return Time(Milliseconds(milliseconds));
}

} // namespace cmq
