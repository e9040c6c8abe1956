#include "embeddedbroker.h"

#include "store/memorystore.h"

#include "tests/suite.h"

#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

namespace tst_embeddedbroker {

using namespace cmq;

namespace {

constexpr Time Start = fromUnixSeconds(1'800'000'000);

/// A memory store whose disk the test breaks.
class FailingStore final : public store::Store
{
public:
    struct Switches
    {
        std::atomic<bool> failsCommits{false};
        std::atomic<bool> failsRecovery{false};
        std::atomic<bool> isFull{false};
        std::atomic<bool> losesBodies{false};
        std::atomic<int> commits{0};
    };

    FailingStore(std::shared_ptr<store::MemoryStore> below, std::shared_ptr<Switches> switches)
        : m_below(std::move(below))
        , m_switches(std::move(switches))
    {
    }

    Result<void> load(store::Visitor& visitor) override { return m_below->load(visitor); }
    Result<void> commit(const StoreChanges& changes, const store::BodyLookup& bodies) override
    {
        ++m_switches->commits;
        if (m_switches->failsCommits || (m_switches->isFull && !changes.newBodies.empty())) {
            Error error = makeError(ErrorId::StoreFailed, {}, "the test broke the disk");
            error.outcome = Outcome::MayHaveHappened;
            return fail(error);
        }
        return m_below->commit(changes, bodies);
    }
    Result<std::string> readBody(BodyId body) override
    {
        if (m_switches->losesBodies)
            return fail(ErrorId::StoreFailed, {}, "the test lost the body");
        return m_below->readBody(body);
    }
    Result<bool> sweep(std::size_t maxRows) override { return m_below->sweep(maxRows); }
    void tidy() override {}
    Result<void> recover() override
    {
        if (m_switches->failsRecovery)
            return fail(ErrorId::StoreFailed, {}, "the disk is gone");
        return {};
    }
    bool isFull() const override { return m_switches->isFull; }
    bool stillFull() override { return m_switches->isFull; }
    bool isDamaged() const override { return false; }
    Result<store::SalvageReport> salvage() override { return fail(ErrorId::StoreFailed); }
    std::uint64_t sizeInBytes() const override { return m_below->sizeInBytes(); }

private:
    const std::shared_ptr<store::MemoryStore> m_below;
    const std::shared_ptr<Switches> m_switches;
};

/// Completions that may be waited for.
template <class Reply>
class Asked
{
public:
    std::function<void(Result<Reply>)> completion()
    {
        return [state = m_state](Result<Reply> result) { state->set_value(std::move(result)); };
    }
    Result<Reply> get() { return m_future.get(); }
    bool isAnswered() const
    {
        return m_future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    }

private:
    std::shared_ptr<std::promise<Result<Reply>>> m_state =
        std::make_shared<std::promise<Result<Reply>>>();
    std::future<Result<Reply>> m_future = m_state->get_future();
};

} // namespace

/// What the broker adds to the engine: the thread, the commits, what is told when they fail.
class TestEmbeddedBroker : public QObject
{
    Q_OBJECT

    std::shared_ptr<store::MemoryStore> m_records;
    std::shared_ptr<FailingStore::Switches> m_disk;
    std::unique_ptr<EmbeddedBroker> m_broker;

    void open(std::shared_ptr<Clock> clock = std::make_shared<VirtualClock>(Start))
    {
        BrokerOptions options;
        options.store = std::make_unique<FailingStore>(m_records, m_disk);
        options.clock = std::move(clock);
        options.bodyCacheBytes = 0; // so that bodies are read
        options.behaviour.minMsgHeapNum = 1;
        auto broker = EmbeddedBroker::open(std::move(options));
        QVERIFY(broker);
        m_broker = std::move(*broker);
    }

