#include "metric.h"

#include "ui/common/format.h"
#include "ui/common/timeaxis.h"

#include <QCoreApplication>

#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct MetricText
{
    Q_DECLARE_TR_FUNCTIONS(ui::Metric)
};

QString rate(double value)
{
    const bool isWhole = value == std::floor(value) || value >= 1000;
    return isWhole ? formatCount(std::llround(value)) : QString::number(value, 'g', 3);
}

} // namespace

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
    case Metric::Received: return MetricText::tr("Received");
    case Metric::Deleted: return MetricText::tr("Deleted");
    case Metric::EmptyReceives: return MetricText::tr("Empty receives");
    }
    return {};
}

QString metricName(Metric metric)
{
    switch (metric) {
    case Metric::Backlog: return u"CmqQueueMsgBacklog"_s;
    case Metric::Visible: return u"VisibleMsgNum"_s;
    case Metric::InFlight: return u"InactiveMsgNum"_s;
    case Metric::Delayed: return u"DelayMsgNum"_s;
    case Metric::Rewindable: return u"RewindMsgNum"_s;
    case Metric::OldestAge: return {};
    case Metric::Sent: return u"MsgRateIn"_s;
    case Metric::SentBytes: return u"MsgThroughputIn"_s;
    case Metric::Received: return u"MsgRateOut"_s;
    case Metric::Deleted: return u"DelMsgNum"_s;
    case Metric::EmptyReceives: return u"RecvNullMsgNum"_s;
    }
    return {};
}

bool isRate(Metric metric)
{
    return metric >= Metric::Sent;
}

QString metricValue(Metric metric, double value)
{
    if (metric == Metric::OldestAge)
        return formatExactSpan(cmq::Milliseconds(std::llround(value)));
    if (metric == Metric::SentBytes)
        return MetricText::tr("%1/s", "per second").arg(formatBytes(std::llround(value)));
    if (isRate(metric))
        return MetricText::tr("%1/s", "per second").arg(rate(value));
    return formatCount(std::llround(value));
}

} // namespace ui
