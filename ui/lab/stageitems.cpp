#include "stageitems.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/tokens.h"
#include "ui/messages/messagestate.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal BoxRadius = 6;
constexpr qreal BoxPadding = 8;
constexpr int IconSize = 16;
constexpr qreal ArrowLength = 7;
constexpr qreal ArrowHalf = 3.5;
constexpr qreal RingWidth = 2;
constexpr qreal RingRadius = StageTokenRadius + RingWidth;
/// Rings are drawn again when they changed by so much.
constexpr double RingStep = 1.0 / 90;

struct StageText
{
    Q_DECLARE_TR_FUNCTIONS(StageText)
};

/// Of the widget that shows the scene: what an item's option has is not told of a change of theme.
const QPalette& paletteOf(const QStyleOptionGraphicsItem& option, const QWidget* widget)
{
    return widget ? widget->palette() : option.palette;
}

QStringView iconNameOf(const StageBox& box)
{
    switch (box.kind) {
    case StageBox::Kind::Producer: return u"box-arrow-right";
    case StageBox::Kind::Topic: return u"topic";
    case StageBox::Kind::Consumer: return u"download";
    case StageBox::Kind::Receiver: return u"cloud";
    case StageBox::Kind::Queue: break;
    }
    return box.isDeadLetterQueue ? QStringView(u"dead-letter-queue") : QStringView(u"queue");
}

void paintArrow(QPainter& painter, const QPointF& end, qreal tip, const QColor& color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF(
        {end + QPointF(tip, 0), end + QPointF(0, ArrowHalf), end - QPointF(0, ArrowHalf)}));
}

} // namespace

StageWaysItem::StageWaysItem()
{
    setZValue(-1);
}

void StageWaysItem::setLayout(const StageLayout& layout)
{
    prepareGeometryChange();
    m_bounds = QRectF(QPointF(), layout.size);
    m_lines.clear();
    for (const StageWay& way : layout.ways)
        m_lines.push_back({way, layout.boxes[way.from].rect, layout.boxes[way.to].rect});
    update();
}

QRectF StageWaysItem::boundingRect() const
{
    return m_bounds;
}

void StageWaysItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option,
                          QWidget* widget)
{
    const QPalette& palette = paletteOf(*option, widget);
    const Tokens& tokens = tokensOf(palette);
    painter->setRenderHint(QPainter::Antialiasing);
    for (const Line& line : m_lines) {
        const bool isDeadLetter = line.way.kind == StageWay::Kind::DeadLetter;
        const QColor color =
            isDeadLetter || line.way.isFailing ? tokens.dead : tokens.controlBorder;
        QPen pen(color, 1.25);
        if (isDeadLetter)
            pen.setStyle(Qt::DashLine);
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        if (line.to.left() > line.from.right()) {
            const QPointF begin(line.from.right(), line.from.center().y());
            const QPointF end(line.to.left() - ArrowLength, line.to.center().y());
            QPainterPath path(begin);
            const qreal bend = (end.x() - begin.x()) / 2;
            path.cubicTo(begin + QPointF(bend, 0), end - QPointF(bend, 0), end);
            painter->drawPath(path);
            paintArrow(*painter, end, ArrowLength, color);
        } else { // between queues: out to the left and back in
            const QPointF begin(line.from.left(), line.from.bottom() - BoxPadding);
            const QPointF end(line.to.left() - ArrowLength, line.to.top() + BoxPadding * 2);
            QPainterPath path(begin);
            path.cubicTo(begin - QPointF(28, 0), end - QPointF(28, 0), end);
            painter->drawPath(path);
            paintArrow(*painter, end, ArrowLength, color);
        }
        if (line.way.kind != StageWay::Kind::Subscription || line.way.name.isEmpty())
            continue;
        QString text = formatForeign(line.way.name, 30);
        if (line.way.waiting > 0)
            text += u" · "_s + formatCount(line.way.waiting);
        const QPointF middle((line.from.right() + line.to.left()) / 2,
                             (line.from.center().y() + line.to.center().y()) / 2);
        const QFontMetricsF metrics(painter->font());
        QRectF label(0, 0, metrics.horizontalAdvance(text) + BoxPadding, metrics.height());
        label.moveCenter(middle);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.window);
        painter->drawRoundedRect(label, 3, 3);
        painter->setPen(line.way.isFailing ? tokens.dead : tokens.secondary);
        painter->drawText(label, Qt::AlignCenter, text);
    }
}

