#include "story.h"

#include "tests/suite.h"

namespace tst_rewind {

using namespace cmq;
using namespace conformance;

/// Section 13.5 of the protocol page: consuming again.
class TestRewind final : public QObject, private Story
{
    Q_OBJECT

    std::string toldRewind(std::int64_t seconds)
    {
        return told(RewindQueue{"orders", instant(seconds)});
    }

    /// So many times 16 messages, a batch each second.
    void consumeBatches(int count)
    {
        for (int i = 0; i < count; ++i) {
            must(BatchSendMessage{"orders", std::vector<std::string>(16, "a")});
            std::vector<std::string> handles;
            for (const auto& message : must(BatchReceiveMessage{"orders", 16, 0s}).msgInfoList)
                handles.push_back(message.receiptHandle);
            must(BatchDeleteMessage{"orders", handles});
            advance(1s);
        }
    }

private slots:
    void initTestCase_data() { addBackendRows(); }
    void cleanup() { end(); }

    void off()
    {
        create("orders");
        consume("orders", "a");
        QCOMPARE(counters("orders"), "empty");
        QCOMPARE(toldRewind(0), "6050/10670");
    }

    void fromThatTimeOnInProductionOrder()
    {
        create("orders", {.rewindSeconds = 3600s});
        for (const char* body : {"a", "b", "c", "d"})
            send("orders", body), advance(10s);
        auto batch = must(BatchReceiveMessage{"orders", 4, 0s}).msgInfoList;
        std::swap(batch[0], batch[3]);
        for (const ReceivedMessage& message : batch)
            remove("orders", message);
        QCOMPARE(toldRewind(10), "ok");
        QCOMPARE(counters("orders"), "3 active, 1 rewindable");
        QCOMPARE(drain("orders"), "b c d");
    }

    void againAndAgain()
    {
        create("orders", {.rewindSeconds = 3600s});
        consume("orders", "a");
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(toldRewind(0), "ok");
            remove("orders", receive("orders"));
            QCOMPARE(counters("orders"), "1 rewindable");
        }
    }

    void earliestIsNowMinusRewindSeconds()
    {
        create("orders", {.rewindSeconds = 60s});
        advance(100s);
        QCOMPARE(toldRewind(40), "ok");
        // One second of tolerance, for times are cut to seconds.
        QCOMPARE(toldRewind(39), "ok");
        QCOMPARE(toldRewind(38), "4000/10680");
    }

    void latestIsMinMsgTime()
    {
        create("orders", {.rewindSeconds = 3600s});
        advance(100s);
        send("orders", "unconsumed");
        advance(100s);
        QCOMPARE(toldRewind(100), "ok");
        QCOMPARE(toldRewind(101), "ok");
        QCOMPARE(toldRewind(102), "4000/10680");
        QCOMPARE(toldRewind(200), "4000/10680");
    }

    void latestCountsDelayedAndInactive()
    {
        create("orders", {.visibilityTimeout = 3600s, .rewindSeconds = 3600s});
        send("orders", "inactive");
        const ReceivedMessage inactive = receive("orders");
        advance(10s);
        send("orders", "delayed", 3600s);
        advance(10s);
        QCOMPARE(toldRewind(20), "4000/10680");
        QCOMPARE(toldRewind(0), "ok");
        remove("orders", inactive);
        QCOMPARE(toldRewind(20), "4000/10680");
        QCOMPARE(toldRewind(10), "ok");
    }

    void latestOfAnEmptyQueueIsNow()
    {
        create("orders", {.rewindSeconds = 3600s});
        advance(100s);
        QCOMPARE(toldRewind(100), "ok");
        QCOMPARE(toldRewind(101), "ok");
        QCOMPARE(toldRewind(102), "4000/10680");
        // Before the queue was created, as SDKs ask.
        QCOMPARE(toldRewind(100 - 1800), "ok");
    }

    void nothingMatches()
    {
        create("orders", {.rewindSeconds = 3600s});
        consume("orders", "a");
        advance(10s);
        QCOMPARE(toldRewind(10), "ok");
        QCOMPARE(counters("orders"), "1 rewindable");
    }

