#pragma once

#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <type_traits>

namespace ui {

/// Runs `work` on the thread pool and hands what it returns to `handler`: later, on the thread of
/// `context`, never after `context` is gone. For pure work on copies. A `pool` with one thread
/// keeps the order.
template <class Work, class Handler>
void inBackground(QObject* context, Work work, Handler handler,
                  QThreadPool* pool = QThreadPool::globalInstance())
{
    using Value = std::invoke_result_t<Work>;
    auto* watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::move(handler)] {
                         watcher->deleteLater();
                         handler(watcher->result());
                     });
    watcher->setFuture(QtConcurrent::run(pool, std::move(work)));
}

} // namespace ui
