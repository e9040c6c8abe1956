#pragma once

#include <QDialog>

class QAction;

namespace ui {

/// The keys, read from the actions themselves, so that the sheet cannot be wrong.
class ShortcutSheet final : public QDialog
{
    Q_OBJECT

public:
    ShortcutSheet(const QList<QAction*>& actions, QWidget* parent = nullptr);
};

} // namespace ui
