#include "chartpainter.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/timeaxis.h"
#include "ui/common/tokens.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal Gap = 8;
constexpr qreal LineWidth = 1.8;
constexpr qreal TickDistance = 110;
constexpr qreal LabelShare = 0.2; ///< of the width, at most, for the names of the lines
constexpr int ValueTicks = 5;
constexpr double ThresholdReach = 4; ///< so many times the highest value at most

constexpr std::array<Tone, SeriesMax> Tones{Tone::Visible, Tone::InFlight, Tone::Ok,
                                            Tone::Dead,    Tone::Delayed,  Tone::Expired};

const QList<qreal>& dashes(qsizetype series)
{
    static const std::array<QList<qreal>, SeriesMax> patterns{
        QList<qreal>{},           QList<qreal>{6, 3}, QList<qreal>{2, 2},
        QList<qreal>{8, 3, 2, 3}, QList<qreal>{1, 3}, QList<qreal>{12, 4}};
    return patterns[std::size_t(series)];
}

/// 1, 2, 5, 10, 20 … so that about five lines reach `highest`.
double roundStep(double highest, bool isDuration)
{
    if (isDuration) { // milliseconds, read as seconds, minutes, hours, days
        for (const double step : {1.0, 5.0, 20.0, 100.0, 500.0, 1e3, 5e3, 15e3, 60e3, 300e3, 900e3,
                                  3600e3, 4 * 3600e3, 86400e3}) {
            if (highest / step <= ValueTicks)
                return step;
        }
    }
    const double rough = std::max(highest, 1e-9) / ValueTicks;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double digit : {1.0, 2.0, 5.0, 10.0}) {
        if (digit * power >= rough)
            return digit * power;
    }
    return 10 * power;
}

} // namespace

double ChartContent::highest() const
{
    double highest = 0;
    for (const Series& each : series) {
        for (const SeriesPoint& point : each.points) {
            if (!std::isnan(point.value))
                highest = std::max(highest, point.value);
        }
    }
    return highest;
}

QString ChartContent::valueText(double value) const
{
    const QString text = metricValue(metric, value);
    return isApproximate ? u"≈ "_s + text : text;
}

std::optional<double> valueAt(const Series& series, cmq::Time time)
{
    const auto next = std::ranges::upper_bound(series.points, time, {}, &SeriesPoint::time);
    if (next == series.points.begin() || std::isnan(std::prev(next)->value))
        return std::nullopt;
    return std::prev(next)->value;
}

ChartPainter::ChartPainter(const ChartContent& content, double highest, const QSizeF& size,
                           const QPalette& palette, const QFont& font)
    : m_content(content)
    , m_palette(palette)
    , m_font(font)
{
    const QFontMetricsF metrics(m_font);
    // A threshold far above all there is would press the lines flat.
    const double reach = highest * ThresholdReach;
    for (const double threshold : content.thresholds) {
        if (threshold <= reach)
            highest = std::max(highest, threshold);
    }
    m_step = roundStep(highest, isDuration(content.metric));
    if (isWhole(content.metric))
        m_step = std::max(1.0, m_step);
    m_top = std::max(m_step, std::ceil(highest / m_step) * m_step);
    qreal left = 0;
    for (double value = 0; value <= m_top; value += m_step)
        left = std::max(left, metrics.horizontalAdvance(content.valueText(value)));
    qreal right = 0;
    for (const Series& series : content.series)
        right = std::max(right, metrics.horizontalAdvance(formatForeign(nameOfKey(series.queue))));
    right = std::min(right, size.width() * LabelShare);
    m_plot =
        QRectF(QPointF(left + 2 * Gap, Gap + metrics.height() / 2),
               QPointF(size.width() - right - 2 * Gap, size.height() - metrics.height() - 2 * Gap));
}

qreal ChartPainter::xOf(cmq::Time time) const
{
    const auto span = std::max<std::int64_t>(1, (m_content.to - m_content.from).count());
    return m_plot.left() + m_plot.width() * qreal((time - m_content.from).count()) / qreal(span);
}

cmq::Time ChartPainter::timeAt(qreal x) const
{
    const qreal share = (x - m_plot.left()) / std::max<qreal>(1, m_plot.width());
    const auto span = double((m_content.to - m_content.from).count());
    return m_content.from + cmq::Milliseconds(std::llround(share * span));
}

qreal ChartPainter::yOf(double value) const
{
    return m_plot.bottom() - m_plot.height() * value / m_top;
}

QPen ChartPainter::penOf(qsizetype series) const
{
    QPen pen(toneColor(Tones[std::size_t(series)], m_palette), LineWidth);
    pen.setCapStyle(Qt::FlatCap);
    if (!dashes(series).isEmpty())
        pen.setDashPattern(dashes(series));
    return pen;
}

void ChartPainter::paint(QPainter& painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_font);
    paintAxes(painter);
    painter.save();
    painter.setClipRect(m_plot.adjusted(0, -2, 1, 2));
    paintThresholds(painter);
    for (qsizetype i = 0; i < m_content.series.size(); ++i)
        paintSeries(painter, i);
    painter.restore();
    paintNames(painter);
    painter.restore();
}

