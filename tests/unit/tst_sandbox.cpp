#include "scenario/sandbox.h"
#include "scenario/scenariofile.h"

#include "tests/suite.h"

#include <QTest>

#include <atomic>
#include <future>

namespace tst_sandbox {

using namespace cmq;
using namespace cmq::scenario;

namespace {

const char* const Kitchen = R"({"cmqScenario": 1,
  "setup": [{"call": "CreateQueue", "with": {"queueName": "orders", "visibilityTimeout": 30}}],
  "actors": [{"name": "shop", "producer": {"queue": "orders", "from": 100, "every": 10, "count": 2}}]})";

/// A sandbox that is asked and waited for.
struct Lab
{
    std::unique_ptr<Sandbox> sandbox = std::move(*Sandbox::open(*parseScenario(Kitchen)));

    template <class F>
    static void wait(F&& ask)
    {
        std::promise<void> done;
        ask([&done] { done.set_value(); });
        done.get_future().wait();
    }
    template <ActionType A>
    Result<typename A::Reply> call(A action)
    {
        std::promise<Result<typename A::Reply>> answer;
        (void)cmq::call(*sandbox, std::move(action),
                        std::function([&](Result<typename A::Reply> result) {
                            answer.set_value(std::move(result));
                        }));
        return answer.get_future().get();
    }
    /// A receive of the person that waits.
    RequestId receive(std::promise<Result<ReceivedMessage>>& answer)
    {
        return cmq::call(*sandbox, ReceiveMessage{"orders", Seconds(30)},
                         std::function([&answer](Result<ReceivedMessage> result) {
                             answer.set_value(std::move(result));
                         }));
    }
    void advance(Milliseconds by)
    {
        wait([&](auto done) { sandbox->advance(by, [done](const Result<Time>&) { done(); }); });
    }
    void send() { QVERIFY(call(SendMessage{"orders", "soup", Seconds(0)}).has_value()); }
    std::int64_t visible() { return call(GetQueueAttributes{"orders"})->activeMsgNum; }
    std::size_t events()
    {
        std::promise<std::size_t> count;
        sandbox->history(
            {}, [&](const EventHistory& history) { count.set_value(history.events.size()); });
        return count.get_future().get();
    }
    void undo()
    {
        wait([&](auto done) { sandbox->undo(done); });
    }
    void redo()
    {
        wait([&](auto done) { sandbox->redo(done); });
    }
    void reset()
    {
        wait([&](auto done) { sandbox->reset(done); });
    }
};

} // namespace

class TestSandbox : public QObject
{
    Q_OBJECT

private slots:
    void actsAndTellsTheTime()
    {
        Lab lab;
        const Time start = lab.sandbox->now();
        lab.send();
        QCOMPARE(lab.visible(), 1);
        lab.advance(Seconds(110));
        QVERIFY(lab.sandbox->now() == start + Seconds(110));
        QCOMPARE(lab.visible(), 3); // with both of the shop
    }

    void everythingCanBeUndone()
    {
        Lab lab;
        const Time start = lab.sandbox->now();
        lab.send();
        const std::size_t before = lab.events();
        lab.advance(Seconds(10));
        QVERIFY(lab.call(ClearQueue{"orders"}).has_value());
        QCOMPARE(lab.visible(), 0);
        lab.undo();
        QCOMPARE(lab.visible(), 1);
        QCOMPARE(lab.events(), before); // history is undone, too
        QVERIFY(lab.sandbox->now() == start + Seconds(10));
        lab.undo();
        QCOMPARE(lab.visible(), 0);
        QVERIFY(lab.sandbox->now() == start);
        lab.undo(); // nothing left: nothing happens
        lab.redo();
        QCOMPARE(lab.visible(), 1);
        lab.redo();
        QCOMPARE(lab.visible(), 0);
        lab.undo();
        lab.send(); // another way on: what was undone is gone
        lab.redo();
        QCOMPARE(lab.visible(), 2);
    }

    void beginsAgain()
    {
        Lab lab;
        const Time start = lab.sandbox->now();
        lab.send();
        lab.advance(Seconds(500));
        lab.reset();
        QCOMPARE(lab.visible(), 0);
        QVERIFY(lab.sandbox->now() == start);
        lab.undo(); // also of beginning again
        QCOMPARE(lab.visible(), 3);
    }

    void whoWaitsIsCancelledByUndo()
    {
        Lab lab;
        std::promise<Result<ReceivedMessage>> answer;
        (void)lab.receive(answer);
        lab.undo();
        QCOMPARE(answer.get_future().get().error().id, ErrorId::Cancelled);
        lab.send(); // nobody of another world takes it
        QCOMPARE(lab.visible(), 1);
    }

    void whoWaitedBeforeAnUndoneStepTakesNothing()
    {
        Lab lab;
        std::promise<Result<ReceivedMessage>> answer;
        (void)lab.receive(answer);
        QVERIFY(lab.call(CreateQueue{"other", {}}).has_value());
        lab.undo(); // the world that comes back holds the receive, which nobody waits for any more
        QCOMPARE(answer.get_future().get().error().id, ErrorId::Cancelled);
        lab.send();
        QCOMPARE(lab.visible(), 1);
    }

    void aReceiveThatIsTakenBackTakesNothing()
    {
        Lab lab;
        std::promise<Result<ReceivedMessage>> answer;
        lab.sandbox->cancel(lab.receive(answer));
        QCOMPARE(answer.get_future().get().error().id, ErrorId::Cancelled);
        lab.send();
        QCOMPARE(lab.visible(), 1);
    }

    void observersHearWhatHappens()
    {
        Lab lab;
        std::atomic<int> sent = 0;
        const auto observer = lab.sandbox->observe(
            [&](const EventBatch& batch) {
                for (const Event& event : batch.events)
                    sent += event.kind == EventKind::Sent;
            },
            100);
        lab.send();
        lab.advance(Seconds(110));
        lab.sandbox->stopObserving(observer);
        QCOMPARE(sent.load(), 3);
        lab.send();
        QCOMPARE(lab.visible(), 4);
        QCOMPARE(sent.load(), 3);
    }

    void stepsAreOneStepToUndo()
    {
        Lab lab;
        const auto send = [](const char* body) {
            return CallStep{
                "SendMessage", {{"queueName", "orders"}, {"msgBody", body}}, {}, {}, {}};
        };
        std::promise<std::vector<StepVerdict>> played;
        lab.sandbox->play({send("a"), AdvanceStep{Seconds(5)}, send("b")},
                          [&](auto verdicts) { played.set_value(std::move(verdicts)); });
        QCOMPARE(played.get_future().get().size(), std::size_t(3));
        QCOMPARE(lab.visible(), 2);
        lab.undo();
        QCOMPARE(lab.visible(), 0);
    }

    void brokenSetupIsRefused()
    {
        const auto sandbox = Sandbox::open(*parseScenario(
            R"({"cmqScenario": 1, "setup": [{"call": "DeleteQueue", "with": {"queueName": "x"}}]})"));
        QVERIFY(!sandbox);
        QVERIFY(QByteArrayView(sandbox.error().detail).contains("step 1 of the setup"));
    }

    /// Who still waits when it ends is answered.
    void endAnswersEverybody()
    {
        std::promise<Result<ReceivedMessage>> answer;
        {
            Lab lab;
            (void)lab.receive(answer);
        }
        QCOMPARE(answer.get_future().get().error().id, ErrorId::Cancelled);
    }
};

CMQ_TEST(sandbox, TestSandbox)

} // namespace tst_sandbox
#include "tst_sandbox.moc"
