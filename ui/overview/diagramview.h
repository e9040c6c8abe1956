#pragma once

#include "diagram.h"

#include <QWidget>

#include <optional>

namespace ui {

/// A diagram to look around in. The arrow keys go from box to box (along the lines where there are
/// any), Enter or a click opens one; plus, minus and the wheel with Ctrl zoom, 0 shows all;
/// dragging and Ctrl with arrow keys move it.
class DiagramView final : public QWidget
{
    Q_OBJECT

public:
    explicit DiagramView(const QString& name, bool isExact, QWidget* parent = nullptr);

    /// Zoom, place and selection stay.
    void setDiagram(const Diagram& diagram);
    [[nodiscard]] const Diagram& diagram() const { return m_diagram; }
    /// The node that the keys are at; null if there is none.
    [[nodiscard]] const DiagramNode* selected() const;

    [[nodiscard]] double zoom() const { return m_zoom; }
    void zoomBy(double factor);
    /// As large as fits, but no larger than it is.
    void fit();
    /// Where a node is on the widget.
    [[nodiscard]] QRectF rectOf(const DiagramNode& node) const;

    [[nodiscard]] QByteArray toSvg() const; ///< all of it, in light colours

signals:
    void openRequested(const ui::DiagramNode& node);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] const DiagramNode* nodeAt(const QPointF& position) const;
    void zoomAround(double factor, const QPointF& fixed);
    void moveBy(const QPointF& distance);
    void select(const DiagramNode* node);
    void step(Qt::Key key);
    void open();

    Diagram m_diagram;
    QString m_selected; // key
    bool m_isExact;
    double m_zoom = 1;
    QPointF m_origin;       // of the diagram, on the widget
    bool m_isFitted = true; // until somebody zooms or moves it
    std::optional<QPointF> m_drag;
    bool m_isDragged = false;
};

/// What somebody who does not see it hears: kind, name, messages.
[[nodiscard]] QString describe(const DiagramNode& node);

} // namespace ui
