#include "delivery.h"

#include "life.h"
#include "timeline.h"

#include "cmq/retrypolicy.h"

#include <algorithm>

namespace cmq::engine {

namespace {

/// How many pushes of a subscription may be in flight while none fails. BACKOFF_RETRY promises
/// order, the other policy does not. Source: CMQ guide, delivering messages.
constexpr std::size_t PushesInFlightMax = 8;

/// How much one action may make up for: the rest is the next tick's.
constexpr std::size_t SettleBudget = 1024;

std::size_t inFlightMax(const Subscription& subscription)
{
    return subscription.record.notifyStrategy == NotifyStrategy::BackoffRetry ? 1
                                                                              : PushesInFlightMax;
}

using AttemptedIterator = std::map<BodyId, Attempted>::iterator;

const Published& publishedOf(const State& state, BodyId msgId)
{
    return state.topics.published.find(msgId)->second;
}

Event deliveryEvent(const Context& context, EventKind kind, const Subscription& subscription,
                    BodyId msgId)
{
    Event event;
    event.kind = kind;
    event.name = context.state.topics.topicOf(subscription).name();
    event.otherName = subscription.name();
    event.msgId = msgId;
    return event;
}

/// The subscription is done with the message; the last one lets it go.
void release(const Context& context, Subscription& subscription, BodyId msgId)
{
    Topics& topics = context.state.topics;
    topics.deliveryErased(subscription, msgId);
    const auto found = topics.published.find(msgId);
    if (--found->second.outstanding > 0)
        return;
    --topics.topicOf(subscription).msgCount;
    topics.publishedErased(msgId, found->second);
    topics.published.erase(found);
    context.state.unshareBody(msgId);
}

void recallPush(const Context& context, Attempted& delivery)
{
    if (delivery.pushId == 0)
        return;
    context.state.topics.inFlight.erase(delivery.pushId);
    context.out.cancelledPushes.push_back(std::exchange(delivery.pushId, 0));
}

void drop(const Context& context, Subscription& subscription, BodyId msgId, EventRule rule,
          std::int64_t value, std::string reason)
{
    if (context.wantsEvents()) {
        Event event = deliveryEvent(context, EventKind::DeliveryDropped, subscription, msgId);
        event.rule = rule;
        event.value = value;
        event.reason = std::move(reason);
        context.emit(std::move(event));
    }
    release(context, subscription, msgId);
}

/// Tries to put a published message into the subscription's queue; says why not, if not.
std::string deliverIntoQueue(const Context& context, const Subscription& subscription, BodyId msgId,
                             const Published& message)
{
    State& state = context.state;
    Queue* queue = state.findQueue(subscription.record.endpoint);
    if (!queue)
        return "there is no queue '" + subscription.record.endpoint + '\'';
    settle(context, *queue);
    if (message.bodyBytes > queue->settings().maxMsgSize)
        return "the queue takes bodies of at most " + std::to_string(queue->settings().maxMsgSize) +
               " bytes";
    if (queue->log.undeletedCount() >= queue->settings().maxMsgHeapNum)
        return "the queue is full";

    const Entry entry = state.takeNumber();
    state.shareBody(msgId);
    const auto cursor =
        enqueue(context, *queue, {msgId, entry, message.bodyBytes, Seconds(0), std::nullopt});
    if (context.wantsEvents()) {
        const std::string& topicName = state.topics.topicOf(subscription).name();
        Event sent = messageEvent(EventKind::Sent, *queue, *cursor);
        sent.until = cursor->visibleTime();
        sent.count = message.bodyBytes;
        sent.otherName = topicName;
        sent.rule = EventRule::Subscription;
        sent.decidedBy = subscription.name();
        sent.reason = "published to the topic '" + topicName + "', which '" + subscription.name() +
                      "' subscribes to";
        context.emit(std::move(sent));
        Event delivered = deliveryEvent(context, EventKind::Delivered, subscription, msgId);
        delivered.otherEntry = entry;
        context.emit(std::move(delivered));
    }
    afterChange(context, *queue);
    return {};
}

/// An attempt failed: try again later, or never.
void failed(const Context& context, Subscription& subscription, AttemptedIterator at,
            int httpStatus, std::string reason)
{
    const auto& [msgId, delivery] = *at;
    const NotifyStrategy strategy = subscription.record.notifyStrategy;
    const std::uint32_t attempts = ++at->second.attempts;
    subscription.lastFailure = reason;
    if (attempts > maxRetries(strategy)) {
        const BodyId gone = msgId;
        subscription.attempted.erase(at);
        return drop(context, subscription, gone, EventRule::RetriesUsedUp, maxRetries(strategy),
                    reason + "; that was the last of " + std::to_string(maxRetries(strategy)) +
                        " retries");
    }
    const std::uint64_t random =
        strategy == NotifyStrategy::BackoffRetry ? context.state.random() : 0;
    at->second.nextAttemptTime = context.now + retryDelay(strategy, attempts, random);
    context.state.topics.deliveryChanged(subscription, msgId, at->second);
    if (context.wantsEvents()) {
        Event event = deliveryEvent(context, EventKind::DeliveryFailed, subscription, msgId);
        event.count = attempts;
        event.rule = strategy == NotifyStrategy::BackoffRetry ? EventRule::BackoffRetry
                                                              : EventRule::ExponentialDecayRetry;
        event.value = httpStatus;
        event.until = delivery.nextAttemptTime;
        event.reason = std::move(reason);
        context.emit(std::move(event));
    }
}

void startPush(const Context& context, const Subscription& subscription, BodyId msgId,
               Attempted& delivery)
{
    State& state = context.state;
    const Published& message = publishedOf(state, msgId);
    delivery.pushId = state.takeNumber();
    state.topics.inFlight.emplace(delivery.pushId, DeliveryKey{subscription.record.key, msgId});
    context.out.pushes.push_back(
        {delivery.pushId, subscription.record.endpoint, subscription.record.notifyContentFormat,
         state.topics.topicOf(subscription).name(), std::string(TopicOwner), subscription.name(),
         msgId, message.publishTime, message.msgTag, delivery.attempts + 1});
    if (context.wantsEvents()) {
        Event event = deliveryEvent(context, EventKind::DeliveryAttempted, subscription, msgId);
        event.count = delivery.attempts + 1;
        event.reason = subscription.record.endpoint;
        context.emit(std::move(event));
    }
}

void attempt(const Context& context, Subscription& subscription, AttemptedIterator at)
{
    const BodyId msgId = at->first;
    if (subscription.record.protocol == Protocol::Http)
        return startPush(context, subscription, msgId, at->second);
    std::string failure =
        deliverIntoQueue(context, subscription, msgId, publishedOf(context.state, msgId));
    if (!failure.empty())
        return failed(context, subscription, at, 0, std::move(failure));
    subscription.lastFailure.clear();
    subscription.attempted.erase(at);
    release(context, subscription, msgId);
}

AttemptedIterator failing(Subscription& subscription)
{
    return std::ranges::find_if(subscription.attempted,
                                [](const auto& each) { return each.second.isFailing(); });
}

/// Whether another first attempt may be made, provided that nothing fails.
bool hasRoom(const Subscription& subscription)
{
    const auto inFlight = std::ranges::count_if(
        subscription.attempted, [](const auto& each) { return each.second.pushId != 0; });
    return static_cast<std::size_t>(inFlight) < inFlightMax(subscription);
}

/// What may be attempted now: the oldest that failed, once it is time, and nothing else while
/// anything fails; else what was recalled, then the next in order.
AttemptedIterator nextAttempt(Subscription& subscription, Time now)
{
    auto& attempted = subscription.attempted;
    if (const auto head = failing(subscription); head != attempted.end())
        return head->second.pushId == 0 && head->second.nextAttemptTime <= now ? head
                                                                               : attempted.end();
    if (!hasRoom(subscription))
        return attempted.end();
    const auto recalled =
        std::ranges::find_if(attempted, [](const auto& each) { return each.second.pushId == 0; });
    if (recalled != attempted.end() || subscription.backlog.empty())
        return recalled;
    const BodyId msgId = subscription.backlog.front();
    subscription.backlog.pop_front();
    return attempted.emplace(msgId, Attempted{0, false, now, 0}).first;
}

/// The budget is only a brake: one step more than it allows does no harm.
void spend(std::size_t& budget)
{
    budget -= std::min<std::size_t>(budget, 1);
}

void attemptAll(const Context& context, Subscription& subscription, std::size_t& budget)
{
    while (budget > 0) {
        const auto next = nextAttempt(subscription, context.now);
        if (next == subscription.attempted.end())
            return;
        attempt(context, subscription, next);
        spend(budget);
    }
}

void forget(const Context& context, Subscription& subscription, BodyId msgId)
{
    if (const auto at = subscription.attempted.find(msgId); at != subscription.attempted.end()) {
        recallPush(context, at->second);
        subscription.attempted.erase(at);
    } else {
        subscription.backlog.pop_front();
    }
}

void dropTooOld(const Context& context, Subscription& subscription, std::size_t& budget)
{
    while (budget > 0) {
        const BodyId oldest = subscription.oldest();
        if (oldest == 0 ||
            publishedOf(context.state, oldest).publishTime + TopicMessageLife > context.now)
            return;
        forget(context, subscription, oldest);
        drop(context, subscription, oldest, EventRule::TopicMessageLife, TopicMessageLife.count(),
             "not delivered within " + std::to_string(TopicMessageLife.count()) + " s");
        spend(budget);
    }
}

void settle(const Context& context, Subscription& subscription)
{
    std::size_t budget = SettleBudget;
    advanceSubscription(context, subscription, budget);
}

bool isAnythingDue(const Context& context)
{
    const auto& deadlines = context.state.topics.deadlines;
    return !deadlines.empty() && deadlines.begin()->first <= context.now;
}

} // namespace

const Attempted* failingHead(const Subscription& subscription)
{
    const auto head = std::ranges::find_if(
        subscription.attempted, [](const auto& each) { return each.second.isFailing(); });
    return head == subscription.attempted.end() ? nullptr : &head->second;
}

void deliver(const Context& context, Subscription& subscription, BodyId msgId)
{
    // The common case leaves no trace in the pipeline or the store.
    if (subscription.record.protocol == Protocol::Queue && subscription.oldest() == 0 &&
        deliverIntoQueue(context, subscription, msgId, publishedOf(context.state, msgId)).empty()) {
        subscription.lastFailure.clear();
        return release(context, subscription, msgId);
    }
    subscription.backlog.push_back(msgId);
    context.state.topics.deliveryAdded(subscription);
    resumeDeliveries(context, subscription);
}

void resumeDeliveries(const Context& context, Subscription& subscription)
{
    std::size_t budget = SettleBudget;
    attemptAll(context, subscription, budget);
    registerDeadline(context.state, subscription);
}

void advanceSubscription(const Context& context, Subscription& subscription, std::size_t& budget)
{
    const auto deadline = subscription.registeredDeadline;
    if (!deadline || *deadline > context.now)
        return;
    // At one instant: what is too old is not attempted again.
    dropTooOld(context, subscription, budget);
    attemptAll(context, subscription, budget);
    registerDeadline(context.state, subscription);
}

void settle(const Context& context, Topic& topic)
{
    if (!isAnythingDue(context))
        return;
    for (const auto& [name, key] : topic.subscriptionsByName)
        settle(context, *context.state.topics.findSubscription(key));
}

void settleDeliveriesInto(const Context& context, const Queue& queue)
{
    if (!isAnythingDue(context))
        return;
    Topics& topics = context.state.topics;
    const auto found = topics.subscriptionsByQueue.find(queue.name());
    if (found == topics.subscriptionsByQueue.end())
        return;
    for (const SubscriptionKey key : found->second)
        settle(context, *topics.findSubscription(key));
}

void finishPush(const Context& context, Subscription& subscription, BodyId msgId,
                const PushOutcome& outcome)
{
    const auto at = subscription.attempted.find(msgId);
    at->second.pushId = 0;
    if (outcome.isDelivered) {
        if (context.wantsEvents()) {
            Event event = deliveryEvent(context, EventKind::Delivered, subscription, msgId);
            event.count = at->second.attempts + 1;
            event.value = outcome.httpStatus;
            event.reason = "HTTP status " + std::to_string(outcome.httpStatus);
            context.emit(std::move(event));
        }
        subscription.lastFailure.clear();
        subscription.attempted.erase(at);
        release(context, subscription, msgId);
    } else {
        failed(context, subscription, at, outcome.httpStatus, outcome.reason);
    }
    resumeDeliveries(context, subscription);
}

void recallPushes(const Context& context, Subscription& subscription)
{
    for (auto& [msgId, delivery] : subscription.attempted)
        recallPush(context, delivery);
}

void endSubscription(const Context& context, Subscription& subscription, std::string reason)
{
    const std::int64_t count = subscription.msgCount();
    while (const BodyId msgId = subscription.oldest()) {
        forget(context, subscription, msgId);
        release(context, subscription, msgId);
    }
    if (context.wantsEvents()) {
        Event event = deliveryEvent(context, EventKind::Unsubscribed, subscription, 0);
        event.count = count;
        event.reason = std::move(reason);
        context.emit(std::move(event));
    }
    context.state.topics.remove(subscription);
}

std::optional<Time> subscriptionDeadline(const State& state, const Subscription& subscription)
{
    const BodyId oldest = subscription.oldest();
    if (oldest == 0)
        return std::nullopt;
    Time deadline = publishedOf(state, oldest).publishTime + TopicMessageLife;
    const auto take = [&](Time time) { deadline = std::min(deadline, time); };
    if (const Attempted* head = failingHead(subscription)) {
        if (head->pushId == 0)
            take(head->nextAttemptTime);
        return deadline;
    }
    // What may be attempted already (again) waits for the next tick only.
    if (!hasRoom(subscription))
        return deadline;
    for (const auto& [msgId, delivery] : subscription.attempted) {
        if (delivery.pushId == 0)
            take(delivery.nextAttemptTime);
    }
    if (!subscription.backlog.empty())
        take(publishedOf(state, subscription.backlog.front()).publishTime);
    return deadline;
}

void registerDeadline(State& state, Subscription& subscription)
{
    const std::optional<Time> deadline = subscriptionDeadline(state, subscription);
    if (deadline == subscription.registeredDeadline)
        return;
    auto& deadlines = state.topics.deadlines;
    if (subscription.registeredDeadline)
        deadlines.erase({*subscription.registeredDeadline, subscription.record.key});
    if (deadline)
        deadlines.emplace(*deadline, subscription.record.key);
    subscription.registeredDeadline = deadline;
}

} // namespace cmq::engine
