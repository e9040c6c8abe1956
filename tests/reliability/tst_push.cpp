#include "push/httpreceiver.h"
#include "push/pusher.h"
#include "tests/suite.h"
#include "tests/vectors.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>

namespace tst_push {

using namespace cmq;
using namespace cmq::push;
using namespace std::chrono_literals;

namespace {

/// What came back, and a way to wait for it.
class Outcomes
{
public:
    Pusher::Finished callback()
    {
        return [this](std::uint64_t id, PushResult outcome) {
            const std::lock_guard lock(m_mutex);
            m_all.emplace(id, std::move(outcome));
            m_changed.notify_all();
        };
    }
    PushResult wait(std::uint64_t id)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, 20s, [&] { return m_all.contains(id); });
        const auto found = m_all.find(id);
        return found == m_all.end() ? PushResult{false, -1, "no outcome came"} : found->second;
    }
    std::size_t count(std::uint64_t id)
    {
        const std::lock_guard lock(m_mutex);
        return m_all.count(id);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::multimap<std::uint64_t, PushResult> m_all;
};

/// A receiver that keeps what arrived.
class Subscriber
{
public:
    explicit Subscriber(HttpReceiver::Answer answer = [](const auto&) { return ReceiverAnswer(); })
    {
        auto listening = HttpReceiver::listen(
            0, [this, answer = std::move(answer)](const ReceivedRequest& request) {
                const std::lock_guard lock(m_mutex);
                m_requests.push_back(request);
                return answer(request);
            });
        Q_ASSERT(listening);
        m_receiver = std::move(*listening);
    }
    std::string url(const std::string& target = "/") const
    {
        return "http://127.0.0.1:" + std::to_string(m_receiver->port()) + target;
    }
    std::uint16_t port() const { return m_receiver->port(); }
    std::vector<ReceivedRequest> requests()
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

private:
    std::mutex m_mutex;
    std::vector<ReceivedRequest> m_requests;
    std::unique_ptr<HttpReceiver> m_receiver;
};

Options local(Milliseconds timeout = 5s)
{
    Options options;
    options.allowsLocal = true;
    options.timeout = timeout;
    return options;
}

Push pushTo(const std::string& url, std::uint64_t id = 1, const std::string& body = "hello")
{
    Push push;
    push.id = id;
    push.url = url;
    push.topicName = "orders";
    push.topicOwner = "100015036";
    push.subscriptionName = "billing";
    push.msgId = 6942316962;
    push.publishTime = fromUnixSeconds(1'429'710'449);
    push.body = body;
    return push;
}

PushResult pushOnce(const Options& options, const Push& push)
{
    Outcomes outcomes;
    Pusher pusher(options, outcomes.callback());
    pusher.send(push);
    return outcomes.wait(push.id);
}

ReceiverAnswer raw(std::string bytes)
{
    ReceiverAnswer answer;
    answer.raw = std::move(bytes);
    return answer;
}

} // namespace

class PushTest : public QObject
{
    Q_OBJECT

private slots:
    void request();
    void jsonBody();
    void simplifiedBodyByteForByte();
    void tagsCannotEndAHeader();
    void answers_data();
    void answers();
    void hangEndsWithTheTimeout();
    void dripEndsWithTheTimeout();
    void longAnswerIsNotRead();
    void nobodyListens();
    void redirectIsNotFollowed();
    void cookiesAreNotKept();
    void environmentProxyIsIgnored();
    void localAddressesNeedPermission_data();
    void localAddressesNeedPermission();
    void addressIsJudgedAtEachConnect();
    void connectionIsReused();
    void atMostEightOfASubscription();
    void deadSubscriberDelaysNobody_data();
    void deadSubscriberDelaysNobody();
    void cancelledPushHasNoOutcome();
    void endingDropsWhatIsUnderWay();
    void brokenAnswersEndInTime();
};

void PushTest::request()
{
    Subscriber subscriber;
    Push push = pushTo(subscriber.url("/a/../cgi?b=c%20d"), 14);
    push.format = NotifyContentFormat::Simplified;
    push.msgTag = {"a", "b"};
    const PushResult outcome = pushOnce(local(), push);
    QVERIFY2(outcome.isDelivered, outcome.reason.c_str());
    QCOMPARE(outcome.httpStatus, 200);
    const ReceivedRequest got = subscriber.requests().at(0);
    QCOMPARE(got.method, "POST");
    QCOMPARE(got.target, "/a/../cgi?b=c%20d");
    QCOMPARE(got.header("Host"), "127.0.0.1:" + std::to_string(subscriber.port()));
    QCOMPARE(got.header("Content-Type"), "text/plain");
    QCOMPARE(got.header("Content-Length"), "5");
    QCOMPARE(got.header("User-Agent"), "Qcloud Notification Service Agent");
    QCOMPARE(got.header("x-cmq-request-id"), "14");
    QCOMPARE(got.header("x-cmq-message-id"), "6942316962");
    QCOMPARE(got.header("x-cmq-message-tag"), "a, b");
    QCOMPARE(got.body, "hello");
}

void PushTest::jsonBody()
{
    Push push = pushTo("http://h/");
    push.body = "say \"hi\"\n\t\\ 你好 \x01";
    const std::string body = requestBody(std::move(push));
    QVERIFY2(body.starts_with(R"({"TopicOwner":100015036,"topicName":"orders",)"
                              R"("subscriptionName":"billing","msgId":"6942316962","msgBody":")"),
             body.c_str());
    QVERIFY(body.ends_with(R"(","publishTime":1429710449})"));
    const QJsonDocument parsed = QJsonDocument::fromJson(QByteArray::fromStdString(body));
    QCOMPARE(parsed["msgBody"].toString(), QString("say \"hi\"\n\t\\ 你好 \x01"));
}

void PushTest::simplifiedBodyByteForByte()
{
    Subscriber subscriber;
    std::string body;
    for (int i = 0; i < 300'000; ++i)
        body += static_cast<char>(i % 128);
    Push push = pushTo(subscriber.url(), 1, body);
    push.format = NotifyContentFormat::Simplified;
    QVERIFY(pushOnce(local(), push).isDelivered);
    QVERIFY(subscriber.requests().at(0).body == body);
}

void PushTest::tagsCannotEndAHeader()
{
    Push push = pushTo("http://h/");
    push.msgTag = {"plain, with blank", "x\r\nX-Injected: 1", "标签"};
    for (const std::string& line : headerLines(push))
        QVERIFY(line.find_first_of("\r\n") == std::string::npos);
    QCOMPARE(headerLines(push).back(),
             "x-cmq-message-tag: plain, with blank, x%0D%0AX-Injected%3A%201, "
             "%E6%A0%87%E7%AD%BE");
    push.msgTag.clear();
    QCOMPARE(headerLines(push).size(), 4U);
}

void PushTest::answers_data()
{
    QTest::addColumn<ReceiverAnswer>("answer");
    QTest::addColumn<bool>("isDelivered");
    QTest::addColumn<int>("status");
    const auto status = [](int code) {
        ReceiverAnswer answer;
        answer.status = code;
        return answer;
    };
    QTest::newRow("200") << status(200) << true << 200;
    QTest::newRow("204") << status(204) << true << 204;
    QTest::newRow("299") << status(299) << true << 299;
    QTest::newRow("301") << status(301) << false << 301;
    QTest::newRow("304") << status(304) << false << 304;
    QTest::newRow("404") << status(404) << false << 404;
    QTest::newRow("500") << status(500) << false << 500;
    ReceiverAnswer reset;
    reset.raw = "";
    reset.resets = true;
    QTest::newRow("reset") << reset << false << 0;
    QTest::newRow("closed without an answer") << raw("") << false << 0;
    QTest::newRow("half a head") << raw("HTTP/1.1 200 OK\r\nContent-Len") << false << 0;
    QTest::newRow("half a body") << raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf.")
                                 << false << 0;
    QTest::newRow("half a chunk")
        << raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\nhalf.") << false << 0;
    QTest::newRow("no HTTP") << raw("220 smtp.example.com ESMTP\r\n") << false << 0;
    QTest::newRow("continue first")
        << raw("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") << true
        << 200;
}

void PushTest::answers()
{
    QFETCH(ReceiverAnswer, answer);
    QFETCH(bool, isDelivered);
    QFETCH(int, status);
    Subscriber subscriber([&](const auto&) { return answer; });
    const PushResult outcome = pushOnce(local(), pushTo(subscriber.url()));
    QCOMPARE(outcome.isDelivered, isDelivered);
    QCOMPARE(outcome.httpStatus, status);
    QCOMPARE(outcome.reason.empty(), isDelivered);
}

void PushTest::hangEndsWithTheTimeout()
{
    Subscriber subscriber([](const auto&) {
        ReceiverAnswer answer;
        answer.hangs = true;
        return answer;
    });
    const PushResult outcome = pushOnce(local(200ms), pushTo(subscriber.url()));
    QVERIFY(!outcome.isDelivered);
    QCOMPARE(outcome.reason, "no answer within 200 ms");
}

void PushTest::dripEndsWithTheTimeout()
{
    Subscriber subscriber([](const auto&) {
        ReceiverAnswer answer = raw("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        answer.pauseBetweenBytes = 1s;
        return answer;
    });
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!pushOnce(local(300ms), pushTo(subscriber.url())).isDelivered);
    QVERIFY(timer.elapsed() < 20'000); // the whole answer would take longer
}

void PushTest::longAnswerIsNotRead()
{
    const std::string length = std::to_string(50'000'000);
    Subscriber subscriber([&](const auto& request) {
        const std::string status = request.target == "/bad" ? "500" : "200";
        return raw("HTTP/1.1 " + status + " OK\r\nContent-Length: " + length + "\r\n\r\n" +
                   std::string(50'000'000, 'x'));
    });
    QVERIFY(pushOnce(local(), pushTo(subscriber.url("/good"))).isDelivered);
    QVERIFY(!pushOnce(local(), pushTo(subscriber.url("/bad"))).isDelivered);

    Subscriber talker([](const auto&) {
        return raw("HTTP/1.1 200 OK\r\nX: " + std::string(80'000, 'x') + "\r\n\r\n");
    });
    QVERIFY(!pushOnce(local(), pushTo(talker.url())).isDelivered);
}

void PushTest::nobodyListens()
{
    std::string url;
    {
        Subscriber gone;
        url = gone.url();
    }
    const PushResult outcome = pushOnce(local(), pushTo(url));
    QVERIFY(!outcome.isDelivered);
    QCOMPARE(outcome.httpStatus, 0);
    QVERIFY(!outcome.reason.empty());
}

void PushTest::redirectIsNotFollowed()
{
    Subscriber other;
    Subscriber subscriber([&](const auto&) {
        return raw("HTTP/1.1 302 Found\r\nLocation: " + other.url() +
                   "\r\nContent-Length: 0\r\n\r\n");
    });
    const PushResult outcome = pushOnce(local(), pushTo(subscriber.url()));
    QVERIFY(!outcome.isDelivered);
    QCOMPARE(outcome.httpStatus, 302);
    QVERIFY(other.requests().empty());
}

void PushTest::cookiesAreNotKept()
{
    Subscriber subscriber([](const auto&) {
        return raw("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n");
    });
    Outcomes outcomes;
    Pusher pusher(local(), outcomes.callback());
    for (std::uint64_t id : {1U, 2U}) {
        pusher.send(pushTo(subscriber.url(), id));
        QVERIFY(outcomes.wait(id).isDelivered);
    }
    QCOMPARE(subscriber.requests().at(1).header("Cookie"), "");
}

void PushTest::environmentProxyIsIgnored()
{
    Subscriber proxy;
    Subscriber subscriber;
    qputenv("http_proxy", QByteArray::fromStdString(proxy.url()));
    QVERIFY(pushOnce(local(), pushTo(subscriber.url())).isDelivered);
    QVERIFY(proxy.requests().empty());
    Options options = local();
    options.usesEnvironmentProxy = true;
    QVERIFY(pushOnce(options, pushTo(subscriber.url())).isDelivered);
    QCOMPARE(proxy.requests().size(), 1U);
    qunsetenv("http_proxy");
}

void PushTest::localAddressesNeedPermission_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isEverAllowed");
    QTest::newRow("loopback") << "127.0.0.1" << true;
    QTest::newRow("loopback, another") << "127.1.2.3" << true;
    QTest::newRow("number") << "2130706433" << true;
    QTest::newRow("IPv4 in IPv6") << "[::ffff:127.0.0.1]" << true;
    QTest::newRow("private") << "10.255.255.254" << true;
    QTest::newRow("link-local") << "169.254.169.254" << false;
    QTest::newRow("unspecified") << "0.0.0.0" << false;
    QTest::newRow("name") << "localhost" << true;
}

void PushTest::localAddressesNeedPermission()
{
    QFETCH(QString, host);
    QFETCH(bool, isEverAllowed);
    const std::string url = "http://" + host.toStdString() + ":1/"; // nobody listens there
    Options closed = local(2s);
    closed.allowsLocal = false;
    QVERIFY(pushOnce(closed, pushTo(url)).reason.ends_with("are not allowed"));
    if (!isEverAllowed)
        QVERIFY(pushOnce(local(2s), pushTo(url)).reason.ends_with("are not allowed"));
}

void PushTest::addressIsJudgedAtEachConnect()
{
    // A name that means a public address when it is subscribed, and a local one later.
    Subscriber subscriber;
    std::atomic<int> asked = 0;
    Options options;
    options.timeout = 500ms;
    options.resolve = [&](const std::string& host) {
        Q_ASSERT(host == "rebinding.example");
        return ++asked == 1 ? std::string("192.0.2.1") : std::string("127.0.0.1");
    };
    Outcomes outcomes;
    Pusher pusher(options, outcomes.callback());
    const std::string url = "http://rebinding.example:" + std::to_string(subscriber.port()) + "/";
    for (const std::uint64_t id : {1U, 2U, 3U}) {
        pusher.send(pushTo(url, id));
        const PushResult outcome = outcomes.wait(id);
        QVERIFY(!outcome.isDelivered);
        QVERIFY2(outcome.reason.ends_with("are not allowed"), outcome.reason.c_str());
    }
    QCOMPARE(asked, 3);
    QVERIFY(subscriber.requests().empty());

    options.allowsLocal = true;
    QVERIFY(pushOnce(options, pushTo(url)).isDelivered);
}

void PushTest::connectionIsReused()
{
    Subscriber subscriber;
    Outcomes outcomes;
    Pusher pusher(local(), outcomes.callback());
    for (std::uint64_t id = 1; id <= 50; ++id) {
        pusher.send(pushTo(subscriber.url(), id));
        QVERIFY(outcomes.wait(id).isDelivered);
    }
    QCOMPARE(subscriber.requests().size(), 50U);
}

void PushTest::atMostEightOfASubscription()
{
    std::atomic<int> underWay = 0;
    std::atomic<int> most = 0;
    Subscriber subscriber([&](const auto&) {
        most = std::max(most.load(), ++underWay);
        ReceiverAnswer answer;
        answer.delay = 50ms;
        return answer;
    });
    Outcomes outcomes;
    Pusher pusher(local(), [&](std::uint64_t id, const PushResult& result) {
        --underWay;
        outcomes.callback()(id, result);
    });
    for (std::uint64_t id = 1; id <= 20; ++id)
        pusher.send(pushTo(subscriber.url(), id));
    for (std::uint64_t id = 1; id <= 20; ++id)
        QVERIFY(outcomes.wait(id).isDelivered);
    QCOMPARE(most.load(), 8);
}

void PushTest::deadSubscriberDelaysNobody_data()
{
    QTest::addColumn<int>("dead");
    QTest::newRow("1 of 100") << 1;
    QTest::newRow("50 of 100") << 50;
}

void PushTest::deadSubscriberDelaysNobody()
{
    // The dead never answer, and nobody gives them up: whatever waited for them would wait for
    // ever.
    QFETCH(int, dead);
    constexpr int subscriptions = 100;
    constexpr int pushesEach = 20;
    std::atomic<int> fromTheDead = 0;
    const Subscriber grave([&](const ReceivedRequest&) {
        ++fromTheDead;
        ReceiverAnswer answer;
        answer.hangs = true;
        return answer;
    });
    const Subscriber living;
    Outcomes outcomes;
    Pusher pusher(local(1h), outcomes.callback());
    std::uint64_t id = 0;
    const auto send = [&](int subscription, const Subscriber& subscriber) {
        Push push = pushTo(subscriber.url(), ++id);
        push.subscriptionName = "s" + std::to_string(subscription);
        pusher.send(std::move(push));
    };
    for (int i = 0; i < pushesEach; ++i) { // the dead come first, and have the longest lines
        for (int each = 0; each < dead; ++each)
            send(each, grave);
    }
    const std::uint64_t firstAlive = id + 1;
    for (int i = 0; i < pushesEach; ++i) {
        for (int each = dead; each < subscriptions; ++each)
            send(each, living);
    }
    for (std::uint64_t each = firstAlive; each <= id; ++each)
        QVERIFY2(outcomes.wait(each).isDelivered, qPrintable(QString::number(each)));
    for (std::uint64_t each = 1; each < firstAlive; ++each)
        QCOMPARE(outcomes.count(each), 0U);
    QVERIFY(fromTheDead <= 8 * dead);
}

void PushTest::cancelledPushHasNoOutcome()
{
    Subscriber subscriber([](const auto& request) {
        ReceiverAnswer answer;
        answer.hangs = request.target == "/hang";
        return answer;
    });
    Outcomes outcomes;
    Options options = local(300ms);
    options.inFlightPerSubscription = 1;
    Pusher pusher(options, outcomes.callback());
    pusher.send(pushTo(subscriber.url("/hang"), 1)); // under way
    pusher.send(pushTo(subscriber.url(), 2));        // in line
    pusher.send(pushTo(subscriber.url(), 3));
    pusher.cancel(1);
    pusher.cancel(2);
    pusher.cancel(99); // unknown
    QVERIFY(outcomes.wait(3).isDelivered);
    QCOMPARE(outcomes.count(1), 0U);
    QCOMPARE(outcomes.count(2), 0U);
}

void PushTest::endingDropsWhatIsUnderWay()
{
    Subscriber subscriber([](const auto&) {
        ReceiverAnswer answer;
        answer.hangs = true;
        return answer;
    });
    std::atomic<int> called = 0;
    QElapsedTimer timer;
    timer.start();
    {
        Pusher pusher(local(15s), [&](auto, auto) { ++called; });
        for (std::uint64_t id = 1; id <= 30; ++id)
            pusher.send(pushTo(subscriber.url(), id));
        QTRY_VERIFY(!subscriber.requests().empty());
    }
    QVERIFY(timer.elapsed() < 14'000); // nobody waits for an answer
    QCOMPARE(called, 0);
}

void PushTest::brokenAnswersEndInTime()
{
    CMQ_NEEDS_VECTORS("http-response-torture.jsonl");
    int count = 0;
    for (const QJsonObject& row : vectors::read("http-response-torture.jsonl")) {
        const std::string bytes =
            QByteArray::fromBase64(row["raw_b64"].toString().toLatin1()).toStdString();
        Subscriber subscriber([&](const auto&) { return raw(bytes); });
        Outcomes outcomes;
        Pusher pusher(local(1s), outcomes.callback());
        pusher.send(pushTo(subscriber.url(), 1));
        const PushResult outcome = outcomes.wait(1);
        QVERIFY2(outcome.httpStatus >= 0, qPrintable(row["id"].toString()));
        if (outcome.isDelivered)
            QVERIFY2(outcome.httpStatus / 100 == 2, qPrintable(row["id"].toString()));
        ++count;
    }
    QVERIFY(count > 100);
}

CMQ_TEST(push, PushTest)

} // namespace tst_push
#include "tst_push.moc"
