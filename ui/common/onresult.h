#pragma once

#include "cmq/result.h"

#include <QFuture>
#include <QFutureWatcher>

namespace ui {

/// Hands the result of a call to `handler`: always later, always on the thread of `context`, never
/// after `context` is gone, exactly once. A dropped or cancelled request is the error Cancelled.
template <class T, class Handler>
void onResult(QFuture<cmq::Result<T>> future, QObject* context, Handler handler)
{
    auto* watcher = new QFutureWatcher<cmq::Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::move(handler)]() mutable {
                         watcher->deleteLater();
                         const QFuture<cmq::Result<T>> done = watcher->future();
                         // A cancelled future keeps no results, even when one had come.
                         if (!done.isCanceled() && done.resultCount() > 0)
                             handler(done.result());
                         else
                             handler(cmq::Result<T>(cmq::fail(cmq::ErrorId::Cancelled)));
                     });
    watcher->setFuture(std::move(future));
}

} // namespace ui
