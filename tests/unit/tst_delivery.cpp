#include "engine/engine.h"

#include "tests/suite.h"

#include <QElapsedTimer>
#include <QTest>

#include <map>
#include <set>

namespace tst_delivery {

using namespace cmq;
using namespace cmq::engine;
using namespace std::chrono_literals;

namespace {

/// An engine, its clock, the subscribers behind its pushes, and the obvious store.
class World
{
public:
    explicit World(const Behaviour& behaviour = open())
        : m_behaviour(behaviour)
        , m_engine(behaviour)
    {
    }

    static Behaviour open()
    {
        Behaviour behaviour;
        behaviour.allowLocalPush = true;
        behaviour.minMsgHeapNum = 1;
        return behaviour;
    }

    template <ActionType A>
    Result<typename A::Reply> ask(A action)
    {
        m_engine.execute(m_now, 1, std::move(action), m_out);
        Result<Reply> result = std::move(m_out.answers.at(0).result);
        m_out.answers.clear();
        collect();
        if (!result)
            return cmq::fail(result.error());
        return std::get<typename A::Reply>(*result);
    }
    template <ActionType A>
    int told(A action)
    {
        const auto result = ask(std::move(action));
        return result ? 0 : result.error().moduleCode;
    }

    void topic(FilterType type = FilterType::Tag) { told(CreateTopic{"t", 65536, type}); }
    void http(const std::string& name, NotifyStrategy strategy)
    {
        Subscribe action{"t", name, Protocol::Http, "http://127.0.0.1/" + name};
        action.notifyStrategy = strategy;
        QCOMPARE(told(action), 0);
    }
    void queueSubscription(const std::string& name, const std::string& queue)
    {
        QCOMPARE(told(Subscribe{"t", name, Protocol::Queue, queue}), 0);
    }
    std::string publish(const std::string& body = "body")
    {
        const auto reply = ask(PublishMessage{"t", body});
        return reply ? reply->msgId : std::to_string(reply.error().moduleCode);
    }

