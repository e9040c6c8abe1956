#include "story.h"

#include "tests/suite.h"

namespace tst_longpolling {

using namespace cmq;
using namespace conformance;

/// Section 13.4 of the protocol page: receives that wait.
class TestLongPolling final : public QObject, private Story
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addBackendRows(); }
    void cleanup() { end(); }

    void zeroWait_answersAtOnce()
    {
        create("orders", {.pollingWaitSeconds = 30s});
        QCOMPARE(received("orders"), "7000/10200");
        send("orders", "a");
        QCOMPARE(received("orders"), "a");
    }

    void waitOfTheRequest()
    {
        create("orders", {.pollingWaitSeconds = 1s});
        const Poll poll = startReceive("orders", 3s);
        advance(2'999ms);
        QCOMPARE(heard(poll), "waiting");
        advance(1ms);
        QCOMPARE(heard(poll), "7000/10200");
        QCOMPARE(poll.answers(), 1);
    }

    void waitOfTheQueue()
    {
        create("orders", {.pollingWaitSeconds = 3s});
        const Poll poll = startReceive("orders", std::nullopt);
        const BatchPoll batch = start(BatchReceiveMessage{"orders", 16, std::nullopt});
        advance(2'999ms);
        QCOMPARE(heard(poll), "waiting");
        QCOMPARE(heard(batch), "waiting");
        advance(1ms);
        QCOMPARE(heard(poll), "7000/10200");
        QCOMPARE(heard(batch), "7000/10200");
    }

    void messageIsThere_answersAtOnce()
    {
        create("orders");
        send("orders", "a");
        QCOMPARE(heard(startReceive("orders", 30s)), "a");
    }

    void wokenBySend()
    {
        create("orders");
        const Poll poll = startReceive("orders", 30s);
        advance(5s);
        send("orders", "a");
        QCOMPARE(heard(poll), "a");
        QCOMPARE(at((*poll.result())->nextVisibleTime), 35);
        QCOMPARE(counters("orders"), "1 inactive");
    }

    void wokenByADelayThatEnds()
    {
        create("orders");
        send("orders", "a", 5s);
        const Poll poll = startReceive("orders", 30s);
        advance(4'999ms);
        QCOMPARE(heard(poll), "waiting");
        advance(1ms);
        QCOMPARE(heard(poll), "a");
        QCOMPARE(at((*poll.result())->firstDequeueTime), 5);
    }

    void wokenByAVisibilityThatEnds()
    {
        create("orders", {.visibilityTimeout = 5s});
        send("orders", "a");
        receive("orders");
        const Poll poll = startReceive("orders", 30s);
        advance(4'999ms);
        QCOMPARE(heard(poll), "waiting");
        advance(1ms);
        QCOMPARE(heard(poll), "a");
        QCOMPARE((*poll.result())->dequeueCount, 2);
    }

    void wokenByARewind()
    {
        create("orders", {.rewindSeconds = 60s});
        consume("orders", "a");
        consume("orders", "b");
        const Poll first = startReceive("orders", 30s);
        const BatchPoll second = startReceive("orders", 16, 30s);
        must(RewindQueue{"orders", instant(0)});
        QCOMPARE(heard(first), "a");
        QCOMPARE(heard(second), "b");
    }

    void visibleAtTheEndOfTheWait()
    {
        create("orders");
        send("orders", "a", 5s);
        const Poll poll = startReceive("orders", 5s);
        advance(5s);
        QCOMPARE(heard(poll), "a");
    }

    void servedInArrivalOrder()
    {
        create("orders");
        const Poll first = startReceive("orders", 30s);
        const Poll second = startReceive("orders", 10s);
        const Poll third = startReceive("orders", 20s);
        send("orders", "a");
        QCOMPARE(heard(first), "a");
        QCOMPARE(heard(second), "waiting");
        must(BatchSendMessage{"orders", {"b", "c", "d"}});
        QCOMPARE(heard(second), "b");
        QCOMPARE(heard(third), "c");
        QCOMPARE(counters("orders"), "1 active, 3 inactive");
    }

    void eachWaitEndsAtItsOwnTime()
    {
        create("orders");
        const Poll longest = startReceive("orders", 30s);
        const Poll shortest = startReceive("orders", 10s);
        advance(10s);
        QCOMPARE(heard(shortest), "7000/10200");
        QCOMPARE(heard(longest), "waiting");
        advance(20s);
        QCOMPARE(heard(longest), "7000/10200");
    }

    void batchNeverWaitsForAFullBatch()
    {
        create("orders");
        const BatchPoll poll = startReceive("orders", 16, 30s);
        must(BatchSendMessage{"orders", {"a", "b", "c"}});
        QCOMPARE(heard(poll), "a b c");
        const BatchPoll next = startReceive("orders", 16, 30s);
        send("orders", "d");
        QCOMPARE(heard(next), "d");
    }

    void batchTakesAtMostWhatItAskedFor()
    {
        create("orders");
        const BatchPoll two = startReceive("orders", 2, 30s);
        const BatchPoll rest = startReceive("orders", 16, 30s);
        must(BatchSendMessage{"orders", {"a", "b", "c", "d"}});
        QCOMPARE(heard(two), "a b");
        QCOMPARE(heard(rest), "c d");
    }

    void messagesThatBecomeVisibleTogether()
    {
        create("orders");
        must(BatchSendMessage{"orders", {"a", "b"}, 5s});
        const BatchPoll poll = startReceive("orders", 16, 30s);
        advance(5s);
        QCOMPARE(heard(poll), "a b");
    }

    void theOldestOfThoseThatBecomeVisibleTogether()
    {
        create("orders", {.visibilityTimeout = 10s});
        send("orders", "first");
        advance(5s);
        send("orders", "second", 5s);
        receive("orders");
        // "second" becomes visible at 10, "first" at 15.
        const Poll poll = startReceive("orders", 30s);
        advance(5s);
        QCOMPARE(heard(poll), "second");
        send("orders", "third", 5s);
        const Poll next = startReceive("orders", 30s);
        advance(5s);
        QCOMPARE(heard(next), "first");
    }

    void cancelledWaitTakesNoMessage()
    {
        create("orders");
        const Poll first = startReceive("orders", 30s);
        const Poll second = startReceive("orders", 30s);
        cancel(first);
        QCOMPARE(first.answers(), 1);
        QVERIFY(first.result()->error().id == ErrorId::Cancelled);
        send("orders", "a");
        QCOMPARE(heard(second), "a");
        send("orders", "b");
        QCOMPARE(counters("orders"), "1 active, 1 inactive");
        advance(30s);
        QCOMPARE(first.answers(), 1);
    }

    void cancelAfterTheAnswerChangesNothing()
    {
        create("orders");
        const Poll poll = startReceive("orders", 30s);
        send("orders", "a");
        cancel(poll);
        QCOMPARE(heard(poll), "a");
        QCOMPARE(poll.answers(), 1);
        QCOMPARE(counters("orders"), "1 inactive");
        cancel(poll);
        QCOMPARE(poll.answers(), 1);
    }

    void abandonedPollThenANewOne()
    {
        // An SDK whose read times out before the wait ends, and asks again.
        create("orders");
        const Poll abandoned = startReceive("orders", 20s);
        advance(15s);
        cancel(abandoned);
        const Poll next = startReceive("orders", 20s);
        send("orders", "a");
        QCOMPARE(heard(next), "a");
    }

    void expiredMessageWakesNobody()
    {
        create("orders", {.msgRetentionSeconds = 60s});
        send("orders", "a", 60s);
        advance(40s);
        const Poll poll = startReceive("orders", 30s);
        advance(30s);
        QCOMPARE(heard(poll), "7000/10200");
    }

    void manyWaiters()
    {
        create("orders");
        std::vector<Poll> polls;
        for (int i = 0; i < 200; ++i)
            polls.push_back(startReceive("orders", 30s));
        for (int i = 0; i < 200; i += 2)
            cancel(polls[static_cast<std::size_t>(i)]);
        for (int i = 0; i < 50; ++i)
            send("orders", std::to_string(i));
        for (int i = 0; i < 50; ++i)
            QCOMPARE(heard(polls[static_cast<std::size_t>(2 * i + 1)]), std::to_string(i));
        QCOMPARE(heard(polls[101]), "waiting");
        advance(30s);
        for (const Poll& poll : polls)
            QCOMPARE(poll.answers(), 1);
    }

    void waitsOfOtherQueuesGoOn()
    {
        create("a");
        create("b");
        const Poll poll = startReceive("a", 30s);
        send("b", "x");
        QCOMPARE(heard(poll), "waiting");
        must(DeleteQueue{"b"});
        QCOMPARE(heard(poll), "waiting");
        send("a", "y");
        QCOMPARE(heard(poll), "y");
    }
};

CMQ_TEST(longpolling, TestLongPolling)

} // namespace tst_longpolling
#include "tst_longpolling.moc"
