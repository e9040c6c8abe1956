#pragma once

#include "cloudattributes.h"
#include "messageactions.h"

#include <string>
#include <vector>

namespace cmq {

/// How a topic's subscriptions filter; fixed when the topic is created. The numbers are CMQ's.
enum class FilterType : std::uint8_t {
    Tag = 1,
    Routing = 2,
};

inline constexpr std::int64_t TopicMsgRetentionSeconds = 86400;
inline constexpr std::int64_t TopicMaxMsgSizeMin = 1024;
inline constexpr std::int64_t TopicMaxMsgSizeMax = 1'048'576;
inline constexpr std::int64_t TopicMaxMsgSizeDefault = 65536;
/// Who owns everything here, in answers and pushes: the broker has no accounts. CMQ shows an app
/// id.
inline constexpr std::string_view TopicOwner = "0";
/// Tags of a message, filter tags and binding keys of a subscription: this many at most.
inline constexpr std::size_t TagsMax = 5;
inline constexpr std::size_t TagMaxCharacters = 16; ///< Unicode code points
inline constexpr std::size_t RoutingKeyMaxBytes = 64;
inline constexpr std::size_t RoutingKeyMaxDots = 15;

struct TopicIdReply
{
    std::string topicId;
    friend bool operator==(const TopicIdReply&, const TopicIdReply&) = default;
};

/// CMQ API, CreateTopic.
struct CreateTopic
{
    using Reply = TopicIdReply;
    std::string topicName;
    std::int64_t maxMsgSize = TopicMaxMsgSizeDefault; ///< bytes, 1024 to 1048576
    FilterType filterType = FilterType::Tag;
    // Of API 3.0; v2 has neither.
    std::vector<ResourceTag> tags{};
    std::optional<bool> trace{};
    friend bool operator==(const CreateTopic&, const CreateTopic&) = default;
};

/// CMQ API, SetTopicAttributes.
struct SetTopicAttributes
{
    using Reply = Done;
    std::string topicName;
    std::optional<std::int64_t> maxMsgSize;
    std::optional<bool> trace{}; ///< of API 3.0
    friend bool operator==(const SetTopicAttributes&, const SetTopicAttributes&) = default;
};

struct TopicListItem
{
    std::string topicId;
    std::string topicName;
    friend bool operator==(const TopicListItem&, const TopicListItem&) = default;
};

struct TopicList
{
    std::int64_t totalCount = 0;
    std::vector<TopicListItem> topicList;
    friend bool operator==(const TopicList&, const TopicList&) = default;
};

/// CMQ API, ListTopic. Ordered by name.
struct ListTopic
{
    using Reply = TopicList;
    std::string searchWord;
    std::int64_t offset = 0;
    std::int64_t limit = ListLimitDefault;
    friend bool operator==(const ListTopic&, const ListTopic&) = default;
};

struct TopicAttributes
{
    std::string topicName;
    std::string topicId;
    std::int64_t msgCount = 0; ///< messages with at least one delivery outstanding
    std::int64_t maxMsgSize = TopicMaxMsgSizeDefault;
    std::int64_t msgRetentionSeconds = TopicMsgRetentionSeconds;
    FilterType filterType = FilterType::Tag;
    Time createTime;
    Time lastModifyTime;
    std::int64_t createUin = 0;
    std::int64_t qps = 5000;
    std::int64_t subscriptionCount = 0; ///< of ours and of API 3.0 only; else 0
    std::vector<ResourceTag> tags{};
    std::optional<bool> trace{};
    friend bool operator==(const TopicAttributes&, const TopicAttributes&) = default;
};

/// CMQ API, GetTopicAttributes.
struct GetTopicAttributes
{
    using Reply = TopicAttributes;
    std::string topicName;
    friend bool operator==(const GetTopicAttributes&, const GetTopicAttributes&) = default;
};

struct TopicDescriptions
{
    std::int64_t totalCount = 0;
    std::vector<TopicAttributes> topicList;
    std::vector<Unanswered> unanswered{}; ///< with `toleratesGaps`
    friend bool operator==(const TopicDescriptions&, const TopicDescriptions&) = default;
};

/// A page of topics with their attributes in one request. Source: API 3.0, DescribeCmqTopics.
struct DescribeTopics
{
    using Reply = TopicDescriptions;
    std::string searchWord;
    std::int64_t offset = 0;
    std::int64_t limit = 50;
    std::vector<std::string> names{}; ///< only these, exactly; empty = all
    std::vector<ResourceTagFilter> tagFilters{};
    bool toleratesGaps = false; ///< as of DescribeQueues
    friend bool operator==(const DescribeTopics&, const DescribeTopics&) = default;
};

/// CMQ API, DeleteTopic. Refused while subscriptions exist.
struct DeleteTopic
{
    using Reply = Done;
    std::string topicName;
    friend bool operator==(const DeleteTopic&, const DeleteTopic&) = default;
};

/// CMQ API, PublishMessage.
struct PublishMessage
{
    using Reply = MessageIdReply;
    std::string topicName;
    std::string msgBody;
    std::vector<std::string> msgTag; ///< filter type Tag: 0 to 5 of up to 16 characters
    /// Filter type Routing: must be given, may be empty; up to 64 bytes and 15 dots.
    std::optional<std::string> routingKey;
    friend bool operator==(const PublishMessage&, const PublishMessage&) = default;
};

/// CMQ API, BatchPublishMessage. Tags and routing key are for all bodies.
struct BatchPublishMessage
{
    using Reply = MessageIdList;
    std::string topicName;
    std::vector<std::string> msgBody; ///< 1 to 16 bodies, 1 MiB together
    std::vector<std::string> msgTag;
    std::optional<std::string> routingKey;
    friend bool operator==(const BatchPublishMessage&, const BatchPublishMessage&) = default;
};

enum class Protocol : std::uint8_t { Http, Queue };
enum class NotifyStrategy : std::uint8_t { BackoffRetry, ExponentialDecayRetry };
enum class NotifyContentFormat : std::uint8_t { Json, Simplified };

/// CMQ's spelling of the three, as the API writes them.
[[nodiscard]] std::string_view toString(Protocol protocol);
[[nodiscard]] std::string_view toString(NotifyStrategy strategy);
[[nodiscard]] std::string_view toString(NotifyContentFormat format);
/// Case-insensitive for protocol (pages differ), exact for the others.
[[nodiscard]] std::optional<Protocol> protocolFromString(std::string_view text);
[[nodiscard]] std::optional<NotifyStrategy> notifyStrategyFromString(std::string_view text);
[[nodiscard]] std::optional<NotifyContentFormat>
notifyContentFormatFromString(std::string_view text);

struct SubscriptionIdReply
{
    std::string subscriptionId;
    friend bool operator==(const SubscriptionIdReply&, const SubscriptionIdReply&) = default;
};

/// CMQ API, Subscribe.
struct Subscribe
{
    using Reply = SubscriptionIdReply;
    std::string topicName;
    std::string subscriptionName;
    Protocol protocol = Protocol::Queue;
    std::string endpoint; ///< a URL, or the name of a queue
    NotifyStrategy notifyStrategy = NotifyStrategy::ExponentialDecayRetry;
    /// Absent: JSON for http, SIMPLIFIED for queue.
    std::optional<NotifyContentFormat> notifyContentFormat;
    std::vector<std::string> filterTag;
    std::vector<std::string> bindingKey;
    friend bool operator==(const Subscribe&, const Subscribe&) = default;
};

/// CMQ API, Unsubscribe. Outstanding deliveries are dropped.
struct Unsubscribe
{
    using Reply = Done;
    std::string topicName;
    std::string subscriptionName;
    friend bool operator==(const Unsubscribe&, const Unsubscribe&) = default;
};

struct SubscriptionListItem
{
    std::string subscriptionId;
    std::string subscriptionName;
    Protocol protocol = Protocol::Queue;
    std::string endpoint;
    friend bool operator==(const SubscriptionListItem&, const SubscriptionListItem&) = default;
};

struct SubscriptionList
{
    std::int64_t totalCount = 0;
    std::vector<SubscriptionListItem> subscriptionList;
    friend bool operator==(const SubscriptionList&, const SubscriptionList&) = default;
};

/// CMQ API, ListSubscriptionByTopic. A missing topic answers an empty list.
struct ListSubscriptionByTopic
{
    using Reply = SubscriptionList;
    std::string topicName;
    std::string searchWord;
    std::int64_t offset = 0;               ///< 0 to 1000
    std::int64_t limit = ListLimitDefault; ///< 0 to 100
    friend bool operator==(const ListSubscriptionByTopic&,
                           const ListSubscriptionByTopic&) = default;
};

/// CMQ API, SetSubscriptionAttributes: an absent member keeps its value, a present list replaces.
struct SetSubscriptionAttributes
{
    using Reply = Done;
    std::string topicName;
    std::string subscriptionName;
    std::optional<NotifyStrategy> notifyStrategy;
    std::optional<NotifyContentFormat> notifyContentFormat;
    std::optional<std::vector<std::string>> filterTag;
    std::optional<std::vector<std::string>> bindingKey;
    std::optional<Protocol> protocol;
    std::optional<std::string> endpoint;
    friend bool operator==(const SetSubscriptionAttributes&,
                           const SetSubscriptionAttributes&) = default;
};

struct SubscriptionAttributes
{
    std::string topicName;
    std::string subscriptionName;
    std::string subscriptionId;
    std::string topicOwner;
    std::int64_t msgCount = 0; ///< messages that wait for delivery to this subscription
    Protocol protocol = Protocol::Queue;
    std::string endpoint;
    NotifyStrategy notifyStrategy = NotifyStrategy::ExponentialDecayRetry;
    NotifyContentFormat notifyContentFormat = NotifyContentFormat::Simplified;
    Time createTime;
    Time lastModifyTime;
    std::vector<std::string> bindingKey;
    std::vector<std::string> filterTag;
    /// Of ours only: attempts made for the message at the head, when the next one comes, and why
    /// the last one failed.
    std::int64_t attempts = 0;
    std::optional<Time> nextAttemptTime;
    std::string lastFailure;
    friend bool operator==(const SubscriptionAttributes&, const SubscriptionAttributes&) = default;
};

/// CMQ API, GetSubscriptionAttributes.
struct GetSubscriptionAttributes
{
    using Reply = SubscriptionAttributes;
    std::string topicName;
    std::string subscriptionName;
    friend bool operator==(const GetSubscriptionAttributes&,
                           const GetSubscriptionAttributes&) = default;
};

struct SubscriptionDescriptions
{
    std::int64_t totalCount = 0;
    std::vector<SubscriptionAttributes> subscriptionList;
    friend bool operator==(const SubscriptionDescriptions&,
                           const SubscriptionDescriptions&) = default;
};

/// Subscriptions with their attributes in one request: a topic's, or with `queueName` those that
/// deliver into that queue, whatever their topic. Source: API 3.0, DescribeCmqSubscriptionDetail.
struct DescribeSubscriptions
{
    using Reply = SubscriptionDescriptions;
    std::string topicName; ///< empty with `queueName`
    std::int64_t offset = 0;
    std::int64_t limit = 50;
    std::string searchWord{};
    std::string queueName{};
    friend bool operator==(const DescribeSubscriptions&, const DescribeSubscriptions&) = default;
};

/// CMQ API, ClearSubscriptionFilterTags: afterwards the subscription receives everything.
struct ClearSubscriptionFilterTags
{
    using Reply = Done;
    std::string topicName;
    std::string subscriptionName;
    friend bool operator==(const ClearSubscriptionFilterTags&,
                           const ClearSubscriptionFilterTags&) = default;
};

} // namespace cmq