StageBoxItem::StageBoxItem()
{
    setFlag(ItemIsSelectable);
}

void StageBoxItem::setBox(const StageBox& box)
{
    if (box == m_box)
        return;
    prepareGeometryChange();
    m_box = box;
    setPos(box.rect.topLeft());
    setToolTip(formatTip(describe(box)));
    update();
}

QRectF StageBoxItem::boundingRect() const
{
    return QRectF(QPointF(), m_box.rect.size()).adjusted(-1.5, -1.5, 1.5, 1.5);
}

void StageBoxItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget)
{
    const QPalette& palette = paletteOf(*option, widget);
    const Tokens& tokens = tokensOf(palette);
    const QRectF rect(QPointF(), m_box.rect.size());
    painter->setRenderHint(QPainter::Antialiasing);
    QPen border(isSelected() ? tokens.accent : tokens.controlBorder, isSelected() ? 2 : 1);
    if (!m_box.isRunning)
        border.setStyle(Qt::DotLine);
    painter->setPen(border);
    painter->setBrush(isSelected() ? tokens.selection : tokens.surface);
    painter->drawRoundedRect(rect, BoxRadius, BoxRadius);

    QRectF line(BoxPadding, 2, rect.width() - 2 * BoxPadding, 26);
    const Tone tone = m_box.isDeadLetterQueue ? Tone::Dead
                      : m_box.isRunning       ? Tone::Accent
                                              : Tone::Muted;
    const QRectF iconRect(line.left(), line.center().y() - IconSize / 2.0, IconSize, IconSize);
    icon(iconNameOf(m_box), tone).paint(painter, iconRect.toRect());
    line.setLeft(iconRect.right() + BoxPadding);
    QFont font = painter->font();
    font.setBold(true);
    painter->setFont(font);
    if (m_box.waiting > 0) {
        const QString count = formatCount(m_box.waiting);
        painter->setPen(tokens.inFlight);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, count);
        line.setRight(line.right() - QFontMetricsF(font).horizontalAdvance(count) - BoxPadding);
    }
    painter->setPen(m_box.isRunning ? tokens.text : tokens.muted);
    painter->drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(font).elidedText(formatForeign(m_box.name), Qt::ElideRight, line.width()));
    font.setBold(false);
    painter->setFont(font);
    if (!m_box.detail.isEmpty()) {
        const QRectF below(BoxPadding, 26, rect.width() - 2 * BoxPadding, 20);
        painter->setPen(tokens.secondary);
        painter->drawText(
            below, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(font).elidedText(m_box.detail, Qt::ElideRight, below.width()));
    }
    for (const StageLane& lane : m_box.lanes) {
        const QRectF place = lane.rect.translated(-m_box.rect.topLeft());
        painter->setPen(QPen(tokens.hairline, 1));
        painter->drawLine(place.topLeft(), place.topRight());
        icon(stateIconName(lane.state), stateTone(lane.state))
            .paint(painter,
                   QRectF(place.left(), place.center().y() - IconSize / 2.0, IconSize, IconSize)
                       .toRect());
        painter->setPen(toneColor(stateTone(lane.state), palette));
        painter->drawText(place.adjusted(IconSize + 6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          formatCount(lane.count));
    }
}

StageTokenItem::StageTokenItem()
{
    setFlag(ItemIsSelectable);
    setZValue(1);
}

void StageTokenItem::setToken(const StageToken& token)
{
    m_token = token;
    update();
}

double StageTokenItem::left() const
{
    const cmq::scenario::PictureMessage& message = m_token.message;
    if (!message.until || *message.until <= message.since)
        return -1;
    const auto whole = double((*message.until - message.since).count());
    return std::clamp(double((*message.until - m_now).count()) / whole, 0.0, 1.0);
}

void StageTokenItem::setNow(cmq::Time now)
{
    m_now = now;
    const double shown = left();
    if (std::abs(shown - m_shownLeft) < RingStep)
        return;
    m_shownLeft = shown;
    update();
}

