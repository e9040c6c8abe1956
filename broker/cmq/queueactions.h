#pragma once

#include "error.h"
#include "queuesettings.h"

#include <string>
#include <vector>

namespace cmq {

/// The answer of actions that only say yes.
struct Done
{
    friend bool operator==(const Done&, const Done&) = default;
};

/// The answer of CreateQueue and UnbindDeadLetterQueue.
struct QueueIdReply
{
    std::string queueId;
    friend bool operator==(const QueueIdReply&, const QueueIdReply&) = default;
};

/// CMQ API, CreateQueue.
struct CreateQueue
{
    using Reply = QueueIdReply;
    std::string queueName;
    QueueSettings settings;
    std::vector<ResourceTag> tags{}; ///< of API 3.0; v2 has none
    friend bool operator==(const CreateQueue&, const CreateQueue&) = default;
};

struct QueueListItem
{
    std::string queueId;
    std::string queueName;
    friend bool operator==(const QueueListItem&, const QueueListItem&) = default;
};

/// The answer of ListQueue and ListDeadLetterSourceQueues.
struct QueueList
{
    /// All queues that match, not only those of this page.
    std::int64_t totalCount = 0;
    std::vector<QueueListItem> queueList;
    friend bool operator==(const QueueList&, const QueueList&) = default;
};

/// Longest page of the list actions; a larger limit is cut to it.
inline constexpr std::int64_t ListLimitMax = 50;
inline constexpr std::int64_t ListLimitDefault = 20;

/// CMQ API, ListQueue. Ordered by name.
struct ListQueue
{
    using Reply = QueueList;
    std::string searchWord; ///< part of the name, case ignored; empty = all
    std::int64_t offset = 0;
    std::int64_t limit = ListLimitDefault; ///< 1 to 50
    friend bool operator==(const ListQueue&, const ListQueue&) = default;
};

/// The answer of GetQueueAttributes: settings, counters, facts.
struct QueueAttributes
{
    std::string queueName;
    std::string queueId;
    /// In `deadLetterPolicy`, the name of the dead-letter queue; the API shows its id instead.
    QueueSettings settings;
    std::string deadLetterQueueId;
    /// The queues whose dead-letter queue this is.
    std::vector<QueueListItem> deadLetterSource;

    Time createTime;
    Time lastModifyTime;
    std::int64_t activeMsgNum = 0;
    std::int64_t inactiveMsgNum = 0;
    std::int64_t delayMsgNum = 0;
    std::int64_t rewindmsgNum = 0;
    /// enqueueTime of the oldest message that is delayed, active or inactive; none when empty.
    std::optional<Time> minMsgTime;

    std::int64_t createUin = 0;
    std::int64_t qps = 5000;
    std::int64_t bps = 52'428'800;
    std::vector<ResourceTag> tags{};
    CloudLimits limits{};
    friend bool operator==(const QueueAttributes&, const QueueAttributes&) = default;
};

/// CMQ API, GetQueueAttributes.
struct GetQueueAttributes
{
    using Reply = QueueAttributes;
    std::string queueName;
    friend bool operator==(const GetQueueAttributes&, const GetQueueAttributes&) = default;
};

/// All settings of the queue after SetQueueAttributes.
struct QueueSettingsReply
{
    std::string queueId;
    QueueSettings settings;
    friend bool operator==(const QueueSettingsReply&, const QueueSettingsReply&) = default;
};

/// CMQ API, SetQueueAttributes.
struct SetQueueAttributes
{
    using Reply = QueueSettingsReply;
    std::string queueName;
    QueueSettingsChange change;
    friend bool operator==(const SetQueueAttributes&, const SetQueueAttributes&) = default;
};

/// CMQ API, DeleteQueue.
struct DeleteQueue
{
    using Reply = Done;
    std::string queueName;
    friend bool operator==(const DeleteQueue&, const DeleteQueue&) = default;
};

/// Removes all messages of a queue, the rewindable ones too. Source: API 3.0, ClearQueue.
struct ClearQueue
{
    using Reply = Done;
    std::string queueName;
    friend bool operator==(const ClearQueue&, const ClearQueue&) = default;
};

/// CMQ API, RewindQueue.
struct RewindQueue
{
    using Reply = Done;
    std::string queueName;
    /// Consume again from messages that were produced at this time or later.
    Time startConsumeTime;
    friend bool operator==(const RewindQueue&, const RewindQueue&) = default;
};

/// CMQ API, UnbindDeadLetterQueue (alias UnbindDeadLetter).
struct UnbindDeadLetterQueue
{
    using Reply = QueueIdReply;
    std::string queueName; ///< the source queue
    friend bool operator==(const UnbindDeadLetterQueue&, const UnbindDeadLetterQueue&) = default;
};

/// CMQ API, ListDeadLetterSourceQueues (alias DescribeDeadLetterSourceQueues).
struct ListDeadLetterSourceQueues
{
    using Reply = QueueList;
    std::string deadLetterQueueName;
    std::string searchWord;
    std::int64_t offset = 0;
    std::int64_t limit = ListLimitDefault;
    friend bool operator==(const ListDeadLetterSourceQueues&,
                           const ListDeadLetterSourceQueues&) = default;
};

/// The answer of DescribeQueues.
struct QueueDescriptions
{
    std::int64_t totalCount = 0;
    std::vector<QueueAttributes> queueList;
    std::vector<Unanswered> unanswered{}; ///< with `toleratesGaps`
    friend bool operator==(const QueueDescriptions&, const QueueDescriptions&) = default;
};

/// A page of queues with their attributes and counters in one request, ordered by name.
/// Not in the v2 API (a remote client asks queue by queue). Source: API 3.0, DescribeCmqQueues.
struct DescribeQueues
{
    using Reply = QueueDescriptions;
    std::string searchWord;
    std::int64_t offset = 0;
    std::int64_t limit = 50;          ///< no upper bound in process
    std::vector<std::string> names{}; ///< only these, exactly; empty = all
    std::vector<ResourceTagFilter> tagFilters{};
    /// Where it takes many requests: those that fail leave out their queue, which is then
    /// `unanswered`, as long as the endpoint itself answers. Else one failure fails the whole.
    bool toleratesGaps = false;
    friend bool operator==(const DescribeQueues&, const DescribeQueues&) = default;
};

} // namespace cmq
