#include "story.h"

#include "tests/suite.h"

namespace tst_deadletters {

using namespace cmq;
using namespace conformance;

/// Section 10 of the protocol page: dead letters.
class TestDeadLetters final : public QObject, private Story
{
    Q_OBJECT

    static DeadLetterPolicy receivedTooOften(std::int64_t times, const std::string& to = "dead")
    {
        return {to, DeadLetterRule::MaxReceiveCount, times, 0s};
    }
    static DeadLetterPolicy tooOld(Seconds time, const std::string& to = "dead")
    {
        return {to, DeadLetterRule::MaxTimeToLive, 0, time};
    }
    void createSource(const DeadLetterPolicy& policy, Seconds visibilityTimeout = 10s)
    {
        create("dead");
        create("orders", {.visibilityTimeout = visibilityTimeout, .deadLetterPolicy = policy});
    }
    /// The same for rules about one instant, at which it must not matter which queue is older.
    void createEither(bool isSourceOlder)
    {
        begin({.minMsgHeapNum = 1});
        create(isSourceOlder ? "orders" : "dead", {.visibilityTimeout = 10s});
        create(isSourceOlder ? "dead" : "orders", {.visibilityTimeout = 10s});
        change("orders", {.deadLetterPolicy = receivedTooOften(1)});
    }
    /// Receives without deleting.
    void receiveTimes(int times)
    {
        for (int i = 0; i < times; ++i) {
            receive("orders");
            advance(10s);
        }
    }

private slots:
    void initTestCase_data() { addBackendRows(); }
    void cleanup() { end(); }

    void policy_isAnAttribute()
    {
        createSource(receivedTooOften(3));
        QVERIFY(attributes("orders").settings.deadLetterPolicy == receivedTooOften(3));
        QCOMPARE(attributes("orders").deadLetterQueueId, attributes("dead").queueId);
        const auto sources = attributes("dead").deadLetterSource;
        QCOMPARE(sources.size(), 1U);
        QCOMPARE(sources[0].queueName, "orders");
        QCOMPARE(sources[0].queueId, attributes("orders").queueId);
    }

