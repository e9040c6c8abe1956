#pragma once

#include "theme.h"

#include <QProxyStyle>

class QPushButton;
class QStyleOptionHeader;

namespace ui {

enum class ButtonKind {
    Normal,
    Primary, ///< at most one in a view
    Danger,  ///< destroys something
};

void setButtonKind(QPushButton* button, ButtonKind kind);

/// Marks an input whose value is refused: its border takes the colour of danger.
void setInvalid(QWidget* input, bool invalid);

/// Fusion with our metrics (4 px grid, control height = font + 12), shapes and focus ring. It
/// paints from the palette only, so that a new palette is all a new theme needs; there is no style
/// sheet.
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void setDensity(Density density) { m_density = density; }
    [[nodiscard]] Density density() const { return m_density; }

    /// Height of a table row in this density for a font.
    [[nodiscard]] int rowHeight(const QFontMetrics& metrics) const;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                       SubControl part, const QWidget* widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                       const QWidget* widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option,
                                         const QSize& size, const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* result) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap standard, const QStyleOption* option,
                                     const QWidget* widget) const override;
    using QProxyStyle::polish;
    void polish(QWidget* widget) override;

private:
    void drawHeader(const QStyleOptionHeader& header, QPainter& painter,
                    const QWidget* widget) const;

    Density m_density = Density::Comfortable;
};

} // namespace ui
