#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

/// The rooms of the house and what each may include: the table of the design as data.
namespace layers {

/// Why the file `path` must not have the line `#include include`, or nothing if it may. `include`
/// is written with its quotes or brackets, `path` from the repository's root, like each of `files`,
/// which are all files there are (an include in quotes must name one of them).
QString broken(const QString& path, const QString& include, const QSet<QString>& files);

/// Every breach in the sources under `root`, each as "file:line: reason"; `includes` counts the
/// include lines read.
QStringList breaches(const QString& root, int& includes);

} // namespace layers
