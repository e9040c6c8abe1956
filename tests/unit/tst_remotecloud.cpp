#include "scriptedserver.h"

#include "app/console/remoteservice.h"

#include "wire/cloudcodec.h"
#include "wire/tc3.h"

#include "tests/suite.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <mutex>

namespace tst_remotecloud {

using namespace Qt::StringLiterals;
using cmq::ErrorId;
using cmq::wire::CloudApi;

namespace {

constexpr const char* SecretId = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA";
constexpr const char* SecretKey = "canary-key-Gu5t9xGARNpq86cd98joQYCN3Coz";
constexpr const char* Token = "canary-token-7c3e";
constexpr std::int64_t Now = 1'465'185'768;

RemoteOptions optionsFor(const QUrl& url)
{
    RemoteOptions options;
    options.queueUrl = url;
    options.cloudUrl = url;
    options.region = "ap-guangzhou";
    options.secretId = SecretId;
    options.secretKey = SecretKey;
    options.token = Token;
    options.proxy = ProxyChoice::None;
    options.clock = [] { return cmq::fromUnixSeconds(Now); };
    return options;
}

/// Calls and waits for the answer, while the server's event loop turns.
cmq::Result<cmq::Reply> answerOf(cmq::Service& service, cmq::Action action)
{
    struct Heard
    {
        std::mutex mutex;
        std::optional<cmq::Result<cmq::Reply>> result;
    };
    auto heard = std::make_shared<Heard>();
    service.call(std::move(action), [heard](cmq::Result<cmq::Reply> result) {
        const std::lock_guard lock(heard->mutex);
        heard->result = std::move(result);
    });
    const auto isHeard = [&] {
        const std::lock_guard lock(heard->mutex);
        return heard->result.has_value();
    };
    if (!QTest::qWaitFor(isHeard, 20'000))
        qFatal("no completion");
    return std::move(*heard->result);
}

ScriptedServer::Answer json(const cmq::Result<cmq::Reply>& result)
{
    std::string text;
    cmq::wire::appendCloudAnswer(text, 1, CloudApi::Tdmq, result);
    return ScriptedServer::json(QByteArray::fromStdString(text));
}

/// As many queues as asked for, of sixty.
ScriptedServer::Answer sixtyQueues(const ScriptedServer::Request& request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    cmq::QueueDescriptions page{60, {}};
    const int offset = body[u"Offset"].toInt();
    for (int i = offset; i < std::min(60, offset + body[u"Limit"].toInt()); ++i) {
        cmq::QueueAttributes& queue = page.queueList.emplace_back();
        queue.queueName = "q" + std::to_string(i);
        queue.queueId = "cmqq-" + std::to_string(i);
        queue.activeMsgNum = i;
    }
    if (!page.queueList.empty() && offset == 0) {
        page.queueList[0].settings.deadLetterPolicy = cmq::DeadLetterPolicy{"q1"};
        page.queueList[0].deadLetterQueueId = "cmqq-1";
    }
    return json(cmq::Reply(std::move(page)));
}

} // namespace

/// The client of an account of today: control actions by API 3.0, messages by v2.
class TestRemoteCloud final : public QObject
{
    Q_OBJECT

private slots:
    void asksLikeTencentsSdks()
    {
        ScriptedServer server(
            [](const auto&) { return json(cmq::Reply(cmq::QueueIdReply{"cmqq-1"})); });
        RemoteService service(optionsFor(server.url()));
        const auto reply = answerOf(service, cmq::CreateQueue{"orders", {}});
        QVERIFY(reply && *reply == cmq::Reply(cmq::QueueIdReply{"cmqq-1"}));

        const ScriptedServer::Request& request = server.requests().first();
        QVERIFY(request.head.startsWith("POST / HTTP/1.1\r\n"));
        QCOMPARE(request.header("X-TC-Action"), "CreateCmqQueue");
        QCOMPARE(request.header("X-TC-Version"), "2020-02-17");
        QCOMPARE(request.header("X-TC-Region"), "ap-guangzhou");
        QCOMPARE(request.header("X-TC-Timestamp"), QByteArray::number(Now));
        QCOMPARE(request.header("X-TC-Token"), Token);
        QVERIFY(!request.head.contains(SecretKey) && !request.body.contains(SecretKey));
        QCOMPARE(QJsonDocument::fromJson(request.body)[u"QueueName"].toString(), u"orders"_s);

        // What it signed is what arrived.
        const QByteArray header = request.header("Authorization");
        const auto read = cmq::wire::parseTc3Authorization(header.toStdString());
        const std::string text = header.toStdString();
        const auto authorization = cmq::wire::parseTc3Authorization(text);
        QVERIFY(read && authorization);
        QCOMPARE(authorization->secretId, std::string_view(SecretId));
        const std::string type = request.header("Content-Type").toStdString();
        const std::string host = request.header("Host").toStdString();
        const std::string body = request.body.toStdString();
        const cmq::wire::Parameters headers{{"content-type", type}, {"host", host}};
        cmq::wire::Tc3Signer signer(SecretKey);
        QVERIFY(cmq::wire::isTc3SignatureValid(signer, {"POST", "/", "", headers, body},
                                               {Now, "tdmq"}, authorization->signature));
    }

    void messagesGoByV2()
    {
        ScriptedServer server([](const auto&) {
            return ScriptedServer::json(R"({"code":0,"message":"","requestId":"1","msgId":"7"})");
        });
        RemoteService service(optionsFor(server.url()));
        QVERIFY(answerOf(service, cmq::SendMessage{"orders", "hello"}));
        QVERIFY(answerOf(service, cmq::PublishMessage{"news", "hello", {}, {}}));
        for (const ScriptedServer::Request& request : server.requests()) {
            QVERIFY(request.head.startsWith("POST /v2/index.php"));
            QVERIFY(request.header("X-TC-Action").isEmpty());
        }
    }

    void fiftyQueuesWithOneCall()
    {
        ScriptedServer server(sixtyQueues);
        RemoteService service(optionsFor(server.url()));
        cmq::DescribeQueues all;
        all.limit = std::numeric_limits<std::int64_t>::max();
        const auto reply = answerOf(service, all);
        QVERIFY(reply);
        const auto& list = std::get<cmq::QueueDescriptions>(*reply);
        QCOMPARE(list.totalCount, std::int64_t(60));
        QCOMPARE(list.queueList.size(), std::size_t(60));
        QCOMPARE(list.queueList[59].activeMsgNum, std::int64_t(59));
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(list.queueList[1].deadLetterSource.at(0).queueName, std::string("q0"));
        QCOMPARE(
            std::get<cmq::QueueDescriptions>(*answerOf(service, cmq::DescribeQueues{"", 58, 9}))
                .queueList.size(),
            std::size_t(2));
    }

    void refusalsKeepTheirCode()
    {
        ScriptedServer server([](const auto&) {
            return ScriptedServer::json(R"({"Response":{"Error":{"Code":"ResourceNotFound.Topic",)"
                                        R"("Message":"no such topic"},"RequestId":"r"}})");
        });
        RemoteService service(optionsFor(server.url()));
        const auto reply = answerOf(service, cmq::DeleteTopic{"news"});
        QVERIFY(!reply);
        QCOMPARE(reply.error().id, ErrorId::TopicNotFound);
        QCOMPARE(reply.error().apiCode, std::string("ResourceNotFound.Topic"));
        QCOMPARE(reply.error().outcome, cmq::Outcome::DidNotHappen);
    }

    void settingsAreAskedForAfterwards()
    {
        ScriptedServer server([](const ScriptedServer::Request& request) {
            cmq::QueueAttributes queue;
            queue.queueName = "orders";
            queue.queueId = "cmqq-1";
            queue.settings.visibilityTimeout = cmq::Seconds(9);
            return request.header("X-TC-Action") == "DescribeCmqQueueDetail"
                       ? json(cmq::Reply(queue))
                       : json(cmq::Reply(cmq::Done()));
        });
        RemoteService service(optionsFor(server.url()));
        cmq::SetQueueAttributes set{"orders", {}};
        set.change.visibilityTimeout = cmq::Seconds(9);
        const auto reply = answerOf(service, set);
        QVERIFY(reply);
        QCOMPARE(std::get<cmq::QueueSettingsReply>(*reply).queueId, std::string("cmqq-1"));
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(server.requests().first().body.contains(R"("VisibilityTimeout":9)"));
        QVERIFY(!server.requests().first().body.contains("MaxMsgSize"));
    }

    void whatItCannotSayIsRefusedHere()
    {
        ScriptedServer server([](const auto&) { return json(cmq::Reply(cmq::Done())); });
        RemoteService service(optionsFor(server.url()));
        cmq::SetSubscriptionAttributes change{"news", "s"};
        change.endpoint = "elsewhere";
        QCOMPARE(answerOf(service, change).error().id, ErrorId::NotSupported);
        QVERIFY(server.requests().isEmpty());
        // A list that is emptied, v2 cannot say; this can.
        change.endpoint.reset();
        change.bindingKey.emplace();
        QVERIFY(answerOf(service, change));
        QVERIFY(server.requests().first().body.contains(R"("BindingKey":[])"));
    }

    /// Calls beyond the rate wait for their turn, and other actions do not wait with them.
    void keepsTheRate()
    {
        ScriptedServer server([](const auto&) { return json(cmq::Reply(cmq::Done())); });
        auto now = std::make_shared<std::atomic<std::int64_t>>(Now * 1000);
        RemoteOptions options = optionsFor(server.url());
        options.clock = [now] { return cmq::fromUnixMilliseconds(*now); };
        RemoteService service(std::move(options));
        std::atomic<int> answers = 0;
        for (int i = 0; i < 25; ++i)
            service.call(cmq::ClearQueue{"orders"},
                         [&](const cmq::Result<cmq::Reply>&) { ++answers; });
        QTRY_COMPARE_WITH_TIMEOUT(answers.load(), 20, 20'000);
        QVERIFY(answerOf(service, cmq::DeleteQueue{"orders"}));
        QCOMPARE(answers.load(), 20);
        QCOMPARE(server.requests().size(), 21);
        *now += 1000;
        QTRY_COMPARE_WITH_TIMEOUT(answers.load(), 25, 20'000);
    }

    void showsWhatWasSentWithoutTheToken()
    {
        ScriptedServer server([](const auto&) { return json(cmq::Reply(cmq::Done())); });
        RemoteOptions options = optionsFor(server.url());
        std::mutex mutex;
        std::vector<RemoteExchange> exchanges;
        options.onExchange = [&](const RemoteExchange& exchange) {
            const std::lock_guard lock(mutex);
            exchanges.push_back(exchange);
        };
        RemoteService service(std::move(options));
        QVERIFY(answerOf(service, cmq::DeleteQueue{"orders"}));
        const std::lock_guard lock(mutex);
        QCOMPARE(exchanges.size(), std::size_t(1));
        QCOMPARE(exchanges[0].action, std::string("DeleteCmqQueue"));
        QVERIFY(exchanges[0].stringToSign.find("tdmq/tc3_request") != std::string::npos);
        for (const auto& field : exchanges[0].parameters) {
            QVERIFY(field.value.find(Token) == std::string::npos);
            QVERIFY(field.value.find(SecretKey) == std::string::npos);
        }
    }
};

CMQ_TEST(remotecloud, TestRemoteCloud)

} // namespace tst_remotecloud
#include "tst_remotecloud.moc"
