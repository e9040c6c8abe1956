#pragma once

#include "scenario/sandbox.h"

#include "cmq/result.h"

#include <QFuture>
#include <QPromise>

#include <memory>

namespace ui {

/// What `job` makes of the world on the sandbox's thread, for `onResult`.
template <class T, class Job>
QFuture<cmq::Result<T>> lookInto(cmq::scenario::Sandbox& sandbox, Job job)
{
    auto promise = std::make_shared<QPromise<cmq::Result<T>>>();
    promise->start();
    const QFuture<cmq::Result<T>> future = promise->future();
    sandbox.look([promise, job = std::move(job)](const cmq::scenario::World& world,
                                                 cmq::scenario::Sandbox::Undoing undoing) {
        promise->addResult(cmq::Result<T>(job(world, undoing)));
        promise->finish();
    });
    return future;
}

} // namespace ui