    void absurdTimes()
    {
        create("orders", {.rewindSeconds = 3600s});
        QCOMPARE(told(RewindQueue{"orders", fromUnixSeconds(0)}), "4000/10680");
        QCOMPARE(told(RewindQueue{"orders", fromUnixSeconds(-1)}), "4000/10680");
        QCOMPARE(told(RewindQueue{"orders", fromUnixSeconds(253'402'300'800)}), "4000/10680");
    }

    void sortKeyIsProductionTime()
    {
        create("orders", {.rewindSeconds = 3600s});
        send("orders", "a");
        advance(100s);
        remove("orders", receive("orders"));
        QCOMPARE(toldRewind(50), "ok");
        QCOMPARE(counters("orders"), "1 rewindable");
        QCOMPARE(toldRewind(0), "ok");
        QCOMPARE(counters("orders"), "1 active");
    }

    void tooOldCannotBeRewound()
    {
        create("orders", {.rewindSeconds = 60s});
        consume("orders", "a");
        advance(30s);
        consume("orders", "b");
        advance(30s);
        QCOMPARE(toldRewind(0), "ok");
        QCOMPARE(counters("orders"), "1 active");
        QCOMPARE(drain("orders"), "b");
    }

    void inactiveStaysInactive()
    {
        create("orders", {.visibilityTimeout = 60s, .rewindSeconds = 3600s});
        consume("orders", "a");
        send("orders", "b");
        const ReceivedMessage b = receive("orders");
        QCOMPARE(toldRewind(0), "ok");
        QCOMPARE(counters("orders"), "1 active, 1 inactive");
        QCOMPARE(toldDelete("orders", b), "ok");
    }

    void rewoundLivesByItsFirstEnqueueTime()
    {
        create("orders", {.msgRetentionSeconds = 120s, .rewindSeconds = 60s});
        consume("orders", "a");
        advance(59s);
        QCOMPARE(toldRewind(0), "ok");
        advance(60'999ms);
        QCOMPARE(counters("orders"), "1 active");
        advance(1ms);
        QCOMPARE(counters("orders"), "empty");
    }

    void rewoundThenDeletedAfterTheWindowIsGone()
    {
        create("orders", {.rewindSeconds = 60s});
        consume("orders", "a");
        advance(59s);
        QCOMPARE(toldRewind(0), "ok");
        advance(1s);
        remove("orders", receive("orders"));
        QCOMPARE(counters("orders"), "empty");
    }

    void parameters()
    {
        create("orders", {.rewindSeconds = 60s});
        QCOMPARE(told(RewindQueue{"no.name", now()}), "4000/10020");
        QCOMPARE(told(RewindQueue{"none", now()}), "4440/10100");
    }

    void thousandsAtOnce()
    {
        create("orders", {.rewindSeconds = 3600s});
        consumeBatches(200);
        QCOMPARE(counters("orders"), "3200 rewindable");
        const BatchPoll poll = startReceive("orders", 2, 10s);
        QCOMPARE(toldRewind(50), "ok");
        QCOMPARE(heard(poll), "a a");
        QCOMPARE(counters("orders"), "2398 active, 2 inactive, 800 rewindable");
        QCOMPARE(oldest("orders"), "50");
        const ReceivedMessage first = receive("orders");
        QCOMPARE(at(first.enqueueTime), 50);
        QCOMPARE(first.dequeueCount, 1);
        QCOMPARE(at(first.firstDequeueTime), 200);
        remove("orders", first);
        QCOMPARE(counters("orders"), "2397 active, 2 inactive, 801 rewindable");
    }

    void thousandsLeaveTheWindowAtOnce()
    {
        create("orders", {.rewindSeconds = 3600s});
        consumeBatches(200);
        change("orders", {.rewindSeconds = 60s});
        // Those of the last 60 s, but for the one that is just as old.
        QCOMPARE(counters("orders"), "944 rewindable");
        change("orders", {.rewindSeconds = 0s});
        QCOMPARE(counters("orders"), "empty");
    }

    void thousandsVanishWhenItIsTurnedOff()
    {
        create("orders", {.rewindSeconds = 3600s});
        consumeBatches(150);
        send("orders", "b");
        change("orders", {.rewindSeconds = 0s});
        QCOMPARE(counters("orders"), "1 active");
        change("orders", {.rewindSeconds = 3600s});
        QCOMPARE(toldRewind(0), "ok");
        QCOMPARE(drain("orders"), "b");
    }

    void manyAtOnce()
    {
        create("orders", {.rewindSeconds = 3600s});
        consumeBatches(70);
        QCOMPARE(counters("orders"), "1120 rewindable");
        QCOMPARE(toldRewind(35), "ok");
        QCOMPARE(counters("orders"), "560 active, 560 rewindable");
    }
};

CMQ_TEST(rewind, TestRewind)

} // namespace tst_rewind
#include "tst_rewind.moc"
