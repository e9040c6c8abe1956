#include "sparkline.h"

#include "ui/common/icons.h"
#include "ui/common/tablemodel.h"
#include "ui/common/tokens.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui {

namespace {

constexpr int Margin = 6;
constexpr cmq::Milliseconds SpanLeast = std::chrono::seconds(20);

} // namespace

SparklineDelegate::SparklineDelegate(TrendSource source, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_source(std::move(source))
{
}

void SparklineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index); // ground and selection
    const auto [trends, name] = m_source(index.data(KeyRole).toString());
    const std::deque<TrendPoint>* points = trends->of(name);
    const QRectF area = QRectF(option.rect).adjusted(Margin, Margin, -Margin, -Margin);
    if (!points || area.width() < 2)
        return;
    const std::int64_t most = std::ranges::max_element(*points, {}, &TrendPoint::value)->value;
    // All that is known, so that the line of a new queue can be read, too.
    const cmq::Time begin = std::min(std::max(points->front().since, trends->end() - Trends::Span),
                                     trends->end() - SpanLeast);
    const auto x = [&](cmq::Time time) {
        const double share = double((std::max(time, begin) - begin).count()) /
                             double((trends->end() - begin).count());
        return area.left() + share * area.width();
    };
    const auto y = [&](std::int64_t value) {
        return most == 0 ? area.bottom()
                         : area.bottom() - double(value) / double(most) * area.height();
    };
    // Steps: a backlog holds until it changes.
    QPainterPath line(QPointF(x(points->front().since), y(points->front().value)));
    for (const TrendPoint& point : *points) {
        line.lineTo(x(point.since), line.currentPosition().y());
        line.lineTo(x(point.since), y(point.value));
    }
    line.lineTo(area.right(), line.currentPosition().y());
    painter->save();
    painter->setPen(tokensOf(option.palette).hairline);
    painter->drawLine(area.bottomLeft(), area.bottomRight());
    painter->setPen(QPen(toneColor(most == 0 ? Tone::Muted : Tone::Visible, option.palette), 1.25));
    painter->setRenderHint(QPainter::Antialiasing);
    painter->drawPath(line);
    painter->restore();
}

} // namespace ui
