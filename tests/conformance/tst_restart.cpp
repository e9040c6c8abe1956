#include "story.h"

#include "tests/suite.h"

namespace tst_restart {

using namespace cmq;
using namespace conformance;

/// What a broker that keeps messages keeps over a restart: everything but waits.
class TestRestart final : public QObject, private Story
{
    Q_OBJECT

    void deleteBatch(const std::string& queue)
    {
        std::vector<std::string> handles;
        for (const auto& message : must(BatchReceiveMessage{queue, 16, 0s}).msgInfoList)
            handles.push_back(message.receiptHandle);
        must(BatchDeleteMessage{queue, handles});
    }
    void consumeBatch(const std::string& queue)
    {
        must(BatchSendMessage{queue, std::vector<std::string>(16, "a")});
        deleteBatch(queue);
    }

private slots:
    void initTestCase_data() { addBackendRows(); }
    void init() { CMQ_NEEDS_DURABILITY; }
    void cleanup() { end(); }

    void queuesAndSettings()
    {
        create("dead");
        create("orders", {.visibilityTimeout = 5s,
                          .maxMsgSize = 2048,
                          .rewindSeconds = 60s,
                          .deadLetterPolicy =
                              DeadLetterPolicy{"dead", DeadLetterRule::MaxTimeToLive, 0, 300s}});
        advance(5s);
        change("orders", {.visibilityTimeout = 6s});
        const QueueAttributes orders = attributes("orders");
        const QueueAttributes dead = attributes("dead");
        restart();
        QVERIFY(attributes("orders") == orders);
        QVERIFY(attributes("dead") == dead);
        QCOMPARE(names(must(ListQueue{})), "dead orders");
    }

    void messagesInEveryState()
    {
        create("orders", {.rewindSeconds = 3600s});
        consume("orders", "deleted");
        send("orders", "inactive");
        receive("orders");
        send("orders", "active 中文 😀");
        send("orders", "delayed", 60s);
        restart();
        QCOMPARE(counters("orders"), "1 active, 1 inactive, 1 delayed, 1 rewindable");
        QCOMPARE(drain("orders"), "active 中文 😀");
        must(RewindQueue{"orders", instant(0)});
        QCOMPARE(drain("orders"), "deleted");
        advance(60s);
        QCOMPARE(drain("orders"), "deleted inactive active 中文 😀 delayed");
    }

