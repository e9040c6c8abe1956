#pragma once

#include "lifeline.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace ui {

/// Draws a life line: a lane for each place, in it the bars of states and the marks of steps, below
/// them the time. On any painter: a screen's, a picture's, an SVG's.
class LifePainter final
{
public:
    /// Shows the time from `from` to `to` on so many pixels. What is drawn must outlive this.
    LifePainter(const LifeLine& line, cmq::Time from, cmq::Time to, qreal width,
                const QPalette& palette, const QFont& font);

    [[nodiscard]] qreal height() const;
    /// `selected` is the step with a ring around it; -1: none.
    void paint(QPainter& painter, int selected) const;

    /// The step whose mark is nearest; -1: none is near.
    [[nodiscard]] int stepAt(const QPointF& point) const;
    /// The bar at a point; -1: none.
    [[nodiscard]] int barAt(const QPointF& point) const;
    [[nodiscard]] qreal xOf(cmq::Time time) const;
    [[nodiscard]] cmq::Time timeAt(qreal x) const;

private:
    [[nodiscard]] QRectF barRect(const LifeBar& bar) const;
    [[nodiscard]] QPointF markAt(const LifeStep& step) const;
    void paintLanes(QPainter& painter) const;
    void paintAxis(QPainter& painter) const;
    void paintBar(QPainter& painter, const LifeBar& bar) const;
    void paintMark(QPainter& painter, const LifeStep& step, bool isSelected) const;

    const LifeLine& m_line;
    cmq::Time m_from;
    cmq::Time m_to;
    qreal m_width;
    QPalette m_palette;
    QFont m_font;
    qreal m_laneHeight;
    qreal m_labelHeight;
    qreal m_labelWidth;
};

} // namespace ui
