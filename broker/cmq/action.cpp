#include "action.h"

#include <array>
#include <utility>

namespace cmq {

namespace {

template <class T>
constexpr std::size_t indexOf()
{
    return []<class... A>(std::variant<A...>*) {
        std::size_t index = 0;
        (void)((std::is_same_v<A, T> || (++index, false)) || ...);
        return index;
    }(static_cast<ActionVariant*>(nullptr));
}

constexpr auto makeTable()
{
    std::array<ActionTraits, ActionCount> table{};
    using enum ActionKind;
    table[indexOf<CreateQueue>()] = {"CreateQueue", Change, false};
    table[indexOf<ListQueue>()] = {"ListQueue", Read, false};
    table[indexOf<GetQueueAttributes>()] = {"GetQueueAttributes", Read, false};
    table[indexOf<SetQueueAttributes>()] = {"SetQueueAttributes", Change, false};
    table[indexOf<DeleteQueue>()] = {"DeleteQueue", Change, false};
    table[indexOf<ClearQueue>()] = {"ClearQueue", Change, false};
    table[indexOf<RewindQueue>()] = {"RewindQueue", Change, false};
    table[indexOf<UnbindDeadLetterQueue>()] = {"UnbindDeadLetterQueue", Change, false};
    table[indexOf<ListDeadLetterSourceQueues>()] = {"ListDeadLetterSourceQueues", Read, false};
    table[indexOf<DescribeQueues>()] = {"DescribeQueues", Read, true};
    table[indexOf<SendMessage>()] = {"SendMessage", Change, false};
    table[indexOf<BatchSendMessage>()] = {"BatchSendMessage", Change, false};
    table[indexOf<ReceiveMessage>()] = {"ReceiveMessage", Receive, false};
    table[indexOf<BatchReceiveMessage>()] = {"BatchReceiveMessage", Receive, false};
    table[indexOf<DeleteMessage>()] = {"DeleteMessage", Change, false};
    table[indexOf<BatchDeleteMessage>()] = {"BatchDeleteMessage", Change, false};
    table[indexOf<PeekMessages>()] = {"PeekMessages", Read, true};
    table[indexOf<RemoveMessage>()] = {"RemoveMessage", Change, true};
    table[indexOf<CreateTopic>()] = {"CreateTopic", Change, false};
    table[indexOf<SetTopicAttributes>()] = {"SetTopicAttributes", Change, false};
    table[indexOf<ListTopic>()] = {"ListTopic", Read, false};
    table[indexOf<GetTopicAttributes>()] = {"GetTopicAttributes", Read, false};
    table[indexOf<DescribeTopics>()] = {"DescribeTopics", Read, true};
    table[indexOf<DeleteTopic>()] = {"DeleteTopic", Change, false};
    table[indexOf<PublishMessage>()] = {"PublishMessage", Change, false};
    table[indexOf<BatchPublishMessage>()] = {"BatchPublishMessage", Change, false};
    table[indexOf<Subscribe>()] = {"Subscribe", Change, false};
    table[indexOf<Unsubscribe>()] = {"Unsubscribe", Change, false};
    table[indexOf<ListSubscriptionByTopic>()] = {"ListSubscriptionByTopic", Read, false};
    table[indexOf<SetSubscriptionAttributes>()] = {"SetSubscriptionAttributes", Change, false};
    table[indexOf<GetSubscriptionAttributes>()] = {"GetSubscriptionAttributes", Read, false};
    table[indexOf<DescribeSubscriptions>()] = {"DescribeSubscriptions", Read, true};
    table[indexOf<ClearSubscriptionFilterTags>()] = {"ClearSubscriptionFilterTags", Change, false};
    return table;
}

constexpr auto Actions = makeTable();

static_assert(
    [] {
        for (const ActionTraits& traits : Actions) {
            if (traits.name.empty())
                return false;
        }
        return true;
    }(),
    "every action has its traits");

} // namespace

const ActionTraits& actionTraits(const Action& action)
{
    return Actions[action.index()];
}

const ActionTraits& actionTraits(std::size_t index)
{
    return Actions[index];
}

Action::Action() = default;
Action::Action(const Action& other) = default;
Action::Action(Action&& other) noexcept = default;
Action& Action::operator=(const Action& other) = default;
Action& Action::operator=(Action&& other) noexcept = default;
Action::~Action() = default;

template <ActionType A>
Action::Action(A action)
    : ActionVariant(std::move(action))
{
}

bool operator==(const Action& a, const Action& b)
{
    return static_cast<const ActionVariant&>(a) == static_cast<const ActionVariant&>(b);
}

Reply::Reply() = default;
Reply::Reply(const Reply& other) = default;
Reply::Reply(Reply&& other) noexcept = default;
Reply& Reply::operator=(const Reply& other) = default;
Reply& Reply::operator=(Reply&& other) noexcept = default;
Reply::~Reply() = default;

template <ReplyType R>
Reply::Reply(R reply)
    : ReplyVariant(std::move(reply))
{
}

bool operator==(const Reply& a, const Reply& b)
{
    return static_cast<const ReplyVariant&>(a) == static_cast<const ReplyVariant&>(b);
}

// The constructors of all alternatives.
template Action::Action(CreateQueue);
template Action::Action(ListQueue);
template Action::Action(GetQueueAttributes);
template Action::Action(SetQueueAttributes);
template Action::Action(DeleteQueue);
template Action::Action(ClearQueue);
template Action::Action(RewindQueue);
template Action::Action(UnbindDeadLetterQueue);
template Action::Action(ListDeadLetterSourceQueues);
template Action::Action(DescribeQueues);
template Action::Action(SendMessage);
template Action::Action(BatchSendMessage);
template Action::Action(ReceiveMessage);
template Action::Action(BatchReceiveMessage);
template Action::Action(DeleteMessage);
template Action::Action(BatchDeleteMessage);
template Action::Action(PeekMessages);
template Action::Action(RemoveMessage);
template Action::Action(CreateTopic);
template Action::Action(SetTopicAttributes);
template Action::Action(ListTopic);
template Action::Action(GetTopicAttributes);
template Action::Action(DescribeTopics);
template Action::Action(DeleteTopic);
template Action::Action(PublishMessage);
template Action::Action(BatchPublishMessage);
template Action::Action(Subscribe);
template Action::Action(Unsubscribe);
template Action::Action(ListSubscriptionByTopic);
template Action::Action(SetSubscriptionAttributes);
template Action::Action(GetSubscriptionAttributes);
template Action::Action(DescribeSubscriptions);
template Action::Action(ClearSubscriptionFilterTags);
template Reply::Reply(Done);
template Reply::Reply(QueueIdReply);
template Reply::Reply(QueueList);
template Reply::Reply(QueueAttributes);
template Reply::Reply(QueueSettingsReply);
template Reply::Reply(QueueDescriptions);
template Reply::Reply(MessageIdReply);
template Reply::Reply(MessageIdList);
template Reply::Reply(ReceivedMessage);
template Reply::Reply(ReceivedMessages);
template Reply::Reply(BatchDeleteReply);
template Reply::Reply(PeekedMessages);
template Reply::Reply(TopicIdReply);
template Reply::Reply(TopicList);
template Reply::Reply(TopicAttributes);
template Reply::Reply(TopicDescriptions);
template Reply::Reply(SubscriptionIdReply);
template Reply::Reply(SubscriptionList);
template Reply::Reply(SubscriptionAttributes);
template Reply::Reply(SubscriptionDescriptions);

} // namespace cmq