    void policy_parametersAreJudged()
    {
        create("dead");
        const auto toldOf = [&](const DeadLetterPolicy& policy) {
            return told(CreateQueue{"orders", {.deadLetterPolicy = policy}});
        };
        QCOMPARE(toldOf(receivedTooOften(0)), "4000/10720");
        QCOMPARE(toldOf(receivedTooOften(1001)), "4000/10720");
        QCOMPARE(toldOf(tooOld(299s)), "4000/10720");
        QCOMPARE(toldOf(tooOld(43'201s)), "4000/10720");
        QCOMPARE(toldOf(receivedTooOften(1, "")), "4000/10760");
        QCOMPARE(told(GetQueueAttributes{"orders"}), "4440/10100");
        QCOMPARE(toldOf(receivedTooOften(1000)), "ok");
    }

    void policy_timeToLiveIsBelowRetention()
    {
        create("dead");
        const auto toldOf = [&](Seconds retention) {
            return told(CreateQueue{
                "orders", {.msgRetentionSeconds = retention, .deadLetterPolicy = tooOld(300s)}});
        };
        QCOMPARE(toldOf(300s), "4000/10720");
        QCOMPARE(toldOf(301s), "ok");
        QCOMPARE(told(SetQueueAttributes{"orders", {.msgRetentionSeconds = 300s}}), "4000/10720");
    }

    void policy_queueMustExist()
    {
        QCOMPARE(told(CreateQueue{"orders", {.deadLetterPolicy = receivedTooOften(1)}}),
                 "4000/10730");
        create("orders");
        QCOMPARE(told(SetQueueAttributes{"orders", {.deadLetterPolicy = receivedTooOften(1)}}),
                 "4000/10730");
        create("Dead");
        QCOMPARE(told(SetQueueAttributes{"orders", {.deadLetterPolicy = receivedTooOften(1)}}),
                 "4000/10730");
    }

    void policy_mayNotNest()
    {
        createSource(receivedTooOften(1));
        create("others");
        // The target has a dead-letter queue.
        QCOMPARE(
            told(SetQueueAttributes{"others", {.deadLetterPolicy = receivedTooOften(1, "orders")}}),
            "4000/10740");
        QCOMPARE(told(CreateQueue{"more", {.deadLetterPolicy = receivedTooOften(1, "orders")}}),
                 "4000/10740");
        // The queue is one itself.
        QCOMPARE(
            told(SetQueueAttributes{"dead", {.deadLetterPolicy = receivedTooOften(1, "others")}}),
            "4000/10740");
        QCOMPARE(
            told(SetQueueAttributes{"others", {.deadLetterPolicy = receivedTooOften(1, "others")}}),
            "4000/10740");
    }

    void policy_atMostSixSources()
    {
        create("dead");
        for (int i = 0; i < 6; ++i)
            create("q" + std::to_string(i), {.deadLetterPolicy = receivedTooOften(1)});
        QCOMPARE(told(CreateQueue{"q6", {.deadLetterPolicy = receivedTooOften(1)}}), "4000/10780");
        // One of the six may change its policy.
        QCOMPARE(told(SetQueueAttributes{"q5", {.deadLetterPolicy = receivedTooOften(2)}}), "ok");
        must(UnbindDeadLetterQueue{"q0"});
        QCOMPARE(told(CreateQueue{"q6", {.deadLetterPolicy = receivedTooOften(1)}}), "ok");
    }

    void deleteQueue_notWhileBound()
    {
        createSource(receivedTooOften(1));
        QCOMPARE(told(DeleteQueue{"dead"}), "4000/10750");
        must(UnbindDeadLetterQueue{"orders"});
        QCOMPARE(told(DeleteQueue{"dead"}), "ok");
    }

    void deleteQueue_ofTheSourceUnbinds()
    {
        createSource(receivedTooOften(1));
        must(DeleteQueue{"orders"});
        QVERIFY(attributes("dead").deadLetterSource.empty());
        QCOMPARE(told(DeleteQueue{"dead"}), "ok");
    }

    void anotherDeadLetterQueue()
    {
        createSource(receivedTooOften(1));
        create("dead2");
        change("orders", {.deadLetterPolicy = receivedTooOften(1, "dead2")});
        QVERIFY(attributes("dead").deadLetterSource.empty());
        QCOMPARE(attributes("orders").deadLetterQueueId, attributes("dead2").queueId);
        send("orders", "a");
        receiveTimes(1);
        QCOMPARE(counters("dead2"), "1 active");
        QCOMPARE(told(DeleteQueue{"dead"}), "ok");
    }

    void unbind_answersTheSource()
    {
        createSource(receivedTooOften(1));
        QCOMPARE(must(UnbindDeadLetterQueue{"orders"}).queueId, attributes("orders").queueId);
        QVERIFY(!attributes("orders").settings.deadLetterPolicy);
        QVERIFY(attributes("dead").deadLetterSource.empty());
    }

    void unbind_errors()
    {
        create("orders");
        QCOMPARE(told(UnbindDeadLetterQueue{"orders"}), "4000/10730");
        QCOMPARE(told(UnbindDeadLetterQueue{"others"}), "4440/10100");
        QCOMPARE(told(UnbindDeadLetterQueue{"no.name"}), "4000/10020");
    }

    void unbind_messagesStay()
    {
        createSource(receivedTooOften(1));
        send("orders", "a");
        receive("orders");
        must(UnbindDeadLetterQueue{"orders"});
        advance(10s);
        QCOMPARE(counters("orders"), "1 active");
        QCOMPARE(counters("dead"), "empty");
    }

    void sources_areListed()
    {
        create("dead");
        for (const char* name : {"delta", "Alpha", "charlie"})
            create(name, {.deadLetterPolicy = receivedTooOften(1)});
        create("others");
        const QueueList list = must(ListDeadLetterSourceQueues{"dead"});
        QCOMPARE(names(list), "Alpha charlie delta");
        QCOMPARE(list.totalCount, 3);
        QCOMPARE(names(must(ListDeadLetterSourceQueues{"dead", "A"})), "Alpha charlie delta");
        QCOMPARE(names(must(ListDeadLetterSourceQueues{"dead", "LI"})), "charlie");
        const QueueList page = must(ListDeadLetterSourceQueues{"dead", "", 1, 1});
        QCOMPARE(names(page), "charlie");
        QCOMPARE(page.totalCount, 3);
        QCOMPARE(must(ListDeadLetterSourceQueues{"others"}).totalCount, 0);
        QCOMPARE(told(ListDeadLetterSourceQueues{"none"}), "4440/10100");
        QCOMPARE(told(ListDeadLetterSourceQueues{"dead", "", -1, 1}), "4000/10350");
    }

    void policy0_movesAfterTheLastVisibilityPeriod()
    {
        createSource(receivedTooOften(2));
        send("orders", "a");
        receive("orders");
        advance(10s);
        QCOMPARE(counters("orders"), "1 active");
        receive("orders");
        advance(9'999ms);
        QCOMPARE(counters("orders"), "1 inactive");
        QCOMPARE(counters("dead"), "empty");
        advance(1ms);
        QCOMPARE(counters("orders"), "empty");
        QCOMPARE(counters("dead"), "1 active");
    }

    void policy0_deletedInTime()
    {
        createSource(receivedTooOften(1));
        send("orders", "a");
        const ReceivedMessage message = receive("orders");
        advance(9'999ms);
        QCOMPARE(toldDelete("orders", message), "ok");
        advance(10s);
        QCOMPARE(counters("dead"), "empty");
    }

    void policy0_boundLater()
    {
        create("dead");
        create("orders", {.visibilityTimeout = 10s});
        send("orders", "a");
        receiveTimes(2);
        // It has been received twice; once more is too often.
        change("orders", {.deadLetterPolicy = receivedTooOften(3)});
        QCOMPARE(counters("orders"), "1 active");
        receiveTimes(1);
        QCOMPARE(counters("dead"), "1 active");
    }

    void policy0_boundTooLate()
    {
        create("dead");
        create("orders", {.visibilityTimeout = 10s});
        send("orders", "active");
        receiveTimes(2);
        send("orders", "inactive");
        advance(1s);
        QCOMPARE(bodies(must(BatchReceiveMessage{"orders", 1, 0s})), "active");
        advance(10s);
        QCOMPARE(counters("orders"), "2 active");
        // A message that was received often enough is not received again.
        change("orders", {.deadLetterPolicy = receivedTooOften(3)});
        QCOMPARE(drain("orders"), "inactive");
        QCOMPARE(drain("dead"), "active");
        change("orders", {.deadLetterPolicy = receivedTooOften(1)});
        QCOMPARE(counters("orders"), "1 inactive");
        advance(10s);
        QCOMPARE(counters("orders"), "empty");
    }

    void policy0_rewoundCountsAnew()
    {
        createSource(receivedTooOften(1));
        change("orders", {.rewindSeconds = 3600s});
        consume("orders", "a");
        must(RewindQueue{"orders", now()});
        QCOMPARE(counters("orders"), "1 active");
        receiveTimes(1);
        QCOMPARE(counters("dead"), "1 active");
    }

    void policy1_movesWhenItsTimeIsOver()
    {
        createSource(tooOld(300s));
        send("orders", "a");
        advance(299'999ms);
        QCOMPARE(counters("orders"), "1 active");
        advance(1ms);
        QCOMPARE(counters("orders"), "empty");
        QCOMPARE(counters("dead"), "1 active");
    }

    void policy1_countsFromTheFirstVisibility()
    {
        createSource(tooOld(300s));
        send("orders", "a", 100s);
        advance(399'999ms);
        QCOMPARE(counters("orders"), "1 active");
        advance(1ms);
        QCOMPARE(counters("dead"), "1 active");
    }

    void policy1_aReceiveDoesNotRestartIt()
    {
        createSource(tooOld(300s));
        send("orders", "a");
        advance(200s);
        receive("orders");
        advance(99'999ms);
        QCOMPARE(counters("orders"), "1 active");
        advance(1ms);
        QCOMPARE(counters("dead"), "1 active");
    }

    void policy1_inactiveIsJudgedWhenVisible()
    {
        createSource(tooOld(300s));
        send("orders", "kept");
        send("orders", "deleted");
        advance(299s);
        const auto batch = must(BatchReceiveMessage{"orders", 2, 0s}).msgInfoList;
        advance(5s);
        QCOMPARE(counters("orders"), "2 inactive");
        QCOMPARE(toldDelete("orders", batch[1]), "ok");
        advance(5s);
        QCOMPARE(counters("orders"), "empty");
        QCOMPARE(drain("dead"), "kept");
    }

    void policy1_boundLater()
    {
        create("dead");
        create("orders");
        send("orders", "old");
        advance(300s);
        send("orders", "young");
        change("orders", {.deadLetterPolicy = tooOld(300s)});
        QCOMPARE(counters("orders"), "1 active");
        QCOMPARE(counters("dead"), "1 active");
        advance(300s);
        QCOMPARE(drain("dead"), "old young");
    }

    void policy1_rewoundStartsAnew()
    {
        createSource(tooOld(300s));
        change("orders", {.rewindSeconds = 3600s});
        consume("orders", "a");
        advance(200s);
        must(RewindQueue{"orders", instant(0)});
        advance(299'999ms);
        QCOMPARE(counters("orders"), "1 active");
        advance(1ms);
        QCOMPARE(counters("dead"), "1 active");
    }

    void policy1_longerTimeKeepsMessages()
    {
        createSource(tooOld(300s));
        send("orders", "a");
        advance(299s);
        change("orders", {.deadLetterPolicy = tooOld(400s)});
        advance(100'999ms);
        QCOMPARE(counters("orders"), "1 active");
        advance(1ms);
        QCOMPARE(counters("dead"), "1 active");
    }

    void policyChanged_fromTimeToCount()
    {
        createSource(tooOld(300s));
        send("orders", "a");
        change("orders", {.deadLetterPolicy = receivedTooOften(1)});
        advance(300s);
        QCOMPARE(counters("orders"), "1 active");
        receiveTimes(1);
        QCOMPARE(counters("dead"), "1 active");
    }

    void move_isANewMessageThere()
    {
        createSource(receivedTooOften(1));
        const std::string id = send("orders", "a");
        advance(5s);
        receiveTimes(1);
        advance(5s);
        const ReceivedMessage dead = receive("dead");
        QCOMPARE(dead.msgId, id);
        QCOMPARE(dead.msgBody, "a");
        QCOMPARE(at(dead.enqueueTime), 15);
        QCOMPARE(at(dead.firstDequeueTime), 20);
        QCOMPARE(dead.dequeueCount, 1);
        QCOMPARE(at(dead.nextVisibleTime), 50);
        QCOMPARE(toldDelete("dead", dead), "ok");
    }

    void move_retentionStartsAgain()
    {
        create("dead", {.msgRetentionSeconds = 60s});
        create("orders", {.visibilityTimeout = 10s,
                          .msgRetentionSeconds = 3600s,
                          .deadLetterPolicy = receivedTooOften(1)});
        send("orders", "a");
        advance(1000s);
        receiveTimes(1);
        advance(59'999ms);
        QCOMPARE(counters("dead"), "1 active");
        QCOMPARE(oldest("dead"), "1010");
        advance(1ms);
        QCOMPARE(counters("dead"), "empty");
    }

    void move_oldHandlesAreDead()
    {
        createSource(receivedTooOften(1));
        send("orders", "a");
        const ReceivedMessage message = receive("orders");
        advance(10s);
        QCOMPARE(toldDelete("orders", message), "4430/10260");
        QCOMPARE(toldDelete("dead", message), "4430/10260");
        QCOMPARE(counters("dead"), "1 active");
    }

    void move_isNotRewindableInTheSource()
    {
        createSource(receivedTooOften(1));
        change("orders", {.rewindSeconds = 3600s});
        send("orders", "a");
        receiveTimes(1);
        QCOMPARE(counters("orders"), "empty");
        must(RewindQueue{"orders", instant(0)});
        QCOMPARE(counters("orders"), "empty");
    }

    void move_keepsItsOriginForPeek()
    {
        CMQ_NEEDS(PeekMessages{});
        createSource(receivedTooOften(2));
        send("orders", "a");
        advance(5s);
        receiveTimes(2);
        const auto dead = must(PeekMessages{.queueName = "dead"}).messages.at(0);
        QCOMPARE(dead.originQueueName, "orders");
        QCOMPARE(at(dead.originEnqueueTime.value()), 0);
        QCOMPARE(dead.originDequeueCount, 2);
        QCOMPARE(dead.dequeueCount, 0);
        QCOMPARE(dead.handleGeneration, 0);
    }

    void move_wakesAWaitingReceiver()
    {
        createSource(receivedTooOften(1));
        send("orders", "a");
        receive("orders");
        const Poll poll = startReceive("dead", 30s);
        advance(10s);
        QCOMPARE(heard(poll), "a");
        QCOMPARE(counters("dead"), "1 inactive");
    }

    void move_comesInTimeForAWaitThatEnds()
    {
        for (const bool isSourceOlder : {true, false}) {
            createEither(isSourceOlder);
            send("orders", "a");
            receive("orders");
            const Poll poll = startReceive("dead", 10s);
            advance(10s);
            QCOMPARE(heard(poll), "a");
        }
    }

    void move_doesNotOvertakeWhatBecomesVisible()
    {
        for (const bool isSourceOlder : {true, false}) {
            createEither(isSourceOlder);
            send("orders", "a");
            receive("orders");
            const Poll poll = startReceive("dead", 30s);
            send("dead", "older", 10s);
            advance(10s);
            // Both can be received at this instant; the older one was there first.
            QCOMPARE(heard(poll), "older");
            QCOMPARE(drain("dead"), "a");
        }
    }

    void full_messageStaysAndIsRetried()
    {
        create("dead", {.maxMsgHeapNum = 1});
        create("orders", {.visibilityTimeout = 10s, .deadLetterPolicy = receivedTooOften(1)});
        send("dead", "first");
        send("orders", "a");
        remove("dead", receive("dead"));
        send("dead", "other");
        receiveTimes(1);
        QCOMPARE(counters("orders"), "1 active");
        advance(60s);
        QCOMPARE(counters("orders"), "1 active");
        remove("dead", receive("dead"));
        advance(5s);
        QCOMPARE(counters("orders"), "empty");
        QCOMPARE(drain("dead"), "a");
    }

    void full_retentionStillEndsIt()
    {
        create("dead", {.maxMsgHeapNum = 1});
        create("orders", {.visibilityTimeout = 10s,
                          .msgRetentionSeconds = 60s,
                          .deadLetterPolicy = receivedTooOften(1)});
        send("dead", "other");
        send("orders", "a");
        receiveTimes(1);
        advance(49'999ms);
        QCOMPARE(counters("orders"), "1 active");
        advance(1ms);
        QCOMPARE(counters("orders"), "empty");
    }

    void full_whatExpiresThereMakesRoom()
    {
        for (const bool isSourceOlder : {true, false}) {
            createEither(isSourceOlder);
            change("dead", {.maxMsgHeapNum = 1, .msgRetentionSeconds = 60s});
            send("dead", "expires");
            advance(50s);
            send("orders", "a");
            receive("orders");
            advance(10s);
            QCOMPARE(counters("orders"), "empty");
            QCOMPARE(drain("dead"), "a");
        }
    }

    void barrier_olderMessagesAreConsumedFirst()
    {
        create("dead");
        create("orders", {.visibilityTimeout = 10s});
        send("dead", "older");
        change("orders", {.deadLetterPolicy = receivedTooOften(1)});
        send("dead", "younger");
        send("orders", "a");
        receiveTimes(1);
        QCOMPARE(counters("orders"), "1 active");
        advance(30s);
        QCOMPARE(counters("orders"), "1 active");
        const ReceivedMessage older = receive("dead");
        QCOMPARE(older.msgBody, "older");
        advance(5s);
        QCOMPARE(counters("orders"), "1 active");
        remove("dead", older);
        advance(5s);
        QCOMPARE(counters("orders"), "empty");
        QCOMPARE(drain("dead"), "younger a");
    }

    void barrier_aChangedPolicyOfTheSameQueueRaisesNone()
    {
        createSource(receivedTooOften(1));
        send("orders", "a");
        receiveTimes(1);
        QCOMPARE(counters("dead"), "1 active");
        // "dead" has been the dead-letter queue all the time.
        change("orders", {.deadLetterPolicy = receivedTooOften(2)});
        send("orders", "b");
        receiveTimes(2);
        QCOMPARE(counters("orders"), "empty");
        QCOMPARE(drain("dead"), "a b");
    }

    void barrier_aSecondSourceRaisesNone()
    {
        createSource(receivedTooOften(1));
        send("orders", "a");
        receiveTimes(1);
        create("others", {.visibilityTimeout = 10s, .deadLetterPolicy = receivedTooOften(1)});
        send("others", "b");
        receive("others");
        advance(10s);
        QCOMPARE(drain("dead"), "a b");
    }

    void sources_allMoveIntoOne()
    {
        create("dead");
        for (int i = 0; i < 6; ++i)
            create("q" + std::to_string(i),
                   {.visibilityTimeout = 10s, .deadLetterPolicy = receivedTooOften(1)});
        for (int i = 0; i < 6; ++i) {
            send("q" + std::to_string(i), std::to_string(i));
            receive("q" + std::to_string(i));
        }
        advance(10s);
        QCOMPARE(counters("dead"), "6 active");
        QCOMPARE(drain("dead").size(), "0 1 2 3 4 5"s.size());
    }

    void deadLetterQueue_isAnOrdinaryQueue()
    {
        createSource(receivedTooOften(1));
        change("dead", {.rewindSeconds = 3600s});
        send("orders", "a");
        receiveTimes(1);
        send("dead", "b");
        QCOMPARE(counters("dead"), "2 active");
        remove("dead", receive("dead"));
        QCOMPARE(counters("dead"), "1 active, 1 rewindable");
        must(RewindQueue{"dead", instant(10)});
        QCOMPARE(drain("dead"), "a b");
        must(ClearQueue{"dead"});
        QCOMPARE(counters("dead"), "empty");
    }

    void clearQueue_ofTheSourceKeepsDeadLetters()
    {
        createSource(receivedTooOften(1));
        send("orders", "a");
        receiveTimes(1);
        must(ClearQueue{"orders"});
        must(DeleteQueue{"orders"});
        QCOMPARE(drain("dead"), "a");
    }
};

CMQ_TEST(deadletters, TestDeadLetters)

} // namespace tst_deadletters
#include "tst_deadletters.moc"
