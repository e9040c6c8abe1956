#pragma once

#include "topicactions.h"

#include <concepts>
#include <string_view>
#include <variant>

namespace cmq {

/// Every action of this program: the narrow waist between what asks and what executes.
using ActionVariant =
    std::variant<CreateQueue, ListQueue, GetQueueAttributes, SetQueueAttributes, DeleteQueue,
                 ClearQueue, RewindQueue, UnbindDeadLetterQueue, ListDeadLetterSourceQueues,
                 DescribeQueues, SendMessage, BatchSendMessage, ReceiveMessage, BatchReceiveMessage,
                 DeleteMessage, BatchDeleteMessage, PeekMessages, RemoveMessage, CreateTopic,
                 SetTopicAttributes, ListTopic, GetTopicAttributes, DescribeTopics, DeleteTopic,
                 PublishMessage, BatchPublishMessage, Subscribe, Unsubscribe,
                 ListSubscriptionByTopic, SetSubscriptionAttributes, GetSubscriptionAttributes,
                 DescribeSubscriptions, ClearSubscriptionFilterTags>;

inline constexpr std::size_t ActionCount = std::variant_size_v<ActionVariant>;
template <std::size_t Index>
using ActionAt = std::variant_alternative_t<Index, ActionVariant>;

/// Every answer; `SomeAction::Reply` says which one an action gets.
using ReplyVariant =
    std::variant<Done, QueueIdReply, QueueList, QueueAttributes, QueueSettingsReply,
                 QueueDescriptions, MessageIdReply, MessageIdList, ReceivedMessage,
                 ReceivedMessages, BatchDeleteReply, PeekedMessages, TopicIdReply, TopicList,
                 TopicAttributes, TopicDescriptions, SubscriptionIdReply, SubscriptionList,
                 SubscriptionAttributes, SubscriptionDescriptions>;

template <class T, class Variant>
inline constexpr bool IsAlternativeOf = false;
template <class T, class... Alternatives>
inline constexpr bool
    IsAlternativeOf<T, std::variant<Alternatives...>> = (std::same_as<T, Alternatives> || ...);

template <class A>
concept ActionType = IsAlternativeOf<A, ActionVariant>;
template <class R>
concept ReplyType = IsAlternativeOf<R, ReplyVariant>;

/// One action. It is used as the variant that it is; but making, copying, moving and destroying one
/// of so many alternatives is much code, which is compiled here once and not in every source (that
/// was a quarter of all compiling).
class Action final : public ActionVariant
{
public:
    Action();
    template <ActionType A>
    Action(A action); // an action is what it says, without a cast
    Action(const Action& other);
    Action(Action&& other) noexcept;
    Action& operator=(const Action& other);
    Action& operator=(Action&& other) noexcept;
    ~Action();

    friend bool operator==(const Action& a, const Action& b);
    friend bool operator<(const Action& a,
                          const Action& b) = delete; // the variant's would not compile
};

/// One answer, a variant like Action.
class Reply final : public ReplyVariant
{
public:
    Reply();
    template <ReplyType R>
    Reply(R reply);
    Reply(const Reply& other);
    Reply(Reply&& other) noexcept;
    Reply& operator=(const Reply& other);
    Reply& operator=(Reply&& other) noexcept;
    ~Reply();

    friend bool operator==(const Reply& a, const Reply& b);
    friend bool operator<(const Reply& a,
                          const Reply& b) = delete; // the variant's would not compile
};

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