void StageTokenItem::setWay(const QPointF& from, const QPointF& to)
{
    m_from = from;
    m_to = to;
}

void StageTokenItem::moveTo(qreal progress)
{
    setPos(m_from + (m_to - m_from) * progress);
}

QRectF StageTokenItem::boundingRect() const
{
    constexpr qreal Half = RingRadius + RingWidth;
    return {-Half, -Half, 2 * Half, 2 * Half};
}

void StageTokenItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option,
                           QWidget* widget)
{
    const QPalette& palette = paletteOf(*option, widget);
    const Tokens& tokens = tokensOf(palette);
    const bool isDead = m_token.message.isDeadLetter;
    const QColor color =
        isDead ? tokens.dead : toneColor(stateTone(m_token.message.state), palette);
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSelected()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.selection);
        painter->drawEllipse(QPointF(), RingRadius + RingWidth, RingRadius + RingWidth);
    }
    painter->setPen(QPen(isSelected() ? tokens.accent : color, 1.5));
    constexpr qreal R = StageTokenRadius - 1;
    if (isDead) {
        painter->setBrush(color);
        painter->drawPolygon(
            QPolygonF({QPointF(0, -R), QPointF(R, 0), QPointF(0, R), QPointF(-R, 0)}));
    } else {
        switch (m_token.message.state) {
        case cmq::MessageState::Delayed:
            painter->setBrush(tokens.surface);
            painter->drawEllipse(QPointF(), R, R);
            break;
        case cmq::MessageState::Active:
            painter->setBrush(color);
            painter->drawEllipse(QPointF(), R, R);
            break;
        case cmq::MessageState::Inactive:
            painter->setBrush(tokens.surface);
            painter->drawEllipse(QPointF(), R, R);
            painter->setBrush(color);
            painter->drawPie(QRectF(-R, -R, 2 * R, 2 * R), 90 * 16, 180 * 16);
            break;
        case cmq::MessageState::Rewindable:
            painter->setBrush(tokens.surface);
            painter->drawRoundedRect(QRectF(-R, -R, 2 * R, 2 * R), 2, 2);
            break;
        }
    }
    if (m_shownLeft >= 0) {
        painter->setPen(QPen(color, RingWidth));
        painter->setBrush(Qt::NoBrush);
        painter->drawArc(QRectF(-RingRadius, -RingRadius, 2 * RingRadius, 2 * RingRadius), 90 * 16,
                         int(std::lround(m_shownLeft * 360 * 16)));
    }
}

QString stageKindText(const StageBox& box)
{
    switch (box.kind) {
    case StageBox::Kind::Producer: return StageText::tr("Producer");
    case StageBox::Kind::Topic: return StageText::tr("Topic");
    case StageBox::Kind::Consumer: return StageText::tr("Consumer");
    case StageBox::Kind::Receiver: return StageText::tr("HTTP receiver");
    case StageBox::Kind::Queue: break;
    }
    return box.isDeadLetterQueue ? StageText::tr("Dead-letter queue") : StageText::tr("Queue");
}

QString describe(const StageBox& box)
{
    QStringList parts{StageText::tr("%1 %2").arg(stageKindText(box), formatForeign(box.name))};
    if (!box.detail.isEmpty())
        parts += box.detail;
    for (const StageLane& lane : box.lanes)
        parts += StageText::tr("%1: %2").arg(stateText(lane.state), formatCount(lane.count));
    if (box.waiting > 0)
        parts += StageText::tr("to be delivered: %1").arg(formatCount(box.waiting));
    return parts.join(u'\n');
}

QString describe(const StageToken& token, cmq::Time now)
{
    const cmq::scenario::PictureMessage& message = token.message;
    QStringList parts{StageText::tr("Message %1 in %2")
                          .arg(QString::fromStdString(message.msgId), formatForeign(token.queue)),
                      formatForeign(message.body), stateText(message.state)};
    if (!message.holder.empty())
        parts += StageText::tr("in the hands of %1").arg(formatForeign(message.holder));
    if (message.dequeueCount > 0)
        parts += StageText::tr("received %n time(s)", "", int(message.dequeueCount));
    if (message.until && *message.until > now)
        parts += StageText::tr("for another %1").arg(formatSpan(*message.until - now));
    return parts.join(u'\n');
}

} // namespace ui
