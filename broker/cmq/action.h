#pragma once

#include "topicactions.h"

#include <concepts>
#include <string_view>
#include <variant>

namespace cmq {

/// Every action of this program: the narrow waist between what asks and what executes.
using Action =
    std::variant<CreateQueue, ListQueue, GetQueueAttributes, SetQueueAttributes, DeleteQueue,
                 ClearQueue, RewindQueue, UnbindDeadLetterQueue, ListDeadLetterSourceQueues,
                 DescribeQueues, SendMessage, BatchSendMessage, ReceiveMessage, BatchReceiveMessage,
                 DeleteMessage, BatchDeleteMessage, PeekMessages, RemoveMessage, CreateTopic,
                 SetTopicAttributes, ListTopic, GetTopicAttributes, DescribeTopics, DeleteTopic,
                 PublishMessage, BatchPublishMessage, Subscribe, Unsubscribe, ListSubscriptionByTopic,
                 SetSubscriptionAttributes, GetSubscriptionAttributes, DescribeSubscriptions,
                 ClearSubscriptionFilterTags>;

/// Every answer; `SomeAction::Reply` says which one an action gets.
using Reply = std::variant<Done, QueueIdReply, QueueList, QueueAttributes, QueueSettingsReply,
                           QueueDescriptions, MessageIdReply, MessageIdList, ReceivedMessage,
                           ReceivedMessages, BatchDeleteReply, PeekedMessages, TopicIdReply,
                           TopicList, TopicAttributes, TopicDescriptions, SubscriptionIdReply,
                           SubscriptionList, SubscriptionAttributes, SubscriptionDescriptions>;

template <class A>
concept ActionType = requires
{
    typename A::Reply;
}
&&std::constructible_from<Action, A>;

/// What an action needs of a connection.
enum class ActionKind : std::uint8_t {
    Read,    ///< changes nothing
    Receive, ///< hides messages for a while: a change, though not of topology
    Change,
};

/// The facts about an action that do not depend on its parameters.
struct ActionTraits
{
    std::string_view name; ///< as CMQ spells it
    ActionKind kind;
    bool isInProcessOnly; ///< not part of the v2 API
};

[[nodiscard]] const ActionTraits& actionTraits(const Action& action);
/// By the index of the variant's alternative, for tables over all actions.
[[nodiscard]] const ActionTraits& actionTraits(std::size_t index);

} // namespace cmq
