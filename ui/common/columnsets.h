#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QMenu;

namespace ui {

class Settings;
class TableView;

/// Columns that are shown together, under a name.
struct ColumnSet
{
    QString id; ///< for the object name of its menu entry
    std::function<QString()> title;
    QStringList columns; ///< lasting names of columns
};

/// Adds to the column menu of a table: the built-in sets, those that the person saved, saving the
/// present columns as one more, and removing one. The saved ones are kept in the settings under the
/// table's name. `table` and `settings` outlive the menu.
void addColumnSets(QMenu& menu, TableView& table, Settings& settings,
                   const QList<ColumnSet>& builtIn);

} // namespace ui