    template <class A>
    Result<typename A::Reply> ask(A action)
    {
        Asked<typename A::Reply> asked;
        call<A>(*m_broker, std::move(action), asked.completion());
        return asked.get();
    }
    template <class A>
    Asked<typename A::Reply> start(A action)
    {
        Asked<typename A::Reply> asked;
        call<A>(*m_broker, std::move(action), asked.completion());
        return asked;
    }
    void advance(Milliseconds by)
    {
        Asked<Time> asked;
        m_broker->advance(by, asked.completion());
        QVERIFY(asked.get());
    }
    std::int64_t active()
    {
        const auto attributes = ask(GetQueueAttributes{"q"});
        return attributes ? attributes->activeMsgNum : -1;
    }

private slots:
    void init()
    {
        m_records = std::make_shared<store::MemoryStore>();
        m_disk = std::make_shared<FailingStore::Switches>();
        open();
        QVERIFY(ask(CreateQueue{"q", {}}));
    }
    void cleanup() { m_broker.reset(); }

    void answersOnItsThreadAndOnce()
    {
        std::promise<std::thread::id> thread;
        std::atomic<int> calls{0};
        m_broker->call(SendMessage{"q", "hello", {}}, [&](const Result<Reply>& result) {
            ++calls;
            QVERIFY(result);
            thread.set_value(std::this_thread::get_id());
        });
        QVERIFY(thread.get_future().get() != std::this_thread::get_id());
        QVERIFY(ask(SendMessage{"q", "again", {}}));
        QCOMPARE(calls, 1);
    }

    void takesCallsFromCompletions()
    {
        std::promise<Result<ReceivedMessage>> received;
        call<SendMessage>(*m_broker, {"q", "hello", {}}, [&](const auto& sent) {
            QVERIFY(sent);
            call<ReceiveMessage>(*m_broker, {"q", {}},
                                 [&](auto message) { received.set_value(std::move(message)); });
        });
        const auto message = received.get_future().get();
        QVERIFY(message);
        QCOMPARE(message->msgBody, std::string("hello"));
    }

    void takesCallsFromManyThreads()
    {
        std::vector<std::thread> threads;
        std::atomic<int> sent{0};
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                for (int j = 0; j < 200; ++j)
                    sent += ask(SendMessage{"q", "x", {}}) ? 1 : 0;
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(sent, 1600);
        QCOMPARE(active(), 1600);
        QVERIFY(m_disk->commits <= 1601);
    }

    void cancelsAWait()
    {
        Asked<ReceivedMessage> asked;
        const RequestId request =
            call<ReceiveMessage>(*m_broker, {"q", Seconds(30)}, asked.completion());
        m_broker->cancel(request);
        QCOMPARE(asked.get().error().id, ErrorId::Cancelled);
        m_broker->cancel(request);
        m_broker->cancel(12345);
        QVERIFY(ask(SendMessage{"q", "for nobody", {}}));
        QCOMPARE(active(), 1);
    }

    void cancelsWhatWaitsWhenItEnds()
    {
        auto waiting = start(ReceiveMessage{"q", Seconds(30)});
        std::promise<Result<ReceivedMessage>> again;
        Service& service = *m_broker; // the pointer is empty while the broker ends
        call<ReceiveMessage>(service, {"q", Seconds(30)}, [&](const auto& first) {
            QCOMPARE(first.error().id, ErrorId::Cancelled);
            call<ReceiveMessage>(service, {"q", Seconds(30)},
                                 [&](auto second) { again.set_value(std::move(second)); });
        });
        auto sent = start(SendMessage{"q", "late", Seconds(60)});
        m_broker.reset();
        QCOMPARE(waiting.get().error().id, ErrorId::Cancelled);
        QCOMPARE(again.get_future().get().error().id, ErrorId::Cancelled);
        QVERIFY(sent.get());
        open();
        QCOMPARE(ask(GetQueueAttributes{"q"})->delayMsgNum, 1);
    }

