#pragma once

#include <QColor>
#include <QRect>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionHeader;
class QStyleOptionSlider;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QStyleOptionProgressBar;
class QWidget;

/// The shapes that `Style` paints, each from the palette of its option.
namespace ui::paint {

inline constexpr qreal Radius = 4;
inline constexpr qreal CardRadius = 6;

void roundedBox(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& border,
                qreal radius = Radius);
void chevron(QPainter& painter, const QRect& rect, Qt::ArrowType direction, const QColor& color);

void button(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget);
void input(QPainter& painter, const QStyleOption& option, const QWidget* widget);
void frame(QPainter& painter, const QStyleOption& option, const QWidget* widget);
/// Icon, gap and text in the middle.
void buttonFace(QPainter& painter, const QStyleOptionButton& option, const QColor& text, int gap);
void flatButton(QPainter& painter, const QStyleOption& option);
/// Icon, gap, text; `indent` is the room before and after them.
void toolButtonFace(QPainter& painter, const QStyleOptionToolButton& option, int indent, int gap);
void checkBox(QPainter& painter, const QStyleOption& option);
void radioButton(QPainter& painter, const QStyleOption& option);
void header(QPainter& painter, const QStyleOptionHeader& option);
void scrollBarHandle(QPainter& painter, const QStyleOptionSlider& option, const QRect& handle);
void tab(QPainter& painter, const QStyleOptionTab& option);
void progress(QPainter& painter, const QStyleOptionProgressBar& option);
void focusRing(QPainter& painter, const QStyleOption& option);

/// Colour of a button's text and of everything on its face.
[[nodiscard]] QColor buttonText(const QStyleOptionButton& option, const QWidget* widget);

} // namespace ui::paint
