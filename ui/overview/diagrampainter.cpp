#include "diagrampainter.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/tokens.h"
#include "ui/connections/figures.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal Radius = 6;
constexpr qreal Padding = 8;
constexpr int IconSize = 16;
constexpr qreal ArrowLength = 7;
constexpr qreal ArrowHalf = 3.5;

QStringView iconNameOf(const DiagramNode& node)
{
    switch (node.kind) {
    case DiagramNode::Kind::Topic: return u"topic";
    case DiagramNode::Kind::Subscription: return u"subscription";
    case DiagramNode::Kind::Address: return u"cloud";
    case DiagramNode::Kind::DeadLetterQueue: return u"dead-letter-queue";
    case DiagramNode::Kind::Queue: break;
    }
    return u"queue";
}

} // namespace

DiagramPainter::DiagramPainter(const Diagram& diagram, const QPalette& palette, const QFont& font,
                               bool isExact)
    : m_diagram(diagram)
    , m_palette(palette)
    , m_font(font)
    , m_isExact(isExact)
{
}

void DiagramPainter::paint(QPainter& painter, const QString& selected) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_font);
    const auto isMarked = [&](const DiagramEdge& edge) {
        return !selected.isEmpty() && (m_diagram.nodes[edge.from].key() == selected ||
                                       m_diagram.nodes[edge.to].key() == selected);
    };
    for (const bool marked : {false, true}) { // the marked ones above the others
        for (const DiagramEdge& edge : m_diagram.edges) {
            if (isMarked(edge) == marked)
                paintEdge(painter, edge, marked);
        }
    }
    for (const DiagramNode& node : m_diagram.nodes)
        paintNode(painter, node, node.key() == selected);
}

void DiagramPainter::paintEdge(QPainter& painter, const DiagramEdge& edge, bool isMarked) const
{
    const QRectF& from = m_diagram.nodes[edge.from].rect;
    const QRectF& to = m_diagram.nodes[edge.to].rect;
    const Tokens& tokens = tokensOf(m_palette);
    const QColor color = edge.isDeadLetter ? tokens.dead
                         : isMarked        ? tokens.accent
                                           : tokens.controlBorder;
    QPen pen(color, isMarked ? 2 : 1.25);
    if (edge.isDeadLetter)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const QPointF begin(from.right(), from.center().y());
    QPointF end(to.left() - ArrowLength, to.center().y());
    QPainterPath path(begin);
    if (to.left() > from.right()) {
        const qreal bend = (end.x() - begin.x()) / 2;
        path.cubicTo(begin + QPointF(bend, 0), end - QPointF(bend, 0), end);
    } else {
        // Within a layer: out to the right and back in from there.
        end = QPointF(to.right() + ArrowLength, to.center().y());
        const qreal out = 28 + std::abs(end.y() - begin.y()) / 16;
        path.cubicTo(begin + QPointF(out, 0), end + QPointF(out, 0), end);
    }
    painter.drawPath(path);
    const qreal tip = end.x() < to.left() ? ArrowLength : -ArrowLength;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF(
        {end + QPointF(tip, 0), end + QPointF(0, ArrowHalf), end - QPointF(0, ArrowHalf)}));
}

void DiagramPainter::paintNode(QPainter& painter, const DiagramNode& node, bool isSelected) const
{
    const Tokens& tokens = tokensOf(m_palette);
    QPen border(isSelected     ? tokens.accent
                : node.isAlert ? tokens.dead
                               : tokens.controlBorder,
                isSelected ? 2 : 1);
    if (node.isMissing)
        border.setStyle(Qt::DotLine);
    painter.setPen(border);
    painter.setBrush(isSelected ? tokens.selection : tokens.surface);
    painter.drawRoundedRect(node.rect, Radius, Radius);

    QRectF rest = node.rect.adjusted(Padding, 0, -Padding, 0);
    const QRectF iconRect(rest.left(), rest.center().y() - IconSize / 2.0, IconSize, IconSize);
    const Tone tone = node.isAlert ? Tone::Dead : node.isMissing ? Tone::Muted : Tone::Secondary;
    icon(iconNameOf(node), tone).paint(&painter, iconRect.toRect());
    rest.setLeft(iconRect.right() + Padding);
    if (node.count > 0) {
        const QString count = figureText(node.count, m_isExact);
        painter.setPen(node.isAlert ? tokens.dead : tokens.visible);
        painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, count);
        rest.setRight(rest.right() - QFontMetricsF(m_font).horizontalAdvance(count) - Padding);
    }
    painter.setPen(node.isMissing ? tokens.muted : tokens.text);
    const auto where = node.kind == DiagramNode::Kind::Address ? Qt::ElideLeft : Qt::ElideRight;
    painter.drawText(
        rest, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(m_font).elidedText(formatForeign(node.name), where, rest.width()));
}

} // namespace ui
