#pragma once

#include "messageactions.h"
#include "queuesettings.h"
#include "time.h"
#include "topicactions.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cmq {

// What the engine asks a store to keep, and gets back from it. The engine decides, the store
// remembers; neither knows the other.

/// Identifies a queue (topic, subscription) for ever: a queue that is created again under the same
/// name has another key. 0 is none.
using QueueKey = std::uint32_t;
using TopicKey = std::uint32_t;
using SubscriptionKey = std::uint32_t;

/// Identifies a message in a queue and orders it there: later enqueued, greater entry. Never used
/// twice in a broker. 0 is none.
using Entry = std::uint64_t;

/// A body's identity is the message's msgId. Several messages share a body after a publish. A
/// message whose entry equals its msgId owns its body alone.
using BodyId = std::uint64_t;

/// A queue as it is stored.
struct QueueRecord
{
    QueueKey key = 0;
    std::string queueName;
    std::string queueId;
    QueueSettings settings;
    Time createTime;
    Time lastModifyTime;
    /// Messages up to this entry were here before the queue became a dead-letter queue: they must
    /// be consumed before others are dead-lettered into it.
    Entry deadLetterBarrier = 0;
    std::vector<ResourceTag> tags{};
    friend bool operator==(const QueueRecord&, const QueueRecord&) = default;
};

/// Where a dead-lettered message came from.
struct MessageOrigin
{
    std::string queueName;
    Time enqueueTime;
    std::uint32_t dequeueCount = 0;
    friend bool operator==(const MessageOrigin&, const MessageOrigin&) = default;
};

/// A message as it is stored. Changes that time alone brings about (a delay or a visibility that
/// ends) are not written: `due` tells them again.
struct MessageRecord
{
    Entry entry = 0;
    QueueKey queue = 0;
    BodyId msgId = 0;
    Time enqueueTime;
    MessageState state = MessageState::Active;
    /// Delayed: when it becomes visible. Inactive: when it is visible again. Else the epoch.
    Time due;
    std::optional<Time> firstDequeueTime;
    std::uint32_t bodyBytes = 0;
    std::uint32_t dequeueCount = 0;
    /// Handles given out so far; never reset.
    std::uint32_t handleGeneration = 0;
    /// When it became visible first, or will; a rewind sets it anew. maxTimeToLive counts from it.
    Time visibleTime;
    std::optional<MessageOrigin> origin;
    friend bool operator==(const MessageRecord&, const MessageRecord&) = default;
};

/// All messages of a queue up to an entry (inclusive) are gone, however many they are. The store
/// forgets them at once for every reader and frees their space, and the bodies that they own alone
/// (msgId == entry), in slices.
struct Purge
{
    QueueKey queue = 0;
    Entry upTo = 0;
    friend bool operator==(const Purge&, const Purge&) = default;
};

/// Deleted messages of a queue from an entry to an entry leave its rewind area, however many they
/// are: those that a record tells to be rewindable are gone, or active again. The store tells it so
/// at once to every reader and changes its rows in slices. What the same commit or a later one
/// writes of a message knows of it already.
struct RewindAreaChange
{
    std::uint64_t number = 0; ///< grows; never used twice in a broker
    QueueKey queue = 0;
    Entry first = 0;
    Entry last = 0;
    /// When they were rewound; none: they are gone, with the bodies that they own alone.
    std::optional<Time> rewoundAt;
    friend bool operator==(const RewindAreaChange&, const RewindAreaChange&) = default;
};

/// The name of a deleted queue or topic that is not free yet. Identified by both but the time;
/// names that differ only in case are one.
struct ReleasingName
{
    bool isTopic = false;
    std::string name;
    Time freeTime;
    friend bool operator==(const ReleasingName&, const ReleasingName&) = default;
};

/// A topic as it is stored.
struct TopicRecord
{
    TopicKey key = 0;
    std::string topicName;
    std::string topicId;
    std::int64_t maxMsgSize = TopicMaxMsgSizeDefault;
    FilterType filterType = FilterType::Tag;
    Time createTime;
    Time lastModifyTime;
    std::vector<ResourceTag> tags{};
    std::optional<bool> trace{};
    friend bool operator==(const TopicRecord&, const TopicRecord&) = default;
};

/// A subscription as it is stored.
struct SubscriptionRecord
{
    SubscriptionKey key = 0;
    TopicKey topic = 0;
    std::string subscriptionName;
    std::string subscriptionId;
    Protocol protocol = Protocol::Queue;
    std::string endpoint;
    NotifyStrategy notifyStrategy = NotifyStrategy::ExponentialDecayRetry;
    NotifyContentFormat notifyContentFormat = NotifyContentFormat::Simplified;
    std::vector<std::string> filterTag;
    std::vector<std::string> bindingKey;
    Time createTime;
    Time lastModifyTime;
    friend bool operator==(const SubscriptionRecord&, const SubscriptionRecord&) = default;
};

/// A message that at least one subscription still waits for.
struct PublishedRecord
{
    BodyId msgId = 0;
    TopicKey topic = 0;
    Time publishTime;
    std::uint32_t bodyBytes = 0;
    std::vector<std::string> msgTag;
    friend bool operator==(const PublishedRecord&, const PublishedRecord&) = default;
};

/// One subscription's wait for one published message.
struct DeliveryRecord
{
    SubscriptionKey subscription = 0;
    BodyId msgId = 0;
    std::uint32_t attempts = 0; ///< made so far
    Time nextAttemptTime;
    friend bool operator==(const DeliveryRecord&, const DeliveryRecord&) = default;
};

/// Identifies a delivery.
using DeliveryKey = std::pair<SubscriptionKey, BodyId>;

/// The engine's own counters.
struct EngineRecord
{
    /// Entries and msgIds below this have been used.
    std::uint64_t nextNumber = 1;
    /// Keys of queues, topics and subscriptions below this have been used.
    std::uint32_t nextKey = 1;
    /// State of the engine's random numbers.
    std::uint64_t seed = 0;
    /// The latest time the engine has been given; it never goes back.
    Time time;
    friend bool operator==(const EngineRecord&, const EngineRecord&) = default;
};

/// What one commit writes, all or nothing. Every list has a key at most once, and a key is either
/// put or erased.
struct StoreChanges
{
    std::vector<QueueRecord> putQueues;
    std::vector<QueueKey> erasedQueues;
    /// Messages that the store does not have yet, in entry order, and messages that it has.
    std::vector<MessageRecord> newMessages;
    std::vector<MessageRecord> changedMessages;
    std::vector<Entry> erasedMessages;
    std::vector<Purge> purges;
    std::vector<RewindAreaChange> rewindAreaChanges;
    /// Bodies that must be written now; their bytes are with whoever called the engine.
    std::vector<BodyId> newBodies;
    std::vector<BodyId> erasedBodies;
    std::vector<ReleasingName> putReleasingNames;
    std::vector<ReleasingName> erasedReleasingNames;
    std::vector<TopicRecord> putTopics;
    std::vector<TopicKey> erasedTopics;
    std::vector<SubscriptionRecord> putSubscriptions;
    std::vector<SubscriptionKey> erasedSubscriptions;
    std::vector<PublishedRecord> newPublished;
    std::vector<BodyId> erasedPublished;
    std::vector<DeliveryRecord> putDeliveries;
    std::vector<DeliveryKey> erasedDeliveries;
    EngineRecord engine;

    /// Whether there is anything to write; the time alone is nothing.
    [[nodiscard]] bool isEmpty() const;
};

} // namespace cmq
