#pragma once

#include "chartpainter.h"

#include <QPixmap>
#include <QWidget>

namespace ui {

/// A chart to look at and to read values off. Left and Right move the cross-hair, Home and End to
/// the ends, Esc takes it away; plus, minus and the wheel zoom, Ctrl+Left, Ctrl+Right and the mouse
/// move the span; 0 and a double click go back to the latest. The context menu makes alarms.
class ChartView final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartView(const QString& name, QWidget* parent = nullptr);

    void setContent(const ChartContent& content);
    [[nodiscard]] const ChartContent& content() const { return m_content; }
    [[nodiscard]] std::optional<cmq::Time> cursor() const { return m_cursor; }
    /// The values under the cross-hair in words; empty without one.
    [[nodiscard]] QString cursorText() const;

    /// In a page that the wheel scrolls, only a chart with the focus takes the wheel.
    void setInScrollingPage(bool isInScrollingPage) { m_isInScrollingPage = isInScrollingPage; }

    /// With a way to an alarm for each series; empty without any.
    void popupMenu(const QPoint& globalPosition);

    /// As it is on the screen, without the cross-hair.
    [[nodiscard]] QByteArray toPng() const;
    [[nodiscard]] QByteArray toSvg() const; ///< in light colours
    /// One line for each point in time, one column for each queue; not known is empty.
    [[nodiscard]] QByteArray toCsv() const;

signals:
    void cursorMoved();
    /// Another span is wanted.
    void spanRequested(cmq::Time from, cmq::Time to);
    /// The span that moves on with the time is wanted again.
    void latestRequested();
    /// An alarm is wanted for what a series shows; `value`: under the cross-hair, else 0.
    void alarmRequested(const QString& key, double value);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] ChartPainter painter() const;
    void setCursorTime(std::optional<cmq::Time> cursor);
    void moveCursor(int steps);
    void zoom(double factor, cmq::Time around);
    void move(double share);

    /// The mouse holds the chart where it was pressed.
    struct Grip
    {
        QPoint pressed;
        cmq::Time from;
        cmq::Time to;
        bool isMoving = false; ///< beyond what is still a click
    };

    void drag(const QPoint& position);

    ChartContent m_content;
    std::optional<Grip> m_grip;
    bool m_isInScrollingPage = false;
    double m_highest = 0;
    QPixmap m_drawing; ///< without the cross-hair, which moves more often than anything; null: anew
    std::optional<cmq::Time> m_cursor;
};

} // namespace ui
