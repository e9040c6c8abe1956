#include "trends.h"

#include "ui/common/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

struct TrendText
{
    Q_DECLARE_TR_FUNCTIONS(ui::Trends)
};

} // namespace

void Trends::begin(cmq::Time time)
{
    // The clock of a sandbox can go back; what was measured ahead of it has not happened yet.
    if (time < m_end)
        m_trends.clear();
    m_end = time;
    ++m_round;
}

void Trends::add(cmq::Time time, const QList<QueueRow>& queues)
{
    begin(time);
    for (const QueueRow& queue : queues)
        addOne(queue.name, backlogOf(queue.attributes));
    forgetMissing(queues.size());
}

void Trends::add(cmq::Time time, const std::vector<std::pair<QString, std::int64_t>>& values)
{
    begin(time);
    for (const auto& [name, value] : values)
        addOne(name, value);
    forgetMissing(qsizetype(values.size()));
}

void Trends::addOne(const QString& name, std::int64_t value)
{
    Trend& trend = m_trends[name];
    trend.round = m_round;
    std::deque<TrendPoint>& points = trend.points;
    if (points.empty() || points.back().value != value)
        points.push_back({m_end, value});
    // The last point before the span says what held at its begin.
    while (points.size() > 1 && (points[1].since <= m_end - Span || points.size() > PointsMax))
        points.pop_front();
}

void Trends::forgetMissing(qsizetype present)
{
    if (m_trends.size() > present)
        m_trends.removeIf([this](auto it) { return it.value().round != m_round; });
}

const std::deque<TrendPoint>* Trends::of(const QString& name) const
{
    const auto found = m_trends.find(name);
    return found == m_trends.end() ? nullptr : &found->points;
}

QString trendText(const TrendOf& trend)
{
    const std::deque<TrendPoint>* points = trend.trends->of(trend.name);
    if (!points)
        return {};
    const auto [least, most] = std::ranges::minmax_element(*points, {}, &TrendPoint::value);
    return TrendText::tr("Backlog now %1; between %2 and %3 in the last %4")
        .arg(formatCount(points->back().value), formatCount(least->value), formatCount(most->value),
             formatSpan(Trends::Span));
}

} // namespace ui
