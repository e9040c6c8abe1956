#include "inventory.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"
#include "ui/topics/subscriptionlisting.h"

#include <limits>

namespace ui {

namespace {

constexpr auto All = std::numeric_limits<std::int64_t>::max();

using Done = std::function<void(cmq::Result<Topology>)>;
using Queues = std::vector<cmq::QueueAttributes>;
using Topics = std::vector<cmq::TopicAttributes>;

void askForSubscriptions(Connection& connection, QObject* context, Queues queues, Topics topics,
                         Done done)
{
    QStringList names;
    for (const cmq::TopicAttributes& topic : topics)
        names += toQString(topic.topicName);
    listSubscriptions(
        connection, names, context,
        [queues = std::move(queues), topics = std::move(topics), done = std::move(done)](
            const cmq::Result<std::vector<cmq::SubscriptionAttributes>>& subscriptions) {
            if (subscriptions)
                done(toTopology(queues, topics, *subscriptions));
            else
                done(cmq::fail(subscriptions.error()));
        });
}

void askForTopics(Connection& connection, QObject* context, Queues queues, Done done)
{
    cmq::DescribeTopics action;
    action.limit = All;
    onResult(connection.call(action), context,
             [&connection, context, queues = std::move(queues),
              done = std::move(done)](cmq::Result<cmq::TopicDescriptions> topics) mutable {
                 if (topics)
                     askForSubscriptions(connection, context, std::move(queues),
                                         std::move(topics->topicList), std::move(done));
                 else
                     done(cmq::fail(topics.error()));
             });
}

} // namespace

void askTopology(Connection& connection, QObject* context, Done done)
{
    cmq::DescribeQueues action;
    action.limit = All;
    onResult(connection.call(action), context,
             [&connection, context,
              done = std::move(done)](cmq::Result<cmq::QueueDescriptions> queues) mutable {
                 if (queues)
                     askForTopics(connection, context, std::move(queues->queueList),
                                  std::move(done));
                 else
                     done(cmq::fail(queues.error()));
             });
}

} // namespace ui
