#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QObject;

namespace ui {

/// Writes a file whole or not at all, on a thread of the pool; whoever wants to replace a file has
/// agreed to that. `done` hears on the thread of `context` what went wrong, in the system's words
/// (empty: nothing), and never after `context` is gone.
void writeFile(const QString& path, const QByteArray& bytes, QObject* context,
               std::function<void(const QString& error)> done);

} // namespace ui
