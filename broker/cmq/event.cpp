#include "event.h"

namespace cmq {

std::string_view toString(EventKind kind)
{
    using enum EventKind;
    switch (kind) {
    case QueueCreated: return "QueueCreated";
    case QueueChanged: return "QueueChanged";
    case QueueDeleted: return "QueueDeleted";
    case QueueCleared: return "QueueCleared";
    case Sent: return "Sent";
    case DelayEnded: return "DelayEnded";
    case Received: return "Received";
    case VisibilityEnded: return "VisibilityEnded";
    case Deleted: return "Deleted";
    case Rewound: return "Rewound";
    case RetentionEnded: return "RetentionEnded";
    case QueueRewound: return "QueueRewound";
    case RetentionPurged: return "RetentionPurged";
    case RewindWindowEnded: return "RewindWindowEnded";
    case RewindTurnedOff: return "RewindTurnedOff";
    case RewindAreaPurged: return "RewindAreaPurged";
    case DeadLettered: return "DeadLettered";
    case DeadLetterArrived: return "DeadLetterArrived";
    case DeadLetterBlocked: return "DeadLetterBlocked";
    case WaitStarted: return "WaitStarted";
    case WaitEnded: return "WaitEnded";
    case Refused: return "Refused";
    case TopicCreated: return "TopicCreated";
    case TopicChanged: return "TopicChanged";
    case TopicDeleted: return "TopicDeleted";
    case Subscribed: return "Subscribed";
    case SubscriptionChanged: return "SubscriptionChanged";
    case Unsubscribed: return "Unsubscribed";
    case Published: return "Published";
    case Matched: return "Matched";
    case NotMatched: return "NotMatched";
    case DeliveryAttempted: return "DeliveryAttempted";
    case Delivered: return "Delivered";
    case DeliveryFailed: return "DeliveryFailed";
    case DeliveryDropped: return "DeliveryDropped";
    }
    return {};
}

} // namespace cmq
