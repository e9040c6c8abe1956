#pragma once

#include "filter.h"
#include "messageactions.h"
#include "messageids.h"
#include "time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace cmq {

/// What happened. Every change of a message's state is told by exactly one event: its own, or one
/// of many messages, which then are its `messages`.
enum class EventKind : std::uint8_t {
    QueueCreated,
    QueueChanged,
    QueueDeleted,    ///< with `count` messages
    QueueCleared,    ///< `count` messages went
    Sent,            ///< `until`: when it becomes visible
    DelayEnded,      ///< Delayed → Active
    Received,        ///< Active → Inactive; `until`: when it is visible again; `count`: how long
                     ///< it was there to be received, in ms; `otherEntry`: the wait it ended;
                     ///< `otherName`: who received it, as they said
    VisibilityEnded, ///< Inactive → Active, its handle is dead
    Deleted,         ///< Inactive → Rewindable (`until`: end of the window) or gone
    Rewound,         ///< Rewindable → Active; `until`: the start that was asked for
    QueueRewound,    ///< the same for `count` messages at once
    RetentionEnded,  ///< gone: too old, in whatever state
    RetentionPurged, ///< the same for `count` messages at once
    RewindWindowEnded, ///< Rewindable → gone
    RewindTurnedOff,   ///< Rewindable → gone, because rewindSeconds became 0
    RewindAreaPurged,  ///< one of these two for `count` messages at once; `value` 0: off
    DeadLettered,      ///< gone to `otherName` as `otherEntry`
    DeadLetterArrived, ///< came from `otherName`, where it was `otherEntry`
    DeadLetterBlocked, ///< must go to `otherName`, which cannot take it now; tried again at `until`
    WaitStarted,       ///< a receive waits until `until`; `otherEntry` is the wait's number,
                       ///< `otherName` who waits, as they said
    WaitEnded,         ///< a receive ended without a message; `otherEntry`: the wait, 0: it did not
    Refused,           ///< a request was refused; `reason` says why
    TopicCreated,
    TopicChanged,
    TopicDeleted,
    Subscribed,
    SubscriptionChanged,
    Unsubscribed, ///< `count` outstanding deliveries were dropped
    Published,    ///< `count` subscriptions matched; `value`: bytes; `decidedBy`: its tags or key
    Matched,      ///< `otherName` is the subscription, `decidedBy` the tag or key
    NotMatched,   ///< `decidedBy`: the tags or binding keys that it wants
    DeliveryAttempted, ///< an HTTP push was started; `count` is the attempt
    Delivered,
    DeliveryFailed,  ///< `until`: the next attempt
    DeliveryDropped, ///< retries used up, or the message's life over
};

/// Which rule decided, where there is one to name. `Event::value` is the value it had; a setting's
/// rule bears the setting's name.
enum class EventRule : std::uint8_t {
    None,
    DelaySeconds,
    VisibilityTimeout,
    MsgRetentionSeconds,
    RewindSeconds,
    MaxReceiveCount,
    MaxTimeToLive,
    DeadLetterQueueMissing,
    DeadLetterQueueFull,     ///< `value`: its maxMsgHeapNum
    DeadLetterQueueOccupied, ///< by messages from before it became one
    Subscription,            ///< of `decidedBy` to the topic `otherName`
    Filter,                  ///< `filter` says which; `decidedBy` is the tag or the binding key
    // Of an attempt to deliver; `value`: the HTTP status, 0 without an answer.
    BackoffRetry,
    ExponentialDecayRetry,
    RetriesUsedUp,    ///< `value`: how many there are
    TopicMessageLife, ///< `value`: its seconds
    /// Of a receive that no message came for in the time it would wait: an empty one.
    PollingWaitSeconds,
};

/// One thing that happened, with its reason. Plain value.
struct Event
{
    Time time;
    EventKind kind = EventKind::Sent;
    EventRule rule = EventRule::None;
    FilterRule filter = FilterRule::Unfiltered;
    std::string name; ///< of the queue or topic
    std::uint64_t msgId = 0;
    std::uint64_t entry = 0;
    /// Received, Deleted, VisibilityEnded: which receive of this message it was.
    std::uint64_t handleGeneration = 0;
    std::int64_t dequeueCount = 0;
    std::int64_t count = 0;
    std::int64_t value = 0; ///< of `rule`: seconds or pieces
    /// The messages of an event about many; else none.
    MessageIds messages;
    Time until;
    std::string otherName;
    std::uint64_t otherEntry = 0;
    std::string decidedBy; ///< a tag, a binding key, a subscription: see `rule` and the kind
    /// The rule and the numbers that decided, in English; empty where the kind says it all.
    std::string reason;
    friend bool operator==(const Event&, const Event&) = default;
};

/// The kind's name as written in the enum: for logs and test fixtures.
[[nodiscard]] std::string_view toString(EventKind kind);

} // namespace cmq
