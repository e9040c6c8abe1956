#include "lifepainter.h"

#include "lifetext.h"

#include "ui/common/timeaxis.h"
#include "ui/common/tokens.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct LifePainterText
{
    Q_DECLARE_TR_FUNCTIONS(ui::LifePainter)
};

constexpr qreal Gap = 8;
constexpr qreal MarkRadius = 5;
constexpr qreal TickDistance = 110; ///< at least, in pixels
constexpr qreal LeastBar = 2;

/// Bars differ by more than their colour.
Qt::BrushStyle pattern(LifeBar::Kind kind)
{
    switch (kind) {
    case LifeBar::Kind::Delayed: return Qt::Dense6Pattern;
    case LifeBar::Kind::InFlight: return Qt::BDiagPattern;
    case LifeBar::Kind::Rewindable: return Qt::HorPattern;
    case LifeBar::Kind::Waiting: return Qt::NoBrush;
    case LifeBar::Kind::Visible:
    case LifeBar::Kind::Pushing: break;
    }
    return Qt::SolidPattern;
}

QColor faded(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

QPainterPath markShape(cmq::EventKind kind, const QPointF& at)
{
    using enum cmq::EventKind;
    constexpr qreal r = MarkRadius;
    QPainterPath path;
    const auto polygon = [&](std::initializer_list<QPointF> points) {
        path.addPolygon(QPolygonF(QList<QPointF>(points)));
        path.closeSubpath();
        path.translate(at);
    };
    switch (kind) {
    case Received:
    case DeliveryAttempted: // something begins: to the right
        polygon({{-r + 1, -r}, {r, 0}, {-r + 1, r}});
        break;
    case VisibilityEnded:
    case Rewound: // it comes back: to the left
        polygon({{r - 1, -r}, {-r, 0}, {r - 1, r}});
        break;
    case DeadLettered:
    case DeadLetterBlocked:
    case DeliveryFailed:
    case DeliveryDropped:
        path.addRect(QRectF(at.x() - r + 1, at.y() - r + 1, 2 * r - 2, 2 * r - 2));
        break;
    case Deleted:
    case Delivered: polygon({{0, -r - 1}, {r + 1, 0}, {0, r + 1}, {-r - 1, 0}}); break;
    default: path.addEllipse(at, r, r); break;
    }
    return path;
}

bool isHollow(cmq::EventKind kind)
{
    using enum cmq::EventKind;
    return kind == RetentionEnded || kind == RetentionPurged || kind == RewindWindowEnded ||
           kind == RewindTurnedOff || kind == RewindAreaPurged || kind == QueueCleared ||
           kind == QueueDeleted || kind == NotMatched || kind == Unsubscribed;
}

} // namespace

LifePainter::LifePainter(const LifeLine& line, cmq::Time from, cmq::Time to, qreal width,
                         const QPalette& palette, const QFont& font)
    : m_line(line)
    , m_from(from)
    , m_to(std::max(to, from + cmq::Milliseconds(1)))
    , m_width(width)
    , m_palette(palette)
    , m_font(font)
{
    const QFontMetricsF metrics(m_font);
    m_labelHeight = metrics.height();
    m_laneHeight = m_labelHeight + 26;
    qreal widest = 0;
    for (const LifeLane& lane : line.lanes)
        widest = std::max(widest, metrics.horizontalAdvance(laneText(lane)));
    m_labelWidth = std::clamp(widest + 2 * Gap, 90.0, std::max(90.0, width / 4));
}

qreal LifePainter::height() const
{
    return qreal(m_line.lanes.size()) * m_laneHeight + m_labelHeight + 3 * Gap;
}

qreal LifePainter::xOf(cmq::Time time) const
{
    const qreal span = m_width - m_labelWidth - 2 * Gap;
    return m_labelWidth + Gap +
           span * qreal((time - m_from).count()) / qreal((m_to - m_from).count());
}

cmq::Time LifePainter::timeAt(qreal x) const
{
    const qreal span = std::max(1.0, m_width - m_labelWidth - 2 * Gap);
    const qreal share = (x - m_labelWidth - Gap) / span;
    return m_from + cmq::Milliseconds(std::llround(share * qreal((m_to - m_from).count())));
}

QRectF LifePainter::barRect(const LifeBar& bar) const
{
    const qreal left = std::clamp(xOf(bar.from), m_labelWidth, m_width);
    const qreal right = std::clamp(xOf(bar.to), m_labelWidth, m_width);
    const qreal top = bar.lane * m_laneHeight + Gap;
    return {left, top, std::max(LeastBar, right - left), m_laneHeight - 2 * Gap};
}

QPointF LifePainter::markAt(const LifeStep& step) const
{
    return {xOf(step.event.time), (step.lane + 0.5) * m_laneHeight};
}

