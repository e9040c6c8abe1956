#include "cloudsubstitutes.h"

#include <algorithm>
#include <optional>

namespace cmq::wire {

namespace {

// An overload pair for each action that is substituted: `instead` and `meant`.

template <class A>
const A& instead(const A& action, CloudApi)
{
    return action;
}

DescribeQueues instead(const ListQueue& action, CloudApi)
{
    return {action.searchWord, action.offset, action.limit};
}

DescribeTopics instead(const ListTopic& action, CloudApi)
{
    return {action.searchWord, action.offset, action.limit};
}

DescribeSubscriptions instead(const ListSubscriptionByTopic& action, CloudApi)
{
    return {action.topicName, action.offset, action.limit, action.searchWord};
}

DescribeSubscriptions instead(const GetSubscriptionAttributes& action, CloudApi)
{
    return {action.topicName, 0, ListLimitMax, action.subscriptionName};
}

Action instead(const GetQueueAttributes& action, CloudApi api)
{
    if (api == CloudApi::Tdmq)
        return action;
    return DescribeQueues{{}, 0, 1, {action.queueName}};
}

Action instead(const GetTopicAttributes& action, CloudApi api)
{
    if (api == CloudApi::Tdmq)
        return action;
    return DescribeTopics{{}, 0, 1, {action.topicName}};
}

Result<Reply> meant(const ListQueue&, QueueDescriptions all)
{
    QueueList list{all.totalCount, {}};
    for (QueueAttributes& queue : all.queueList)
        list.queueList.push_back({std::move(queue.queueId), std::move(queue.queueName)});
    return Reply(std::move(list));
}

Result<Reply> meant(const ListTopic&, TopicDescriptions all)
{
    TopicList list{all.totalCount, {}};
    for (TopicAttributes& topic : all.topicList)
        list.topicList.push_back({std::move(topic.topicId), std::move(topic.topicName)});
    return Reply(std::move(list));
}

Result<Reply> meant(const ListSubscriptionByTopic&, SubscriptionDescriptions all)
{
    SubscriptionList list{all.totalCount, {}};
    for (SubscriptionAttributes& each : all.subscriptionList)
        list.subscriptionList.push_back({std::move(each.subscriptionId),
                                         std::move(each.subscriptionName), each.protocol,
                                         std::move(each.endpoint)});
    return Reply(std::move(list));
}

/// The one of exactly that name: the search is for a part of it.
template <class Things>
Result<Reply> theOne(Things& things, auto name, const std::string& wanted, ErrorId missing)
{
    const auto found = std::ranges::find(things, wanted, name);
    if (found == things.end())
        return fail(missing);
    return Reply(std::move(*found));
}

Result<Reply> meant(const GetSubscriptionAttributes& action, SubscriptionDescriptions all)
{
    return theOne(all.subscriptionList, &SubscriptionAttributes::subscriptionName,
                  action.subscriptionName, ErrorId::SubscriptionNotFound);
}

Result<Reply> meant(const GetQueueAttributes& action, QueueDescriptions all)
{
    return theOne(all.queueList, &QueueAttributes::queueName, action.queueName,
                  ErrorId::QueueNotFound);
}

Result<Reply> meant(const GetTopicAttributes& action, TopicDescriptions all)
{
    return theOne(all.topicList, &TopicAttributes::topicName, action.topicName,
                  ErrorId::TopicNotFound);
}

} // namespace

Action substituteFor(const Action& action, CloudApi api)
{
    return std::visit([api](const auto& each) -> Action { return instead(each, api); }, action);
}

Result<Reply> afterSubstitute(const Action& action, Result<Reply> result)
{
    // A missing topic has no subscriptions, as ListSubscriptionByTopic has it.
    if (!result && result.error().id == ErrorId::TopicNotFound &&
        std::holds_alternative<ListSubscriptionByTopic>(action))
        return Reply(SubscriptionList());
    if (!result)
        return result;
    std::optional<Result<Reply>> other;
    const auto read = [&]<class A, class R>(const A* asked, R* reply) {
        if (asked && reply)
            other = meant(*asked, std::move(*reply));
    };
    read(std::get_if<ListQueue>(&action), std::get_if<QueueDescriptions>(&*result));
    read(std::get_if<ListTopic>(&action), std::get_if<TopicDescriptions>(&*result));
    read(std::get_if<ListSubscriptionByTopic>(&action),
         std::get_if<SubscriptionDescriptions>(&*result));
    read(std::get_if<GetSubscriptionAttributes>(&action),
         std::get_if<SubscriptionDescriptions>(&*result));
    read(std::get_if<GetQueueAttributes>(&action), std::get_if<QueueDescriptions>(&*result));
    read(std::get_if<GetTopicAttributes>(&action), std::get_if<TopicDescriptions>(&*result));
    return other ? std::move(*other) : std::move(result);
}

} // namespace cmq::wire
