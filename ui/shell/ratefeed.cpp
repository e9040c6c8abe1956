#include "ratefeed.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"
#include "ui/queues/queuefeed.h"

#include <cmath>

namespace ui {

namespace {

/// The latest second is not over yet.
constexpr cmq::Seconds Until{1};
constexpr cmq::Seconds Since{6};

double average(const Series& series)
{
    double sum = 0;
    int known = 0;
    for (const SeriesPoint& point : series.points) {
        if (std::isnan(point.value))
            continue;
        sum += point.value;
        ++known;
    }
    return known == 0 ? 0 : sum / known;
}

} // namespace

RateFeed::RateFeed(const Connection& connection, Monitor& monitor, QueueFeed& queues,
                   QObject* parent)
    : QObject(parent)
    , m_connection(connection)
    , m_monitor(monitor)
    , m_queues(queues)
{
    if (monitor.hasCounts())
        connect(&monitor, &Monitor::measured, this, qOverload<>(&RateFeed::ask));
}

void RateFeed::ask()
{
    if (m_asking > 0)
        return;
    m_rates.clear();
    ask(Metric::Sent, &QueueRates::sent);
    ask(Metric::Received, &QueueRates::received);
}

void RateFeed::ask(Metric metric, double QueueRates::*rate)
{
    SeriesQuery query;
    query.metric = metric;
    query.from = m_connection.now() - Since;
    query.to = m_connection.now() - Until;
    query.queues.reserve(m_queues.queues().size());
    for (const QueueRow& queue : m_queues.queues())
        query.queues += queue.name;
    ++m_asking;
    onResult(m_monitor.ask(query), this, [this, rate](const cmq::Result<Monitor::Answer>& answer) {
        --m_asking;
        if (answer) {
            for (const Series& series : answer->series) {
                const double value = average(series);
                if (value > 0)
                    m_rates[series.queue].*rate = value;
            }
        }
        if (m_asking == 0)
            m_queues.setRates(m_rates);
    });
}

} // namespace ui