    void advance(Milliseconds duration)
    {
        const Time end = m_now + duration;
        for (auto next = m_engine.nextDeadline(); next && *next <= end;
             next = m_engine.nextDeadline()) {
            m_now = std::max(m_now, *next);
            m_engine.tick(m_now, m_out);
            collect();
        }
        m_now = end;
    }
    /// To the next deadline, at most `limit`; whether there was one.
    bool step(Milliseconds limit = 100'000s)
    {
        const auto next = m_engine.nextDeadline();
        if (!next || *next > m_now + limit)
            return false;
        advance(*next - m_now);
        return true;
    }
    void finish(const PushRequest& push, bool isDelivered)
    {
        m_engine.pushFinished(m_now, push.pushId,
                              isDelivered ? PushOutcome{true, 200, {}}
                                          : PushOutcome{false, 500, "HTTP status 500"},
                              m_out);
        collect();
    }
    std::vector<PushRequest> takePushes() { return std::exchange(m_pushes, {}); }
    std::vector<std::uint64_t> takeCancelled() { return std::exchange(m_cancelled, {}); }
    std::vector<Event> takeEvents() { return std::exchange(m_events, {}); }

    std::int64_t waiting(const std::string& name)
    {
        return ask(GetSubscriptionAttributes{"t", name})->msgCount;
    }
    std::int64_t active(const std::string& queue)
    {
        return ask(GetQueueAttributes{queue})->activeMsgNum;
    }
    [[nodiscard]] Time now() const { return m_now; }
    [[nodiscard]] const std::map<DeliveryKey, DeliveryRecord>& stored() const
    {
        return m_deliveries;
    }
    [[nodiscard]] std::size_t storedBodies() const { return m_bodies.size(); }

    /// What a kill leaves: the records.
    void restart()
    {
        m_engine = Engine(m_behaviour, 99);
        m_engine.restore(m_record);
        for (const auto& [key, record] : m_queues)
            m_engine.restore(record);
        for (const auto& [key, record] : m_topics)
            m_engine.restore(record);
        for (const auto& [key, record] : m_subscriptions)
            m_engine.restore(record);
        for (const auto& [key, record] : m_messages)
            m_engine.restore(record);
        for (const auto& [key, record] : m_published)
            m_engine.restore(record);
        for (const auto& [key, record] : m_deliveries)
            m_engine.restore(record);
        m_pushes.clear();
        m_out = {};
        advance(0ms);
    }

private:
    template <class Map, class Key>
    void erase(Map& map, const std::vector<Key>& keys)
    {
        for (const Key& key : keys)
            QVERIFY2(map.erase(key) == 1, "something unknown was erased");
    }

    void collect()
    {
        std::ranges::move(m_out.pushes, std::back_inserter(m_pushes));
        std::ranges::move(m_out.cancelledPushes, std::back_inserter(m_cancelled));
        std::ranges::move(m_out.events, std::back_inserter(m_events));
        m_out = {};
        QCOMPARE(m_engine.brokenInvariant(), std::string());

        const StoreChanges changes = m_engine.takeChanges();
        for (const auto& record : changes.putQueues)
            m_queues[record.key] = record;
        for (const auto& record : changes.putTopics)
            m_topics[record.key] = record;
        for (const auto& record : changes.putSubscriptions)
            m_subscriptions[record.key] = record;
        for (const auto& record : changes.newMessages)
            m_messages[record.entry] = record;
        for (const auto& record : changes.newPublished)
            QVERIFY(m_published.emplace(record.msgId, record).second);
        for (const auto& record : changes.putDeliveries)
            m_deliveries[{record.subscription, record.msgId}] = record;
        for (const BodyId body : changes.newBodies)
            QVERIFY(m_bodies.insert(body).second);
        erase(m_queues, changes.erasedQueues);
        erase(m_topics, changes.erasedTopics);
        erase(m_subscriptions, changes.erasedSubscriptions);
        erase(m_messages, changes.erasedMessages);
        erase(m_published, changes.erasedPublished);
        erase(m_deliveries, changes.erasedDeliveries);
        erase(m_bodies, changes.erasedBodies);
        m_record = changes.engine;

        std::set<BodyId> wanted;
        for (const auto& [key, record] : m_deliveries) {
            QVERIFY(m_subscriptions.contains(record.subscription));
            QVERIFY(m_published.contains(record.msgId));
        }
        for (const auto& [key, record] : m_published)
            wanted.insert(key);
        for (const auto& [key, record] : m_messages)
            wanted.insert(record.msgId);
        QVERIFY2(wanted == m_bodies, "the stored bodies are not those that are referred to");
    }

    Behaviour m_behaviour;
    Engine m_engine;
    Time m_now = fromUnixSeconds(1'700'000'000);
    Output m_out;
    std::vector<PushRequest> m_pushes;
    std::vector<std::uint64_t> m_cancelled;
    std::vector<Event> m_events;
    EngineRecord m_record;
    std::map<QueueKey, QueueRecord> m_queues;
    std::map<TopicKey, TopicRecord> m_topics;
    std::map<SubscriptionKey, SubscriptionRecord> m_subscriptions;
    std::map<Entry, MessageRecord> m_messages;
    std::map<BodyId, PublishedRecord> m_published;
    std::map<DeliveryKey, DeliveryRecord> m_deliveries;
    std::set<BodyId> m_bodies;
};

constexpr auto Backoff = NotifyStrategy::BackoffRetry;
constexpr auto Decay = NotifyStrategy::ExponentialDecayRetry;

} // namespace

class DeliveryTest : public QObject
{
    Q_OBJECT

private slots:
    void queueGetsItWithinThePublish();
    void fanOutSharesOneBody();
    void missingQueueIsTriedAgain();
    void fullQueueHoldsUpTheOthers();
    void decayPushesConcurrentlyUntilOneFails();
    void backoffPushesStrictlyInOrder();
    void backoffDropsAfterThreeRetries();
    void dayOfRetries();
    void slowFailuresEndWithTheDay();
    void lifeEndsWhatWaitsAndWhatIsInFlight();
    void unsubscribeTakesPushesBack();
    void newEndpointGetsWhatWaits();
    void newStrategyCountsFromTheNextFailure();
    void subscribersDoNotHoldUpEachOther();
    void restartPushesAgainWhatWasInFlight();
    void restartKeepsTheScheduleOfWhatFails();
    void backlogIsDrainedInSlices();
    void eventsTellWhy();
};

void DeliveryTest::queueGetsItWithinThePublish()
{
    World world;
    world.topic();
    QCOMPARE(world.told(CreateQueue{"q"}), 0);
    world.queueSubscription("s", "q");
    const std::string msgId = world.publish();
    const auto received = world.ask(ReceiveMessage{"q", 0s});
    QVERIFY(received.has_value());
    QCOMPARE(received->msgId, msgId);
    QCOMPARE(received->enqueueTime, world.now());
    QCOMPARE(world.waiting("s"), 0);
    QVERIFY(world.stored().empty()); // it never was a delivery for the store
}

void DeliveryTest::fanOutSharesOneBody()
{
    World world;
    world.topic();
    for (const char* queue : {"a", "b", "c"}) {
        QCOMPARE(world.told(CreateQueue{queue}), 0);
        world.queueSubscription(queue, queue);
    }
    world.http("push", Decay);
    world.publish();
    QCOMPARE(world.storedBodies(), 1U);
    const auto pushes = world.takePushes();
    world.finish(pushes.at(0), true);
    QCOMPARE(world.storedBodies(), 1U);
    for (const char* queue : {"a", "b", "c"}) {
        QCOMPARE(world.storedBodies(), 1U);
        const auto received = world.ask(ReceiveMessage{queue, 0s});
        QCOMPARE(world.told(DeleteMessage{queue, received->receiptHandle}), 0);
    }
    QCOMPARE(world.storedBodies(), 0U);
}

void DeliveryTest::missingQueueIsTriedAgain()
{
    World world;
    world.topic();
    world.queueSubscription("s", "q");
    world.publish("1");
    world.publish("2");
    QCOMPARE(world.waiting("s"), 2);
    QCOMPARE(world.ask(GetTopicAttributes{"t"})->msgCount, 2);
    QCOMPARE(world.told(CreateQueue{"q"}), 0);
    world.advance(999ms);
    QCOMPARE(world.waiting("s"), 2);
    world.advance(1ms);
    QCOMPARE(world.waiting("s"), 0);
    QCOMPARE(world.active("q"), 2);
    QCOMPARE(world.ask(GetTopicAttributes{"t"})->msgCount, 0);
}

void DeliveryTest::fullQueueHoldsUpTheOthers()
{
    World world;
    world.topic();
    QueueSettings settings;
    settings.maxMsgHeapNum = 1;
    QCOMPARE(world.told(CreateQueue{"q", settings}), 0);
    world.queueSubscription("s", "q");
    world.publish();
    world.publish();
    world.publish();
    QCOMPARE(world.active("q"), 1);
    QCOMPARE(world.waiting("s"), 2);
    const auto received = world.ask(ReceiveMessage{"q", 0s});
    QCOMPARE(world.told(DeleteMessage{"q", received->receiptHandle}), 0);
    world.advance(1s);
    QCOMPARE(world.active("q"), 1);
    QCOMPARE(world.waiting("s"), 1);
    QVERIFY(!world.ask(GetSubscriptionAttributes{"t", "s"})->lastFailure.empty());
}

void DeliveryTest::decayPushesConcurrentlyUntilOneFails()
{
    World world;
    world.topic();
    world.http("s", Decay);
    for (int i = 0; i < 20; ++i)
        world.publish();
    auto pushes = world.takePushes();
    QCOMPARE(pushes.size(), 8U);
    world.finish(pushes[3], true);
    QCOMPARE(world.takePushes().size(), 1U);
    world.finish(pushes[1], false);
    world.finish(pushes[0], true);
    QVERIFY(world.takePushes().empty()); // the failing one holds up all others
    world.advance(1s);
    const auto retry = world.takePushes();
    QCOMPARE(retry.size(), 1U);
    QCOMPARE(retry[0].msgId, pushes[1].msgId);
    QCOMPARE(retry[0].attempt, 2U);
    world.finish(retry[0], true);
    QCOMPARE(world.takePushes().size(), 2U); // 6 are still in flight
}

void DeliveryTest::backoffPushesStrictlyInOrder()
{
    World world;
    world.topic();
    world.http("s", Backoff);
    std::vector<std::string> published;
    for (int i = 0; i < 3; ++i)
        published.push_back(world.publish());
    for (const std::string& msgId : published) {
        const auto pushes = world.takePushes();
        QCOMPARE(pushes.size(), 1U);
        QCOMPARE(std::to_string(pushes[0].msgId), msgId);
        world.finish(pushes[0], true);
    }
    QVERIFY(world.takePushes().empty());
}

void DeliveryTest::backoffDropsAfterThreeRetries()
{
    World world;
    world.topic();
    world.http("s", Backoff);
    world.publish("1");
    const std::string second = world.publish("2");
    for (unsigned attempt = 1; attempt <= 4; ++attempt) {
        const auto pushes = world.takePushes();
        QCOMPARE(pushes.size(), 1U);
        QCOMPARE(pushes[0].attempt, attempt);
        world.finish(pushes[0], false);
        if (attempt == 4)
            break;
        world.advance(10s - 1ms);
        QVERIFY(world.takePushes().empty());
        world.advance(10s + 1ms);
    }
    // The first one is dropped, the next one is tried at once.
    const auto next = world.takePushes();
    QCOMPARE(next.size(), 1U);
    QCOMPARE(std::to_string(next[0].msgId), second);
    QCOMPARE(world.waiting("s"), 1);
}

void DeliveryTest::dayOfRetries()
{
    World world;
    world.topic();
    world.http("s", Decay);
    const Time start = world.now();
    world.publish();

    QElapsedTimer timer;
    timer.start();
    std::vector<std::int64_t> pauses;
    Time last = start;
    for (;;) {
        const auto pushes = world.takePushes();
        QCOMPARE(pushes.size(), 1U);
        QCOMPARE(pushes[0].attempt, pauses.size() + 1);
        world.finish(pushes[0], false);
        if (world.waiting("s") == 0)
            break;
        QVERIFY(world.step());
        pauses.push_back(std::chrono::duration_cast<Seconds>(world.now() - last).count());
        last = world.now();
    }
    QVERIFY(timer.elapsed() < 1000);

    QCOMPARE(pauses.size(), 176U);
    for (std::size_t i = 0; i < pauses.size(); ++i)
        QCOMPARE(pauses[i],
                 std::min<std::int64_t>(512, std::int64_t{1} << std::min<std::size_t>(i, 9)));
    QCOMPARE((world.now() - start).count(), 86'015'000);
    QCOMPARE(world.ask(GetTopicAttributes{"t"})->msgCount, 0);
}

void DeliveryTest::slowFailuresEndWithTheDay()
{
    World world;
    world.topic();
    world.http("s", Decay);
    const Time start = world.now();
    world.publish();
    int attempts = 0;
    while (world.waiting("s") > 0) {
        for (const PushRequest& push : world.takePushes()) {
            ++attempts;
            world.advance(15s); // the time-out
            world.finish(push, false);
        }
        QVERIFY(world.step() || world.waiting("s") == 0);
    }
    QVERIFY(attempts < 177);
    QCOMPARE((world.now() - start).count(), 86'400'000);
}

void DeliveryTest::lifeEndsWhatWaitsAndWhatIsInFlight()
{
    World world;
    world.topic();
    world.http("s", Backoff);
    world.publish();
    world.publish();
    const auto pushes = world.takePushes();
    world.advance(86'400s - 1ms);
    QCOMPARE(world.waiting("s"), 2);
    world.advance(1ms);
    QCOMPARE(world.waiting("s"), 0);
    QCOMPARE(world.takeCancelled(), std::vector{pushes.at(0).pushId});
    world.finish(pushes[0], true); // too late: ignored
    QCOMPARE(world.storedBodies(), 0U);
}

void DeliveryTest::unsubscribeTakesPushesBack()
{
    World world;
    world.topic();
    world.http("s", Decay);
    world.queueSubscription("q", "missing");
    for (int i = 0; i < 10; ++i)
        world.publish();
    QCOMPARE(world.told(DeleteTopic{"t"}), 10540);
    QCOMPARE(world.told(Unsubscribe{"t", "s"}), 0);
    QCOMPARE(world.takeCancelled().size(), 8U);
    QCOMPARE(world.ask(GetTopicAttributes{"t"})->msgCount, 10);
    QCOMPARE(world.told(Unsubscribe{"t", "q"}), 0);
    QCOMPARE(world.ask(GetTopicAttributes{"t"})->msgCount, 0);
    QCOMPARE(world.storedBodies(), 0U);
    QVERIFY(world.stored().empty());
    QCOMPARE(world.told(DeleteTopic{"t"}), 0);
}

void DeliveryTest::newEndpointGetsWhatWaits()
{
    World world;
    world.topic();
    world.http("s", Decay);
    world.publish();
    world.publish();
    QCOMPARE(world.takePushes().size(), 2U);
    SetSubscriptionAttributes move{"t", "s"};
    move.endpoint = "http://127.0.0.1/new";
    QCOMPARE(world.told(move), 0);
    QCOMPARE(world.takeCancelled().size(), 2U);
    const auto pushes = world.takePushes();
    QCOMPARE(pushes.size(), 2U);
    QCOMPARE(pushes[1].url, "http://127.0.0.1/new");
    QCOMPARE(pushes[1].attempt, 1U);

    move.protocol = Protocol::Queue;
    move.endpoint = "q";
    QCOMPARE(world.told(CreateQueue{"q"}), 0);
    QCOMPARE(world.told(move), 0);
    QCOMPARE(world.active("q"), 2);
}

void DeliveryTest::newStrategyCountsFromTheNextFailure()
{
    World world;
    world.topic();
    world.http("s", Decay);
    world.publish();
    for (int i = 0; i < 5; ++i) {
        world.finish(world.takePushes().at(0), false);
        QVERIFY(world.step());
    }
    SetSubscriptionAttributes change{"t", "s"};
    change.notifyStrategy = Backoff;
    QCOMPARE(world.told(change), 0);
    QCOMPARE(world.waiting("s"), 1);
    world.finish(world.takePushes().at(0), false);
    QCOMPARE(world.waiting("s"), 0); // more than three retries have been made
}

void DeliveryTest::subscribersDoNotHoldUpEachOther()
{
    World world;
    world.topic();
    world.http("dead", Backoff);
    world.http("alive", Backoff);
    for (int i = 0; i < 3; ++i)
        world.publish();
    world.takePushes();
    World fresh;
    fresh.topic();
    fresh.http("dead", Backoff);
    fresh.http("alive", Backoff);
    int delivered = 0;
    for (int i = 0; i < 3; ++i)
        fresh.publish();
    for (auto pushes = fresh.takePushes(); !pushes.empty(); pushes = fresh.takePushes()) {
        for (const PushRequest& push : pushes) {
            const bool isAlive = push.subscriptionName == "alive";
            delivered += isAlive;
            fresh.finish(push, isAlive);
        }
    }
    QCOMPARE(delivered, 3);
    QCOMPARE(fresh.waiting("alive"), 0);
    QCOMPARE(fresh.waiting("dead"), 3);
}

void DeliveryTest::restartPushesAgainWhatWasInFlight()
{
    World world;
    world.topic();
    world.http("s", Decay);
    for (int i = 0; i < 12; ++i)
        world.publish();
    const auto before = world.takePushes();
    world.finish(before[2], true);
    world.takePushes();
    world.restart();
    const auto after = world.takePushes();
    QCOMPARE(after.size(), 8U);
    QCOMPARE(after[0].msgId, before[0].msgId);
    QCOMPARE(after[2].msgId, before[3].msgId);
    QCOMPARE(world.waiting("s"), 11);
    for (const PushRequest& push : after)
        world.finish(push, true);
    for (const PushRequest& push : world.takePushes())
        world.finish(push, true);
    QCOMPARE(world.waiting("s"), 0);
    QCOMPARE(world.storedBodies(), 0U);
}

void DeliveryTest::restartKeepsTheScheduleOfWhatFails()
{
    World world;
    world.topic();
    world.http("s", Decay);
    world.publish();
    for (int i = 0; i < 4; ++i) {
        world.finish(world.takePushes().at(0), false);
        if (i < 3)
            QVERIFY(world.step());
    }
    world.restart();
    QVERIFY(world.takePushes().empty());
    world.advance(8s - 1ms);
    QVERIFY(world.takePushes().empty());
    world.advance(1ms);
    const auto retry = world.takePushes();
    QCOMPARE(retry.size(), 1U);
    QCOMPARE(retry[0].attempt, 5U);
}

void DeliveryTest::backlogIsDrainedInSlices()
{
    Engine engine(World::open());
    Output out;
    Time now = fromUnixSeconds(1'700'000'000);
    const auto run = [&](Action action) { engine.execute(now, 1, std::move(action), out); };
    run(CreateTopic{"t"});
    run(Subscribe{"t", "s", Protocol::Queue, "q"});
    for (int i = 0; i < 5000; ++i)
        run(PublishMessage{"t", "x"});
    run(CreateQueue{"q"});
    now += 1s;
    QVERIFY(engine.tick(now, out, 100));
    QCOMPARE(engine.messageCount(), 100);
    QCOMPARE(engine.brokenInvariant(), std::string());
    int slices = 1;
    while (engine.tick(now, out, 100))
        ++slices;
    QCOMPARE(engine.messageCount(), 5000);
    QVERIFY(slices >= 49);
    QCOMPARE(engine.brokenInvariant(), std::string());
}

void DeliveryTest::eventsTellWhy()
{
    World world;
    world.topic();
    Subscribe red{"t", "red", Protocol::Queue, "q"};
    red.filterTag = {"red"};
    QCOMPARE(world.told(red), 0);
    Subscribe blue{"t", "blue", Protocol::Http, "http://127.0.0.1/"};
    blue.filterTag = {"blue"};
    QCOMPARE(world.told(blue), 0);
    QCOMPARE(world.told(CreateQueue{"q"}), 0);
    world.takeEvents();
    PublishMessage message{"t", "x"};
    message.msgTag = {"red"};
    QCOMPARE(world.told(message), 0);
    QStringList told;
    for (const Event& event : world.takeEvents())
        told += QString::fromStdString(std::string(toString(event.kind)) + ' ' + event.name + ' ' +
                                       event.otherName + ": " + event.reason);
    const QStringList expected{
        "Published t : ",
        "NotMatched t blue: no filter tag is a tag of the message",
        "Matched t red: both have the tag 'red'",
        "Sent q t: published to the topic 't', which 'red' subscribes to",
        "Delivered t red: ",
    };
    QCOMPARE(told, expected);

    message.msgTag = {"green"};
    QCOMPARE(world.told(message), 10730);
    told.clear();
    for (const Event& event : world.takeEvents())
        told += QString::fromUtf8(toString(event.kind).data());
    QCOMPARE(told, (QStringList{"NotMatched", "NotMatched", "Refused"}));
}

CMQ_TEST(delivery, DeliveryTest)

} // namespace tst_delivery
#include "tst_delivery.moc"
