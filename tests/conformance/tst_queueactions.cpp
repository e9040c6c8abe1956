#include "story.h"

#include "tests/suite.h"

namespace tst_queueactions {

using namespace cmq;
using namespace conformance;

/// Section 8 of the protocol page: the actions on queues.
class TestQueueActions final : public QObject, private Story
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addBackendRows(); }
    void cleanup() { end(); }

    void createQueue_answersItsId()
    {
        const std::string id = must(CreateQueue{"orders"}).queueId;
        QVERIFY(id.starts_with("queue-"));
        QCOMPARE(id.size(), "queue-aiav4lys"s.size());
        QCOMPARE(attributes("orders").queueId, id);
        QVERIFY(must(CreateQueue{"others"}).queueId != id);
    }

    void createQueue_defaults()
    {
        create("orders");
        const QueueAttributes orders = attributes("orders");
        QCOMPARE(orders.queueName, "orders");
        QCOMPARE(orders.settings.maxMsgHeapNum, 100'000'000);
        QCOMPARE(orders.settings.pollingWaitSeconds.count(), 0);
        QCOMPARE(orders.settings.visibilityTimeout.count(), 30);
        QCOMPARE(orders.settings.maxMsgSize, 65'536);
        QCOMPARE(orders.settings.msgRetentionSeconds.count(), 345'600);
        QCOMPARE(orders.settings.rewindSeconds.count(), 0);
        QVERIFY(!orders.settings.deadLetterPolicy);
    }

    void createQueue_keepsItsSettings()
    {
        const QueueSettings settings{.maxMsgHeapNum = 1'000'000,
                                     .pollingWaitSeconds = 30s,
                                     .visibilityTimeout = 43'200s,
                                     .maxMsgSize = 1'048'576,
                                     .msgRetentionSeconds = 1'296'000s,
                                     .rewindSeconds = 1'296'000s};
        create("orders", settings);
        QVERIFY(attributes("orders").settings == settings);
    }

    void createQueue_malformedName()
    {
        QCOMPARE(told(CreateQueue{""}), "4000/10020");
        QCOMPARE(told(CreateQueue{"1st"}), "4000/10020");
        QCOMPARE(told(CreateQueue{"a.b"}), "4000/10020");
        QCOMPARE(told(CreateQueue{std::string(65, 'q')}), "4000/10020");
        QCOMPARE(told(CreateQueue{std::string(64, 'q')}), "ok");
    }

    void createQueue_outOfRange()
    {
        QCOMPARE(told(CreateQueue{"orders", {.visibilityTimeout = 0s}}), "4000/10350");
        QCOMPARE(told(CreateQueue{"orders", {.visibilityTimeout = 43'201s}}), "4000/10350");
        QCOMPARE(told(CreateQueue{"orders", {.msgRetentionSeconds = 59s}}), "4000/10350");
        QCOMPARE(told(GetQueueAttributes{"orders"}), "4440/10100");
    }

    void createQueue_heapBelowTheMinimum()
    {
        begin({});
        QCOMPARE(told(CreateQueue{"orders", {.maxMsgHeapNum = 999'999}}), "4000/10350");
        QCOMPARE(told(CreateQueue{"orders", {.maxMsgHeapNum = 1'000'000}}), "ok");
    }

    void createQueue_rewindAboveRetention()
    {
        QCOMPARE(told(CreateQueue{"orders", {.msgRetentionSeconds = 60s, .rewindSeconds = 61s}}),
                 "4000/10700");
        QCOMPARE(told(CreateQueue{"orders", {.msgRetentionSeconds = 60s, .rewindSeconds = 60s}}),
                 "ok");
    }

    void createQueue_nameIsTaken()
    {
        create("orders");
        send("orders", "a");
        QCOMPARE(told(CreateQueue{"orders"}), "4460/10210");
        QCOMPARE(told(CreateQueue{"orders", {.visibilityTimeout = 1s}}), "4460/10210");
        QCOMPARE(counters("orders"), "1 active");
        QCOMPARE(attributes("orders").settings.visibilityTimeout.count(), 30);
    }

    void createQueue_caseTwinIsTaken()
    {
        create("Orders");
        QCOMPARE(told(CreateQueue{"oRDERS"}), "4460/10210");
        QCOMPARE(told(CreateQueue{"Orders-2"}), "ok");
    }

    void createQueue_lookUpIsByCase()
    {
        create("Orders");
        QCOMPARE(told(GetQueueAttributes{"orders"}), "4440/10100");
        QCOMPARE(told(SendMessage{"ORDERS", "a"}), "4440/10100");
        QCOMPARE(told(DeleteQueue{"orders"}), "4440/10100");
    }

    void createQueue_numberOfQueuesIsLimited()
    {
        begin({.maxQueues = 2});
        create("a");
        create("b");
        QCOMPARE(told(CreateQueue{"c"}), "4450/10220");
        QCOMPARE(told(CreateQueue{"A"}), "4460/10210");
        must(DeleteQueue{"a"});
        QCOMPARE(told(CreateQueue{"c"}), "ok");
    }

    void createQueue_sameNameAfterDeleteAtOnce()
    {
        create("orders", {.rewindSeconds = 60s});
        const std::string oldId = attributes("orders").queueId;
        send("orders", "old");
        const ReceivedMessage old = receive("orders");
        must(DeleteQueue{"orders"});

        create("orders");
        QCOMPARE(counters("orders"), "empty");
        QVERIFY(attributes("orders").queueId != oldId);
        QCOMPARE(attributes("orders").settings.rewindSeconds.count(), 0);
        QCOMPARE(toldDelete("orders", old), "4430/10260");
        send("orders", "new");
        QCOMPARE(toldDelete("orders", old), "4430/10260");
        advance(30s);
        QCOMPARE(drain("orders"), "new");
    }

    void createQueue_nameReuseDelay()
    {
        begin({.nameReuseDelay = 10s});
        create("orders");
        must(DeleteQueue{"orders"});
        QCOMPARE(told(CreateQueue{"orders"}), "6040/10660");
        advance(9'999ms);
        QCOMPARE(told(CreateQueue{"Orders"}), "6040/10660");
        QCOMPARE(told(CreateQueue{"others"}), "ok");
        advance(1ms);
        QCOMPARE(told(CreateQueue{"Orders"}), "ok");
    }

    void listQueue_orderedByName()
    {
        for (const char* name : {"delta", "Alpha", "charlie", "Bravo"})
            create(name);
        const QueueList list = must(ListQueue{});
        QCOMPARE(names(list), "Alpha Bravo charlie delta");
        QCOMPARE(list.totalCount, 4);
        QCOMPARE(list.queueList[2].queueId, attributes("charlie").queueId);
    }

    void listQueue_nothing()
    {
        const QueueList list = must(ListQueue{});
        QCOMPARE(list.totalCount, 0);
        QVERIFY(list.queueList.empty());
    }

    void listQueue_searchWord()
    {
        for (const char* name : {"order-new", "ORDER-old", "stock", "reorders"})
            create(name);
        QCOMPARE(names(must(ListQueue{"Order"})), "order-new ORDER-old reorders");
        QCOMPARE(names(must(ListQueue{"-o"})), "ORDER-old");
        QCOMPARE(names(must(ListQueue{"o*"})), "");
        QCOMPARE(must(ListQueue{"Order", 0, 1}).totalCount, 3);
        QCOMPARE(names(must(ListQueue{"Order", 1, 1})), "ORDER-old");
        QCOMPARE(must(ListQueue{"none"}).totalCount, 0);
    }

    void listQueue_pages()
    {
        for (int i = 10; i < 70; ++i)
            create("q" + std::to_string(i));
        const QueueList first = must(ListQueue{});
        QCOMPARE(first.totalCount, 60);
        QCOMPARE(first.queueList.size(), 20U);
        QCOMPARE(first.queueList.back().queueName, "q29");

        // A limit above 50 is cut.
        QCOMPARE(must(ListQueue{"", 0, 51}).queueList.size(), 50U);
        QCOMPARE(must(ListQueue{"", 0, 2'147'483'647}).queueList.size(), 50U);
        QCOMPARE(names(must(ListQueue{"", 58, 50})), "q68 q69");
        QCOMPARE(names(must(ListQueue{"", 60, 50})), "");
        QCOMPARE(must(ListQueue{"", 2'147'483'647, 50}).totalCount, 60);
    }

    void listQueue_outOfRange()
    {
        QCOMPARE(told(ListQueue{"", -1, 20}), "4000/10350");
        QCOMPARE(told(ListQueue{"", 0, 0}), "4000/10350");
        QCOMPARE(told(ListQueue{"", 0, -1}), "4000/10350");
    }

    void getQueueAttributes_missingQueue()
    {
        QCOMPARE(told(GetQueueAttributes{"orders"}), "4440/10100");
        QCOMPARE(told(GetQueueAttributes{"no.name"}), "4000/10020");
    }

    void getQueueAttributes_times()
    {
        advance(5s);
        create("orders");
        advance(10s);
        change("orders", {.visibilityTimeout = 5s});
        send("orders", "a");
        const QueueAttributes orders = attributes("orders");
        QCOMPARE(at(orders.createTime), 5);
        QCOMPARE(at(orders.lastModifyTime), 15);
    }

    void getQueueAttributes_facts()
    {
        create("orders");
        QCOMPARE(attributes("orders").qps, 5000);
        QCOMPARE(attributes("orders").bps, 52'428'800);
    }

    void getQueueAttributes_counters()
    {
        create("orders", {.rewindSeconds = 3600s});
        QCOMPARE(counters("orders"), "empty");
        consume("orders", "deleted");
        send("orders", "inactive");
        receive("orders");
        send("orders", "active");
        send("orders", "active too");
        send("orders", "delayed", 60s);
        QCOMPARE(counters("orders"), "2 active, 1 inactive, 1 delayed, 1 rewindable");
    }

    void setQueueAttributes_keepsWhatIsNotNamed()
    {
        create("orders", {.visibilityTimeout = 5s, .maxMsgSize = 2048});
        change("orders", {.msgRetentionSeconds = 120s});
        const QueueSettings settings = attributes("orders").settings;
        QCOMPARE(settings.msgRetentionSeconds.count(), 120);
        QCOMPARE(settings.visibilityTimeout.count(), 5);
        QCOMPARE(settings.maxMsgSize, 2048);
    }

    void setQueueAttributes_answersAllSettings()
    {
        create("orders", {.maxMsgSize = 2048});
        const auto reply = must(SetQueueAttributes{"orders", {.visibilityTimeout = 5s}});
        QCOMPARE(reply.queueId, attributes("orders").queueId);
        QVERIFY(reply.settings == attributes("orders").settings);
        QCOMPARE(reply.settings.maxMsgSize, 2048);
    }

    void setQueueAttributes_refusedChangesNothing()
    {
        create("orders");
        const QueueAttributes before = attributes("orders");
        advance(5s);
        QCOMPARE(told(SetQueueAttributes{"orders",
                                         {.visibilityTimeout = 5s, .msgRetentionSeconds = 59s}}),
                 "4000/10350");
        QCOMPARE(told(SetQueueAttributes{"orders",
                                         {.visibilityTimeout = 5s, .rewindSeconds = 345'601s}}),
                 "4000/10700");
        QVERIFY(attributes("orders") == before);
    }

    void setQueueAttributes_missingQueue()
    {
        QCOMPARE(told(SetQueueAttributes{"orders", {.visibilityTimeout = 5s}}), "4440/10100");
    }

    void setQueueAttributes_rewindAboveRetentionOfTheQueue()
    {
        create("orders", {.msgRetentionSeconds = 3600s, .rewindSeconds = 1800s});
        QCOMPARE(told(SetQueueAttributes{"orders", {.rewindSeconds = 3601s}}), "4000/10700");
        QCOMPARE(told(SetQueueAttributes{"orders", {.msgRetentionSeconds = 1799s}}), "4000/10700");
        QCOMPARE(
            told(SetQueueAttributes{"orders", {.msgRetentionSeconds = 60s, .rewindSeconds = 60s}}),
            "ok");
    }

    void setQueueAttributes_shorterRetentionEndsStoredMessages()
    {
        create("orders");
        send("orders", "old inactive");
        receive("orders");
        send("orders", "old delayed", 3600s);
        advance(60s);
        send("orders", "old active");
        advance(60s);
        send("orders", "young");
        change("orders", {.visibilityTimeout = 5s, .msgRetentionSeconds = 61s});
        QCOMPARE(counters("orders"), "2 active");
        advance(1s);
        QCOMPARE(drain("orders"), "young");
    }

    void setQueueAttributes_longerRetentionKeepsStoredMessages()
    {
        create("orders", {.msgRetentionSeconds = 60s});
        send("orders", "a");
        advance(59s);
        change("orders", {.msgRetentionSeconds = 120s});
        advance(60s);
        QCOMPARE(counters("orders"), "1 active");
        advance(1s);
        QCOMPARE(counters("orders"), "empty");
    }

    void setQueueAttributes_rewindOffPurgesAtOnce()
    {
        create("orders", {.rewindSeconds = 3600s});
        consume("orders", "a");
        send("orders", "b");
        change("orders", {.rewindSeconds = 0s});
        QCOMPARE(counters("orders"), "1 active");
        change("orders", {.rewindSeconds = 3600s});
        QCOMPARE(counters("orders"), "1 active");
    }

    void setQueueAttributes_shorterRewindPurgesWhatIsOlder()
    {
        create("orders", {.rewindSeconds = 3600s});
        consume("orders", "a");
        advance(60s);
        consume("orders", "b");
        advance(40s);
        change("orders", {.rewindSeconds = 100s});
        QCOMPARE(counters("orders"), "1 rewindable");
        change("orders", {.rewindSeconds = 40s});
        QCOMPARE(counters("orders"), "empty");
    }

    void setQueueAttributes_longerRewindKeepsWhatIsThere()
    {
        create("orders", {.rewindSeconds = 60s});
        consume("orders", "a");
        advance(59s);
        change("orders", {.rewindSeconds = 120s});
        advance(60s);
        QCOMPARE(counters("orders"), "1 rewindable");
        advance(1s);
        QCOMPARE(counters("orders"), "empty");
    }

    void setQueueAttributes_maxMsgSizeAppliesToLaterSends()
    {
        create("orders", {.maxMsgSize = 2048});
        send("orders", std::string(2048, 'x'));
        change("orders", {.maxMsgSize = 1024});
        QCOMPARE(receive("orders").msgBody.size(), 2048U);
        QCOMPARE(told(SendMessage{"orders", std::string(1025, 'x')}), "4400/10230");
        QCOMPARE(told(SendMessage{"orders", std::string(1024, 'x')}), "ok");
    }

    void setQueueAttributes_visibilityTimeoutAppliesToLaterReceives()
    {
        create("orders", {.visibilityTimeout = 30s});
        send("orders", "a");
        send("orders", "b");
        const ReceivedMessage a = receive("orders");
        change("orders", {.visibilityTimeout = 5s});
        const ReceivedMessage b = receive("orders");
        QCOMPARE(at(a.nextVisibleTime), 30);
        QCOMPARE(at(b.nextVisibleTime), 5);
        advance(5s);
        QCOMPARE(counters("orders"), "1 active, 1 inactive");
        QCOMPARE(toldDelete("orders", b), "4430/10260");
        QCOMPARE(toldDelete("orders", a), "ok");
    }

    void setQueueAttributes_lowerHeapDropsNothing()
    {
        create("orders", {.maxMsgHeapNum = 10});
        for (const char* body : {"a", "b", "c"})
            send("orders", body);
        change("orders", {.maxMsgHeapNum = 2});
        QCOMPARE(counters("orders"), "3 active");
        QCOMPARE(told(SendMessage{"orders", "d"}), "4410/10240");
        remove("orders", receive("orders"));
        QCOMPARE(told(SendMessage{"orders", "d"}), "4410/10240");
        remove("orders", receive("orders"));
        QCOMPARE(told(SendMessage{"orders", "d"}), "ok");
    }

    void setQueueAttributes_pollingWaitAppliesToLaterReceives()
    {
        create("orders", {.pollingWaitSeconds = 10s});
        const Poll early = startReceive("orders", std::nullopt);
        change("orders", {.pollingWaitSeconds = 0s});
        QCOMPARE(received("orders"), "7000/10200");
        QCOMPARE(heard(startReceive("orders", std::nullopt)), "7000/10200");
        QCOMPARE(heard(early), "waiting");
        advance(10s);
        QCOMPARE(heard(early), "7000/10200");
    }

    void deleteQueue_messagesAreLost()
    {
        create("orders", {.rewindSeconds = 60s});
        send("orders", "a");
        must(DeleteQueue{"orders"});
        QCOMPARE(told(GetQueueAttributes{"orders"}), "4440/10100");
        QCOMPARE(told(SendMessage{"orders", "b"}), "4440/10100");
        QCOMPARE(told(ReceiveMessage{"orders", 0s}), "4440/10100");
        QCOMPARE(told(DeleteQueue{"orders"}), "4440/10100");
        QCOMPARE(must(ListQueue{}).totalCount, 0);
    }

    void deleteQueue_waitingReceiversAreTold()
    {
        create("orders");
        create("others");
        const Poll first = startReceive("orders", 30s);
        const BatchPoll second = startReceive("orders", 16, 30s);
        const Poll other = startReceive("others", 30s);
        must(DeleteQueue{"orders"});
        QCOMPARE(heard(first), "4440/10100");
        QCOMPARE(heard(second), "4440/10100");
        QCOMPARE(heard(other), "waiting");
        create("orders");
        send("orders", "a");
        QCOMPARE(counters("orders"), "1 active");
        advance(30s);
        QCOMPARE(first.answers(), 1);
    }

    void clearQueue_removesMessagesInEveryState()
    {
        create("orders", {.rewindSeconds = 3600s});
        consume("orders", "deleted");
        send("orders", "inactive");
        const ReceivedMessage inactive = receive("orders");
        send("orders", "active");
        send("orders", "delayed", 60s);
        must(ClearQueue{"orders"});
        QCOMPARE(counters("orders"), "empty");
        QCOMPARE(oldest("orders"), "none");
        QCOMPARE(toldDelete("orders", inactive), "4430/10260");
        advance(3600s);
        QCOMPARE(counters("orders"), "empty");
    }

    void clearQueue_queueGoesOn()
    {
        create("orders", {.maxMsgHeapNum = 1});
        send("orders", "a");
        must(ClearQueue{"orders"});
        const Poll poll = startReceive("orders", 30s);
        must(ClearQueue{"orders"});
        QCOMPARE(heard(poll), "waiting");
        send("orders", "b");
        QCOMPARE(heard(poll), "b");
    }

    void clearQueue_thousandsAtOnce()
    {
        create("orders", {.rewindSeconds = 3600s});
        create("others");
        send("others", "kept");
        for (int i = 0; i < 200; ++i)
            must(BatchSendMessage{"orders", std::vector<std::string>(16, "a")});
        const auto batch = must(BatchReceiveMessage{"orders", 16, 0s});
        remove("orders", batch.msgInfoList[3]);
        QCOMPARE(counters("orders"), "3184 active, 15 inactive, 1 rewindable");
        must(ClearQueue{"orders"});
        QCOMPARE(counters("orders"), "empty");
        QCOMPARE(toldDelete("orders", batch.msgInfoList[0]), "4430/10260");
        send("orders", "new");
        QCOMPARE(drain("orders"), "new");
        QCOMPARE(drain("others"), "kept");
    }

    void clearQueue_missingQueue() { QCOMPARE(told(ClearQueue{"orders"}), "4440/10100"); }

    void rewindQueue_missingQueue() { QCOMPARE(told(RewindQueue{"orders", now()}), "4440/10100"); }

    void rewindQueue_off()
    {
        create("orders");
        QCOMPARE(told(RewindQueue{"orders", now()}), "6050/10670");
    }

    void describeQueues_isGetQueueAttributesOfMany()
    {
        CMQ_NEEDS(DescribeQueues{});
        create("b", {.rewindSeconds = 60s});
        create("A");
        create("other");
        consume("b", "x");
        send("A", "y", 10s);
        const QueueDescriptions all = must(DescribeQueues{});
        QCOMPARE(all.totalCount, 3);
        QVERIFY(all.queueList[0] == attributes("A"));
        QVERIFY(all.queueList[1] == attributes("b"));
        const QueueDescriptions page = must(DescribeQueues{"B", 0, 50});
        QCOMPARE(page.totalCount, 1);
        advance(10s);
        QCOMPARE(must(DescribeQueues{}).queueList[0].activeMsgNum, 1);
    }

    void controlPlane2019_missingAndDuplicateObjects()
    {
        begin({.controlPlane2019 = true});
        create("orders");
        QCOMPARE(told(CreateQueue{"orders"}), "4000/4460");
        QCOMPARE(told(GetQueueAttributes{"others"}), "4000/4440");
        QCOMPARE(told(DeleteQueue{"others"}), "4000/4440");
        // The data plane kept its codes.
        QCOMPARE(told(SendMessage{"others", "a"}), "4440/10100");
        QCOMPARE(told(ReceiveMessage{"others", 0s}), "4440/10100");
    }
};

CMQ_TEST(queueactions, TestQueueActions)

} // namespace tst_queueactions
#include "tst_queueactions.moc"
