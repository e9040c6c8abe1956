#pragma once

#include "cmq/time.h"

#include <QWidget>

#include <vector>

namespace ui {

/// The time that a queue can be rewound over: a histogram of what can be brought back, marks at the
/// farthest and the nearest instant, and the chosen one, which is dragged or moved with Left,
/// Right, Home and End.
class RewindStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit RewindStrip(const QString& name, QWidget* parent = nullptr);

    /// `farthest` <= `nearest` <= `now`. `times` are in order.
    void setRange(cmq::Time farthest, cmq::Time nearest, cmq::Time now);
    void setTimes(const std::vector<cmq::Time>& times);
    void setChosen(cmq::Time chosen);
    [[nodiscard]] cmq::Time chosen() const { return m_chosen; }

    [[nodiscard]] qreal xOf(cmq::Time time) const;

signals:
    /// By the person; always from the farthest to the nearest, in whole seconds.
    void chosenByHand(cmq::Time time);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    [[nodiscard]] QRectF plot() const;
    void choose(cmq::Time time);
    void paintBars(QPainter& painter, const QRectF& plot) const;
    void paintMarks(QPainter& painter, const QRectF& plot) const;

    cmq::Time m_farthest;
    cmq::Time m_nearest;
    cmq::Time m_now;
    cmq::Time m_chosen;
    std::vector<cmq::Time> m_times;
};

} // namespace ui
