#include "stageview.h"

#include "ui/common/format.h"
#include "ui/common/theme.h"

#include <QBuffer>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QStyleOptionGraphicsItem>
#include <QSvgGenerator>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double ZoomStep = 1.25;
constexpr double ZoomMin = 0.2;
constexpr double ZoomMax = 3;

/// How far something is in a direction, or nothing if it is not there: what lies beside the
/// direction counts double, so that one stays in a row.
std::optional<qreal> distance(const QPointF& from, const QPointF& to, Qt::Key key)
{
    const QPointF way = to - from;
    const bool isSideways = key == Qt::Key_Left || key == Qt::Key_Right;
    const qreal sign = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    const qreal ahead = sign * (isSideways ? way.x() : way.y());
    const qreal beside = std::abs(isSideways ? way.y() : way.x());
    if (ahead < 1 || beside > 3 * ahead)
        return std::nullopt;
    return ahead + 2 * beside;
}

QPointF middleOf(const QGraphicsItem& item)
{
    return item.sceneBoundingRect().center();
}

} // namespace

StageView::StageView(QWidget* parent)
    : QGraphicsView(parent)
{
    setObjectName(u"stageView"_s);
    setScene(&m_scene);
    setFrameShape(QFrame::NoFrame);
    setDragMode(QGraphicsView::ScrollHandDrag);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setBackgroundRole(QPalette::Window);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    connect(&m_scene, &QGraphicsScene::selectionChanged, this, &StageView::selectionChanged);
}

// A scene that goes has no selection any more, and would tell those who are gone already.
StageView::~StageView()
{
    m_scene.disconnect(this);
}

void StageView::setLayout(const StageLayout& layout)
{
    const bool isOther = layout.size != m_scene.layout().size;
    m_scene.setLayout(layout);
    if (isOther && m_isFitted)
        fit();
}

void StageView::zoomBy(double factor)
{
    const double zoom = std::clamp(transform().m11() * factor, ZoomMin, ZoomMax);
    setTransform(QTransform::fromScale(zoom, zoom));
    m_isFitted = false;
}

void StageView::fit()
{
    const QSizeF size = m_scene.sceneRect().size();
    if (size.isEmpty())
        return;
    const QSizeF room = viewport()->size();
    const double zoom =
        std::clamp(std::min({1.0, room.width() / size.width(), room.height() / size.height()}),
                   ZoomMin, ZoomMax);
    setTransform(QTransform::fromScale(zoom, zoom));
    centerOn(m_scene.sceneRect().center());
    m_isFitted = true;
}

QByteArray StageView::toSvg()
{
    QByteArray svg;
    QBuffer buffer(&svg);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    const QRectF rect = m_scene.sceneRect();
    generator.setSize(rect.size().toSize());
    generator.setViewBox(rect);
    const QPalette own = palette();
    setPalette(Theme::palette(Scheme::Light));
    QPainter painter(&generator);
    QStyleOptionGraphicsItem option;
    for (QGraphicsItem* item : m_scene.items(Qt::AscendingOrder)) {
        painter.save();
        painter.translate(item->pos());
        item->paint(&painter, &option, this);
        painter.restore();
    }
    painter.end();
    setPalette(own);
    return svg;
}

bool StageView::event(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        m_scene.update();
    return QGraphicsView::event(event);
}

void StageView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: return step(Qt::Key(event->key()));
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomBy(ZoomStep);
    case Qt::Key_Minus: return zoomBy(1 / ZoomStep);
    case Qt::Key_0: return fit();
    case Qt::Key_Enter:
    case Qt::Key_Return: return open();
    default: QGraphicsView::keyPressEvent(event);
    }
}

void StageView::step(Qt::Key key)
{
    const QList<QGraphicsItem*> selected = m_scene.selectedItems();
    QGraphicsItem* next = nullptr;
    qreal nearest = 0;
    for (QGraphicsItem* item : m_scene.items()) {
        if (!(item->flags() & QGraphicsItem::ItemIsSelectable) || item->isSelected())
            continue;
        // Without a selection the first is the one at the top left.
        const auto far = selected.isEmpty()
                             ? std::optional(middleOf(*item).manhattanLength())
                             : distance(middleOf(*selected.front()), middleOf(*item), key);
        if (far && (!next || *far < nearest)) {
            next = item;
            nearest = *far;
        }
    }
    if (!next)
        return;
    m_scene.clearSelection();
    next->setSelected(true);
    ensureVisible(next);
}

void StageView::open()
{
    if (const StageBox* box = m_scene.selectedBox())
        emit openRequested(StageBox(*box));
}

void StageView::mouseDoubleClickEvent(QMouseEvent* event)
{
    QGraphicsView::mouseDoubleClickEvent(event);
    open();
}

void StageView::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QGraphicsView::wheelEvent(event);
    zoomBy(std::pow(ZoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

void StageView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    if (m_isFitted)
        fit();
}

} // namespace ui
