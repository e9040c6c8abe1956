#pragma once

#include "style.h"

class QAction;
class QToolButton;

namespace ui {

/// A push button that shows an action: its text and tool tip, and whether it is enabled.
[[nodiscard]] QPushButton* makeActionButton(QAction* action, ButtonKind kind = ButtonKind::Normal);

/// The same as a flat button, for rows of actions.
[[nodiscard]] QToolButton* makeToolButton(QAction* action);

} // namespace ui
