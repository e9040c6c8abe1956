#pragma once

#include "metric.h"
#include "samplehistory.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace ui {

/// How many lines a chart compares: as many as colours and dashes that can be told apart.
inline constexpr qsizetype SeriesMax = 6;

/// What a chart shows.
struct ChartContent
{
    Metric metric = Metric::Backlog;
    QList<Series> series; ///< at most SeriesMax
    cmq::Time from;
    cmq::Time to;
    /// Values are marked "≈": they come from somebody who counts approximately.
    bool isApproximate = false;
    /// Lines across: what alarms watch for.
    QList<double> thresholds = {};

    [[nodiscard]] QString valueText(double value) const;
    /// The highest value of all. Cost: linear.
    [[nodiscard]] double highest() const;
};

/// Draws lines over time on any painter: with a name at the end of each line, a dash and a colour
/// of its own, and nothing where nothing is known. Of more points than pixels only the highest and
/// the lowest of each pixel are drawn, so that a million points cost what a thousand do.
class ChartPainter final
{
public:
    /// What is drawn must outlive this. `highest`: the highest value of all.
    ChartPainter(const ChartContent& content, double highest, const QSizeF& size,
                 const QPalette& palette, const QFont& font);

    /// All but the cross-hair.
    void paint(QPainter& painter) const;
    /// `cursor`: where the values are read off.
    void paintCursor(QPainter& painter, cmq::Time cursor) const;

    [[nodiscard]] cmq::Time timeAt(qreal x) const;
    [[nodiscard]] qreal xOf(cmq::Time time) const;
    [[nodiscard]] const QRectF& plot() const { return m_plot; }
    /// The top of the value axis.
    [[nodiscard]] double top() const { return m_top; }

private:
    [[nodiscard]] qreal yOf(double value) const;
    [[nodiscard]] QPen penOf(qsizetype series) const;
    void paintAxes(QPainter& painter) const;
    void paintThresholds(QPainter& painter) const;
    void paintSeries(QPainter& painter, qsizetype index) const;
    void paintNames(QPainter& painter) const;

    const ChartContent& m_content;
    QPalette m_palette;
    QFont m_font;
    QRectF m_plot;
    double m_top = 1;
    double m_step = 1;
};

/// The value of a series at a time: of the point before; none where it is not known.
[[nodiscard]] std::optional<double> valueAt(const Series& series, cmq::Time time);

} // namespace ui
