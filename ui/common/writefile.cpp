#include "writefile.h"

#include <QFutureWatcher>
#include <QSaveFile>
#include <QtConcurrent>

namespace ui {

void writeFile(const QString& path, const QByteArray& bytes, QObject* context,
               std::function<void(const QString& error)> done)
{
    auto* watcher = new QFutureWatcher<QString>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, done = std::move(done)] {
                         watcher->deleteLater();
                         done(watcher->result());
                     });
    watcher->setFuture(QtConcurrent::run([path, bytes] {
        QSaveFile file(path);
        const bool isWritten =
            file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        return isWritten ? QString() : file.errorString();
    }));
}

} // namespace ui
