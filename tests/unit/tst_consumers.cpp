#include "scenario/simulation.h"
#include "ui/consumers/consumerbook.h"

#include "cmq/receipthandle.h"

#include "tests/suite.h"

#include <QTest>

namespace tst_consumers {

using namespace ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cmq::Time;

namespace {

const Time Start = cmq::fromUnixSeconds(1'800'000'000);

/// A broker on a clock of the test, and the book that follows it.
class Broker
{
public:
    Broker()
    {
        cmq::CreateQueue create{"q", {}};
        create.settings.visibilityTimeout = 10s;
        ask(create);
        ask(cmq::CreateQueue{"other", {}});
    }
    std::uint64_t ask(cmq::Action action)
    {
        const auto token = m_simulation.execute(std::move(action));
        follow();
        return token;
    }
    cmq::ReceivedMessage received(std::uint64_t token)
    {
        return std::get<cmq::ReceivedMessage>(**m_simulation.takeAnswer(token));
    }
    void cancel(std::uint64_t token)
    {
        m_simulation.cancel(token);
        follow();
    }
    void advance(cmq::Milliseconds by)
    {
        m_simulation.advance(by);
        follow();
    }
    /// "q 0..5": each wait with its queue and seconds.
    QString waiting(const std::string& queue = {}) const
    {
        QStringList texts;
        for (const WaitingReceiver& each : book.waiting(queue, m_simulation.now()))
            texts += u"%1 %2..%3"_s.arg(QString::fromStdString(each.queueName))
                         .arg((each.since - Start) / 1s)
                         .arg((each.until - Start) / 1s);
        return texts.join(u", "_s);
    }
    /// Since when the message of a handle is held, in seconds; -1: not known.
    std::int64_t heldSince(const std::string& handle) const
    {
        const auto parts = cmq::receiptHandleFromString(handle);
        const auto holding = book.holding(parts->entry, parts->generation);
        return holding ? (holding->since - Start) / 1s : -1;
    }
    /// Of the first receive of the n-th message.
    std::string holder(std::uint64_t entry) const
    {
        const auto holding = book.holding(entry, 1);
        return holding ? holding->client : "nobody";
    }

    ConsumerBook book;

private:
    void follow() { book.add({m_simulation.takeEvents(), 0}); }

    cmq::scenario::Simulation m_simulation{{}, 1, Start};
};

} // namespace

class TestConsumers final : public QObject
{
    Q_OBJECT

private slots:
    void waitsEndAsTheyDo()
    {
        Broker broker;
        const auto first = broker.ask(cmq::ReceiveMessage{"q", 5s});
        broker.advance(1s);
        broker.ask(cmq::BatchReceiveMessage{"q", 16, 20s});
        const auto third = broker.ask(cmq::ReceiveMessage{"q", 20s});
        broker.ask(cmq::ReceiveMessage{"other", 30s});
        QCOMPARE(broker.waiting("q"), u"q 0..5, q 1..21, q 1..21"_s);
        QCOMPARE(broker.book.waitingCounts(Start + 1s),
                 (std::map<std::string, int>{{"q", 3}, {"other", 1}}));

        broker.ask(cmq::SendMessage{"q", "x", 0s}); // the first gets it
        QCOMPARE(broker.waiting("q"), u"q 1..21, q 1..21"_s);
        QCOMPARE(broker.heldSince(broker.received(first).receiptHandle), 1);
        broker.ask(cmq::BatchSendMessage{"q", {"a", "b", "c"}, 0s}); // all for the batch
        QCOMPARE(broker.waiting("q"), u"q 1..21"_s);
        broker.cancel(third);
        QCOMPARE(broker.waiting("q"), u""_s);
        broker.advance(40s); // nobody came
        QCOMPARE(broker.waiting(), u""_s);
    }

    void aQueueThatGoesEndsItsWaits()
    {
        Broker broker;
        broker.ask(cmq::ReceiveMessage{"other", 30s});
        broker.ask(cmq::DeleteQueue{"other"});
        QCOMPARE(broker.waiting(), u""_s);
    }

    void heldUntilItIsDeletedOrComesBack()
    {
        Broker broker;
        broker.ask(cmq::SendMessage{"q", "x", 0s});
        broker.advance(3s);
        const std::string first =
            broker.received(broker.ask(cmq::ReceiveMessage{"q", 0s})).receiptHandle;
        QCOMPARE(broker.heldSince(first), 3);
        broker.advance(11s);
        QCOMPARE(broker.heldSince(first), -1);
        const std::string second =
            broker.received(broker.ask(cmq::ReceiveMessage{"q", 0s})).receiptHandle;
        QCOMPARE(broker.heldSince(second), 14);
        QCOMPARE(broker.heldSince(first), -1); // of an earlier receive
        broker.ask(cmq::DeleteMessage{"q", second});
        QCOMPARE(broker.heldSince(second), -1);
    }

    void whatWasMissedIsOverInTime()
    {
        ConsumerBook book;
        cmq::Event wait;
        wait.kind = cmq::EventKind::WaitStarted;
        wait.time = Start;
        wait.until = Start + 30s;
        wait.name = "q";
        wait.otherEntry = 1;
        book.add({std::vector{wait}, 0});
        QCOMPARE(book.waiting("q", Start + 29s).size(), std::size_t(1));
        QCOMPARE(book.waiting("q", Start + 30s).size(), std::size_t(0)); // its end was not told
    }

    void whoWaitsAndHoldsSaysItself()
    {
        Broker broker;
        broker.ask(cmq::ReceiveMessage{"q", 5s, "10.0.0.7:40000"});
        broker.ask(cmq::BatchReceiveMessage{"q", 2, 5s, "worker"});
        const auto waiting = broker.book.waiting("q", Start);
        QCOMPARE(waiting.size(), std::size_t(2));
        QCOMPARE(waiting[0].client, std::string("10.0.0.7:40000"));
        QCOMPARE(waiting[1].client, std::string("worker"));
        broker.ask(cmq::BatchSendMessage{"q", {"a", "b"}, 0s}); // in arrival order
        QCOMPARE(broker.holder(1), std::string("10.0.0.7:40000"));
        QCOMPARE(broker.holder(2), std::string("worker"));
        broker.ask(cmq::SendMessage{"q", "c", 0s});
        broker.ask(cmq::ReceiveMessage{"q", 0s}); // does not say
        QCOMPARE(broker.holder(3), std::string());
    }
};

CMQ_TEST(consumers, TestConsumers)

} // namespace tst_consumers
#include "tst_consumers.moc"
