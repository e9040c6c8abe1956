#pragma once

#include "error.h"
#include "queueactions.h"

#include <optional>
#include <string>
#include <vector>

namespace cmq {

/// Most elements of a batch action.
inline constexpr std::size_t BatchMax = 16;
/// Most bytes of all bodies of a batch, and of one body.
inline constexpr std::int64_t BatchBytesMax = 1'048'576;
inline constexpr Seconds DelaySecondsMax{3600};
inline constexpr Seconds PollingWaitSecondsMax{30};

struct MessageIdReply
{
    std::string msgId;
    friend bool operator==(const MessageIdReply&, const MessageIdReply&) = default;
};

/// In the order of the request's bodies.
struct MessageIdList
{
    std::vector<std::string> msgIds;
    friend bool operator==(const MessageIdList&, const MessageIdList&) = default;
};

/// CMQ API, SendMessage.
struct SendMessage
{
    using Reply = MessageIdReply;
    std::string queueName;
    std::string msgBody;     ///< 1 to maxMsgSize bytes of UTF-8
    Seconds delaySeconds{0}; ///< 0 to 3600
    friend bool operator==(const SendMessage&, const SendMessage&) = default;
};

/// CMQ API, BatchSendMessage. All or nothing.
struct BatchSendMessage
{
    using Reply = MessageIdList;
    std::string queueName;
    std::vector<std::string> msgBody; ///< 1 to 16 bodies, 1 MiB together
    Seconds delaySeconds{0};          ///< for all of them
    friend bool operator==(const BatchSendMessage&, const BatchSendMessage&) = default;
};

/// One received message.
struct ReceivedMessage
{
    std::string msgId;
    std::string msgBody;
    /// Deletes the message until `nextVisibleTime`, unless somebody receives it again.
    std::string receiptHandle;
    Time enqueueTime;
    Time firstDequeueTime;
    Time nextVisibleTime;
    std::int64_t dequeueCount = 0; ///< this receive included
    friend bool operator==(const ReceivedMessage&, const ReceivedMessage&) = default;
};

/// CMQ API, ReceiveMessage. An empty queue answers NoMessage after the wait.
struct ReceiveMessage
{
    using Reply = ReceivedMessage;
    std::string queueName;
    /// 0 to 30 s, longer is cut to 30; absent: the queue's attribute.
    std::optional<Seconds> pollingWaitSeconds;
    /// Who asks, as events tell it: an address, a name; empty: nobody says. Never on the wire.
    std::string client{};
    friend bool operator==(const ReceiveMessage&, const ReceiveMessage&) = default;
};

struct ReceivedMessages
{
    std::vector<ReceivedMessage> msgInfoList;
    friend bool operator==(const ReceivedMessages&, const ReceivedMessages&) = default;
};

/// CMQ API, BatchReceiveMessage. Never waits for a full batch.
struct BatchReceiveMessage
{
    using Reply = ReceivedMessages;
    std::string queueName;
    std::int64_t numOfMsg = 1; ///< 1 to 16
    std::optional<Seconds> pollingWaitSeconds;
    std::string client{}; ///< as of ReceiveMessage
    friend bool operator==(const BatchReceiveMessage&, const BatchReceiveMessage&) = default;
};

/// CMQ API, DeleteMessage.
struct DeleteMessage
{
    using Reply = Done;
    std::string queueName;
    std::string receiptHandle;
    friend bool operator==(const DeleteMessage&, const DeleteMessage&) = default;
};

struct DeleteFailure
{
    std::string receiptHandle;
    Error error;
    friend bool operator==(const DeleteFailure&, const DeleteFailure&) = default;
};

/// What BatchDeleteMessage did. It is an answer, not an error, because some may be deleted: on the
/// wire no failure is code 0, some are 6010/10150 and all of them are 6020/10290.
struct BatchDeleteReply
{
    std::vector<DeleteFailure> errorList; ///< the failed ones only, in the request's order
    std::size_t deletedCount = 0;
    friend bool operator==(const BatchDeleteReply&, const BatchDeleteReply&) = default;
};

/// CMQ API, BatchDeleteMessage.
struct BatchDeleteMessage
{
    using Reply = BatchDeleteReply;
    std::string queueName;
    std::vector<std::string> receiptHandle; ///< 1 to 16
    friend bool operator==(const BatchDeleteMessage&, const BatchDeleteMessage&) = default;
};

/// Where a message of a queue is in its life. Source: CMQ guide, life of a message (13.1).
enum class MessageState : std::uint8_t {
    Delayed,    ///< sent with delaySeconds, not yet due
    Active,     ///< can be received
    Inactive,   ///< received, hidden until nextVisibleTime
    Rewindable, ///< deleted, can be rewound
};
inline constexpr std::size_t MessageStateCount = 4;

/// A message as PeekMessages shows it.
struct PeekedMessage
{
    std::string msgId;
    /// Identifies this message in its queue and orders it: oldest first. Two copies of one
    /// published message share a msgId, never an entry.
    std::uint64_t entry = 0;
    std::string msgBody; ///< empty unless bodies were asked for
    std::int64_t bodyBytes = 0;
    MessageState state = MessageState::Active;
    Time enqueueTime;
    /// Delayed: when it becomes visible. Inactive: when it is visible again.
    std::optional<Time> nextVisibleTime;
    std::optional<Time> firstDequeueTime;
    std::int64_t dequeueCount = 0;
    /// Inactive: the handle that is valid now, and how many have been given out for this message.
    std::string receiptHandle;
    std::int64_t handleGeneration = 0;
    /// When retention (or, if deleted, the rewind window) ends its life.
    Time expireTime;
    /// Of a dead-lettered message: where it came from.
    std::string originQueueName;
    std::optional<Time> originEnqueueTime;
    std::int64_t originDequeueCount = 0;
    friend bool operator==(const PeekedMessage&, const PeekedMessage&) = default;
};

struct PeekedMessages
{
    std::vector<PeekedMessage> messages;
    /// The entry to continue after; none when the list is at its end.
    std::optional<std::uint64_t> next;
    friend bool operator==(const PeekedMessages&, const PeekedMessages&) = default;
};

/// Looks at messages without touching them. In process only: CMQ itself has no peek.
struct PeekMessages
{
    using Reply = PeekedMessages;
    std::string queueName;
    std::vector<MessageState> states; ///< empty = all
    std::optional<Time> fromEnqueueTime;
    std::optional<Time> toEnqueueTime; ///< inclusive
    std::uint64_t after = 0;           ///< continue after this entry; 0 = from the start
    std::int64_t limit = 100;          ///< 1 to 10000
    bool withBodies = false;
    friend bool operator==(const PeekMessages&, const PeekMessages&) = default;
};

/// Deletes a message by its place in the queue instead of by a receipt handle, in whatever state it
/// is: like DeleteMessage it can be rewound where the queue keeps what was deleted. Whoever holds
/// it has a void handle then. ReceiptHandleInvalid if it is not in the queue or was deleted before.
/// In process only: CMQ itself deletes nothing that was not received.
struct RemoveMessage
{
    using Reply = Done;
    std::string queueName;
    std::uint64_t entry = 0; ///< PeekedMessage::entry
    friend bool operator==(const RemoveMessage&, const RemoveMessage&) = default;
};

} // namespace cmq
