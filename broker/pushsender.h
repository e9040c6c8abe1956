#pragma once

#include "engine/output.h"

#include <cstdint>
#include <functional>
#include <string>

namespace cmq {

/// Makes the HTTP pushes of a broker.
///
/// Thread: all functions are called on the broker's thread and must not block it; `Finished` may be
/// called from any thread. A sender that is destroyed calls nothing any more.
class PushSender
{
public:
    using Finished = std::function<void(std::uint64_t pushId, engine::PushOutcome outcome)>;

    PushSender() = default;
    PushSender(const PushSender&) = delete;
    PushSender& operator=(const PushSender&) = delete;
    virtual ~PushSender() = default;

    /// Called once, before anything else.
    virtual void start(Finished finished) = 0;
    /// Starts a push; its outcome comes once, unless it is cancelled before.
    virtual void send(engine::PushRequest request, std::string body) = 0;
    /// The outcome of a push is no longer wanted. One that comes nevertheless is ignored.
    virtual void cancel(std::uint64_t pushId) = 0;
};

} // namespace cmq
