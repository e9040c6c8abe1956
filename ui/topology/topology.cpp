#include "topology.h"

#include <algorithm>
#include <tuple>

namespace ui {

Topology toTopology(const std::vector<cmq::QueueAttributes>& queues,
                    const std::vector<cmq::TopicAttributes>& topics,
                    const std::vector<cmq::SubscriptionAttributes>& subscriptions)
{
    Topology topology;
    for (const cmq::QueueAttributes& queue : queues)
        topology.queues.push_back({queue.queueName, queue.settings});
    for (const cmq::TopicAttributes& topic : topics)
        topology.topics.push_back({topic.topicName, topic.maxMsgSize, topic.filterType});
    for (const cmq::SubscriptionAttributes& each : subscriptions)
        topology.subscriptions.push_back(
            {each.topicName, each.subscriptionName, each.protocol, each.endpoint,
             each.notifyStrategy, each.notifyContentFormat, each.filterTag, each.bindingKey});
    std::ranges::sort(topology.queues, {}, &cmq::CreateQueue::queueName);
    std::ranges::sort(topology.topics, {}, &cmq::CreateTopic::topicName);
    std::ranges::sort(topology.subscriptions, {}, [](const cmq::Subscribe& each) {
        return std::tie(each.topicName, each.subscriptionName);
    });
    return topology;
}

} // namespace ui
