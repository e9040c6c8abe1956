#include "metric.h"

#include "ui/common/format.h"
#include "ui/common/timeaxis.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct MetricText
{
    Q_DECLARE_TR_FUNCTIONS(ui::Metric)
};

constexpr QChar TopicMark = u'#';

/// What is lasting about a metric, in the order of the enum.
struct Traits
{
    QLatin1StringView id;
    MetricKind kind;
    QLatin1StringView name; ///< in Cloud Monitor
};

constexpr std::array<Traits, Metrics.size()> AllTraits{{
    {"backlog"_L1, MetricKind::Level, "CmqQueueMsgBacklog"_L1},
    {"visible"_L1, MetricKind::Level, "VisibleMsgNum"_L1},
    {"inFlight"_L1, MetricKind::Level, "InactiveMsgNum"_L1},
    {"delayed"_L1, MetricKind::Level, "DelayMsgNum"_L1},
    {"rewindable"_L1, MetricKind::Level, "RewindMsgNum"_L1},
    {"oldestAgeMs"_L1, MetricKind::Level, {}},
    {"sent"_L1, MetricKind::Rate, "MsgRateIn"_L1},
    {"sentBytes"_L1, MetricKind::Rate, "MsgThroughputIn"_L1},
    {"averageSize"_L1, MetricKind::Average, "MsgAverageSize"_L1},
    {"received"_L1, MetricKind::Rate, "MsgRateOut"_L1},
    {"deleted"_L1, MetricKind::Rate, "DelMsgNum"_L1},
    {"emptyReceives"_L1, MetricKind::Rate, "RecvNullMsgNum"_L1},
    {"inQueueP50Ms"_L1, MetricKind::Percentile, {}},
    {"inQueueP95Ms"_L1, MetricKind::Percentile, {}},
    {"inQueueP99Ms"_L1, MetricKind::Percentile, {}},
    {"handlingP50Ms"_L1, MetricKind::Percentile, {}},
    {"handlingP95Ms"_L1, MetricKind::Percentile, {}},
    {"handlingP99Ms"_L1, MetricKind::Percentile, {}},
    {"topicBacklog"_L1, MetricKind::Level, "CmqTopicMsgBacklog"_L1},
    {"published"_L1, MetricKind::Rate, "NumOfMsgPublished"_L1},
    {"publishedBytes"_L1, MetricKind::Rate, "PublishSize"_L1},
    {"notified"_L1, MetricKind::Rate, "NumOfNotify"_L1},
    {"notifySucceeded"_L1, MetricKind::Rate, "NumOfSuccNotify"_L1},
}};

const Traits& traitsOf(Metric metric)
{
    return AllTraits[std::size_t(metric)];
}

QString rate(double value)
{
    const bool isWhole = value == std::floor(value) || value >= 1000;
    return isWhole ? formatCount(std::llround(value)) : QString::number(value, 'g', 3);
}

} // namespace

MetricKind metricKind(Metric metric)
{
    return traitsOf(metric).kind;
}

bool isOfTopics(Metric metric)
{
    return metric >= Metric::TopicBacklog;
}

bool isDuration(Metric metric)
{
    return metric == Metric::OldestAge || metricKind(metric) == MetricKind::Percentile;
}

bool isWhole(Metric metric)
{
    return metricKind(metric) == MetricKind::Level && metric != Metric::OldestAge;
}

QString metricId(Metric metric)
{
    return traitsOf(metric).id;
}

std::optional<Metric> metricFromId(const QString& id)
{
    const auto found =
        std::ranges::find_if(Metrics, [&](Metric metric) { return traitsOf(metric).id == id; });
    return found == Metrics.end() ? std::nullopt : std::optional(*found);
}

QString metricText(Metric metric)
{
    switch (metric) {
    case Metric::Backlog: return MetricText::tr("Backlog");
    case Metric::Visible: return MetricText::tr("Visible");
    case Metric::InFlight: return MetricText::tr("In flight");
    case Metric::Delayed: return MetricText::tr("Delayed");
    case Metric::Rewindable: return MetricText::tr("Rewindable");
    case Metric::OldestAge: return MetricText::tr("Age of the oldest");
    case Metric::Sent: return MetricText::tr("Sent");
    case Metric::SentBytes: return MetricText::tr("Bytes sent");
    case Metric::AverageSize: return MetricText::tr("Average size");
    case Metric::Received: return MetricText::tr("Received");
    case Metric::Deleted: return MetricText::tr("Deleted");
    case Metric::EmptyReceives: return MetricText::tr("Empty receives");
    case Metric::InQueueP50: return MetricText::tr("Time in queue, p50");
    case Metric::InQueueP95: return MetricText::tr("Time in queue, p95");
    case Metric::InQueueP99: return MetricText::tr("Time in queue, p99");
    case Metric::HandlingP50: return MetricText::tr("Handling time, p50");
    case Metric::HandlingP95: return MetricText::tr("Handling time, p95");
    case Metric::HandlingP99: return MetricText::tr("Handling time, p99");
    case Metric::TopicBacklog: return MetricText::tr("Topic: backlog");
    case Metric::Published: return MetricText::tr("Topic: published");
    case Metric::PublishedBytes: return MetricText::tr("Topic: bytes published");
    case Metric::Notified: return MetricText::tr("Topic: notifies");
    case Metric::NotifySucceeded: return MetricText::tr("Topic: successful notifies");
    }
    return {};
}

QString metricName(Metric metric)
{
    return traitsOf(metric).name;
}

QString metricValue(Metric metric, double value)
{
    if (isDuration(metric))
        return formatExactSpan(cmq::Milliseconds(std::llround(value)));
    if (metric == Metric::AverageSize)
        return formatBytes(std::llround(value));
    if (metric == Metric::SentBytes || metric == Metric::PublishedBytes)
        return MetricText::tr("%1/s", "per second").arg(formatBytes(std::llround(value)));
    if (metricKind(metric) == MetricKind::Rate)
        return MetricText::tr("%1/s", "per second").arg(rate(value));
    return formatCount(std::llround(value));
}

QString topicKey(const QString& topicName)
{
    return TopicMark + topicName;
}

bool isTopicKey(const QString& key)
{
    return key.startsWith(TopicMark);
}

QString nameOfKey(const QString& key)
{
    return isTopicKey(key) ? key.mid(1) : key;
}

} // namespace ui
