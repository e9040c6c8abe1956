#include "diagramview.h"

#include "diagrampainter.h"

#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/common/tokens.h"

#include <QAccessible>
#include <QBuffer>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QSvgGenerator>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double ZoomStep = 1.25;
constexpr double ZoomMin = 0.1;
constexpr double ZoomMax = 3;
constexpr qreal MoveStep = 60;
constexpr qreal DragLeast = 4;

} // namespace

QString describe(const DiagramNode& node)
{
    const auto kind = [&] {
        switch (node.kind) {
        case DiagramNode::Kind::Topic: return DiagramView::tr("Topic %1");
        case DiagramNode::Kind::Subscription: return DiagramView::tr("Subscription %1");
        case DiagramNode::Kind::Address: return DiagramView::tr("Address %1");
        case DiagramNode::Kind::DeadLetterQueue: return DiagramView::tr("Dead-letter queue %1");
        case DiagramNode::Kind::Queue: break;
        }
        return DiagramView::tr("Queue %1");
    };
    QString text = kind().arg(formatForeign(node.name));
    if (node.isMissing)
        text += u" · "_s + DiagramView::tr("does not exist");
    else if (node.kind != DiagramNode::Kind::Address)
        text += u" · "_s + DiagramView::tr("%n message(s)", nullptr, int(node.count));
    return text;
}

DiagramView::DiagramView(const QString& name, bool isExact, QWidget* parent)
    : QWidget(parent)
    , m_isExact(isExact)
{
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(240, 160);
}

void DiagramView::setDiagram(const Diagram& diagram)
{
    if (diagram == m_diagram)
        return;
    const bool isNewSize = diagram.size != m_diagram.size;
    m_diagram = diagram;
    if (!selected())
        m_selected.clear();
    if (isNewSize && m_isFitted)
        fit();
    update();
}

const DiagramNode* DiagramView::selected() const
{
    const auto found = std::ranges::find_if(
        m_diagram.nodes, [this](const DiagramNode& node) { return node.key() == m_selected; });
    return found == m_diagram.nodes.end() ? nullptr : &*found;
}

QRectF DiagramView::rectOf(const DiagramNode& node) const
{
    return {m_origin + node.rect.topLeft() * m_zoom, node.rect.size() * m_zoom};
}

const DiagramNode* DiagramView::nodeAt(const QPointF& position) const
{
    const auto found = std::ranges::find_if(
        m_diagram.nodes, [&](const DiagramNode& node) { return rectOf(node).contains(position); });
    return found == m_diagram.nodes.end() ? nullptr : &*found;
}

void DiagramView::fit()
{
    m_isFitted = true;
    const QSizeF all = m_diagram.size;
    m_zoom = all.isEmpty() ? 1
                           : std::clamp(std::min(width() / all.width(), height() / all.height()),
                                        ZoomMin, 1.0);
    m_origin = QPointF(std::max(0.0, (width() - all.width() * m_zoom) / 2),
                       std::max(0.0, (height() - all.height() * m_zoom) / 2));
    update();
}

void DiagramView::zoomBy(double factor)
{
    const DiagramNode* node = selected();
    zoomAround(factor, node ? rectOf(*node).center() : QPointF(width() / 2.0, height() / 2.0));
}

void DiagramView::zoomAround(double factor, const QPointF& fixed)
{
    const double zoom = std::clamp(m_zoom * factor, ZoomMin, ZoomMax);
    m_origin = fixed - (fixed - m_origin) * (zoom / m_zoom);
    m_zoom = zoom;
    m_isFitted = false;
    update();
}

void DiagramView::moveBy(const QPointF& distance)
{
    m_origin += distance;
    m_isFitted = false;
    update();
}

void DiagramView::select(const DiagramNode* node)
{
    if (!node)
        return;
    m_selected = node->key();
    setAccessibleDescription(describe(*node));
    QAccessibleEvent news(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&news);
    // It comes into view by itself.
    const QRectF rect = rectOf(*node);
    const QPointF move(std::max(0.0, -rect.left()) - std::max(0.0, rect.right() - width()),
                       std::max(0.0, -rect.top()) - std::max(0.0, rect.bottom() - height()));
    if (!move.isNull())
        moveBy(move);
    update();
}

