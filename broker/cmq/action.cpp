#include "action.h"

#include <array>

namespace cmq {

namespace {

template <class T>
constexpr std::size_t indexOf()
{
    return []<class... A>(std::variant<A...>*) {
        std::size_t index = 0;
        (void)((std::is_same_v<A, T> || (++index, false)) || ...);
        return index;
    }(static_cast<Action*>(nullptr));
}

constexpr auto makeTable()
{
    std::array<ActionTraits, std::variant_size_v<Action>> table{};
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

} // namespace cmq
