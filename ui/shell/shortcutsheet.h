#pragma once

#include "menucommands.h"

#include <QDialog>

class QGridLayout;

namespace ui {

/// The keys, menu by menu, read from the actions themselves, so that the sheet cannot be wrong.
class ShortcutSheet final : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutSheet(const QList<MenuCommand>& commands, QWidget* parent = nullptr);

private:
    static void addCommand(const QAction& action, QGridLayout* grid);
    static QWidget* makeSheet(const QList<MenuCommand>& commands);
};

} // namespace ui
