#include "topicinvariants.h"

#include "delivery.h"

#include <algorithm>

namespace cmq::engine {

namespace {

using Count = std::map<std::uint64_t, std::uint32_t>;

std::string brokenPipeline(const State& state, const Subscription& subscription)
{
    std::size_t inFlight = 0;
    for (const auto& [msgId, delivery] : subscription.attempted) {
        if (delivery.pushId == 0)
            continue;
        ++inFlight;
        const auto found = state.topics.inFlight.find(delivery.pushId);
        if (found == state.topics.inFlight.end() ||
            found->second != DeliveryKey(subscription.record.key, msgId))
            return "a push cannot be found by its id";
    }
    if (subscription.record.protocol == Protocol::Queue && inFlight > 0)
        return "pushes to a queue are in flight";
    if (inFlight > 8)
        return "more than 8 pushes are in flight";
    if (!std::ranges::is_sorted(subscription.backlog))
        return "the backlog is out of order";
    if (subscription.registeredDeadline != subscriptionDeadline(state, subscription))
        return "the registered deadline is not the true one";
    return {};
}

std::string brokenSubscription(const State& state, const Subscription& subscription)
{
    const SubscriptionRecord& record = subscription.record;
    const auto topic = state.topics.topics.find(record.topic);
    if (topic == state.topics.topics.end())
        return "its topic does not exist";
    const auto& names = topic->second.subscriptionsByName;
    if (const auto name = names.find(record.subscriptionName);
        name == names.end() || name->second != record.key)
        return "it cannot be found by its name";
    if (record.protocol == Protocol::Queue) {
        const auto listed = state.topics.subscriptionsByQueue.find(record.endpoint);
        if (listed == state.topics.subscriptionsByQueue.end() ||
            !listed->second.contains(record.key))
            return "it cannot be found by its queue";
    }
    return brokenPipeline(state, subscription);
}

std::string brokenPublished(const State& state, const Count& deliveries, Count& bodies)
{
    std::map<TopicKey, std::int64_t> msgCounts;
    if (deliveries.size() != state.topics.published.size())
        return "published messages are not those that somebody waits for";
    for (const auto& [msgId, outstanding] : deliveries) {
        const auto message = state.topics.published.find(msgId);
        if (message == state.topics.published.end() || message->second.outstanding != outstanding)
            return "the number of outstanding deliveries is not the true one";
        ++msgCounts[message->second.topic];
        ++bodies[msgId];
    }
    for (const auto& [key, topic] : state.topics.topics) {
        if (topic.msgCount != msgCounts[key])
            return topic.name() + ": msgCount is not the true one";
    }
    return {};
}

std::string brokenBodies(const State& state, const Count& bodies)
{
    if (bodies.size() != state.sharedBodies.size())
        return "shared bodies are not those that several refer to";
    const bool isRight = std::ranges::all_of(bodies, [&](const auto& body) {
        const auto found = state.sharedBodies.find(body.first);
        return found != state.sharedBodies.end() && found->second == body.second;
    });
    return isRight ? "" : "a shared body is referred to more or less often than known";
}

} // namespace

std::string brokenTopics(const State& state)
{
    Count deliveries;
    std::size_t deadlines = 0;
    std::size_t inFlight = 0;
    for (const auto& [key, subscription] : state.topics.subscriptions) {
        if (std::string broken = brokenSubscription(state, subscription); !broken.empty())
            return subscription.name() + ": " + broken;
        for (const BodyId msgId : subscription.backlog)
            ++deliveries[msgId];
        for (const auto& [msgId, delivery] : subscription.attempted) {
            ++deliveries[msgId];
            inFlight += delivery.pushId != 0 ? 1U : 0U;
        }
        deadlines += subscription.registeredDeadline ? 1U : 0U;
    }
    if (deadlines != state.topics.deadlines.size())
        return "deadlines of subscriptions that do not exist";
    if (inFlight != state.topics.inFlight.size())
        return "pushes that nobody waits for";
    if (state.topics.topicsByName.size() != state.topics.topics.size())
        return "names of topics that do not exist";

    Count bodies;
    MessageLog::Selection all;
    all.states.fill(true);
    for (const auto& [key, queue] : state.queues) {
        queue.log.visit(all, [&](const Message& message) {
            if (message.entry != message.msgId)
                ++bodies[message.msgId];
            return true;
        });
    }
    if (std::string broken = brokenPublished(state, deliveries, bodies); !broken.empty())
        return broken;
    return brokenBodies(state, bodies);
}

} // namespace cmq::engine