void ChartPainter::paintAxes(QPainter& painter) const
{
    const Tokens& colors = tokensOf(m_palette);
    const QFontMetricsF metrics(m_font);
    for (double value = 0; value <= m_top * 1.0001; value += m_step) {
        const qreal y = yOf(value);
        painter.setPen(colors.hairline);
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter.setPen(colors.muted);
        painter.drawText(QRectF(0, y - metrics.height() / 2, m_plot.left() - Gap, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, m_content.valueText(value));
    }
    const int most = std::max(1, int(m_plot.width() / TickDistance));
    for (const TimeTick& tick : timeTicks(m_content.from, m_content.to, most)) {
        const qreal x = xOf(tick.at);
        painter.setPen(colors.hairline);
        painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom() + Gap / 2));
        painter.setPen(colors.muted);
        const qreal half = metrics.horizontalAdvance(tick.label) / 2;
        painter.drawText(QPointF(std::max(0.0, x - half), m_plot.bottom() + Gap + metrics.ascent()),
                         tick.label);
    }
}

void ChartPainter::paintThresholds(QPainter& painter) const
{
    painter.setPen(QPen(toneColor(Tone::Dead, m_palette), 1, Qt::DashDotDotLine));
    for (const double threshold : m_content.thresholds)
        painter.drawLine(QPointF(m_plot.left(), yOf(threshold)),
                         QPointF(m_plot.right(), yOf(threshold)));
}

/// A step line: a value holds until the next. Where several values share a pixel, that is an
/// upright bar from the lowest to the highest: such bars are filled at once, while to stroke a path
/// through them would cost more than all else together.
void ChartPainter::paintSeries(QPainter& painter, qsizetype index) const
{
    const std::vector<SeriesPoint>& points = m_content.series[index].points;
    QPainterPath path;
    QList<QRectF> bars;
    std::optional<QPointF> pen; ///< where the line is; none in a gap
    const auto drawTo = [&](const QPointF& to) {
        if (pen && path.currentPosition() != *pen)
            path.moveTo(*pen);
        if (pen)
            path.lineTo(to);
        pen = to;
    };
    for (std::size_t i = 0; i < points.size();) {
        const SeriesPoint& point = points[i];
        const qreal x = xOf(point.time);
        const double value = point.value;
        if (pen)
            drawTo({x, pen->y()});
        if (std::isnan(value)) {
            pen.reset();
            ++i;
            continue;
        }
        const cmq::Time pixelEnd = timeAt(x + 1);
        double low = value;
        double high = value;
        std::size_t next = i + 1;
        for (; next < points.size() && points[next].time < pixelEnd &&
               !std::isnan(points[next].value);
             ++next) {
            low = std::min(low, points[next].value);
            high = std::max(high, points[next].value);
        }
        if (next == i + 1) {
            drawTo({x, yOf(value)});
        } else {
            // From where the line came, too, so that it is whole.
            const qreal top = pen ? std::min(pen->y(), yOf(high)) : yOf(high);
            const qreal bottom = pen ? std::max(pen->y(), yOf(low)) : yOf(low);
            bars.append({x, top - LineWidth / 2, 1, bottom - top + LineWidth});
            pen = QPointF(x, yOf(points[next - 1].value));
        }
        i = next;
    }
    if (pen && points.size() > 1) {
        const auto step = points.back().time - points[points.size() - 2].time;
        drawTo({xOf(points.back().time + step), pen->y()});
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(penOf(index));
    painter.drawPath(path);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(painter.pen().color());
    painter.setPen(Qt::NoPen);
    painter.drawRects(bars);
    painter.setRenderHint(QPainter::Antialiasing);
}

/// The names beside the ends of the lines, pushed apart where they would cover each other.
void ChartPainter::paintNames(QPainter& painter) const
{
    const QFontMetricsF metrics(m_font);
    struct Name
    {
        qsizetype series;
        qreal y;
    };
    QList<Name> names;
    for (qsizetype i = 0; i < m_content.series.size(); ++i) {
        const auto& points = m_content.series[i].points;
        const auto last =
            std::find_if(points.rbegin(), points.rend(),
                         [](const SeriesPoint& point) { return !std::isnan(point.value); });
        if (last != points.rend())
            names.append({i, yOf(last->value)});
    }
    std::ranges::sort(names, {}, &Name::y);
    qreal free = 0;
    for (Name& name : names) {
        name.y = std::max(name.y, free);
        free = name.y + metrics.height();
    }
    qreal limit = m_plot.bottom() + metrics.height() / 2;
    for (Name& name : names | std::views::reverse) {
        name.y = std::min(name.y, limit);
        limit = name.y - metrics.height();
    }
    const qreal left = m_plot.right() + Gap;
    const qreal width = m_plot.right() * LabelShare + Gap;
    for (const Name& name : names) {
        painter.setPen(toneColor(Tones[std::size_t(name.series)], m_palette));
        painter.drawText(
            QRectF(left, name.y - metrics.height() / 2, width, metrics.height()),
            Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(formatForeign(nameOfKey(m_content.series[name.series].queue)),
                               Qt::ElideMiddle, width));
    }
}

void ChartPainter::paintCursor(QPainter& painter, cmq::Time cursor) const
{
    const qreal x = xOf(cursor);
    if (x < m_plot.left() || x > m_plot.right())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokensOf(m_palette).secondary, 1, Qt::DotLine));
    painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
    for (qsizetype i = 0; i < m_content.series.size(); ++i) {
        const auto value = valueAt(m_content.series[i], cursor);
        if (!value)
            continue;
        painter.setPen(QPen(tokensOf(m_palette).surface, 1.5));
        painter.setBrush(toneColor(Tones[std::size_t(i)], m_palette));
        painter.drawEllipse(QPointF(x, yOf(*value)), 4, 4);
    }
    painter.restore();
}

} // namespace ui
