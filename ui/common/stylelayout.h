#pragma once

class QStyleOptionToolButton;
class QWidget;

/// The measures of `Style`: what its painting and its geometry agree on.
namespace ui::layout {

inline constexpr int ControlPadding = 12; ///< control height = font height + this
inline constexpr int FocusRingWidth = 2;
inline constexpr int ArrowWidth = 22;
inline constexpr int TextIndent = 8; ///< of text in inputs, headers and cells
inline constexpr int IconGap = 6;

/// The widget itself, or null for the line edit inside a combo or spin box, which paints no box of
/// its own.
[[nodiscard]] const QWidget* inputOf(const QWidget* widget);

/// Whether a tool button shows that a click opens a menu.
[[nodiscard]] bool opensMenu(const QStyleOptionToolButton& tool);

} // namespace ui::layout
