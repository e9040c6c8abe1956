#pragma once

#include "sqlite.h"

#include "cmq/records.h"

#include <cstdint>
#include <optional>
#include <string>

namespace cmq::store {

/// The engine's record with what the store adds to it.
struct EngineRow
{
    EngineRecord record;
    std::int64_t messages = 0; ///< rows of the table message
};

/// A message's record with what the store adds to it.
struct MessageRow
{
    MessageRecord record;
    std::uint64_t knownAreaChange = 0; ///< see RewindAreas; 0: none
};

/// A row of the table body, as it is read. `bytes` is valid until the statement's next step.
struct BodyRow
{
    BodyId id = 0;
    std::string_view bytes;
};

/// The statements that write, prepared once. Each function returns SQLITE_OK or the error.
class Writer final
{
public:
    Writer() = default;
    explicit Writer(sqlite3* database);
    /// Whether all statements could be prepared.
    [[nodiscard]] bool isValid() const;

    [[nodiscard]] int begin() { return m_begin.run(); }
    [[nodiscard]] int end() { return m_commit.run(); }

    [[nodiscard]] int put(const EngineRow& row);
    [[nodiscard]] int put(const QueueRecord& record);
    [[nodiscard]] int put(const TopicRecord& record);
    [[nodiscard]] int put(const SubscriptionRecord& record);
    [[nodiscard]] int put(const Purge& purge);
    [[nodiscard]] int put(const PublishedRecord& record);
    [[nodiscard]] int put(const DeliveryRecord& record);
    [[nodiscard]] int put(const RewindAreaChange& change);
    [[nodiscard]] int put(const ReleasingName& record);
    [[nodiscard]] int insert(const MessageRow& row);
    /// Changes a row that is there, and nothing when there is none.
    [[nodiscard]] int update(const MessageRow& row);
    [[nodiscard]] int insertBody(BodyId body, std::string_view bytes);

