#include "topicstory.h"

#include "tests/suite.h"

namespace tst_topicsemantics {

using namespace cmq;
using namespace conformance;

/// Section 14 of the protocol page: what happens to a published message.
class TestTopicSemantics final : public QObject, private TopicStory
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addBackendRows(); }
    void cleanup() { end(); }

    void queue_getsTheBareBody()
    {
        topic("news");
        queueSubscription("news", "q");
        advance(7s);
        const std::string msgId = publish("news", "你好 {\"x\":1}", {"tag"});
        const ReceivedMessage message = receive("q");
        QCOMPARE(message.msgBody, "你好 {\"x\":1}");
        QCOMPARE(message.msgId, msgId);
        QCOMPARE(at(message.enqueueTime), 7);
        QCOMPARE(message.dequeueCount, 1);
        QCOMPARE(held("news"), 0);
    }

    void queue_waitingReceiverIsServedAtOnce()
    {
        topic("news");
        queueSubscription("news", "q");
        const Poll poll = startReceive("q", 30s);
        publish("news", "1");
        QCOMPARE(heard(poll), "1");
    }

    void queue_batchStaysInOrder()
    {
        topic("news");
        queueSubscription("news", "q");
        must(BatchPublishMessage{"news", {"1", "2", "3"}});
        QCOMPARE(drain("q"), "1 2 3");
    }

    void queue_copiesLiveTheirOwnLives()
    {
        topic("news");
        queueSubscription("news", "a");
        queueSubscription("news", "b");
        publish("news", "1");
        const ReceivedMessage first = receive("a");
        remove("a", first);
        QCOMPARE(received("b"), "1");
        QCOMPARE(counters("a"), "empty");
        QCOMPARE(counters("b"), "1 inactive");
    }

    void queue_retentionIsItsOwn()
    {
        topic("news");
        create("q", {.msgRetentionSeconds = 60s});
        must(toQueue("news", "s", "q"));
        publish("news", "1");
        advance(59'999ms);
        QCOMPARE(counters("q"), "1 active");
        advance(1ms);
        QCOMPARE(counters("q"), "empty");
    }

    void queue_deadLettersKeepTheSharedBody()
    {
        topic("news");
        create("dead");
        create("q", {.visibilityTimeout = 1s,
                     .deadLetterPolicy =
                         DeadLetterPolicy{.deadLetterQueue = "dead", .maxReceiveCount = 1}});
        must(toQueue("news", "s", "q"));
        queueSubscription("news", "other");
        publish("news", "1");
        QCOMPARE(received("q"), "1");
        advance(1s);
        QCOMPARE(drain("other"), "1");
        QCOMPARE(drain("dead"), "1");
    }

    void queue_missingIsRetriedUntilItIsThere()
    {
        topic("news");
        must(toQueue("news", "s", "q"));
        publish("news", "1");
        QCOMPARE(waiting("news", "s"), 1);
        publish("news", "2");
        QCOMPARE(waiting("news", "s"), 2);
        QCOMPARE(held("news"), 2);
        advance(2s); // tried at 1 s; again at 3 s
        create("q");
        advance(999ms);
        QCOMPARE(counters("q"), "empty");
        advance(1ms);
        QCOMPARE(drain("q"), "1 2");
        QCOMPARE(held("news"), 0);
    }

    void queue_deletedLeavesTheSubscription()
    {
        topic("news");
        queueSubscription("news", "q");
        must(DeleteQueue{"q"});
        publish("news", "1");
        QCOMPARE(waiting("news", "q"), 1);

        begin({.cascadeSubscriptions = true});
        topic("news");
        queueSubscription("news", "q");
        queueSubscription("news", "r");
        must(DeleteQueue{"q"});
        QCOMPARE(told(GetSubscriptionAttributes{"news", "q"}), "4000/10560");
        QCOMPARE(told(GetSubscriptionAttributes{"news", "r"}), "ok");
    }

    void queue_fullOrTooSmallIsRetried()
    {
        topic("news");
        create("full", {.maxMsgHeapNum = 1});
        create("small", {.maxMsgSize = 1024});
        must(toQueue("news", "full", "full"));
        must(toQueue("news", "small", "small"));
        publish("news", "1");
        publish("news", std::string(1025, 'x'));
        QCOMPARE(waiting("news", "full"), 1);
        QCOMPARE(waiting("news", "small"), 1);
        remove("full", receive("full"));
        change("small", {.maxMsgSize = 2048});
        advance(1s);
        QCOMPARE(waiting("news", "full"), 0);
        QCOMPARE(waiting("news", "small"), 0);
    }

    void queue_failingHeadHoldsUpTheRest()
    {
        topic("news");
        create("q", {.maxMsgSize = 1024});
        must(toQueue("news", "s", "q"));
        publish("news", std::string(1025, 'x'));
        publish("news", "2");
        QCOMPARE(counters("q"), "empty");
        QCOMPARE(waiting("news", "s"), 2);
    }

    void queue_backoffDropsAndGoesOn()
    {
        topic("news");
        create("q", {.maxMsgSize = 1024});
        Subscribe action = toQueue("news", "s", "q");
        action.notifyStrategy = NotifyStrategy::BackoffRetry;
        must(action);
        publish("news", std::string(1025, 'x'));
        publish("news", "2");
        advance(30s - 1ms); // three retries take 30 to 60 s
        QCOMPARE(waiting("news", "s"), 2);
        advance(30s + 1ms);
        QCOMPARE(drain("q"), "2");
        QCOMPARE(held("news"), 0);
    }

    void routing_deliversOnceForSeveralKeys()
    {
        topic("news", FilterType::Routing);
        queueSubscription("news", "q", {"a.#", "#.b", "a.b", "*.*"});
        route("news", "1", "a.b");
        QCOMPARE(counters("q"), "1 active");
    }

    void noMatch_isTold()
    {
        topic("news", FilterType::Routing);
        queueSubscription("news", "q", {"*.common"});
        QCOMPARE(told(PublishMessage{"news", "1", {}, "common"}), "6030/10730");
        QCOMPARE(held("news"), 0);
        route("news", "2", "app.common");
        QCOMPARE(drain("q"), "2");
    }

    void keysOfATagTopicAreIgnored()
    {
        topic("news");
        create("q");
        Subscribe action = toQueue("news", "s", "q");
        action.bindingKey = {"route.#"};
        must(action);
        must(PublishMessage{"news", "1", {}, "elsewhere"});
        QCOMPARE(drain("q"), "1");
    }

    void laterSubscribersGetNothingEarlier()
    {
        topic("news");
        must(toQueue("news", "s", "missing"));
        publish("news", "1");
        queueSubscription("news", "late");
        QCOMPARE(counters("late"), "empty");
        must(Unsubscribe{"news", "s"});
        QCOMPARE(held("news"), 0);
        queueSubscription("news", "s");
        QCOMPARE(counters("s"), "empty");
    }

    void life_endsAfterADay()
    {
        topic("news");
        must(toQueue("news", "s", "missing"));
        publish("news", "1");
        advance(1s);
        publish("news", "2"); // waits behind the other
        advance(86'014s - 1ms);
        QCOMPARE(waiting("news", "s"), 2);
        advance(1ms); // the last of 176 retries
        QCOMPARE(waiting("news", "s"), 1);
        QCOMPARE(held("news"), 1);
        advance(386s - 1ms);
        QCOMPARE(waiting("news", "s"), 1);
        advance(1ms); // a day after it was published
        QCOMPARE(waiting("news", "s"), 0);
        QCOMPARE(held("news"), 0);
    }

    void push_saysAllThatTheRequestNeeds()
    {
        CMQ_NEEDS_PUSHES;
        topic("news");
        Subscribe action = toUrl("news", "s");
        action.filterTag = {"b"};
        must(action);
        advance(9s);
        const std::string msgId = publish("news", "hello", {"a", "b"});
        const auto pushes = takePushes();
        QCOMPARE(pushes.size(), 1U);
        const engine::PushRequest& push = pushes.at(0).request;
        QCOMPARE(push.url, "http://example.com/s");
        QVERIFY(push.format == NotifyContentFormat::Json);
        QCOMPARE(push.topicName, "news");
        QCOMPARE(push.subscriptionName, "s");
        QCOMPARE(std::to_string(push.msgId), msgId);
        QCOMPARE(at(push.publishTime), 9);
        QVERIFY(push.msgTag == (std::vector<std::string>{"a", "b"}));
        QCOMPARE(push.attempt, 1U);
        QCOMPARE(pushes.at(0).body, "hello");
        QCOMPARE(waiting("news", "s"), 1);
        answer(pushes.at(0), 204);
        QCOMPARE(waiting("news", "s"), 0);
        QCOMPARE(held("news"), 0);
    }

    void push_oneMessageEachAfterABatch()
    {
        CMQ_NEEDS_PUSHES;
        topic("news");
        must(toUrl("news", "s"));
        must(BatchPublishMessage{"news", {"1", "2", "3"}});
        QCOMPARE(bodiesOf(takePushes()), "1 2 3");
    }

    void push_decayRetriesToTheSecond()
    {
        CMQ_NEEDS_PUSHES;
        topic("news");
        must(toUrl("news", "s"));
        publish("news", "1");
        for (const std::int64_t pause : {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 512, 512}) {
            const auto pushes = takePushes();
            QCOMPARE(bodiesOf(pushes), "1");
            answer(pushes.at(0), 500);
            advance(Seconds(pause) - 1ms);
            QVERIFY(takePushes().empty());
            advance(1ms);
        }
        answer(takePushes().at(0), 200);
        QCOMPARE(held("news"), 0);
    }

    void push_decayEndsAfter176Retries()
    {
        CMQ_NEEDS_PUSHES;
        topic("news");
        must(toUrl("news", "s"));
        publish("news", "1");
        int attempts = 0;
        while (waiting("news", "s") > 0) {
            for (const Pushed& push : takePushes()) {
                ++attempts;
                answer(push, 500);
            }
            advance(attempts < 10 ? 1s : 256s);
        }
        QCOMPARE(attempts, 177);
    }

    void push_backoffRetriesThreeTimes()
    {
        CMQ_NEEDS_PUSHES;
        topic("news");
        must(toUrl("news", "s", NotifyStrategy::BackoffRetry));
        publish("news", "1");
        publish("news", "2");
        for (int retry = 1; retry <= 3; ++retry) {
            const auto pushes = takePushes();
            QCOMPARE(bodiesOf(pushes), "1");
            answer(pushes.at(0), 404);
            advance(10s - 1ms);
            QVERIFY(takePushes().empty());
            advance(10s + 1ms);
        }
        answer(takePushes().at(0), 404);
        QCOMPARE(bodiesOf(takePushes()), "2");
        QCOMPARE(waiting("news", "s"), 1);
    }

    void push_statuses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isDelivered");
        for (const int status : {200, 201, 204, 299})
            QTest::addRow("%d", status) << status << true;
        for (const int status : {0, 301, 304, 400, 404, 500, 503})
            QTest::addRow("%d", status) << status << false;
    }

    void push_statuses()
    {
        CMQ_NEEDS_PUSHES;
        QFETCH(int, status);
        QFETCH(bool, isDelivered);
        topic("news");
        must(toUrl("news", "s"));
        publish("news", "1");
        answer(takePushes().at(0), status);
        QCOMPARE(waiting("news", "s"), isDelivered ? 0 : 1);
    }

    void push_firstAttemptsRunEightAtATime()
    {
        CMQ_NEEDS_PUSHES;
        topic("news");
        must(toUrl("news", "s"));
        for (int i = 1; i <= 12; ++i)
            publish("news", std::to_string(i));
        const auto first = takePushes();
        QCOMPARE(bodiesOf(first), "1 2 3 4 5 6 7 8");
        answer(first.at(4), 200);
        QCOMPARE(bodiesOf(takePushes()), "9");
        answer(first.at(0), 500);
        answer(first.at(1), 200);
        QVERIFY(takePushes().empty());
        advance(1s);
        QCOMPARE(bodiesOf(takePushes()), "1");
    }

    void push_backoffIsStrictlyInOrder()
    {
        CMQ_NEEDS_PUSHES;
        topic("news");
        must(toUrl("news", "s", NotifyStrategy::BackoffRetry));
        for (int i = 1; i <= 3; ++i)
            publish("news", std::to_string(i));
        for (const char* body : {"1", "2", "3"}) {
            const auto pushes = takePushes();
            QCOMPARE(bodiesOf(pushes), body);
            answer(pushes.at(0), 200);
        }
    }

    void push_subscriptionsDoNotWaitForEachOther()
    {
        CMQ_NEEDS_PUSHES;
        topic("news");
        must(toUrl("news", "dead"));
        must(toUrl("news", "well"));
        queueSubscription("news", "q");
        for (int i = 1; i <= 3; ++i) {
            publish("news", std::to_string(i));
            for (const Pushed& push : takePushes())
                answer(push, push.request.subscriptionName == "well" ? 200 : 500);
        }
        QCOMPARE(waiting("news", "dead"), 3);
        QCOMPARE(waiting("news", "well"), 0);
        QCOMPARE(drain("q"), "1 2 3");
        QCOMPARE(held("news"), 3);
    }

    void push_survivesARestart()
    {
        CMQ_NEEDS_PUSHES;
        CMQ_NEEDS_DURABILITY;
        topic("news");
        must(toUrl("news", "s"));
        publish("news", "1");
        publish("news", "2");
        answer(takePushes().at(0), 200);
        restart();
        advance(0ms);
        const auto again = takePushes();
        QCOMPARE(bodiesOf(again), "2"); // it was under way: it is made again
        answer(again.at(0), 500);
        restart();
        advance(1s - 1ms);
        QVERIFY(takePushes().empty()); // the schedule goes on
        advance(1ms);
        const auto retry = takePushes();
        QCOMPARE(bodiesOf(retry), "2");
        QCOMPARE(retry.at(0).request.attempt, 2U);
    }

    void unsubscribe_dropsWhatIsOutstanding()
    {
        CMQ_NEEDS_PUSHES;
        topic("news");
        must(toUrl("news", "s"));
        publish("news", "1");
        const auto pushes = takePushes();
        must(Unsubscribe{"news", "s"});
        QCOMPARE(held("news"), 0);
        must(toUrl("news", "s"));
        answer(pushes.at(0), 500); // nobody's any more
        advance(10s);
        QVERIFY(takePushes().empty());
    }
};

CMQ_TEST(topicsemantics, TestTopicSemantics)

} // namespace tst_topicsemantics
#include "tst_topicsemantics.moc"
