#pragma once

#include <QString>

class QAction;

namespace ui {

/// What an action says, without its mnemonic ("&Find", "查找(&F)") and without "…".
[[nodiscard]] QString actionTitle(const QAction& action);

/// An action is disabled for a reason, and says it wherever it is shown; enabled, it says what it
/// does and by which keys. `reason` is empty if there is none.
void enableAction(QAction* action, const QString& description, const QString& reason);

} // namespace ui