    [[nodiscard]] int eraseQueue(QueueKey key) { return m_eraseQueue.run(key); }
    [[nodiscard]] int eraseTopic(TopicKey key) { return m_eraseTopic.run(key); }
    [[nodiscard]] int eraseSubscription(SubscriptionKey key)
    {
        return m_eraseSubscription.run(key);
    }
    /// Both ends included; also where some between them are not there.
    [[nodiscard]] int eraseMessages(Entry first, Entry last)
    {
        return m_eraseMessages.run(first, last);
    }
    [[nodiscard]] int eraseBodies(BodyId first, BodyId last)
    {
        return m_eraseBodies.run(first, last);
    }
    [[nodiscard]] int erasePurge(QueueKey queue) { return m_erasePurge.run(queue); }
    [[nodiscard]] int eraseRewindAreaChange(std::uint64_t number)
    {
        return m_eraseRewindAreaChange.run(number);
    }
    [[nodiscard]] int erase(const ReleasingName& record)
    {
        return m_eraseReleasingName.run(static_cast<int>(record.isTopic),
                                        std::string_view(record.name));
    }
    [[nodiscard]] int erasePublished(BodyId msgId) { return m_erasePublished.run(msgId); }
    [[nodiscard]] int eraseDelivery(const DeliveryKey& key)
    {
        return m_eraseDelivery.run(key.second, key.first);
    }

private:
    Statement m_begin, m_commit;
    Statement m_putEngine, m_putQueue, m_putTopic, m_putSubscription, m_putPurge, m_putPublished,
        m_putDelivery;
    Statement m_putRewindAreaChange, m_putReleasingName;
    Statement m_insertMessage, m_updateMessage, m_insertBody;
    Statement m_eraseQueue, m_eraseTopic, m_eraseSubscription, m_eraseMessages, m_eraseBodies,
        m_erasePurge, m_eraseRewindAreaChange, m_eraseReleasingName, m_erasePublished,
        m_eraseDelivery;
};

/// SQL that reads all columns of a table in the order that `read…` expects; append a WHERE or an
/// ORDER BY.
inline constexpr char SelectEngine[] =
    "SELECT nextNumber, nextKey, seed, time, messages, sum FROM engine";
inline constexpr char SelectQueues[] =
    "SELECT key, name, id, createTime, lastModifyTime, deadLetterBarrier, maxMsgHeapNum, "
    "pollingWaitSeconds, visibilityTimeout, maxMsgSize, msgRetentionSeconds, rewindSeconds, "
    "deadLetterQueue, deadLetterRule, maxReceiveCount, maxTimeToLive, sum, cloud FROM queue";
inline constexpr char SelectTopics[] =
    "SELECT key, name, id, maxMsgSize, filterType, createTime, lastModifyTime, sum, cloud "
    "FROM topic";
/// The same of files of versions 1 and 2 that are too damaged to be brought to today's.
inline constexpr char SelectQueues2[] =
    "SELECT key, name, id, createTime, lastModifyTime, deadLetterBarrier, maxMsgHeapNum, "
    "pollingWaitSeconds, visibilityTimeout, maxMsgSize, msgRetentionSeconds, rewindSeconds, "
    "deadLetterQueue, deadLetterRule, maxReceiveCount, maxTimeToLive, sum, NULL FROM queue";
inline constexpr char SelectTopics2[] =
    "SELECT key, name, id, maxMsgSize, filterType, createTime, lastModifyTime, sum, NULL "
    "FROM topic";
inline constexpr char SelectSubscriptions[] =
    "SELECT key, topic, name, id, protocol, endpoint, notifyStrategy, notifyContentFormat, "
    "filterTag, bindingKey, createTime, lastModifyTime, sum FROM subscription";
inline constexpr char SelectMessages[] =
    "SELECT entry, queue, msgId, enqueueTime, state, due, firstDequeueTime, bodyBytes, "
    "dequeueCount, handleGeneration, visibleTime, originQueue, originEnqueueTime, "
    "originDequeueCount, sum, knownAreaChange FROM message";
/// The same of a file of version 1 that is too damaged to be brought to today's.
inline constexpr char SelectMessages1[] =
    "SELECT entry, queue, msgId, enqueueTime, state, due, firstDequeueTime, bodyBytes, "
    "dequeueCount, handleGeneration, visibleTime, originQueue, originEnqueueTime, "
    "originDequeueCount, sum, NULL FROM message";
inline constexpr char SelectPurges[] = "SELECT queue, upTo, sum FROM purge";
inline constexpr char SelectRewindAreaChanges[] =
    "SELECT number, queue, first, last, rewoundAt, sum FROM rewindAreaChange";
inline constexpr char SelectReleasingNames[] =
    "SELECT isTopic, name, freeTime, sum FROM releasingName";
inline constexpr char SelectPublished[] =
    "SELECT msgId, topic, publishTime, bodyBytes, msgTag, sum FROM published";
inline constexpr char SelectDeliveries[] =
    "SELECT msgId, subscription, attempts, nextAttemptTime, sum FROM delivery";
inline constexpr char SelectBodies[] = "SELECT id, bytes, sum FROM body";

/// Reads the statement's current row; false when its checksum says that it is damaged.
[[nodiscard]] bool read(const Statement& row, EngineRow& out);
[[nodiscard]] bool read(const Statement& row, QueueRecord& out);
[[nodiscard]] bool read(const Statement& row, TopicRecord& out);
[[nodiscard]] bool read(const Statement& row, SubscriptionRecord& out);
[[nodiscard]] bool read(const Statement& row, MessageRow& out);
[[nodiscard]] bool read(const Statement& row, Purge& out);
[[nodiscard]] bool read(const Statement& row, RewindAreaChange& out);
[[nodiscard]] bool read(const Statement& row, ReleasingName& out);
[[nodiscard]] bool read(const Statement& row, PublishedRecord& out);
[[nodiscard]] bool read(const Statement& row, DeliveryRecord& out);
[[nodiscard]] bool read(const Statement& row, BodyRow& out);

} // namespace cmq::store
