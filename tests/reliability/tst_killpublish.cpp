#include "killbody.h"
#include "killer.h"

#include "embeddedbroker.h"
#include "httppushsender.h"
#include "push/httpreceiver.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <future>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <sstream>

using namespace cmq;

namespace {

kill9::Plan plan{.kills = 20};

template <class A>
Result<typename A::Reply> ask(Service& service, A action)
{
    std::promise<Result<typename A::Reply>> answer;
    call<A>(service, std::move(action),
            [&](Result<typename A::Reply> result) { answer.set_value(std::move(result)); });
    return answer.get_future().get();
}

/// All subscribers that are pushed to. It outlives every child.
class Subscribers
{
public:
    Subscribers()
    {
        auto listening = push::HttpReceiver::listen(
            0, [this](const push::ReceivedRequest& request) { return receive(request); });
        if (!listening)
            qFatal("no receiver");
        m_receiver = std::move(*listening);
    }
    std::string port() const { return std::to_string(m_receiver->port()); }
    /// How often a message came to a path.
    int count(const std::string& path, const std::string& msgId)
    {
        const std::lock_guard lock(m_mutex);
        return m_counts[{path, msgId}];
    }

private:
    push::ReceiverAnswer receive(const push::ReceivedRequest& request)
    {
        const std::lock_guard lock(m_mutex);
        const int times = ++m_counts[{request.target, request.header("x-cmq-message-id")}];
        push::ReceiverAnswer answer;
        if (request.target == "/hopeless")
            answer.status = 500;
        else if (++m_total % 97 == 0 && times == 1)
            answer.raw = ""; // hangs up: the message has come, and the broker does not know
        else if (m_total % 89 == 0 && times == 1)
            answer.status = 503;
        return answer;
    }

    std::mutex m_mutex;
    std::map<std::pair<std::string, std::string>, int> m_counts;
    int m_total = 0;
    std::unique_ptr<push::HttpReceiver> m_receiver;
};

/// Real pushes, and a way to wait until none is under way.
class WatchedSender final : public PushSender
{
public:
    struct Watch
    {
        std::mutex mutex; ///< guards what follows
        std::condition_variable changed;
        std::set<std::uint64_t> underWay;

        void waitForAll()
        {
            std::unique_lock lock(mutex);
            changed.wait(lock, [&] { return underWay.empty(); });
        }
        bool isIdle()
        {
            const std::lock_guard lock(mutex);
            return underWay.empty();
        }
    };

    explicit WatchedSender(std::shared_ptr<Watch> watch)
        : m_watch(std::move(watch))
        , m_sender(localPush())
    {
    }
    void start(Finished finished) override
    {
        m_sender.start([this, finished = std::move(finished)](std::uint64_t id, auto outcome) {
            finished(id, std::move(outcome));
            ended(id);
        });
    }
    void send(engine::PushRequest request, std::string body) override
    {
        {
            const std::lock_guard lock(m_watch->mutex);
            m_watch->underWay.insert(request.pushId);
        }
        m_sender.send(std::move(request), std::move(body));
    }
    void cancel(std::uint64_t pushId) override
    {
        m_sender.cancel(pushId);
        ended(pushId);
    }

private:
    static push::Options localPush()
    {
        push::Options options;
        options.allowsLocal = true;
        return options;
    }
    void ended(std::uint64_t id)
    {
        const std::lock_guard lock(m_watch->mutex);
        m_watch->underWay.erase(id);
        m_watch->changed.notify_all();
    }

    const std::shared_ptr<Watch> m_watch;
    HttpPushSender m_sender;
};

/// What children said: which publishes were accepted, and under which msgId.
using Accepted = std::map<std::uint64_t, std::string>;

void read(const std::string& text, Accepted& accepted)
{
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        char what = 0;
        std::uint64_t id = 0;
        std::string msgId;
        words >> what >> id >> msgId;
        if (what == 's')
            accepted.emplace(id, msgId);
        else
            QVERIFY2(what == 'S',
                     qPrintable("a publish was refused: " + QString::fromStdString(line)));
    }
}

std::multiset<std::string> bodiesOf(Service& service, const std::string& queue)
{
    std::multiset<std::string> bodies;
    PeekMessages peek{.queueName = queue, .states = {}, .limit = 10'000};
    peek.withBodies = true;
    for (;;) {
        auto page = ask(service, peek);
        if (!page)
            return bodies;
        for (PeekedMessage& message : page->messages)
            bodies.insert(std::move(message.msgBody));
        if (!page->next)
            return bodies;
        peek.after = *page->next;
    }
}

} // namespace

/// kill -9 at any moment between the answer to a publish and the mark of its deliveries: every
/// accepted message reaches every subscription, or is reported as dropped with a reason, and none
/// is dropped before its retries are used up. `tst_killpublish --kills=200 --seed=7` for more.
class TestKillPublish : public QObject
{
    Q_OBJECT

    Subscribers m_subscribers;
    /// (subscription, msgId) of reported drops.
    std::mutex m_mutex;
    std::set<std::pair<std::string, std::string>> m_dropped;
    int m_withoutReason = 0;

