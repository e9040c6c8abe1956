#pragma once

#include <QString>

#include <array>
#include <cstdint>

/// What is measured of a queue.
namespace ui {

/// What holds at an instant. `Oldest` is the enqueueTime of the oldest message that is not deleted,
/// in ms since 1970; 0: there is none.
enum class Level { Visible, InFlight, Delayed, Rewindable, Oldest };
inline constexpr std::size_t LevelCount = 5;

/// What is counted while time goes on.
enum class Count { Sent, SentBytes, Received, Deleted, EmptyReceives };
inline constexpr std::size_t CountCount = 5;

using Levels = std::array<std::int64_t, LevelCount>;
using Counts = std::array<std::int64_t, CountCount>;

/// What a chart shows.
enum class Metric {
    Backlog,
    Visible,
    InFlight,
    Delayed,
    Rewindable,
    OldestAge,
    Sent,
    SentBytes,
    Received,
    Deleted,
    EmptyReceives,
};
inline constexpr std::array Metrics{
    Metric::Backlog,   Metric::Visible,   Metric::InFlight, Metric::Delayed,
    Metric::Rewindable, Metric::OldestAge, Metric::Sent,     Metric::SentBytes,
    Metric::Received,  Metric::Deleted,   Metric::EmptyReceives};

/// In plain words.
[[nodiscard]] QString metricText(Metric metric);
/// The name in Tencent's Cloud Monitor; empty where it has none.
[[nodiscard]] QString metricName(Metric metric);
/// A value as people read it, with its unit: "12", "3.5/s", "1.5 KiB/s", "3 min 5 s".
[[nodiscard]] QString metricValue(Metric metric, double value);
/// Whether it is a rate: counted, and shown per second.
[[nodiscard]] bool isRate(Metric metric);

} // namespace ui
