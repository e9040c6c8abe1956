#pragma once

#include "time.h"

#include <cstdint>

namespace cmq {

/// Where sources about CMQ disagree, or a limit is an account's property: one struct, given to the
/// engine when it is made. The defaults are what lets official SDKs work unmodified.
struct Behaviour
{
    /// How long a deleted queue's or topic's name stays taken (6040/10660). The service blocked it
    /// for 10 or 30 s; 0 because official samples create again at once.
    Seconds nameReuseDelay{0};

    /// Queues, topics per account: 1000 in the API pages, 10,000 in TDMQ's (4450).
    std::int64_t maxQueues = 1000;
    std::int64_t maxTopics = 1000;
    /// Subscriptions per topic: 100, 500 or 1000 by page (4500/10480).
    std::int64_t maxSubscriptionsPerTopic = 500;

    /// Most inactive messages of a queue before a receive answers 6070/10690; 0 = unlimited.
    /// TDMQ has 100,000.
    std::int64_t maxInactive = 0;
    /// Most delayed messages of a queue before a delayed send answers 6070/10690; 0 = unlimited.
    std::int64_t maxDelayed = 0;

    /// Token bucket of a queue or topic and kind of action, in messages a second with 1 s burst
    /// (4420/10250); 0 = off. The service: 5000 to produce, 1.1 times that to consume.
    std::int64_t produceQps = 0;
    std::int64_t consumeQps = 0;
    /// Control actions a second over the whole broker (4480/10460); 0 = off.
    std::int64_t controlQps = 0;

    /// Lowest maxMsgHeapNum that CreateQueue accepts: 1,000,000 in the API. Tests lower it.
    std::int64_t minMsgHeapNum = 1'000'000;

    /// Answer 4000 with the main code in parentheses for missing and duplicate objects in control
    /// actions, as the service did in 2019. Off: the documented 4440, 4460, 4490.
    bool controlPlane2019 = false;
    /// Refuse a queue subscription whose notifyContentFormat is JSON (4000/10640). Off: accept and
    /// treat as SIMPLIFIED, because SDKs send JSON for every protocol.
    bool strictNotifyFormat = false;
    /// Deleting a queue also removes the subscriptions that deliver to it, as TDMQ does.
    bool cascadeSubscriptions = false;
    /// Let subscriptions push to loopback and private addresses. Link-local addresses and those of
    /// cloud metadata are never pushed to.
    bool allowLocalPush = false;

    /// Whether the engine tells what happened as events. Off saves time where nobody listens.
    bool recordEvents = true;

    friend bool operator==(const Behaviour&, const Behaviour&) = default;
};

} // namespace cmq
