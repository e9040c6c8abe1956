#include "embeddedbroker.h"
#include "endpoint/endpoint.h"
#include "httppushsender.h"
#include "push/httpreceiver.h"
#include "tests/print.h"
#include "tests/suite.h"

#include <QTest>

#include <atomic>
#include <future>
#include <mutex>

namespace tst_httpdelivery {

using namespace cmq;
using namespace cmq::push;

namespace {

std::unique_ptr<EmbeddedBroker> openBroker()
{
    BrokerOptions options;
    options.behaviour.allowLocalPush = true;
    Options push;
    push.allowsLocal = true;
    options.pushSender = std::make_unique<HttpPushSender>(push);
    auto broker = EmbeddedBroker::open(std::move(options));
    return broker ? std::move(*broker) : nullptr;
}

template <ActionType A>
Result<typename A::Reply> ask(Service& service, A action)
{
    std::promise<Result<typename A::Reply>> promise;
    auto future = promise.get_future();
    call<A>(service, std::move(action),
            [&](Result<typename A::Reply> answer) { promise.set_value(std::move(answer)); });
    return future.get();
}

} // namespace

/// From PublishMessage to a subscriber's socket and back.
class HttpDeliveryTest : public QObject
{
    Q_OBJECT

private slots:
    void publishArrives();
    void failureIsRetried();
    void loopToOurselvesIsBounded();
    void loopThroughOurEndpointIsRefused();
};

void HttpDeliveryTest::publishArrives()
{
    std::mutex mutex;
    std::vector<ReceivedRequest> requests;
    auto receiver = HttpReceiver::listen(0, [&](const ReceivedRequest& request) {
        const std::lock_guard lock(mutex);
        requests.push_back(request);
        return ReceiverAnswer();
    });
    QVERIFY(receiver.has_value());
    const auto broker = openBroker();
    QVERIFY(broker != nullptr);
    QVERIFY(ask(*broker, CreateTopic{"news"}));
    Subscribe subscribe{"news", "s", Protocol::Http,
                        "http://127.0.0.1:" + std::to_string((*receiver)->port()) + "/in"};
    QVERIFY(ask(*broker, subscribe));
    const auto published = ask(*broker, PublishMessage{"news", "hello", {"a", "b"}});
    QVERIFY(published.has_value());
    QTRY_COMPARE(ask(*broker, GetSubscriptionAttributes{"news", "s"})->msgCount, 0);

    const std::lock_guard lock(mutex);
    QCOMPARE(requests.size(), 1U);
    QCOMPARE(requests[0].target, "/in");
    QCOMPARE(requests[0].header("x-cmq-message-id"), published->msgId);
    QCOMPARE(requests[0].header("x-cmq-message-tag"), "a, b");
    QVERIFY(requests[0].body.find("\"msgBody\":\"hello\"") != std::string::npos);
}

void HttpDeliveryTest::failureIsRetried()
{
    std::atomic<int> count = 0;
    auto receiver = HttpReceiver::listen(0, [&](const ReceivedRequest&) {
        ReceiverAnswer answer;
        answer.status = ++count == 1 ? 500 : 200;
        return answer;
    });
    QVERIFY(receiver.has_value());
    const auto broker = openBroker();
    QVERIFY(ask(*broker, CreateTopic{"news"}));
    QVERIFY(ask(*broker, Subscribe{"news", "s", Protocol::Http,
                                   "http://127.0.0.1:" + std::to_string((*receiver)->port())}));
    QVERIFY(ask(*broker, PublishMessage{"news", "hello"}));
    QTRY_COMPARE(ask(*broker, GetSubscriptionAttributes{"news", "s"})->lastFailure,
                 "HTTP status 500");
    QTRY_COMPARE(ask(*broker, GetSubscriptionAttributes{"news", "s"})->msgCount, 0);
    QCOMPARE(count, 2);
}

void HttpDeliveryTest::loopToOurselvesIsBounded()
{
    // A subscriber that publishes each message again: each delivery makes one more, for ever. The
    // broker goes on serving everybody else, and the loop ends with its subscription.
    std::atomic<int> rounds = 0;
    std::atomic<EmbeddedBroker*> self = nullptr;
    auto receiver = HttpReceiver::listen(0, [&](const ReceivedRequest&) {
        ++rounds;
        self.load()->call(PublishMessage{"news", "again"}, [](const Result<Reply>&) {});
        return ReceiverAnswer();
    });
    QVERIFY(receiver.has_value());
    const auto broker = openBroker();
    self = broker.get();
    QVERIFY(ask(*broker, CreateTopic{"news"}));
    QVERIFY(ask(*broker, CreateQueue{"q"}));
    QVERIFY(ask(*broker, Subscribe{"news", "s", Protocol::Http,
                                   "http://127.0.0.1:" + std::to_string((*receiver)->port())}));
    for (int i = 0; i < 20; ++i)
        QVERIFY(ask(*broker, PublishMessage{"news", "again"}));
    QTRY_VERIFY(rounds > 200);
    QVERIFY(ask(*broker, SendMessage{"q", "still here"}));
    QVERIFY(ask(*broker, GetSubscriptionAttributes{"news", "s"})->msgCount <= 30);
    QVERIFY(ask(*broker, Unsubscribe{"news", "s"}));
    QCOMPARE(ask(*broker, GetTopicAttributes{"news"})->msgCount, 0);
    receiver->reset(); // before the broker that it calls
}

void HttpDeliveryTest::loopThroughOurEndpointIsRefused()
{
    // Messages that are requests, for two subscriptions to the broker's own endpoint: each level
    // would publish the next one twice.
    const auto broker = openBroker();
    auto endpoint = endpoint::Endpoint::start(*broker, {.address = "127.0.0.1", .port = 0});
    QVERIFY(endpoint.has_value());
    QVERIFY(ask(*broker, CreateTopic{"news"}));
    for (const char* name : {"a", "b"}) {
        Subscribe subscribe{"news", name, Protocol::Http, (*endpoint)->url() + "/v2/index.php"};
        subscribe.notifyContentFormat = NotifyContentFormat::Simplified;
        QVERIFY(ask(*broker, subscribe));
    }
    const QByteArray publish = "Action=PublishMessage&topicName=news&msgBody=";
    QByteArray body = "end";
    for (int level = 0; level < 5; ++level)
        body = publish + body.toPercentEncoding();
    QVERIFY(ask(*broker, PublishMessage{"news", body.toStdString()}));
    for (const char* name : {"a", "b"}) {
        QTRY_COMPARE(ask(*broker, GetSubscriptionAttributes{"news", name})->lastFailure,
                     "HTTP status 508");
        QCOMPARE(ask(*broker, GetSubscriptionAttributes{"news", name})->msgCount, 1);
    }
}

CMQ_TEST(httpdelivery, HttpDeliveryTest)

} // namespace tst_httpdelivery
#include "tst_httpdelivery.moc"
