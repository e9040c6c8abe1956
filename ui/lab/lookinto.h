#pragma once

#include "scenario/sandbox.h"

#include "cmq/result.h"

#include <QFuture>
#include <QPromise>

#include <memory>
#include <utility>

namespace ui {

/// The answer that a sandbox gives to a job on its own thread, for `onResult`: `start` is given
/// what takes the answer.
template <class T, class Start>
QFuture<cmq::Result<T>> answerOf(Start start)
{
    auto promise = std::make_shared<QPromise<cmq::Result<T>>>();
    promise->start();
    const QFuture<cmq::Result<T>> future = promise->future();
    start([promise](T answer) {
        promise->addResult(cmq::Result<T>(std::move(answer)));
        promise->finish();
    });
    return future;
}

/// What `job` makes of the world.
template <class T, class Job>
QFuture<cmq::Result<T>> lookInto(cmq::scenario::Sandbox& sandbox, Job job)
{
    return answerOf<T>([&](auto answer) {
        sandbox.look([answer, job = std::move(job)](const cmq::scenario::World& world,
                                                    cmq::scenario::Sandbox::Undoing undoing) {
            answer(job(world, undoing));
        });
    });
}

} // namespace ui
