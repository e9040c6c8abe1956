#include "topicmodel.h"

#include <algorithm>
#include <set>

using namespace cmq;

namespace conformance {

namespace {

constexpr Seconds Life(86'400);

std::string lowerCase(std::string text)
{
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

std::vector<std::string> words(const std::string& key)
{
    std::vector<std::string> found;
    if (key.empty())
        return found;
    found.emplace_back();
    for (const char c : key) {
        if (c == '.')
            found.emplace_back();
        else
            found.back() += c;
    }
    return found;
}

/// 14.3, word by word.
bool matches(const std::vector<std::string>& binding, std::size_t b,
             const std::vector<std::string>& key, std::size_t k)
{
    if (b == binding.size())
        return k == key.size();
    if (binding[b] == "#") {
        for (std::size_t rest = k; rest <= key.size(); ++rest) {
            if (matches(binding, b + 1, key, rest))
                return true;
        }
        return false;
    }
    return k < key.size() && (binding[b] == "*" || binding[b] == key[k]) &&
           matches(binding, b + 1, key, k + 1);
}

} // namespace

TopicModel::TopicModel(const Behaviour& behaviour)
    : m_behaviour(behaviour)
{
}

TopicModel::Topic* TopicModel::find(const std::string& name)
{
    const auto found = std::ranges::find(
        m_topics, name, [](const Topic& topic) { return topic.attributes.topicName; });
    return found == m_topics.end() ? nullptr : &*found;
}

TopicModel::Subscription* TopicModel::find(const Topic& topic, const std::string& name)
{
    for (Subscription& each : m_subscriptions) {
        if (each.topic == topic.key && each.attributes.subscriptionName == name)
            return &each;
    }
    return nullptr;
}

TopicModel::Queue* TopicModel::findQueue(const std::string& name)
{
    const auto found = std::ranges::find(m_queues, name, &Queue::name);
    return found == m_queues.end() ? nullptr : &*found;
}

const TopicModel::Topic& TopicModel::topicOf(const Subscription& subscription) const
{
    return *std::ranges::find(m_topics, subscription.topic, &Topic::key);
}

void TopicModel::happened(EventKind kind, const Subscription& subscription, int message,
                          std::int64_t count)
{
    m_happenings.push_back({kind, topicOf(subscription).attributes.topicName,
                            subscription.attributes.subscriptionName, message, count});
}

Result<Reply> TopicModel::execute(Time now, const Action& action, const Backoff& backoff)
{
    advance(now, backoff);
    Outcome outcome = fail(ErrorId::NotSupported);
    std::visit(
        [&]<class A>(const A& each) {
            if constexpr (requires { run(each); })
                outcome = run(each);
        },
        action);
    return outcome;
}

void TopicModel::advance(Time now, const Backoff& backoff)
{
    m_now = std::max(m_now, now);
    m_backoff = backoff;
    expireQueues();
    for (;;) {
        // The one that waits longest, of several the one that subscribed first.
        Subscription* first = nullptr;
        for (Subscription& each : m_subscriptions) {
            const auto due = deadline(each);
            if (due && *due <= m_now && (!first || *due < *deadline(*first)))
                first = &each;
        }
        if (!first)
            return;
        dropTooOld(*first);
        attemptAll(*first);
    }
}

void TopicModel::finishPush(Time now, const Push& push, bool isDelivered, const Backoff& backoff)
{
    m_now = std::max(m_now, now);
    m_backoff = backoff;
    Subscription& subscription =
        *std::ranges::find(m_subscriptions, push.subscription, &Subscription::key);
    Delivery& delivery =
        *std::ranges::find(subscription.deliveries, push.message, &Delivery::message);
    delivery.isInFlight = false;
    if (isDelivered) {
        happened(EventKind::Delivered, subscription, push.message, delivery.attempts + 1);
        subscription.attributes.lastFailure.clear();
        remove(subscription, push.message);
    } else {
        failed(subscription, delivery);
    }
    attemptAll(subscription);
}

/// What was never known to fail is attempted again; why the others failed is forgotten.
void TopicModel::restart(Time now, const Backoff& backoff)
{
    for (Subscription& subscription : m_subscriptions) {
        subscription.attributes.lastFailure.clear();
        for (Delivery& delivery : subscription.deliveries) {
            delivery.isInFlight = false;
            delivery.wasStarted = delivery.attempts > 0;
        }
    }
    advance(now, backoff);
}

std::optional<Time> TopicModel::nextDeadline() const
{
    std::optional<Time> next;
    for (const Subscription& each : m_subscriptions) {
        const auto due = deadline(each);
        if (due && (!next || *due < *next))
            next = due;
    }
    return next;
}

std::vector<TopicModel::Push> TopicModel::pushes() const
{
    std::vector<Push> all;
    for (const Subscription& subscription : m_subscriptions) {
        for (const Delivery& delivery : subscription.deliveries) {
            if (delivery.isInFlight)
                all.push_back({subscription.key, delivery.message, delivery.attempts + 1,
                               delivery.url, delivery.format});
        }
    }
    return all;
}

TopicAttributes TopicModel::attributes(const Topic& topic) const
{
    TopicAttributes attributes = topic.attributes;
    std::set<int> held;
    for (const Subscription& each : m_subscriptions) {
        if (each.topic != topic.key)
            continue;
        ++attributes.subscriptionCount;
        for (const Delivery& delivery : each.deliveries)
            held.insert(delivery.message);
    }
    attributes.msgCount = std::ssize(held);
    return attributes;
}

SubscriptionAttributes TopicModel::attributes(const Subscription& subscription) const
{
    SubscriptionAttributes attributes = subscription.attributes;
    attributes.topicName = topicOf(subscription).attributes.topicName;
    attributes.msgCount = std::ssize(subscription.deliveries);
    Subscription copy = subscription;
    if (const Delivery* head = failing(copy)) {
        attributes.attempts = head->attempts;
        if (!head->isInFlight)
            attributes.nextAttemptTime = head->next;
    }
    return attributes;
}

void TopicModel::expireQueues()
{
    for (Queue& queue : m_queues)
        std::erase_if(queue.messages, [&](const Message& message) {
            return message.enqueued + queue.settings.msgRetentionSeconds <= m_now;
        });
}

/// 14.4: the oldest that fails blocks the others.
TopicModel::Delivery* TopicModel::failing(Subscription& subscription)
{
    for (Delivery& each : subscription.deliveries) {
        if (each.attempts > 0)
            return &each;
    }
    return nullptr;
}

/// When it has something to do: the end of its oldest message's life, or an attempt.
std::optional<Time> TopicModel::deadline(const Subscription& subscription) const
{
    if (subscription.deliveries.empty())
        return std::nullopt;
    Time due = m_published.at(subscription.deliveries.front().message).time + Life;
    Subscription copy = subscription;
    if (const Delivery* head = failing(copy)) {
        if (!head->isInFlight)
            due = std::min(due, head->next);
        return due;
    }
    const auto* self = const_cast<TopicModel*>(this)->nextAttempt(copy);
    if (self)
        due = std::min(due, self->wasStarted ? self->next : m_published.at(self->message).time);
    return due;
}

/// 14.7: a message lives for a day.
void TopicModel::dropTooOld(Subscription& subscription)
{
    while (!subscription.deliveries.empty()) {
        const int oldest = subscription.deliveries.front().message;
        if (m_published.at(oldest).time + Life > m_now)
            return;
        happened(EventKind::DeliveryDropped, subscription, oldest);
        remove(subscription, oldest);
    }
}

TopicModel::Delivery* TopicModel::nextAttempt(Subscription& subscription)
{
    if (Delivery* head = failing(subscription))
        return !head->isInFlight && head->next <= m_now ? head : nullptr;
    // While nothing fails, 8 pushes may be under way; BACKOFF_RETRY keeps the order.
    const auto most =
        subscription.attributes.notifyStrategy == NotifyStrategy::BackoffRetry ? 1 : 8;
    if (std::ranges::count(subscription.deliveries, true, &Delivery::isInFlight) >= most)
        return nullptr;
    for (const bool wasStarted : {true, false}) {
        for (Delivery& each : subscription.deliveries) {
            if (!each.isInFlight && each.wasStarted == wasStarted)
                return &each;
        }
    }
    return nullptr;
}

void TopicModel::attemptAll(Subscription& subscription)
{
    while (Delivery* next = nextAttempt(subscription)) {
        if (!std::exchange(next->wasStarted, true))
            next->next = m_now;
        const int message = next->message;
        if (subscription.attributes.protocol == Protocol::Http) {
            next->isInFlight = true;
            next->url = subscription.attributes.endpoint;
            next->format = subscription.attributes.notifyContentFormat;
            happened(EventKind::DeliveryAttempted, subscription, message, next->attempts + 1);
        } else if (deliver(subscription, message)) {
            happened(EventKind::Delivered, subscription, message);
            subscription.attributes.lastFailure.clear();
            remove(subscription, message);
        } else {
            failed(subscription, *next);
        }
    }
}

/// 14.5: into the queue, unless it is missing, full, or takes no such body.
bool TopicModel::deliver(const Subscription& subscription, int message)
{
    Queue* queue = findQueue(subscription.attributes.endpoint);
    const Published& published = m_published.at(message);
    if (!queue || std::ssize(published.body) > queue->settings.maxMsgSize ||
        std::ssize(queue->messages) >= queue->settings.maxMsgHeapNum)
        return false;
    queue->messages.push_back({message, published.body, m_now});
    return true;
}

void TopicModel::failed(Subscription& subscription, Delivery& delivery)
{
    const bool isBackoff = subscription.attributes.notifyStrategy == NotifyStrategy::BackoffRetry;
    subscription.attributes.lastFailure = "it failed";
    ++delivery.attempts;
    if (delivery.attempts > (isBackoff ? 3 : 176)) {
        happened(EventKind::DeliveryDropped, subscription, delivery.message);
        remove(subscription, delivery.message);
        return;
    }
    happened(EventKind::DeliveryFailed, subscription, delivery.message, delivery.attempts);
    if (isBackoff)
        delivery.next = m_now + m_backoff(subscription);
    else
        delivery.next = m_now + Seconds(delivery.attempts > 9 ? 512 : 1 << (delivery.attempts - 1));
}

void TopicModel::remove(Subscription& subscription, int message)
{
    std::erase_if(subscription.deliveries,
                  [&](const Delivery& each) { return each.message == message; });
}

TopicModel::Outcome TopicModel::run(const CreateQueue& action)
{
    if (findQueue(action.queueName))
        return fail(ErrorId::QueueExists);
    m_queues.push_back({action.queueName, action.settings, {}});
    return Reply(QueueIdReply());
}

TopicModel::Outcome TopicModel::run(const DeleteQueue& action)
{
    if (!findQueue(action.queueName))
        return fail(ErrorId::QueueNotFound);
    std::erase_if(m_queues, [&](const Queue& queue) { return queue.name == action.queueName; });
    if (m_behaviour.cascadeSubscriptions) {
        for (std::size_t i = m_subscriptions.size(); i-- > 0;) {
            const SubscriptionAttributes& each = m_subscriptions[i].attributes;
            if (each.protocol == Protocol::Queue && each.endpoint == action.queueName)
                end(i);
        }
    }
    return Reply(Done());
}

TopicModel::Outcome TopicModel::run(const ClearQueue& action)
{
    Queue* queue = findQueue(action.queueName);
    if (!queue)
        return fail(ErrorId::QueueNotFound);
    queue->messages.clear();
    return Reply(Done());
}

TopicModel::Outcome TopicModel::run(const CreateTopic& action)
{
    for (const Topic& each : m_topics) {
        if (lowerCase(each.attributes.topicName) == lowerCase(action.topicName))
            return fail(ErrorId::TopicExists);
    }
    if (std::ssize(m_topics) >= m_behaviour.maxTopics)
        return fail(ErrorId::TopicLimit);
    Topic topic;
    topic.key = ++m_lastKey;
    topic.attributes.topicName = action.topicName;
    topic.attributes.topicId = 't' + std::to_string(topic.key);
    topic.attributes.maxMsgSize = action.maxMsgSize;
    topic.attributes.filterType = action.filterType;
    topic.attributes.createTime = topic.attributes.lastModifyTime = m_now;
    m_topics.push_back(topic);
    return Reply(TopicIdReply{topic.attributes.topicId});
}

TopicModel::Outcome TopicModel::run(const SetTopicAttributes& action)
{
    Topic* topic = find(action.topicName);
    if (!topic)
        return fail(ErrorId::TopicNotFound);
    topic->attributes.maxMsgSize = action.maxMsgSize.value_or(topic->attributes.maxMsgSize);
    topic->attributes.lastModifyTime = m_now;
    return Reply(Done());
}

TopicModel::Outcome TopicModel::run(const DeleteTopic& action)
{
    const Topic* topic = find(action.topicName);
    if (!topic)
        return fail(ErrorId::TopicNotFound);
    if (attributes(*topic).subscriptionCount > 0)
        return fail(ErrorId::TopicHasSubscriptions);
    std::erase_if(m_topics, [&](const Topic& each) { return &each == topic; });
    return Reply(Done());
}

TopicModel::Outcome TopicModel::run(const Subscribe& action)
{
    const Topic* topic = find(action.topicName);
    if (!topic)
        return fail(ErrorId::TopicNotFound);
    if (topic->attributes.filterType == FilterType::Routing && action.bindingKey.empty())
        return fail(ErrorId::BindingKeyMissing);
    for (const Subscription& each : m_subscriptions) {
        if (each.topic == topic->key &&
            lowerCase(each.attributes.subscriptionName) == lowerCase(action.subscriptionName))
            return fail(ErrorId::SubscriptionExists);
    }
    if (attributes(*topic).subscriptionCount >= m_behaviour.maxSubscriptionsPerTopic)
        return fail(ErrorId::SubscriptionLimit);
    Subscription subscription;
    subscription.key = ++m_lastKey;
    subscription.topic = topic->key;
    SubscriptionAttributes& attributes = subscription.attributes;
    attributes.subscriptionName = action.subscriptionName;
    attributes.subscriptionId = 's' + std::to_string(subscription.key);
    attributes.protocol = action.protocol;
    attributes.endpoint = action.endpoint;
    attributes.notifyStrategy = action.notifyStrategy;
    attributes.notifyContentFormat =
        action.protocol == Protocol::Queue
            ? NotifyContentFormat::Simplified
            : action.notifyContentFormat.value_or(NotifyContentFormat::Json);
    attributes.filterTag = action.filterTag;
    attributes.bindingKey = action.bindingKey;
    attributes.createTime = attributes.lastModifyTime = m_now;
    m_subscriptions.push_back(subscription);
    return Reply(SubscriptionIdReply{attributes.subscriptionId});
}

void TopicModel::end(std::size_t index)
{
    Subscription& subscription = m_subscriptions[index];
    happened(EventKind::Unsubscribed, subscription, 0, std::ssize(subscription.deliveries));
    m_subscriptions.erase(m_subscriptions.begin() + static_cast<std::ptrdiff_t>(index));
}

TopicModel::Outcome TopicModel::run(const Unsubscribe& action)
{
    const Topic* topic = find(action.topicName);
    if (!topic)
        return fail(ErrorId::TopicNotFound);
    const Subscription* subscription = find(*topic, action.subscriptionName);
    if (!subscription)
        return fail(ErrorId::SubscriptionNotFound);
    end(static_cast<std::size_t>(subscription - m_subscriptions.data()));
    return Reply(Done());
}

TopicModel::Outcome TopicModel::run(const SetSubscriptionAttributes& action)
{
    const Topic* topic = find(action.topicName);
    if (!topic)
        return fail(ErrorId::TopicNotFound);
    Subscription* subscription = find(*topic, action.subscriptionName);
    if (!subscription)
        return fail(ErrorId::SubscriptionNotFound);
    if (topic->attributes.filterType == FilterType::Routing && action.bindingKey &&
        action.bindingKey->empty())
        return fail(ErrorId::BindingKeyMissing);

    SubscriptionAttributes& attributes = subscription->attributes;
    const SubscriptionAttributes before = attributes;
    attributes.protocol = action.protocol.value_or(before.protocol);
    attributes.endpoint = action.endpoint.value_or(before.endpoint);
    attributes.notifyStrategy = action.notifyStrategy.value_or(before.notifyStrategy);
    if (attributes.protocol == Protocol::Queue)
        attributes.notifyContentFormat = NotifyContentFormat::Simplified;
    else if (action.notifyContentFormat)
        attributes.notifyContentFormat = *action.notifyContentFormat;
    else if (before.protocol == Protocol::Queue)
        attributes.notifyContentFormat = NotifyContentFormat::Json;
    attributes.filterTag = action.filterTag.value_or(before.filterTag);
    attributes.bindingKey = action.bindingKey.value_or(before.bindingKey);
    attributes.lastModifyTime = m_now;
    // What is under way to the old place is called back and goes to the new one.
    if (attributes.protocol != before.protocol || attributes.endpoint != before.endpoint) {
        for (Delivery& delivery : subscription->deliveries)
            delivery.isInFlight = false;
    }
    happened(EventKind::SubscriptionChanged, *subscription);
    attemptAll(*subscription);
    return Reply(Done());
}

TopicModel::Outcome TopicModel::run(const ClearSubscriptionFilterTags& action)
{
    const Topic* topic = find(action.topicName);
    if (!topic)
        return fail(ErrorId::TopicNotFound);
    Subscription* subscription = find(*topic, action.subscriptionName);
    if (!subscription)
        return fail(ErrorId::SubscriptionNotFound);
    subscription->attributes.filterTag.clear();
    subscription->attributes.lastModifyTime = m_now;
    happened(EventKind::SubscriptionChanged, *subscription);
    return Reply(Done());
}

/// 14.2 and 14.3.
bool TopicModel::wants(const Topic& topic, const Subscription& subscription,
                       const std::vector<std::string>& tags, const std::string& key)
{
    const SubscriptionAttributes& attributes = subscription.attributes;
    if (topic.attributes.filterType == FilterType::Routing)
        return std::ranges::any_of(attributes.bindingKey, [&](const std::string& binding) {
            return matches(words(binding), 0, words(key), 0);
        });
    return attributes.filterTag.empty() ||
           std::ranges::any_of(attributes.filterTag, [&](const std::string& tag) {
               return std::ranges::find(tags, tag) != tags.end();
           });
}

Result<std::vector<int>> TopicModel::publish(const std::string& topicName,
                                             const std::vector<std::string>& bodies,
                                             const std::vector<std::string>& tags,
                                             const std::optional<std::string>& key)
{
    if (tags.size() > 5)
        return fail(ErrorId::MsgTagTooMany);
    if (key && key->find_first_of("*#") != std::string::npos)
        return fail(ErrorId::ParametersError);
    const Topic* topic = find(topicName);
    if (!topic)
        return fail(ErrorId::TopicNotFound);
    if (topic->attributes.filterType == FilterType::Routing && !key)
        return fail(ErrorId::RoutingKeyMissing);
    for (const std::string& body : bodies) {
        if (std::ssize(body) > topic->attributes.maxMsgSize)
            return fail(ErrorId::MessageTooLarge);
    }
    if (attributes(*topic).subscriptionCount == 0)
        return fail(ErrorId::TopicWithoutSubscription);
    const auto decide = [&](int message) {
        int matched = 0;
        for (const Subscription& each : m_subscriptions) {
            if (each.topic != topic->key)
                continue;
            const bool isWanted = wants(*topic, each, tags, key.value_or(""));
            matched += isWanted ? 1 : 0;
            happened(isWanted ? EventKind::Matched : EventKind::NotMatched, each, message);
        }
        return matched;
    };
    const bool isWantedByAny = std::ranges::any_of(m_subscriptions, [&](const Subscription& each) {
        return each.topic == topic->key && wants(*topic, each, tags, key.value_or(""));
    });
    if (!isWantedByAny) {
        (void)decide(0);
        return fail(ErrorId::NoSubscriptionMatches);
    }
    std::vector<int> ids;
    for (const std::string& body : bodies) {
        const int id = ++m_lastMessage;
        ids.push_back(id);
        m_published[id] = {topic->key, body, tags, m_now};
        (void)decide(id);
        for (Subscription& each : m_subscriptions) {
            if (each.topic != topic->key || !wants(*topic, each, tags, key.value_or("")))
                continue;
            Delivery delivery;
            delivery.message = id;
            each.deliveries.push_back(delivery);
            attemptAll(each);
        }
    }
    return ids;
}

TopicModel::Outcome TopicModel::run(const PublishMessage& action)
{
    const auto ids = publish(action.topicName, {action.msgBody}, action.msgTag, action.routingKey);
    if (!ids)
        return fail(ids.error());
    return Reply(MessageIdReply{'m' + std::to_string(ids->front())});
}

TopicModel::Outcome TopicModel::run(const BatchPublishMessage& action)
{
    if (action.msgBody.empty())
        return fail(ErrorId::BatchSize);
    const auto ids = publish(action.topicName, action.msgBody, action.msgTag, action.routingKey);
    if (!ids)
        return fail(ids.error());
    MessageIdList list;
    for (const int id : *ids)
        list.msgIds.push_back('m' + std::to_string(id));
    return Reply(list);
}

} // namespace conformance
