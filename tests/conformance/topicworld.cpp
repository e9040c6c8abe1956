#include "topicworld.h"

#include <algorithm>
#include <array>

using namespace cmq;

namespace conformance {

namespace {

using namespace std::chrono_literals;

constexpr Time Start = fromUnixSeconds(1'800'000'000);

// Few, so that things meet; the last of each is a case twin of the first, or nobody's.
const std::array<std::string, 3> TopicNames{"t", "u", "T"};
const std::array<std::string, 5> SubscriptionNames{"s", "r", "q", "p", "S"};
const std::array<std::string, 4> QueueNames{"a", "b", "c", "d"};
const std::array<std::string, 3> Urls{"http://one.example/", "http://two.example/x",
                                      "http://three.example/"};
const std::array<std::string, 4> Tags{"red", "blue", "green", "Red"};
const std::array<std::string, 9> BindingKeys{"#",   "*",     "a.*", "a.#",  "#.b",
                                             "a.b", "*.#.b", "#.#", "a.*.c"};
const std::array<std::string, 7> RoutingKeys{"", "a", "a.b", "b", "a.x.b", "a..b", "a.b.c"};

template <class T, std::size_t N>
const T& pick(const std::array<T, N>& from, std::uint32_t number)
{
    return from[number % N];
}

template <std::size_t N>
std::vector<std::string> some(const std::array<std::string, N>& from, std::uint32_t number)
{
    std::vector<std::string> items;
    for (std::uint32_t i = 0; i < number % 4; ++i)
        items.push_back(pick(from, number / 4 + i * (number / 64)));
    return items;
}

std::string body(std::uint32_t number)
{
    if (number % 16 == 0)
        return std::string(1025, 'x'); // too much for small queues and topics
    return "body " + std::to_string(number % 1000);
}

bool isOfSubscriptions(EventKind kind)
{
    switch (kind) {
    case EventKind::Matched:
    case EventKind::NotMatched:
    case EventKind::DeliveryAttempted:
    case EventKind::Delivered:
    case EventKind::DeliveryFailed:
    case EventKind::DeliveryDropped:
    case EventKind::SubscriptionChanged:
    case EventKind::Unsubscribed: return true;
    default: return false;
    }
}

bool isCounted(EventKind kind)
{
    return kind == EventKind::DeliveryFailed || kind == EventKind::DeliveryAttempted ||
           kind == EventKind::Unsubscribed;
}

std::string numbers(const Result<Reply>& result)
{
    return result ? "ok" : wireMessage(result.error()).substr(0, 7);
}

} // namespace

TopicWorld::TopicWorld(const Behaviour& behaviour)
    : m_behaviour(behaviour)
    , m_engine(behaviour, 7)
    , m_model(behaviour)
    , m_now(Start)
    , m_committedModel(behaviour)
{
    commit();
}

void TopicWorld::expect(bool holds, const std::string& what)
{
    if (!holds && m_broken.empty())
        m_broken = what;
}

void TopicWorld::expectSame(const std::string& model, const std::string& engine, const char* what)
{
    expect(model == engine,
           std::string(what) + ": the model has '" + model + "', the engine '" + engine + '\'');
}

std::string TopicWorld::step(const TopicOperation& operation)
{
    m_told = '+' + std::to_string((m_now - Start).count()) + " ms: ";
    choose(operation);
    compareHappenings();
    expectSame("", m_engine.brokenInvariant(), "invariant");
    const auto model = m_model.nextDeadline();
    const auto engine = m_engine.nextDeadline();
    expect(!model || (engine && *engine <= *model), "the engine's deadline is too late");
    comparePushes();
    compareState();
    return m_broken;
}

void TopicWorld::choose(const TopicOperation& operation)
{
    using enum TopicOperation::Kind;
    const auto& [kind, a, b, c] = operation;
    const std::string& topic = pick(TopicNames, a);
    const std::string& name = pick(SubscriptionNames, b);
    switch (kind) {
    case CreateQueue: {
        constexpr std::array<std::int64_t, 3> heaps{1, 3, 1000};
        constexpr std::array<Seconds, 2> retentions{60s, 1'296'000s};
        QueueSettings settings;
        settings.maxMsgHeapNum = pick(heaps, b);
        settings.maxMsgSize = c % 2 == 0 ? 1024 : 65'536;
        settings.msgRetentionSeconds = pick(retentions, c / 2);
        return act(cmq::CreateQueue{pick(QueueNames, a), settings});
    }
    case DeleteQueue: return act(cmq::DeleteQueue{pick(QueueNames, a)});
    case ClearQueue: return act(cmq::ClearQueue{pick(QueueNames, a)});
    case CreateTopic:
        return act(cmq::CreateTopic{topic, b % 4 == 0 ? 1024 : 65'536,
                                    c % 2 == 0 ? FilterType::Tag : FilterType::Routing});
    case SetTopic: return act(SetTopicAttributes{topic, b % 2 == 0 ? 1024 : 65'536});
    case DeleteTopic: return act(cmq::DeleteTopic{topic});
    case Subscribe: return subscribe(operation);
    case Unsubscribe: return act(cmq::Unsubscribe{topic, name});
    case SetSubscription: return setSubscription(operation);
    case ClearTags: return act(ClearSubscriptionFilterTags{topic, name});
    case Publish:
    case BatchPublish: {
        std::vector<std::string> tags = some(Tags, c);
        if (c % 61 == 0)
            tags.assign(6, "red");
        std::optional<std::string> key;
        if (c % 16 != 5)
            key = c % 67 == 0 ? "a.*" : pick(RoutingKeys, c / 7);
        if (kind == Publish)
            return act(PublishMessage{topic, body(b), tags, key});
        std::vector<std::string> bodies;
        for (std::uint32_t i = 0; i < b % 5; ++i)
            bodies.push_back(body(b / 5 + i));
        return act(BatchPublishMessage{topic, bodies, tags, key});
    }
    case PushSucceeds: return finishPush(operation, true);
    case PushFails: return finishPush(operation, false);
    case Advance: {
        constexpr std::array<Milliseconds, 7> steps{1ms, 999ms, 1s, 5s, 15s, 60s, 600s};
        return advanceTo(m_now + pick(steps, a));
    }
    case AdvanceToDeadline: {
        const Time next = m_engine.nextDeadline().value_or(m_now);
        return advanceTo(std::max(m_now, next - 1ms + Milliseconds(a % 3)));
    }
    case Jump: {
        constexpr std::array<Milliseconds, 4> jumps{30s, 3600s, 43'200s, 86'400s};
        return jump(m_now + pick(jumps, a));
    }
    case Commit: m_told += "commit"; return commit();
    case Restart:
        commit();
        m_told += "restart";
        return restart();
    case FailCommit:
        m_told += "a commit fails";
        m_model = m_committedModel;
        m_names = m_committedNames;
        m_newBodies.clear();
        return restart();
    }
}

void TopicWorld::subscribe(const TopicOperation& operation)
{
    const auto& [kind, a, b, c] = operation;
    cmq::Subscribe action;
    action.topicName = pick(TopicNames, a);
    action.subscriptionName = pick(SubscriptionNames, b);
    const bool isQueue = b / 8 % 2 == 0;
    action.protocol = isQueue ? Protocol::Queue : Protocol::Http;
    action.endpoint = isQueue ? pick(QueueNames, b / 16) : pick(Urls, b / 16);
    action.notifyStrategy =
        b / 64 % 2 == 0 ? NotifyStrategy::BackoffRetry : NotifyStrategy::ExponentialDecayRetry;
    if (b / 128 % 2 == 0)
        action.notifyContentFormat = NotifyContentFormat::Json;
    action.filterTag = some(Tags, c);
    action.bindingKey = some(BindingKeys, c / 8);
    act(action);
}

void TopicWorld::setSubscription(const TopicOperation& operation)
{
    const auto& [kind, a, b, c] = operation;
    SetSubscriptionAttributes action;
    action.topicName = pick(TopicNames, a);
    action.subscriptionName = pick(SubscriptionNames, b);
    if (b / 8 % 2 == 0) {
        const bool isQueue = b / 16 % 2 == 0;
        action.protocol = isQueue ? Protocol::Queue : Protocol::Http;
        action.endpoint = isQueue ? pick(QueueNames, b / 32) : pick(Urls, b / 32);
    }
    if (c % 3 == 0)
        action.notifyStrategy =
            c / 3 % 2 == 0 ? NotifyStrategy::BackoffRetry : NotifyStrategy::ExponentialDecayRetry;
    if (c % 5 == 0)
        action.notifyContentFormat = NotifyContentFormat::Simplified;
    if (c % 7 < 2)
        action.filterTag = some(Tags, c / 7);
    if (c % 11 < 2)
        action.bindingKey = some(BindingKeys, c / 11);
    act(action);
}

void TopicWorld::act(const Action& action)
{
    m_told += actionTraits(action).name;
    std::visit(
        [&]<class A>(const A& each) {
            if constexpr (requires { each.queueName; })
                m_told += ' ' + each.queueName;
            if constexpr (requires { each.topicName; })
                m_told += ' ' + each.topicName;
            if constexpr (requires { each.subscriptionName; })
                m_told += '/' + each.subscriptionName;
            if constexpr (std::is_same_v<A, cmq::Subscribe>)
                m_told += " to " + each.endpoint;
        },
        action);
    m_engine.execute(m_now, ++m_lastToken, Action(action), m_out);
    const Result<Reply> answer =
        m_out.answers.empty() ? fail(ErrorId::Unknown) : m_out.answers.front().result;
    collect();
    const Result<Reply> model = m_model.execute(m_now, action, backoff());
    m_told += ": " + numbers(answer);
    if (!answer)
        ++m_met[numbers(answer)];
    expectSame(numbers(model), numbers(answer), "answer");
    if (!model || !answer || !m_broken.empty())
        return;
    std::visit(
        [&]<class T>(const T& expected) {
            const T& reply = std::get<T>(*answer);
            if constexpr (std::is_same_v<T, TopicIdReply>)
                expect(m_names.same(expected.topicId, reply.topicId), "topicId");
            else if constexpr (std::is_same_v<T, SubscriptionIdReply>)
                expect(m_names.same(expected.subscriptionId, reply.subscriptionId),
                       "subscriptionId");
            else if constexpr (std::is_same_v<T, MessageIdReply>)
                expect(m_names.same(expected.msgId, reply.msgId), "msgId");
            else if constexpr (std::is_same_v<T, MessageIdList>)
                expect(std::ranges::equal(expected.msgIds, reply.msgIds,
                                          [&](const std::string& left, const std::string& right) {
                                              return m_names.same(left, right);
                                          }),
                       "msgIds");
        },
        *model);
}

const TopicModel::Subscription& TopicWorld::subscription(int key) const
{
    return *std::ranges::find(m_model.subscriptions(), key, &TopicModel::Subscription::key);
}

void TopicWorld::finishPush(const TopicOperation& operation, bool isDelivered)
{
    m_told += isDelivered ? "a push succeeds" : "a push fails";
    if (m_pushes.empty())
        return;
    auto at = m_pushes.begin();
    std::advance(at, operation.a % m_pushes.size());
    const engine::PushRequest request = at->second;
    m_pushes.erase(at);
    m_told += " to " + request.topicName + '/' + request.subscriptionName;
    for (const TopicModel::Push& push : m_model.pushes()) {
        const TopicModel::Subscription& each = subscription(push.subscription);
        if (m_model.attributes(each).topicName != request.topicName ||
            each.attributes.subscriptionName != request.subscriptionName ||
            !m_names.same('m' + std::to_string(push.message), std::to_string(request.msgId)))
            continue;
        const engine::PushOutcome outcome{isDelivered, isDelivered ? 200 : 500,
                                          isDelivered ? "" : "HTTP status 500"};
        m_engine.pushFinished(m_now, request.pushId, outcome, m_out);
        collect();
        return m_model.finishPush(m_now, push, isDelivered, backoff());
    }
    expect(false, "a push of a delivery that the model does not know");
}

void TopicWorld::advanceTo(Time end)
{
    m_told += "advance to +" + std::to_string((end - Start).count());
    int steps = 0;
    for (auto next = m_engine.nextDeadline(); next && *next <= end && m_broken.empty();
         next = m_engine.nextDeadline()) {
        m_now = std::max(m_now, *next);
        tick();
        if (++steps > 10'000)
            return expect(false, "the engine's time does not pass");
    }
    jump(end);
}

/// Nobody looked for a while: all that is due happens now.
void TopicWorld::jump(Time end)
{
    m_now = std::max(m_now, end);
    tick();
}

void TopicWorld::tick()
{
    m_engine.tick(m_now, m_out);
    collect();
    m_model.advance(m_now, backoff());
    compareHappenings();
}

void TopicWorld::commit()
{
    expectSame("", m_records.apply(m_engine.takeChanges(), m_newBodies), "store");
    expectSame("", m_records.brokenInvariant(), "store");
    m_newBodies.clear();
    compareHappenings();
    m_committedModel = m_model;
    m_committedNames = m_names;
}

void TopicWorld::restart()
{
    m_pushes.clear();
    m_engine = m_records.restored(m_behaviour);
    (void)m_model.takeHappenings();
    m_engine.tick(m_now, m_out);
    collect();
    m_model.restart(m_now, backoff());
}

/// The engine chose already; the page says from what.
TopicModel::Backoff TopicWorld::backoff()
{
    return [this](const TopicModel::Subscription& each) -> Milliseconds {
        auto& waits =
            m_waits[m_model.attributes(each).topicName + '/' + each.attributes.subscriptionName];
        if (waits.empty()) {
            expect(false, "the engine did not fail where the model does");
            return 10s;
        }
        const Milliseconds wait = waits.front() - m_now;
        waits.pop_front();
        expect(wait >= 10s && wait <= 20s,
               "BACKOFF_RETRY waits " + std::to_string(wait.count()) + " ms");
        return wait;
    };
}

std::string TopicWorld::bodyOf(BodyId id) const
{
    for (const Bodies* bodies : {&m_newBodies, &m_records.bodies()}) {
        if (const auto found = bodies->find(id); found != bodies->end())
            return found->second;
    }
    return "(no body)";
}

void TopicWorld::collect()
{
    for (auto& [id, text] : m_out.bodies)
        expect(m_newBodies.emplace(id, std::move(text)).second, "a body came out twice");
    for (engine::PushRequest& push : m_out.pushes)
        m_pushes.emplace(push.pushId, std::move(push));
    for (const std::uint64_t id : m_out.cancelledPushes)
        expect(m_pushes.erase(id) == 1, "a push is cancelled that is not under way");
    m_waits.clear();
    for (const Event& event : m_out.events) {
        ++m_met[std::string(toString(event.kind))];
        if (event.kind == EventKind::DeliveryFailed)
            m_waits[event.name + '/' + event.otherName].push_back(event.until);
        if (isOfSubscriptions(event.kind))
            m_events.push_back(event);
    }
    m_out = {};
}

/// Subscriptions are independent: each tells its own story.
void TopicWorld::compareHappenings()
{
    std::map<std::string, std::vector<TopicModel::Happening>> expected;
    for (TopicModel::Happening& each : m_model.takeHappenings())
        expected[each.topic + '/' + each.subscription].push_back(std::move(each));
    std::map<std::string, std::size_t> seen;
    for (const Event& event : std::exchange(m_events, {})) {
        const std::string where = event.name + '/' + event.otherName;
        const auto& story = expected[where];
        const std::size_t index = seen[where]++;
        if (index >= story.size())
            return expectSame("", where + ' ' + std::string(toString(event.kind)), "events");
        const TopicModel::Happening& each = story[index];
        expectSame(where + ' ' + std::string(toString(each.kind)),
                   where + ' ' + std::string(toString(event.kind)), "events");
        if (each.message != 0)
            expect(m_names.same('m' + std::to_string(each.message), std::to_string(event.msgId)),
                   where + ": an event is about another message");
        if (isCounted(event.kind))
            expectSame(std::to_string(each.count), std::to_string(event.count),
                       "count of an event");
        if (event.kind == EventKind::DeliveryDropped || event.kind == EventKind::NotMatched)
            expect(!event.reason.empty(), where + ": without a reason");
    }
    for (const auto& [where, story] : expected) {
        if (seen[where] < story.size())
            expectSame(where + ' ' + std::string(toString(story[seen[where]].kind)), "", "events");
    }
}

void TopicWorld::comparePushes()
{
    std::map<std::string, const engine::PushRequest*> underWay;
    for (const auto& [id, push] : m_pushes)
        underWay[push.topicName + '/' + push.subscriptionName + '/' + std::to_string(push.msgId)] =
            &push;
    const std::vector<TopicModel::Push> expected = m_model.pushes();
    expectSame(std::to_string(expected.size()), std::to_string(m_pushes.size()),
               "pushes under way");
    for (const TopicModel::Push& each : expected) {
        const SubscriptionAttributes to = m_model.attributes(subscription(each.subscription));
        const TopicModel::Published& message = m_model.message(each.message);
        const auto found = underWay.find(to.topicName + '/' + to.subscriptionName + '/' +
                                         m_names.engineName('m' + std::to_string(each.message)));
        if (found == underWay.end())
            return expect(false, "a push of " + to.subscriptionName + " is not under way");
        const engine::PushRequest& push = *found->second;
        expect(push.url == each.url && push.format == each.format &&
                   push.publishTime == message.time && push.msgTag == message.tags &&
                   push.attempt == static_cast<std::uint32_t>(each.attempt) &&
                   bodyOf(push.msgId) == message.body,
               "a push says something else");
    }
}

void TopicWorld::compareState()
{
    // A copy is asked, so that asking changes nothing.
    engine::Engine copy = m_engine;
    const auto ask = [&](Action action) {
        engine::Output out;
        copy.execute(m_now, 1, std::move(action), out);
        fillIn(out.answers.front(), [&](BodyId id) { return bodyOf(id); });
        return out.answers.front().result;
    };
    const auto described = std::get<TopicDescriptions>(*ask(DescribeTopics{"", 0, 1000}));
    expectSame(std::to_string(m_model.topics().size()), std::to_string(described.totalCount),
               "topics");
    std::int64_t total = 0;
    for (const TopicModel::Topic& topic : m_model.topics()) {
        TopicAttributes expected = m_model.attributes(topic);
        const auto found =
            std::ranges::find(described.topicList, expected.topicName, &TopicAttributes::topicName);
        if (found == described.topicList.end())
            return expect(false, "the engine does not have a topic of the model");
        expect(m_names.same(expected.topicId, found->topicId), "topicId");
        expectSame(std::to_string(expected.msgCount), std::to_string(found->msgCount),
                   "msgCount of a topic");
        expected.topicId = found->topicId;
        expect(expected == *found, "attributes of a topic");
        const auto all = std::get<SubscriptionDescriptions>(
            *ask(DescribeSubscriptions{expected.topicName, 0, 1000}));
        total += all.totalCount;
        for (const SubscriptionAttributes& each : all.subscriptionList) {
            const auto known = std::ranges::find_if(
                m_model.subscriptions(), [&](const TopicModel::Subscription& subscription) {
                    return subscription.topic == topic.key &&
                           subscription.attributes.subscriptionName == each.subscriptionName;
                });
            if (known == m_model.subscriptions().end())
                return expect(false, "a subscription that the model does not have");
            compare(m_model.attributes(*known), each);
        }
    }
    expectSame(std::to_string(m_model.subscriptions().size()), std::to_string(total),
               "subscriptions");
    for (const TopicModel::Queue& queue : m_model.queues()) {
        PeekMessages peek{.queueName = queue.name};
        peek.limit = 10'000;
        peek.withBodies = true;
        const auto messages = std::get<PeekedMessages>(*ask(peek)).messages;
        expectSame(queue.name + ' ' + std::to_string(queue.messages.size()),
                   queue.name + ' ' + std::to_string(messages.size()), "messages of a queue");
        for (std::size_t i = 0; m_broken.empty() && i < messages.size(); ++i)
            expect(m_names.same('m' + std::to_string(queue.messages[i].id), messages[i].msgId) &&
                       queue.messages[i].body == messages[i].msgBody &&
                       queue.messages[i].enqueued == messages[i].enqueueTime,
                   "another message in a queue");
    }
}

void TopicWorld::compare(SubscriptionAttributes model, const SubscriptionAttributes& engine)
{
    const std::string name = model.topicName + '/' + model.subscriptionName + ' ';
    expect(m_names.same(model.subscriptionId, engine.subscriptionId), name + "subscriptionId");
    expectSame(name + std::to_string(model.msgCount), name + std::to_string(engine.msgCount),
               "msgCount");
    expectSame(name + std::to_string(model.attempts), name + std::to_string(engine.attempts),
               "attempts");
    expect(model.nextAttemptTime == engine.nextAttemptTime, name + "nextAttemptTime");
    expectSame(name + (model.lastFailure.empty() ? "well" : "failed"),
               name + (engine.lastFailure.empty() ? "well" : "failed"), "lastFailure");
    model.subscriptionId = engine.subscriptionId;
    model.lastFailure = engine.lastFailure; // in words of its own
    model.topicOwner = engine.topicOwner;
    expect(model == engine, name + "attributes");
}

} // namespace conformance