    void everythingHappensAtItsTime()
    {
        std::mutex mutex;
        std::vector<Event> seen;
        const auto observer = m_broker->observe(
            [&](const EventBatch& batch) {
                const std::scoped_lock lock(mutex);
                seen.insert(seen.end(), batch.events.begin(), batch.events.end());
            },
            10'000);
        QVERIFY(ask(SendMessage{"q", "a", Seconds(10)}));
        QVERIFY(ask(SendMessage{"q", "b", Seconds(20)}));
        auto first = start(ReceiveMessage{"q", Seconds(15)});
        auto second = start(ReceiveMessage{"q", Seconds(5)});
        advance(Seconds(30));
        QCOMPARE(first.get()->enqueueTime, Start);
        QCOMPARE(second.get().error().id, ErrorId::NoMessage);
        QCOMPARE(m_broker->now(), Start + Seconds(30));
        std::vector<std::pair<EventKind, std::int64_t>> times;
        QTRY_VERIFY([&] {
            const std::scoped_lock lock(mutex);
            times.clear();
            for (const Event& event : seen) {
                if (event.kind == EventKind::DelayEnded || event.kind == EventKind::Received ||
                    event.kind == EventKind::WaitEnded)
                    times.emplace_back(event.kind, (event.time - Start).count());
            }
            return times.size() >= 4;
        }());
        const std::vector<std::pair<EventKind, std::int64_t>> expected{
            {EventKind::WaitEnded, 5000},
            {EventKind::DelayEnded, 10000},
            {EventKind::Received, 10000},
            {EventKind::DelayEnded, 20000}};
        QVERIFY(times == expected);
        m_broker->stopObserving(observer);
    }

    void theWorldsTimeIsNotTold()
    {
        m_broker.reset();
        open(std::make_shared<SystemClock>());
        Asked<Time> asked;
        m_broker->advance(Seconds(1), asked.completion());
        QCOMPARE(asked.get().error().id, ErrorId::NotSupported);
    }

    void aWaitEndsByTheWorldsTime()
    {
        m_broker.reset();
        open(std::make_shared<SystemClock>());
        const auto before = std::chrono::steady_clock::now();
        QCOMPARE(ask(ReceiveMessage{"q", Seconds(1)}).error().id, ErrorId::NoMessage);
        const auto waited = std::chrono::steady_clock::now() - before;
        QVERIFY(waited >= std::chrono::milliseconds(990));
    }

    /// However many expired together, the story of each says that it did.
    void aMessageOfThousandsHasItsOwnStory()
    {
        QVERIFY(ask(CreateQueue{"large", {.msgRetentionSeconds = Seconds(60)}}));
        const auto single = ask(SendMessage{"q", "elsewhere", {}});
        std::string msgId;
        for (int i = 0; i < 200; ++i) {
            const auto sent = ask(BatchSendMessage{"large", std::vector<std::string>(16, "x"), {}});
            msgId = sent->msgIds[7];
        }
        advance(Seconds(60));
        QCOMPARE(ask(GetQueueAttributes{"large"})->activeMsgNum, 0);
        const auto story = [&](const std::string& id) {
            std::vector<EventKind> kinds;
            Asked<EventHistory> asked;
            m_broker->history({.msgId = std::stoull(id)},
                              [completion = asked.completion()](EventHistory all) {
                                  completion(std::move(all));
                              });
            const auto history = asked.get();
            for (const Event& event : history->events)
                kinds.push_back(event.kind);
            return kinds;
        };
        QVERIFY((story(msgId) == std::vector{EventKind::Sent, EventKind::RetentionPurged}));
        QVERIFY(story(single->msgId) == std::vector{EventKind::Sent});
        QVERIFY(ask(ClearQueue{"q"}));
        QVERIFY((story(single->msgId) == std::vector{EventKind::Sent, EventKind::QueueCleared}));
    }

    void tellsHowFarLoadingIs()
    {
        m_broker.reset();
        QTemporaryDir folder;
        std::vector<std::pair<std::uint64_t, std::uint64_t>> told;
        const auto openFolder = [&] {
            BrokerOptions options;
            options.folder = folder.path().toStdString();
            options.progress = [&](std::uint64_t done, std::uint64_t total) {
                told.emplace_back(done, total);
            };
            auto broker = EmbeddedBroker::open(std::move(options));
            QVERIFY(broker);
            m_broker = std::move(*broker);
        };
        openFolder();
        QVERIFY(ask(CreateQueue{"q", {}}));
        for (int i = 0; i < 10; ++i)
            QVERIFY(ask(BatchSendMessage{"q", std::vector<std::string>(16, "x"), {}}));
        m_broker.reset();
        told.clear();
        openFolder();
        QVERIFY(told.size() >= 2);
        QCOMPARE(told.back().first, 160U);
        for (const auto& [done, total] : told)
            QVERIFY(done <= total && total == 160);
    }

    void timeNeverGoesBackOverARestart()
    {
        QVERIFY(ask(SendMessage{"q", "x", {}}));
        advance(Seconds(3600));
        QVERIFY(ask(SendMessage{"q", "y", {}}));
        m_broker.reset();
        open(std::make_shared<VirtualClock>(Start)); // an hour back
        QVERIFY(m_broker->now() >= Start + Seconds(3600));
    }

    void aFailedCommitIsToldAndForgotten()
    {
        QVERIFY(ask(SendMessage{"q", "before", {}}));
        auto waiting = start(ReceiveMessage{"q", Seconds(30)});
        QCOMPARE(waiting.get()->msgBody, std::string("before"));
        QVERIFY(ask(CreateQueue{"empty", {}}));
        auto idle = start(ReceiveMessage{"empty", Seconds(30)});
        QVERIFY(ask(ListQueue{})); // so that it waits by now

        m_disk->failsCommits = true;
        const auto lost = ask(SendMessage{"q", "lost", {}});
        QCOMPARE(lost.error().id, ErrorId::SendFailed);
        QCOMPARE(lost.error().code, 6000);
        QCOMPARE(lost.error().outcome, Outcome::MayHaveHappened);
        QCOMPARE(lost.error().detail, std::string("the test broke the disk"));
        const auto idleEnd = idle.get();
        QCOMPARE(idleEnd.error().id, ErrorId::ReceiveFailed);
        QCOMPARE(idleEnd.error().outcome, Outcome::DidNotHappen);
        QCOMPARE(ask(CreateQueue{"no", {}}).error().id, ErrorId::InternalError);
        QCOMPARE(ask(DeleteQueue{"q"}).error().id, ErrorId::DeleteQueueFailed);
        QVERIFY(ask(ListQueue{})); // nothing to write

        m_disk->failsCommits = false;
        QCOMPARE(ask(GetQueueAttributes{"q"})->inactiveMsgNum, 1);
        QCOMPARE(active(), 0);
        QVERIFY(ask(SendMessage{"q", "after", {}}));
        QCOMPARE(ask(ReceiveMessage{"q", {}})->msgBody, std::string("after"));
    }

    void nothingIsToldOfAFailedCommit()
    {
        m_disk->failsCommits = true;
        QVERIFY(!ask(SendMessage{"q", "lost", {}}));
        m_disk->failsCommits = false;
        QVERIFY(ask(SendMessage{"q", "kept", {}}));
        std::promise<EventHistory> asked;
        m_broker->history({}, [&](EventHistory history) { asked.set_value(std::move(history)); });
        int sent = 0;
        for (const Event& event : asked.get_future().get().events)
            sent += event.kind == EventKind::Sent ? 1 : 0;
        QCOMPARE(sent, 1);
    }

    void aBrokenDiskIsTriedAgain()
    {
        m_disk->failsCommits = m_disk->failsRecovery = true;
        QVERIFY(!ask(SendMessage{"q", "lost", {}}));
        const auto refused = ask(GetQueueAttributes{"q"});
        QCOMPARE(refused.error().id, ErrorId::GetQueueAttributesFailed);
        QCOMPARE(refused.error().detail, std::string("the disk is gone"));
        QCOMPARE(refused.error().outcome, Outcome::DidNotHappen);
        QTRY_COMPARE(m_broker->totals().problem, std::string("the disk is gone"));
        m_disk->failsCommits = m_disk->failsRecovery = false;
        QTRY_COMPARE(m_broker->totals().problem, std::string());
        QVERIFY(ask(SendMessage{"q", "back", {}}));
        QCOMPARE(active(), 1);
    }

    void aFullDiskRefusesSendsOnly()
    {
        QVERIFY(ask(SendMessage{"q", "one", {}}));
        m_disk->isFull = true;
        const auto refused = ask(SendMessage{"q", "two", {}});
        QCOMPARE(refused.error().id, ErrorId::SendFailed);
        QCOMPARE(refused.error().outcome, Outcome::DidNotHappen);
        QVERIFY(refused.error().detail.find("full") != std::string::npos);
        const auto message = ask(ReceiveMessage{"q", {}});
        QCOMPARE(message->msgBody, std::string("one"));
        QVERIFY(ask(DeleteMessage{"q", message->receiptHandle}));
        m_disk->isFull = false;
        QVERIFY(ask(SendMessage{"q", "three", {}}));
    }

    void aDamagedBodyIsNeverAnotherOne()
    {
        QVERIFY(ask(SendMessage{"q", "one", {}}));
        QVERIFY(ask(SendMessage{"q", "two", {}}));
        m_disk->losesBodies = true;
        const auto received = ask(ReceiveMessage{"q", {}});
        QCOMPARE(received.error().id, ErrorId::ReceiveFailed);
        QCOMPARE(received.error().outcome, Outcome::MayHaveHappened);
        const auto peeked = ask(PeekMessages{.queueName = "q", .states = {}, .withBodies = true});
        QCOMPARE(peeked->messages.size(), size_t(2));
        QVERIFY(peeked->messages[0].msgBody.empty());
        m_disk->losesBodies = false;
        QCOMPARE(ask(ReceiveMessage{"q", {}})->msgBody, std::string("two"));
    }

    void aBodyThatWentInTheSameCommitIsStillAnswered()
    {
        QVERIFY(ask(SendMessage{"q", "bye", {}}));
        // In one batch: the thread is busy with a completion while they arrive.
        std::promise<void> isHeld, mayGo;
        m_broker->call(ListQueue{}, [&](const auto&) {
            isHeld.set_value();
            mayGo.get_future().wait();
        });
        isHeld.get_future().wait();
        auto received = start(ReceiveMessage{"q", {}});
        auto cleared = start(ClearQueue{"q"});
        const int commits = m_disk->commits;
        mayGo.set_value();
        QCOMPARE(received.get()->msgBody, std::string("bye"));
        QVERIFY(cleared.get());
        QCOMPARE(m_disk->commits, commits + 1);
    }

    void tellsTotals()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY(ask(SendMessage{"q", "12345678", {}}));
        QTRY_COMPARE(m_broker->totals().messages, 5);
        QVERIFY(m_broker->totals().storeBytes >= 40);
        QVERIFY(m_broker->totals().commits >= 2);
        QVERIFY(!m_broker->totals().isDiskFull);
    }

