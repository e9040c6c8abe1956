#pragma once

#include "action.h"
#include "result.h"

#include <cstdint>
#include <functional>
#include <utility>

namespace cmq {

/// Identifies a call of a service until its completion was called. 0 is no request.
using RequestId = std::uint64_t;

/// What executes actions: the embedded broker, a remote endpoint, or anything between.
///
/// Thread: `call` and `cancel` may be called from any thread. A completion is called exactly once,
/// on the service's own thread, never before `call` returned, and must not block it.
/// A service that is destroyed first answers everything that waits with Cancelled.
class Service
{
public:
    using Completion = std::function<void(Result<Reply>)>;

    Service() = default;
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;
    virtual ~Service() = default;

    /// Executes `action`; a success is durable (if the service is) before the completion hears it.
    /// The reply's alternative is the action's `Reply`.
    virtual RequestId call(Action action, Completion completion) = 0;

    /// Takes a request back. A receive that waits ends with Cancelled and never takes a message;
    /// what was already answered, or is being executed, stays as it is. Unknown ids are ignored.
    virtual void cancel(RequestId request) = 0;

    /// Whether this service executes an action at all (the in-process extras are not for
    /// everybody).
    [[nodiscard]] virtual bool supports(const Action& action) const = 0;
};

/// The typed form of `Service::call`.
template <ActionType A>
RequestId call(Service& service, A action,
               std::function<void(Result<typename A::Reply>)> completion)
{
    return service.call(Action(std::move(action)),
                        [completion = std::move(completion)](Result<Reply> result) {
                            if (result)
                                completion(std::get<typename A::Reply>(std::move(*result)));
                            else
                                completion(fail(std::move(result.error())));
                        });
}

} // namespace cmq
