#include "story.h"

#include "tests/suite.h"

namespace tst_throttling {

using namespace cmq;
using namespace conformance;

/// Section 15 of the protocol page: so many messages a second and no more.
class TestThrottling final : public QObject, private Story
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addBackendRows(); }
    void cleanup() { end(); }

    void offByDefault()
    {
        create("orders");
        for (int i = 0; i < 400; ++i)
            must(BatchSendMessage{"orders", std::vector<std::string>(16, "a")});
        QCOMPARE(counters("orders"), "6400 active");
    }

    void produce_countsMessages()
    {
        begin({.produceQps = 4});
        create("orders");
        send("orders", "a");
        must(BatchSendMessage{"orders", {"b", "c", "d"}});
        QCOMPARE(told(SendMessage{"orders", "e"}), "4420/10250");
        QCOMPARE(told(BatchSendMessage{"orders", {"e"}}), "4420/10250");
        QCOMPARE(counters("orders"), "4 active");
    }

    void produce_fillsWithTime()
    {
        begin({.produceQps = 4});
        create("orders");
        must(BatchSendMessage{"orders", {"a", "b", "c", "d"}});
        advance(249ms);
        QCOMPARE(told(SendMessage{"orders", "e"}), "4420/10250");
        advance(1ms);
        QCOMPARE(told(SendMessage{"orders", "e"}), "ok");
        QCOMPARE(told(SendMessage{"orders", "f"}), "4420/10250");
    }

    void produce_holdsOneSecond()
    {
        begin({.produceQps = 4});
        create("orders");
        advance(3600s);
        for (int i = 0; i < 4; ++i)
            send("orders", "a");
        QCOMPARE(told(SendMessage{"orders", "e"}), "4420/10250");
    }

    void produce_aBatchIsPaidOff()
    {
        begin({.produceQps = 4});
        create("orders");
        // Twelve more than the bucket holds: three seconds, whether somebody asks meanwhile or not.
        must(BatchSendMessage{"orders", std::vector<std::string>(16, "a")});
        advance(3s);
        QCOMPARE(told(SendMessage{"orders", "b"}), "4420/10250");
        advance(250ms);
        QCOMPARE(told(SendMessage{"orders", "b"}), "ok");
        must(ClearQueue{"orders"});
        advance(1s);
        must(BatchSendMessage{"orders", std::vector<std::string>(16, "a")});
        advance(3'250ms);
        QCOMPARE(told(SendMessage{"orders", "b"}), "ok");
    }

    void produce_eachQueueForItself()
    {
        begin({.produceQps = 1});
        create("a");
        create("b");
        send("a", "x");
        QCOMPARE(told(SendMessage{"a", "y"}), "4420/10250");
        QCOMPARE(told(SendMessage{"b", "y"}), "ok");
    }

    void produce_refusedCostsNothing()
    {
        begin({.produceQps = 2});
        create("orders");
        QCOMPARE(told(SendMessage{"orders", ""}), "4000/10120");
        QCOMPARE(told(SendMessage{"orders", "a", 3601s}), "4000/10692");
        QCOMPARE(told(SendMessage{"orders", std::string(65'537, 'x')}), "4400/10230");
        send("orders", "a");
        send("orders", "b");
    }

    void consume_countsMessages()
    {
        begin({.consumeQps = 4});
        create("orders");
        must(BatchSendMessage{"orders", {"a", "b", "c", "d", "e", "f"}});
        receive("orders");
        QCOMPARE(bodies(must(BatchReceiveMessage{"orders", 3, 0s})), "b c d");
        QCOMPARE(told(ReceiveMessage{"orders", 0s}), "4420/10250");
        QCOMPARE(told(BatchReceiveMessage{"orders", 1, 30s}), "4420/10250");
        advance(250ms);
        QCOMPARE(received("orders"), "e");
        QCOMPARE(told(ReceiveMessage{"orders", 0s}), "4420/10250");
    }

    void consume_emptyReceiveCountsOne()
    {
        begin({.consumeQps = 2});
        create("orders");
        QCOMPARE(received("orders"), "7000/10200");
        QCOMPARE(told(BatchReceiveMessage{"orders", 16, 0s}), "7000/10200");
        QCOMPARE(told(ReceiveMessage{"orders", 0s}), "4420/10250");
    }

    void consume_batchCountsWhatItReturned()
    {
        begin({.consumeQps = 4});
        create("orders");
        must(BatchSendMessage{"orders", {"a", "b"}});
        QCOMPARE(bodies(must(BatchReceiveMessage{"orders", 16, 0s})), "a b");
        QCOMPARE(received("orders"), "7000/10200");
        QCOMPARE(received("orders"), "7000/10200");
        QCOMPARE(told(ReceiveMessage{"orders", 0s}), "4420/10250");
    }

    void consume_doesNotSlowProducers()
    {
        begin({.consumeQps = 1});
        create("orders");
        QCOMPARE(received("orders"), "7000/10200");
        QCOMPARE(told(ReceiveMessage{"orders", 0s}), "4420/10250");
        for (int i = 0; i < 10; ++i)
            send("orders", "a");
    }

    void control_overTheWholeBroker()
    {
        if (isCloud())
            QSKIP("API 3.0 describes queues as the pages of a console do, which is not throttled.");
        begin({.controlQps = 3});
        create("a");
        create("b");
        QCOMPARE(told(ListQueue{}), "ok");
        QCOMPARE(told(GetQueueAttributes{"a"}), "4480/10460");
        QCOMPARE(told(DeleteQueue{"a"}), "4480/10460");
        // Messages go on.
        send("a", "x");
        QCOMPARE(received("a"), "x");
        advance(334ms);
        QCOMPARE(told(GetQueueAttributes{"a"}), "ok");
        QCOMPARE(told(GetQueueAttributes{"a"}), "4480/10460");
    }

    void control_malformedIsToldFirst()
    {
        begin({.controlQps = 1});
        create("orders");
        QCOMPARE(told(CreateQueue{"no.name"}), "4000/10020");
        QCOMPARE(told(CreateQueue{"others"}), "4480/10460");
    }
};

CMQ_TEST(throttling, TestThrottling)

} // namespace tst_throttling
#include "tst_throttling.moc"