    void staysOnDisk()
    {
        QTemporaryDir folder;
        const auto openOnDisk = [&] {
            BrokerOptions options;
            options.folder = folder.filePath("data").toStdString();
            auto broker = EmbeddedBroker::open(std::move(options));
            QVERIFY(broker);
            m_broker = std::move(*broker);
        };
        openOnDisk();
        QVERIFY(ask(CreateQueue{"q", {}}));
        QVERIFY(ask(SendMessage{"q", std::string(100'000, 'x') + "1", {}}).has_value() == false);
        QVERIFY(ask(SendMessage{"q", std::string(60'000, 'x') + "1", {}}));
        const auto held = ask(ReceiveMessage{"q", {}});
        m_broker.reset();
        openOnDisk();
        QCOMPARE(ask(GetQueueAttributes{"q"})->inactiveMsgNum, 1);
        QVERIFY(ask(DeleteMessage{"q", held->receiptHandle}));
        m_broker.reset();
        openOnDisk();
        QCOMPARE(ask(GetQueueAttributes{"q"})->inactiveMsgNum, 0);
    }

    void aStoreThatCannotBeOpenedIsASentence()
    {
        BrokerOptions options;
        options.folder = "/proc/self/nothing/here";
        const auto broker = EmbeddedBroker::open(std::move(options));
        QVERIFY(!broker);
        QCOMPARE(broker.error().id, ErrorId::StoreFailed);
        QVERIFY(broker.error().detail.find("/proc/self/nothing/here") != std::string::npos);
    }
};

CMQ_TEST(embeddedbroker, TestEmbeddedBroker)

} // namespace tst_embeddedbroker
#include "tst_embeddedbroker.moc"
