#pragma once

#include "stagescene.h"

#include <QGraphicsView>

namespace ui {

/// Shows the stage. The arrow keys go from one thing to the next in their direction, Enter opens
/// it; plus, minus and Ctrl with the wheel zoom, 0 shows all.
class StageView final : public QGraphicsView
{
    Q_OBJECT

public:
    explicit StageView(QWidget* parent = nullptr);
    ~StageView() override;

    [[nodiscard]] StageScene& stage() { return m_scene; }
    void setLayout(const StageLayout& layout);

    void zoomBy(double factor);
    /// As large as fits, but no larger than it is.
    void fit();
    /// All of it, in light colours.
    [[nodiscard]] QByteArray toSvg();

signals:
    /// Something else is selected, or nothing.
    void selectionChanged();
    /// Enter or a double click on a box.
    void openRequested(const ui::StageBox& box);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void step(Qt::Key key);
    void open();

    StageScene m_scene;
    bool m_isFitted = true; // until somebody zooms
};

} // namespace ui
