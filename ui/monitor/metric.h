#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>

/// What is measured of queues and topics.
namespace ui {

/// What holds at an instant. `Oldest` is the enqueueTime of the oldest message that is not deleted,
/// in ms since 1970; 0: there is none. A topic has `Visible` only: messages that wait for delivery.
enum class Level { Visible, InFlight, Delayed, Rewindable, Oldest };
inline constexpr std::size_t LevelCount = 5;

/// What is counted while time goes on: of a queue, then of a topic.
enum class Count {
    Sent,
    SentBytes,
    Received,
    Deleted,
    EmptyReceives,
    Published,
    PublishedBytes,
    Notified, ///< attempts to deliver to a subscriber
    NotifySucceeded,
};
inline constexpr std::size_t CountCount = 9;

/// What is timed, each time it happens.
enum class Duration {
    InQueue,  ///< from when it could be received to its first receive
    Handling, ///< from a receive to the deletion with its handle
};
inline constexpr std::size_t DurationCount = 2;

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
    AverageSize,
    Received,
    Deleted,
    EmptyReceives,
    InQueueP50,
    InQueueP95,
    InQueueP99,
    HandlingP50,
    HandlingP95,
    HandlingP99,
    TopicBacklog,
    Published,
    PublishedBytes,
    Notified,
    NotifySucceeded,
};
inline constexpr std::array Metrics{
    Metric::Backlog,        Metric::Visible,     Metric::InFlight,       Metric::Delayed,
    Metric::Rewindable,     Metric::OldestAge,   Metric::Sent,           Metric::SentBytes,
    Metric::AverageSize,    Metric::Received,    Metric::Deleted,        Metric::EmptyReceives,
    Metric::InQueueP50,     Metric::InQueueP95,  Metric::InQueueP99,     Metric::HandlingP50,
    Metric::HandlingP95,    Metric::HandlingP99, Metric::TopicBacklog,   Metric::Published,
    Metric::PublishedBytes, Metric::Notified,    Metric::NotifySucceeded};

/// How a value comes about.
enum class MetricKind {
    Level,      ///< held at that instant
    Rate,       ///< counted, per second
    Average,    ///< of what was counted
    Percentile, ///< of what was timed
};
[[nodiscard]] MetricKind metricKind(Metric metric);
/// Whether it is about topics; else it is about queues.
[[nodiscard]] bool isOfTopics(Metric metric);
/// Whether it is a duration, in ms.
[[nodiscard]] bool isDuration(Metric metric);
/// Whether it takes only whole values.
[[nodiscard]] bool isWhole(Metric metric);
/// Levels are asked for; all else comes from the events of a broker that tells them.
[[nodiscard]] inline bool needsEvents(Metric metric)
{
    return metricKind(metric) != MetricKind::Level;
}

/// Lasting names for files and settings: "backlog".
[[nodiscard]] QString metricId(Metric metric);
/// None for a name that no metric has.
[[nodiscard]] std::optional<Metric> metricFromId(const QString& id);

/// In plain words.
[[nodiscard]] QString metricText(Metric metric);
/// The name in Tencent's Cloud Monitor; empty where it has none.
[[nodiscard]] QString metricName(Metric metric);
/// A value as people read it, with its unit: "12", "3.5/s", "1.5 KiB/s", "3 min 5 s".
[[nodiscard]] QString metricValue(Metric metric, double value);

/// Queues and topics have names of their own, and may share one: what is kept of a topic is kept
/// under this name, which no queue can have.
[[nodiscard]] QString topicKey(const QString& topicName);
[[nodiscard]] bool isTopicKey(const QString& key);
/// The name of the queue or topic that a key stands for.
[[nodiscard]] QString nameOfKey(const QString& key);

} // namespace ui