void LifePainter::paint(QPainter& painter, int selected) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_font);
    paintAxis(painter);
    paintLanes(painter);
    painter.setClipRect(QRectF(m_labelWidth, 0, m_width - m_labelWidth, height()));
    for (const LifeBar& bar : m_line.bars)
        paintBar(painter, bar);
    for (int i = 0; i < int(m_line.steps.size()); ++i) {
        if (i != selected)
            paintMark(painter, m_line.steps[i], false);
    }
    if (selected >= 0 && selected < int(m_line.steps.size()))
        paintMark(painter, m_line.steps[selected], true);
    painter.restore();
}

void LifePainter::paintLanes(QPainter& painter) const
{
    const Tokens& colors = tokensOf(m_palette);
    const QFontMetricsF metrics(m_font);
    for (int i = 0; i < int(m_line.lanes.size()); ++i) {
        const qreal top = i * m_laneHeight;
        painter.setPen(colors.secondary);
        painter.drawText(
            QRectF(Gap, top, m_labelWidth - 2 * Gap, m_laneHeight),
            Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(laneText(m_line.lanes[i]), Qt::ElideMiddle, m_labelWidth - 2 * Gap));
        painter.setPen(colors.hairline);
        painter.drawLine(QPointF(0, top + m_laneHeight), QPointF(m_width, top + m_laneHeight));
    }
}

void LifePainter::paintAxis(QPainter& painter) const
{
    const Tokens& colors = tokensOf(m_palette);
    const qreal bottom = qreal(m_line.lanes.size()) * m_laneHeight;
    const QFontMetricsF metrics(m_font);
    const int most = std::max(1, int((m_width - m_labelWidth) / TickDistance));
    for (const TimeTick& tick : timeTicks(m_from, m_to, most)) {
        const qreal x = xOf(tick.at);
        painter.setPen(colors.hairline);
        painter.drawLine(QPointF(x, 0), QPointF(x, bottom + Gap / 2));
        painter.setPen(colors.muted);
        const qreal half = metrics.horizontalAdvance(tick.label) / 2;
        const qreal left = std::clamp(x - half, 0.0, std::max(0.0, m_width - 2 * half));
        painter.drawText(QPointF(left, bottom + Gap + metrics.ascent()), tick.label);
    }
    if (m_line.now >= m_from && m_line.now <= m_to) {
        painter.setPen(QPen(colors.accent, 1, Qt::DashLine));
        const qreal x = xOf(m_line.now);
        painter.drawLine(QPointF(x, 0), QPointF(x, bottom));
    }
}

void LifePainter::paintBar(QPainter& painter, const LifeBar& bar) const
{
    const QColor color = toneColor(barTone(bar.kind), m_palette);
    const QRectF rect = barRect(bar);
    if (bar.isOpen && bar.planned && *bar.planned > bar.to) {
        const QRectF rest(rect.right(), rect.top(), xOf(*bar.planned) - rect.right(),
                          rect.height());
        painter.setPen(QPen(color, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rest);
    }
    painter.setPen(QPen(color, 1, bar.isStartUnknown ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(faded(color, 28));
    painter.drawRect(rect);
    if (const Qt::BrushStyle style = pattern(bar.kind); style != Qt::SolidPattern) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QBrush(faded(color, 52), style));
        painter.drawRect(rect);
    }
    const QFontMetricsF metrics(m_font);
    const QString text = barText(bar);
    const qreal room = rect.width() - 2 * (MarkRadius + 4);
    if (metrics.horizontalAdvance(text) > room)
        return;
    painter.setPen(tokensOf(m_palette).text);
    painter.drawText(rect, Qt::AlignCenter, text);
}

void LifePainter::paintMark(QPainter& painter, const LifeStep& step, bool isSelected) const
{
    const QColor color = toneColor(stepTone(step), m_palette);
    const QPointF at = markAt(step);
    const QColor ground = tokensOf(m_palette).surface;
    if (isSelected) {
        painter.setPen(QPen(tokensOf(m_palette).accent, 2));
        painter.setBrush(ground);
        painter.drawEllipse(at, MarkRadius + 5, MarkRadius + 5);
    }
    painter.setPen(QPen(isHollow(step.event.kind) ? color : ground, 1.5));
    painter.setBrush(isHollow(step.event.kind) ? ground : color);
    painter.drawPath(markShape(step.event.kind, at));
}

int LifePainter::stepAt(const QPointF& point) const
{
    int nearest = -1;
    qreal best = 2.5 * MarkRadius;
    for (int i = 0; i < int(m_line.steps.size()); ++i) {
        const QPointF away = markAt(m_line.steps[i]) - point;
        const qreal distance = std::hypot(away.x(), away.y());
        if (distance <= best) {
            best = distance;
            nearest = i;
        }
    }
    return nearest;
}

int LifePainter::barAt(const QPointF& point) const
{
    for (int i = int(m_line.bars.size()) - 1; i >= 0; --i) {
        if (barRect(m_line.bars[i]).contains(point))
            return i;
    }
    return -1;
}

} // namespace ui
