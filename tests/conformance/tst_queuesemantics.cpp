#include "story.h"

#include "tests/suite.h"

namespace tst_queuesemantics {

using namespace cmq;
using namespace conformance;

/// Section 13 of the protocol page: states, order, handles, retention, counters.
class TestQueueSemantics final : public QObject, private Story
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addBackendRows(); }
    void cleanup() { end(); }

    void transition1_sentMessageIsActive()
    {
        create("orders");
        send("orders", "a");
        QCOMPARE(counters("orders"), "1 active");
        QCOMPARE(oldest("orders"), "0");
    }

    void transition2_sentWithDelayIsDelayed()
    {
        create("orders");
        send("orders", "a", 10s);
        QCOMPARE(counters("orders"), "1 delayed");
        QCOMPARE(received("orders"), "7000/10200");
    }

    void transition3_delayEnds()
    {
        create("orders");
        send("orders", "a", 10s);
        advance(9'999ms);
        QCOMPARE(counters("orders"), "1 delayed");
        QCOMPARE(received("orders"), "7000/10200");
        advance(1ms);
        QCOMPARE(counters("orders"), "1 active");
        // It entered the queue when it was sent.
        QCOMPARE(at(receive("orders").enqueueTime), 0);
    }

    void transition4_receivedIsInactive()
    {
        create("orders");
        send("orders", "a");
        receive("orders");
        QCOMPARE(counters("orders"), "1 inactive");
        QCOMPARE(received("orders"), "7000/10200");
    }

    void transition5_deletedBeforeNextVisibleTime()
    {
        create("orders", {.visibilityTimeout = 10s});
        send("orders", "a");
        const ReceivedMessage message = receive("orders");
        advance(9'999ms);
        QCOMPARE(toldDelete("orders", message), "ok");
        QCOMPARE(counters("orders"), "empty");
    }

    void transition5_deletedIsRewindableWhereRewindIsOn()
    {
        create("orders", {.rewindSeconds = 60s});
        consume("orders", "a");
        QCOMPARE(counters("orders"), "1 rewindable");
        QCOMPARE(received("orders"), "7000/10200");
    }

    void transition6_visibleAgainAtNextVisibleTime()
    {
        create("orders", {.visibilityTimeout = 10s});
        send("orders", "a");
        receive("orders");
        advance(9'999ms);
        QCOMPARE(counters("orders"), "1 inactive");
        advance(1ms);
        QCOMPARE(counters("orders"), "1 active");
        QCOMPARE(receive("orders").dequeueCount, 2);
    }

    void transition6_handleIsDeadAtNextVisibleTime()
    {
        create("orders", {.visibilityTimeout = 10s});
        send("orders", "a");
        const ReceivedMessage message = receive("orders");
        advance(10s);
        QCOMPARE(toldDelete("orders", message), "4430/10260");
        QCOMPARE(counters("orders"), "1 active");
    }

    void transition7_retentionEndsInEveryState()
    {
        create("orders", {.visibilityTimeout = 43'200s, .msgRetentionSeconds = 60s});
        send("orders", "inactive");
        const ReceivedMessage message = receive("orders");
        send("orders", "active");
        send("orders", "delayed", 3600s);
        advance(59'999ms);
        QCOMPARE(counters("orders"), "1 active, 1 inactive, 1 delayed");
        advance(1ms);
        QCOMPARE(counters("orders"), "empty");
        QCOMPARE(oldest("orders"), "none");
        QCOMPARE(toldDelete("orders", message), "4430/10260");
        QCOMPARE(received("orders"), "7000/10200");
        advance(43'200s);
        QCOMPARE(counters("orders"), "empty");
    }

    void transition8_rewindWindowEnds()
    {
        create("orders", {.rewindSeconds = 60s});
        consume("orders", "a");
        advance(59'999ms);
        QCOMPARE(counters("orders"), "1 rewindable");
        advance(1ms);
        QCOMPARE(counters("orders"), "empty");
    }

    void transition8_windowIsByProductionTime()
    {
        create("orders", {.rewindSeconds = 60s});
        send("orders", "early");
        send("orders", "late");
        advance(59'999ms);
        remove("orders", receive("orders"));
        QCOMPARE(counters("orders"), "1 active, 1 rewindable");
        advance(1ms);
        QCOMPARE(counters("orders"), "1 active");
        // Deleted later than rewindSeconds after its production: gone at once.
        remove("orders", receive("orders"));
        QCOMPARE(counters("orders"), "empty");
    }

    void transition8_nothingSurvivesRetention()
    {
        create("orders", {.msgRetentionSeconds = 60s, .rewindSeconds = 60s});
        consume("orders", "a");
        advance(60s);
        QCOMPARE(counters("orders"), "empty");
    }

    void transition9_rewindOff()
    {
        create("orders", {.rewindSeconds = 60s});
        consume("orders", "a");
        change("orders", {.rewindSeconds = 0s});
        QCOMPARE(counters("orders"), "empty");
    }

    void transition10_rewoundIsActive()
    {
        create("orders", {.rewindSeconds = 60s});
        const ReceivedMessage before = consume("orders", "a");
        advance(10s);
        must(RewindQueue{"orders", instant(0)});
        QCOMPARE(counters("orders"), "1 active");
        QCOMPARE(oldest("orders"), "0");
        const ReceivedMessage after = receive("orders");
        QCOMPARE(after.msgId, before.msgId);
        QCOMPARE(after.msgBody, "a");
        QCOMPARE(at(after.enqueueTime), 0);
        QCOMPARE(at(after.firstDequeueTime), 10);
        QCOMPARE(after.dequeueCount, 1);
        QCOMPARE(toldDelete("orders", before), "4430/10260");
        QCOMPARE(toldDelete("orders", after), "ok");
    }

    void order_oldestFirst()
    {
        create("orders");
        for (const char* body : {"a", "b", "c"}) {
            send("orders", body);
            advance(1ms);
        }
        QCOMPARE(drain("orders"), "a b c");
    }

    void order_oneInstantInTheOrderOfSending()
    {
        create("orders");
        must(BatchSendMessage{"orders", {"a", "b"}});
        send("orders", "c");
        QCOMPARE(drain("orders"), "a b c");
    }

    void order_visibleAgainByEnqueueTime()
    {
        create("orders", {.visibilityTimeout = 10s});
        for (const char* body : {"a", "b", "c"})
            send("orders", body);
        QCOMPARE(receive("orders").msgBody, "a");
        QCOMPARE(receive("orders").msgBody, "b");
        advance(10s);
        QCOMPARE(drain("orders"), "a b c");
    }

    void order_delayedByTimeOfSending()
    {
        create("orders");
        send("orders", "delayed", 10s);
        advance(5s);
        send("orders", "b");
        advance(5s);
        QCOMPARE(drain("orders"), "delayed b");
    }

    void consumersCompete()
    {
        create("orders");
        send("orders", "a");
        const Poll first = startReceive("orders", 10s);
        const Poll second = startReceive("orders", 10s);
        QCOMPARE(heard(first), "a");
        QCOMPARE(heard(second), "waiting");
        advance(10s);
        QCOMPARE(heard(second), "7000/10200");
    }

    void handle_onlyTheLatest()
    {
        create("orders", {.visibilityTimeout = 10s});
        send("orders", "a");
        const ReceivedMessage first = receive("orders");
        advance(10s);
        const ReceivedMessage second = receive("orders");
        QCOMPARE(toldDelete("orders", first), "4430/10260");
        QCOMPARE(counters("orders"), "1 inactive");
        QCOMPARE(toldDelete("orders", second), "ok");
    }

    void handle_afterRewindIsNew()
    {
        create("orders", {.rewindSeconds = 60s});
        const ReceivedMessage first = consume("orders", "a");
        must(RewindQueue{"orders", instant(0)});
        const ReceivedMessage second = receive("orders");
        QVERIFY(first.receiptHandle != second.receiptHandle);
        QCOMPARE(toldDelete("orders", first), "4430/10260");
    }

    void visibilityAboveRetention_consumedAtMostOnce()
    {
        create("orders", {.visibilityTimeout = 61s, .msgRetentionSeconds = 60s});
        send("orders", "a");
        receive("orders");
        advance(61s);
        QCOMPARE(received("orders"), "7000/10200");
    }

    void retention_neverRestarts()
    {
        create("orders", {.visibilityTimeout = 10s, .msgRetentionSeconds = 60s});
        send("orders", "a");
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(receive("orders").dequeueCount, i + 1);
            advance(10s);
        }
        QCOMPARE(counters("orders"), "1 active");
        advance(10s);
        QCOMPARE(counters("orders"), "empty");
    }

    void retention_delayAtLeastAsLongIsNeverVisible()
    {
        create("orders", {.msgRetentionSeconds = 60s});
        send("orders", "a", 60s);
        const Poll poll = startReceive("orders", 30s);
        advance(30s);
        QCOMPARE(heard(poll), "7000/10200");
        const Poll last = startReceive("orders", 30s);
        advance(30s);
        QCOMPARE(heard(last), "7000/10200");
        QCOMPARE(counters("orders"), "empty");
    }

    void retention_thousandsAtOnce()
    {
        create("orders", {.msgRetentionSeconds = 60s});
        for (int i = 0; i < 150; ++i)
            must(BatchSendMessage{"orders", std::vector<std::string>(16, "old")});
        advance(1s);
        send("orders", "young");
        QCOMPARE(counters("orders"), "2401 active");
        advance(59s);
        QCOMPARE(counters("orders"), "1 active");
        QCOMPARE(drain("orders"), "young");
    }

    void retention_fifteenDays()
    {
        create("orders", {.visibilityTimeout = 43'200s, .msgRetentionSeconds = 1'296'000s});
        send("orders", "a");
        advance(1'296'000s - 1ms);
        QCOMPARE(receive("orders").msgBody, "a");
        QCOMPARE(counters("orders"), "1 inactive");
        advance(1ms);
        QCOMPARE(counters("orders"), "empty");
    }

    void heap_countsUndeletedMessages()
    {
        create("orders", {.maxMsgHeapNum = 3});
        send("orders", "inactive");
        const ReceivedMessage message = receive("orders");
        send("orders", "active");
        send("orders", "delayed", 3600s);
        QCOMPARE(told(SendMessage{"orders", "d"}), "4410/10240");
        QCOMPARE(told(SendMessage{"orders", "d", 10s}), "4410/10240");
        remove("orders", message);
        QCOMPARE(told(SendMessage{"orders", "d"}), "ok");
    }

    void heap_rewindableDoNotCount()
    {
        create("orders", {.maxMsgHeapNum = 1, .rewindSeconds = 60s});
        consume("orders", "a");
        consume("orders", "b");
        QCOMPARE(told(SendMessage{"orders", "c"}), "ok");
        QCOMPARE(told(SendMessage{"orders", "d"}), "4410/10240");
    }

    void heap_rewindIsExemptAndCountsAfterwards()
    {
        create("orders", {.maxMsgHeapNum = 2, .rewindSeconds = 60s});
        for (const char* body : {"a", "b", "c"})
            consume("orders", body);
        must(RewindQueue{"orders", instant(0)});
        QCOMPARE(counters("orders"), "3 active");
        QCOMPARE(told(SendMessage{"orders", "d"}), "4410/10240");
        remove("orders", receive("orders"));
        remove("orders", receive("orders"));
        QCOMPARE(told(SendMessage{"orders", "d"}), "ok");
    }

    void heap_expiredMakeRoom()
    {
        create("orders", {.maxMsgHeapNum = 1, .msgRetentionSeconds = 60s});
        send("orders", "a");
        advance(60s);
        QCOMPARE(told(SendMessage{"orders", "b"}), "ok");
    }

    void minMsgTime_isTheOldestUnconsumed()
    {
        create("orders", {.visibilityTimeout = 3600s, .rewindSeconds = 3600s});
        QCOMPARE(oldest("orders"), "none");
        send("orders", "a", 60s);
        advance(5s);
        send("orders", "b");
        QCOMPARE(oldest("orders"), "0");
        remove("orders", receive("orders"));
        advance(55s);
        const ReceivedMessage a = receive("orders");
        QCOMPARE(oldest("orders"), "0");
        remove("orders", a);
        QCOMPARE(oldest("orders"), "none");
        send("orders", "c");
        QCOMPARE(oldest("orders"), "60");
        // Rewound messages are unconsumed again.
        must(RewindQueue{"orders", instant(5)});
        QCOMPARE(oldest("orders"), "5");
    }

    void maxInactive_receiveIsRefused()
    {
        begin({.maxInactive = 2});
        create("orders", {.visibilityTimeout = 10s});
        must(BatchSendMessage{"orders", {"a", "b", "c"}});
        const auto batch = must(BatchReceiveMessage{"orders", 16, 0s});
        QCOMPARE(bodies(batch), "a b");
        QCOMPARE(told(ReceiveMessage{"orders", 0s}), "6070/10690");
        QCOMPARE(told(BatchReceiveMessage{"orders", 1, 30s}), "6070/10690");
        remove("orders", batch.msgInfoList[0]);
        QCOMPARE(received("orders"), "c");
        advance(10s);
        QCOMPARE(received("orders"), "b");
    }

    void maxInactive_aWaitIsServedWhenThereIsRoom()
    {
        begin({.maxInactive = 1});
        create("orders");
        const Poll first = startReceive("orders", 30s);
        const Poll second = startReceive("orders", 30s);
        must(BatchSendMessage{"orders", {"a", "b"}});
        QCOMPARE(heard(first), "a");
        QCOMPARE(heard(second), "waiting");
        remove("orders", **first.result());
        QCOMPARE(heard(second), "b");
    }

    void maxDelayed_sendIsRefused()
    {
        begin({.maxDelayed = 2});
        create("orders");
        send("orders", "a", 10s);
        QCOMPARE(told(BatchSendMessage{"orders", {"b", "c"}, 10s}), "6070/10690");
        QCOMPARE(told(SendMessage{"orders", "b", 10s}), "ok");
        QCOMPARE(told(SendMessage{"orders", "c", 10s}), "6070/10690");
        QCOMPARE(told(SendMessage{"orders", "c"}), "ok");
        advance(10s);
        QCOMPARE(told(SendMessage{"orders", "d", 10s}), "ok");
    }

    void inactiveAndDelayed_areUnlimitedByDefault()
    {
        create("orders");
        for (int i = 0; i < 70; ++i) {
            must(BatchSendMessage{"orders", std::vector<std::string>(16, "a")});
            must(BatchReceiveMessage{"orders", 16, 0s});
            must(BatchSendMessage{"orders", std::vector<std::string>(16, "b"), 3600s});
        }
        QCOMPARE(counters("orders"), "1120 inactive, 1120 delayed");
    }

    void queuesAreIndependent()
    {
        create("a", {.visibilityTimeout = 5s});
        create("b", {.msgRetentionSeconds = 60s});
        send("a", "in a");
        send("b", "in b");
        QCOMPARE(drain("a"), "in a");
        QCOMPARE(counters("b"), "1 active");
        advance(60s);
        QCOMPARE(counters("a"), "1 active");
        QCOMPARE(counters("b"), "empty");
    }
};

CMQ_TEST(queuesemantics, TestQueueSemantics)

} // namespace tst_queuesemantics
#include "tst_queuesemantics.moc"
