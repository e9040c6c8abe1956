#include "sparkline.h"

#include "trends.h"

#include "ui/common/icons.h"
#include "ui/common/tablemodel.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui {

namespace {

constexpr int Margin = 6;

} // namespace

SparklineDelegate::SparklineDelegate(const Trends& trends, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_trends(trends)
{
}

void SparklineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index); // ground and selection
    const std::deque<TrendPoint>* points = m_trends.of(index.data(KeyRole).toString());
    const QRectF area = QRectF(option.rect).adjusted(Margin, Margin, -Margin, -Margin);
    if (!points || area.width() < 2)
        return;
    const std::int64_t most = std::ranges::max_element(*points, {}, &TrendPoint::value)->value;
    const cmq::Time begin = m_trends.end() - Trends::Span;
    const auto x = [&](cmq::Time time) {
        const double share = double((std::max(time, begin) - begin).count()) /
                             double(Trends::Span.count());
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
    painter->setPen(QPen(toneColor(most == 0 ? Tone::Muted : Tone::Visible, option.palette), 1.25));
    painter->setRenderHint(QPainter::Antialiasing);
    painter->drawPath(line);
    painter->restore();
}

} // namespace ui
