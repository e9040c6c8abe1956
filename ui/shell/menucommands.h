#pragma once

#include <QList>
#include <QString>

class QAction;
class QMenu;
class QMenuBar;

namespace ui {

/// An action that stands in a menu.
struct MenuCommand
{
    QAction* action; // the menu's owner keeps it
    QString menu;    // "View", "View › Theme"
};

/// Every action of every visible menu, in their order, those of sub-menus in place.
[[nodiscard]] QList<MenuCommand> commandsOf(const QMenuBar& bar);

} // namespace ui
