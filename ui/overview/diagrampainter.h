#pragma once

#include "diagram.h"

#include <QFont>
#include <QPalette>

class QPainter;

namespace ui {

/// Draws a diagram in its own units on any painter.
class DiagramPainter final
{
public:
    /// `diagram` outlives this.
    DiagramPainter(const Diagram& diagram, const QPalette& palette, const QFont& font,
                   bool isExact);

    /// `selected`: the key of the node that is marked, with its lines; empty: none.
    void paint(QPainter& painter, const QString& selected) const;

private:
    void paintEdge(QPainter& painter, const DiagramEdge& edge, bool isMarked) const;
    void paintNode(QPainter& painter, const DiagramNode& node, bool isSelected) const;

    const Diagram& m_diagram;
    QPalette m_palette;
    QFont m_font;
    bool m_isExact;
};

} // namespace ui