    void note(const EventBatch& batch)
    {
        const std::lock_guard lock(m_mutex);
        for (const Event& event : batch.events) {
            if (event.kind != EventKind::DeliveryDropped)
                continue;
            m_dropped.emplace(event.otherName, std::to_string(event.msgId));
            m_withoutReason += event.reason.empty() ? 1 : 0;
        }
    }

    /// Waits until no push is under way and none follows from the last ones.
    static void settle(EmbeddedBroker& broker, WatchedSender::Watch& watch)
    {
        do {
            watch.waitForAll();
            // Whoever answers this has seen the outcomes; whoever answers the next, too, has sent
            // what follows.
            for (int i = 0; i < 2; ++i)
                (void)ask(broker, GetTopicAttributes{kill9::TopicName});
        } while (!watch.isIdle());
    }

    /// Lets time pass until nothing is outstanding.
    void drain(EmbeddedBroker& broker, WatchedSender::Watch& watch)
    {
        const auto observer =
            broker.observe([this](const EventBatch& batch) { note(batch); }, 1'000'000);
        for (int i = 0; i < 100'000; ++i) {
            std::promise<void> passed;
            broker.advance(Seconds(20), [&](const Result<Time>&) { passed.set_value(); });
            passed.get_future().wait();
            settle(broker, watch);
            if (ask(broker, GetTopicAttributes{kill9::TopicName})->msgCount == 0)
                break;
        }
        QCOMPARE(ask(broker, GetTopicAttributes{kill9::TopicName})->msgCount, 0);
        broker.stopObserving(observer);
    }

    bool wasDropped(const std::string& subscription, const std::string& msgId)
    {
        const std::lock_guard lock(m_mutex);
        return m_dropped.contains({subscription, msgId});
    }

    void check(std::uint64_t id, const std::string& msgId)
    {
        const auto what = [&](const std::string& where) {
            return qPrintable(
                QString("message %1 is lost for %2").arg(id).arg(QString::fromStdString(where)));
        };
        for (int i = 0; i < kill9::Pushed; ++i) {
            const std::string number = std::to_string(i);
            QVERIFY2(m_subscribers.count("/ok/" + number, msgId) > 0 ||
                         wasDropped("ok" + number, msgId),
                     what("ok" + number));
        }
        // One attempt and three retries, unless a day was over before.
        if (id % kill9::HopelessOneIn == 0)
            QVERIFY2(m_subscribers.count("/hopeless", msgId) >= 4 || wasDropped("hopeless", msgId),
                     what("hopeless"));
    }

private slots:
    void acceptedMessagesReachEverybody()
    {
        const QTemporaryDir folder;
        std::minstd_rand random(plan.seed);
        Accepted accepted;
        for (int i = 1; i <= plan.kills; ++i) {
            const std::chrono::milliseconds life(1 + random() % 120);
            const auto text = kill9::runAndKill(
                "publishchild",
                {folder.path(), QString::number(i), QString::fromStdString(m_subscribers.port())},
                life);
            QVERIFY2(text, "the child ended by itself");
            read(*text, accepted);
            if (QTest::currentTestFailed())
                return;
        }

        const auto watch = std::make_shared<WatchedSender::Watch>();
        BrokerOptions options;
        options.folder = folder.path().toStdString();
        options.behaviour.allowLocalPush = true;
        options.clock = std::make_shared<VirtualClock>(SystemClock().now());
        options.pushSender = std::make_unique<WatchedSender>(watch);
        auto broker = EmbeddedBroker::open(std::move(options));
        QVERIFY2(broker, broker ? "" : toString(broker.error()).c_str());
        QVERIFY2(!(*broker)->salvage(), "a kill is no damage");
        const auto outstanding = ask(**broker, GetTopicAttributes{kill9::TopicName})->msgCount;
        QVERIFY(ask(**broker, CreateQueue{kill9::LaterQueueName, {}}));
        drain(**broker, *watch);
        if (QTest::currentTestFailed())
            return;

        const auto copies = bodiesOf(**broker, kill9::QueueName);
        const auto later = bodiesOf(**broker, kill9::LaterQueueName);
        for (const auto& [id, msgId] : accepted) {
            check(id, msgId);
            QCOMPARE(copies.count(kill9::bodyOf(id)), 1U); // in the commit of the publish
            QVERIFY(later.contains(kill9::bodyOf(id)) || wasDropped("later", msgId));
            if (QTest::currentTestFailed())
                return;
        }
        QCOMPARE(m_withoutReason, 0);
        qInfo(
            "%d kills, %zu publishes accepted, %lld outstanding after the last, %zu drops reported",
            plan.kills, accepted.size(), static_cast<long long>(outstanding), m_dropped.size());
        QVERIFY(accepted.size() > 10);
        QVERIFY(outstanding > 0);
    }
};

int main(int count, char** arguments)
{
    QCoreApplication application(count, arguments);
    const QStringList rest = kill9::readPlan(QCoreApplication::arguments(), plan);
    TestKillPublish test;
    return QTest::qExec(&test, rest);
}
#include "tst_killpublish.moc"
