#pragma once

#include "lifeline.h"

#include <QWidget>

namespace ui {

/// A life line to look at. Left and Right go from step to step, Home and End to the ends, plus and
/// minus zoom (as Ctrl and the wheel do), 0 shows all, Ctrl+Left and Ctrl+Right move the span.
class LifeLineView final : public QWidget
{
    Q_OBJECT

public:
    explicit LifeLineView(const QString& name, QWidget* parent = nullptr);

    /// Shows another line or the same some time later; a span that was zoomed into stays.
    void setLine(const LifeLine& line);
    [[nodiscard]] const LifeLine& line() const { return m_line; }
    void selectStep(int step);
    [[nodiscard]] int selectedStep() const { return m_selected; }
    /// What is shown of time.
    [[nodiscard]] cmq::Time spanFrom() const { return m_from; }
    [[nodiscard]] cmq::Time spanTo() const { return m_to; }

    /// The whole line as a drawing, in light colours, so that it can be printed.
    [[nodiscard]] QByteArray toSvg() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void stepSelected(int step);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] class LifePainter painter() const;
    void choose(int step);
    void showAll();
    void zoom(double factor, cmq::Time around);
    void move(double share);
    void reveal(int step);
    void describe();

    LifeLine m_line;
    cmq::Time m_from;
    cmq::Time m_to;
    bool m_isZoomed = false;
    int m_selected = -1;
};

} // namespace ui