    void handlesStayValidUntilTheirTime()
    {
        create("orders", {.visibilityTimeout = 10s});
        must(BatchSendMessage{"orders", {"a", "b"}});
        const auto batch = must(BatchReceiveMessage{"orders", 2, 0s}).msgInfoList;
        advance(5s);
        restart();
        QCOMPARE(toldDelete("orders", batch[0]), "ok");
        advance(4'999ms);
        QCOMPARE(counters("orders"), "1 inactive");
        advance(1ms);
        QCOMPARE(toldDelete("orders", batch[1]), "4430/10260");
        QCOMPARE(receive("orders").dequeueCount, 2);
    }

    void deadHandlesStayDead()
    {
        create("orders", {.visibilityTimeout = 10s});
        send("orders", "a");
        const ReceivedMessage first = receive("orders");
        advance(10s);
        restart();
        QCOMPARE(toldDelete("orders", first), "4430/10260");
        const ReceivedMessage second = receive("orders");
        QVERIFY(first.receiptHandle != second.receiptHandle);
        restart();
        QCOMPARE(toldDelete("orders", first), "4430/10260");
        QCOMPARE(toldDelete("orders", second), "ok");
    }

    void delaysEndAtTheirTime()
    {
        create("orders");
        send("orders", "a", 10s);
        advance(5s);
        restart();
        advance(4'999ms);
        QCOMPARE(counters("orders"), "1 delayed");
        advance(1ms);
        QCOMPARE(counters("orders"), "1 active");
    }

    void receivedMessageIsTheSame()
    {
        create("orders", {.visibilityTimeout = 10s});
        const std::string id = send("orders", "a");
        advance(3s);
        receive("orders");
        restart();
        advance(10s);
        const ReceivedMessage again = receive("orders");
        QCOMPARE(again.msgId, id);
        QCOMPARE(at(again.enqueueTime), 0);
        QCOMPARE(at(again.firstDequeueTime), 3);
        QCOMPARE(again.dequeueCount, 2);
    }

    void thousandsRewoundStayRewound()
    {
        create("orders", {.visibilityTimeout = 60s, .rewindSeconds = 3600s});
        create("other", {.rewindSeconds = 3600s});
        consume("other", "another queue's");
        for (int i = 0; i < 150; ++i)
            consumeBatch("orders");
        advance(1s);
        send("orders", "behind");
        QCOMPARE(counters("orders"), "1 active, 2400 rewindable");
        must(RewindQueue{"orders", instant(0)});
        QCOMPARE(counters("orders"), "2401 active");
        const ReceivedMessage again = receive("orders");
        QCOMPARE(again.dequeueCount, 1);
        remove("orders", again);
        receive("orders");
        restart();
        QCOMPARE(counters("orders"), "2399 active, 1 inactive, 1 rewindable");
        QCOMPARE(counters("other"), "1 rewindable");
        QCOMPARE(oldest("orders"), "0");
        restart();
        QCOMPARE(counters("orders"), "2399 active, 1 inactive, 1 rewindable");
        // Rewound again, and the area emptied: all at once, and only what is in it now.
        must(RewindQueue{"orders", instant(0)});
        QCOMPARE(counters("orders"), "2400 active, 1 inactive");
        for (int i = 0; i < 149; ++i)
            deleteBatch("orders");
        QCOMPARE(counters("orders"), "16 active, 1 inactive, 2384 rewindable");
        change("orders", {.rewindSeconds = 0s});
        change("orders", {.rewindSeconds = 3600s});
        deleteBatch("orders");
        QCOMPARE(counters("orders"), "1 inactive, 16 rewindable");
        restart();
        QCOMPARE(counters("orders"), "1 inactive, 16 rewindable");
        advance(60s);
        QCOMPARE(receive("orders").dequeueCount, 2);
        must(RewindQueue{"orders", instant(0)});
        QCOMPARE(counters("orders"), "16 active, 1 inactive");
    }

    void namesAreStillTakenForAWhile()
    {
        begin({.nameReuseDelay = 10s});
        create("orders");
        must(CreateTopic{"news"});
        must(DeleteQueue{"orders"});
        must(DeleteTopic{"news"});
        advance(5s);
        restart();
        QCOMPARE(told(CreateQueue{"orders", {}}), "6040/10660");
        QCOMPARE(told(CreateQueue{"ORDERS", {}}), "6040/10660");
        QCOMPARE(told(CreateTopic{"news"}), "6040/10660");
        advance(4'999ms);
        QCOMPARE(told(CreateQueue{"orders", {}}), "6040/10660");
        restart();
        advance(1ms);
        QCOMPARE(told(CreateQueue{"orders", {}}), "ok");
        QCOMPARE(told(CreateTopic{"news"}), "ok");
        restart();
        QCOMPARE(names(must(ListQueue{})), "orders");
        // And again for as long.
        must(DeleteQueue{"orders"});
        restart();
        QCOMPARE(told(CreateQueue{"orders", {}}), "6040/10660");
        advance(10s);
        QCOMPARE(told(CreateQueue{"orders", {}}), "ok");
    }

    void deletedStaysDeleted()
    {
        create("orders");
        consume("orders", "a");
        send("orders", "b");
        must(ClearQueue{"orders"});
        create("others");
        send("others", "c");
        must(DeleteQueue{"others"});
        restart();
        QCOMPARE(counters("orders"), "empty");
        QCOMPARE(told(GetQueueAttributes{"others"}), "4440/10100");
        create("others");
        QCOMPARE(counters("others"), "empty");
    }

    void thousandsClearedStayCleared()
    {
        create("orders");
        create("others");
        for (int i = 0; i < 150; ++i)
            must(BatchSendMessage{"orders", std::vector<std::string>(16, "old")});
        send("others", "kept");
        must(ClearQueue{"orders"});
        send("orders", "new");
        restart();
        QCOMPARE(drain("orders"), "new");
        QCOMPARE(drain("others"), "kept");
    }

    void numbersAreNeverUsedTwice()
    {
        create("orders");
        const std::string first = send("orders", "a");
        const ReceivedMessage message = receive("orders");
        remove("orders", message);
        restart();
        QVERIFY(std::stoull(send("orders", "b")) > std::stoull(first));
        QVERIFY(receive("orders").receiptHandle != message.receiptHandle);
    }

    void retentionGoesOn()
    {
        create("orders", {.msgRetentionSeconds = 60s});
        send("orders", "a");
        advance(30s);
        restart();
        advance(29'999ms);
        QCOMPARE(counters("orders"), "1 active");
        advance(1ms);
        QCOMPARE(counters("orders"), "empty");
    }

    void deadLettersAreStillMoved()
    {
        create("dead");
        create("orders", {.visibilityTimeout = 10s,
                          .deadLetterPolicy =
                              DeadLetterPolicy{"dead", DeadLetterRule::MaxReceiveCount, 2, 0s}});
        send("orders", "a");
        receive("orders");
        advance(10s);
        restart();
        receive("orders");
        restart();
        advance(10s);
        QCOMPARE(counters("orders"), "empty");
        restart();
        QCOMPARE(drain("dead"), "a");
        QCOMPARE(told(DeleteQueue{"dead"}), "4000/10750");
    }

    void blockedDeadLettersAreStillRetried()
    {
        create("dead", {.maxMsgHeapNum = 1});
        create("orders", {.visibilityTimeout = 10s});
        send("dead", "older");
        change("orders", {.deadLetterPolicy =
                              DeadLetterPolicy{"dead", DeadLetterRule::MaxReceiveCount, 1, 0s}});
        send("orders", "a");
        receive("orders");
        advance(10s);
        restart();
        // Full, and behind the barrier.
        advance(10s);
        QCOMPARE(counters("orders"), "1 active");
        change("dead", {.maxMsgHeapNum = 10});
        restart();
        advance(10s);
        QCOMPARE(counters("orders"), "1 active");
        remove("dead", receive("dead"));
        advance(5s);
        QCOMPARE(drain("dead"), "a");
    }

    void originOfDeadLettersIsKept()
    {
        CMQ_NEEDS(PeekMessages{});
        create("dead");
        create("orders", {.visibilityTimeout = 10s,
                          .deadLetterPolicy =
                              DeadLetterPolicy{"dead", DeadLetterRule::MaxReceiveCount, 1, 0s}});
        send("orders", "a");
        receive("orders");
        advance(10s);
        must(DeleteQueue{"orders"});
        restart();
        const auto dead = must(PeekMessages{.queueName = "dead"}).messages.at(0);
        QCOMPARE(dead.originQueueName, "orders");
        QCOMPARE(at(dead.originEnqueueTime.value()), 0);
        QCOMPARE(dead.originDequeueCount, 1);
    }

    void waitsEnd()
    {
        create("orders");
        const Poll poll = startReceive("orders", 30s);
        restart();
        QCOMPARE(poll.answers(), 1);
        QVERIFY(!*poll.result());
        send("orders", "a");
        QCOMPARE(counters("orders"), "1 active");
    }

    void timeDoesNotGoBack()
    {
        create("orders");
        advance(100s);
        restart();
        send("orders", "a");
        QCOMPARE(oldest("orders"), "100");
    }

    void againAndAgain()
    {
        create("orders", {.visibilityTimeout = 10s, .rewindSeconds = 3600s});
        for (int i = 0; i < 10; ++i) {
            send("orders", std::to_string(i));
            restart();
            const ReceivedMessage message = receive("orders");
            QCOMPARE(message.msgBody, std::to_string(i));
            restart();
            remove("orders", message);
            restart();
        }
        QCOMPARE(counters("orders"), "10 rewindable");
        must(RewindQueue{"orders", instant(0)});
        restart();
        QCOMPARE(drain("orders"), "0 1 2 3 4 5 6 7 8 9");
    }
};

CMQ_TEST(restart, TestRestart)

} // namespace tst_restart
#include "tst_restart.moc"
