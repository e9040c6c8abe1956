#include "menucommands.h"

#include "ui/common/actiontext.h"

#include <QMenu>
#include <QMenuBar>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

void addCommands(const QMenu& menu, const QString& path, QList<MenuCommand>& commands)
{
    for (QAction* action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        if (const QMenu* sub = action->menu())
            addCommands(*sub, path + u" › "_s + actionTitle(*action), commands);
        else
            commands.append({action, path});
    }
}

} // namespace

QList<MenuCommand> commandsOf(const QMenuBar& bar)
{
    QList<MenuCommand> commands;
    for (const QAction* action : bar.actions()) {
        if (action->menu() && action->isVisible())
            addCommands(*action->menu(), actionTitle(*action), commands);
    }
    return commands;
}

} // namespace ui