/// The nearest box in that direction; sideways one that a line leads to comes first.
void DiagramView::step(Qt::Key key)
{
    if (m_diagram.nodes.empty())
        return;
    const DiagramNode* at = selected();
    if (!at) {
        select(&*std::ranges::min_element(m_diagram.nodes, {}, [](const DiagramNode& node) {
            return std::pair(node.rect.left(), node.rect.top());
        }));
        return;
    }
    const bool isSideways = key == Qt::Key_Left || key == Qt::Key_Right;
    const qreal sign = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    const auto index = std::size_t(at - m_diagram.nodes.data());
    const auto isNeighbour = [&](std::size_t other) {
        return std::ranges::any_of(m_diagram.edges, [&](const DiagramEdge& edge) {
            return (edge.from == index && edge.to == other) ||
                   (edge.to == index && edge.from == other);
        });
    };
    const DiagramNode* best = nullptr;
    auto bestRank = std::tuple(2, 0.0, 0.0);
    for (std::size_t i = 0; i < m_diagram.nodes.size(); ++i) {
        const DiagramNode& node = m_diagram.nodes[i];
        const QPointF way = node.rect.center() - at->rect.center();
        const qreal along = sign * (isSideways ? way.x() : way.y());
        const qreal aside = std::abs(isSideways ? way.y() : way.x());
        if (along < 1 || (!isSideways && aside > 1))
            continue;
        const auto rank = std::tuple(isSideways && isNeighbour(i) ? 0 : 1, along, aside);
        if (!best || rank < bestRank) {
            best = &node;
            bestRank = rank;
        }
    }
    select(best);
}

void DiagramView::open()
{
    if (const DiagramNode* node = selected(); node && !node->isMissing)
        emit openRequested(*node);
}

bool DiagramView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const DiagramNode* node = nodeAt(help->pos()))
        QToolTip::showText(help->globalPos(), describe(*node).toHtmlEscaped(), this);
    else
        QToolTip::hideText();
    return true;
}

void DiagramView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(hasFocus() ? tokensOf(palette()).accent : tokensOf(palette()).hairline);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.translate(m_origin);
    painter.scale(m_zoom, m_zoom);
    DiagramPainter(m_diagram, palette(), textFont(TextRole::Caption), m_isExact)
        .paint(painter, m_selected);
}

void DiagramView::resizeEvent(QResizeEvent*)
{
    if (m_isFitted)
        fit();
}

void DiagramView::keyPressEvent(QKeyEvent* event)
{
    const auto key = Qt::Key(event->key());
    const bool isMove = event->modifiers() & Qt::ControlModifier;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (isMove)
            moveBy({key == Qt::Key_Left    ? MoveStep
                    : key == Qt::Key_Right ? -MoveStep
                                           : 0,
                    key == Qt::Key_Up     ? MoveStep
                    : key == Qt::Key_Down ? -MoveStep
                                          : 0});
        else
            step(key);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter: open(); return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(ZoomStep); return;
    case Qt::Key_Minus: zoomBy(1 / ZoomStep); return;
    case Qt::Key_0: fit(); return;
    default: QWidget::keyPressEvent(event);
    }
}

void DiagramView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_drag = event->position();
    m_isDragged = false;
}

void DiagramView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_drag) {
        setCursor(nodeAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    const QPointF way = event->position() - *m_drag;
    if (!m_isDragged && way.manhattanLength() < DragLeast)
        return;
    m_isDragged = true;
    m_drag = event->position();
    moveBy(way);
}

void DiagramView::mouseReleaseEvent(QMouseEvent* event)
{
    const bool isClick = m_drag && !m_isDragged;
    m_drag.reset();
    const DiagramNode* node = isClick ? nodeAt(event->position()) : nullptr;
    if (!node)
        return;
    select(node);
    open();
}

void DiagramView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier)
        zoomAround(event->angleDelta().y() > 0 ? ZoomStep : 1 / ZoomStep, event->position());
    else
        moveBy(event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 2
                                            : QPointF(event->pixelDelta()));
    event->accept();
}

QByteArray DiagramView::toSvg() const
{
    const QPalette light = Theme::palette(Scheme::Light);
    const QSize size = m_diagram.size.toSize().expandedTo({1, 1});
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect({0, 0}, size));
    generator.setTitle(tr("Topology"));
    QPainter painter(&generator);
    painter.fillRect(QRect({0, 0}, size), light.color(QPalette::Base));
    DiagramPainter(m_diagram, light, textFont(TextRole::Caption), m_isExact).paint(painter, {});
    painter.end();
    return bytes;
}

} // namespace ui
