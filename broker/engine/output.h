#pragma once

#include "cmq/action.h"
#include "cmq/event.h"
#include "cmq/records.h"
#include "cmq/result.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace cmq::engine {

/// The caller's name for a request; answered exactly once.
using Token = std::uint64_t;

/// An answer. The engine holds no bodies: the messages of a received or peeked reply have theirs
/// empty, and `bodies` says, message by message, which to fill in.
struct Answer
{
    Token token = 0;
    Result<Reply> result;
    std::vector<BodyId> bodies;
};

/// An HTTP push that is to be made now; its outcome comes back with `Engine::pushFinished`.
struct PushRequest
{
    std::uint64_t pushId = 0;
    std::string url;
    NotifyContentFormat format = NotifyContentFormat::Json;
    std::string topicName;
    std::string topicOwner;
    std::string subscriptionName;
    BodyId msgId = 0;
    Time publishTime;
    std::vector<std::string> msgTag;
    std::uint32_t attempt = 1; ///< 1 is the first one
    friend bool operator==(const PushRequest&, const PushRequest&) = default;
};

/// What became of a push.
struct PushOutcome
{
    bool isDelivered = false; ///< any 2xx
    int httpStatus = 0;       ///< 0 = no answer
    std::string reason;       ///< of a failure, in words
};

/// What inputs brought about, in order. The caller empties it.
struct Output
{
    std::vector<Answer> answers;
    /// Bodies that came with actions: the caller keeps them while the engine refers to them.
    std::vector<std::pair<BodyId, std::string>> bodies;
    std::vector<PushRequest> pushes;
    /// Pushes in flight whose outcome is no longer wanted.
    std::vector<std::uint64_t> cancelledPushes;
    std::vector<Event> events;
};

} // namespace cmq::engine
