#include "queueactions.h"

#include "bulk.h"
#include "deadletter.h"
#include "delivery.h"
#include "queuelookup.h"
#include "waiting.h"

namespace cmq::engine {

namespace {

/// TDMQ's way; CMQ kept them. Source: CMQ to TDMQ migration guide.
void endSubscriptionsInto(const Context& context, const Queue& queue)
{
    Topics& topics = context.state.topics;
    const auto found = topics.subscriptionsByQueue.find(queue.name());
    if (found == topics.subscriptionsByQueue.end())
        return;
    for (const SubscriptionKey key : std::set(found->second))
        endSubscription(context, *topics.findSubscription(key),
                        "its queue '" + queue.name() + "' was deleted");
}

} // namespace

Result<Done> execute(const Context& context, DeleteQueue&& action)
{
    const auto found = settledQueue(context, action.queueName);
    if (!found)
        return fail(found.error());
    Queue& queue = **found;
    if (!queue.deadLetterSources.empty())
        return fail(ErrorId::DeadLetterQueueInUse, "queueName",
                    "it is the dead-letter queue of " +
                        std::to_string(queue.deadLetterSources.size()) +
                        " queues; unbind them first");

    unbindDeadLetter(context, queue);
    Event event = purgeAll(context, queue, EventKind::QueueDeleted);
    if (const Seconds delay = context.state.behaviour.nameReuseDelay; delay > Seconds(0))
        context.state.releasingQueueNames.add(queue.name(), context.now + delay, context.now);
    if (context.wantsEvents())
        context.emit(std::move(event));
    if (context.state.behaviour.cascadeSubscriptions)
        endSubscriptionsInto(context, queue);
    endAllWaiters(context, queue,
                  makeError(ErrorId::QueueNotFound, "queueName", "the queue was deleted"));
    context.state.removeQueue(queue.record.key);
    return Done();
}

} // namespace cmq::engine
