#include "scriptedserver.h"

#include "tests/print.h"
#include "tests/suite.h"
#include "tests/vectors.h"

#include "app/console/remoteservice.h"

#include "wire/codec.h"
#include "wire/signature.h"

#include <QSslServer>
#include <QTcpServer>
#include <QTest>
#include <QThread>

#include <memory>
#include <mutex>

namespace tst_remoteservice {

using namespace Qt::StringLiterals;
using cmq::ErrorId;
using cmq::Outcome;

namespace {

constexpr const char* SecretId = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA";
constexpr const char* SecretKey = "canary-key-Gu5t9xGARNpq86cd98joQYCN3Coz";
constexpr const char* Token = "canary-token-7c3e";
constexpr int ShortMs = 150;

const QByteArray Success = R"({"code":0,"message":"","requestId":"1","msgId":"m-1"})";

/// What a completion was given; shared with it, so that it may come after the test.
struct Heard
{
    std::mutex mutex;
    std::optional<cmq::Result<cmq::Reply>> result;
    int times = 0;
    QThread* thread = nullptr;

    [[nodiscard]] int count()
    {
        const std::lock_guard lock(mutex);
        return times;
    }
};

cmq::Service::Completion into(const std::shared_ptr<Heard>& heard)
{
    return [heard](cmq::Result<cmq::Reply> result) {
        const std::lock_guard lock(heard->mutex);
        heard->result = std::move(result);
        heard->thread = QThread::currentThread();
        ++heard->times;
    };
}

RemoteOptions optionsFor(const QUrl& url)
{
    RemoteOptions options;
    options.queueUrl = url;
    options.secretId = SecretId;
    options.secretKey = SecretKey;
    options.token = Token;
    options.proxy = ProxyChoice::None;
    options.clock = [] { return cmq::fromUnixSeconds(1'465'185'768); };
    options.nonce = [] { return 11886u; };
    return options;
}

RemoteOptions impatient(const QUrl& url)
{
    RemoteOptions options = optionsFor(url);
    options.connectTimeout = cmq::Milliseconds(ShortMs);
    options.answerTimeout = cmq::Milliseconds(ShortMs);
    return options;
}

/// Calls and waits for the answer, while the server's event loop turns.
cmq::Result<cmq::Reply> answerOf(cmq::Service& service, cmq::Action action)
{
    auto heard = std::make_shared<Heard>();
    service.call(std::move(action), into(heard));
    if (!QTest::qWaitFor([&] { return heard->count() > 0; }, 20'000))
        qFatal("no completion");
    const std::lock_guard lock(heard->mutex);
    return std::move(*heard->result);
}

cmq::Error errorOf(cmq::Service& service, cmq::Action action)
{
    auto result = answerOf(service, std::move(action));
    return result ? cmq::makeError(ErrorId::Unknown, {}, "there was no error") : result.error();
}

const cmq::Action Send = cmq::SendMessage{.queueName = "orders", .msgBody = "a&b=c d%+~*é中"};

QByteArray attributesOf(const QByteArray& name)
{
    return QByteArray(R"({"code":0,"message":"","requestId":"1","queueName":"NAME",)"
                      R"("activeMsgNum":3,"inactiveMsgNum":1,"createTime":1,"lastModifyTime":2,)"
                      R"("maxMsgHeapNum":10000000,"pollingWaitSeconds":0,"visibilityTimeout":30,)"
                      R"("maxMsgSize":65536,"msgRetentionSeconds":345600})")
        .replace("NAME", name);
}

bool mentions(const std::string& text, const char* secret)
{
    return text.find(secret) != text.npos;
}

} // namespace

class RemoteServiceTest final : public QObject
{
    Q_OBJECT

private slots:
    void signsAsTheWireModuleDoes();
    void sendsAPlainFormAndKeepsTheConnection();
    void answersOnceLaterOnItsOwnThread();
    void asksTheTopicHostForTopics();
    void refusesWhatIsNoAnswer_data();
    void refusesWhatIsNoAnswer();
    void survivesTortureResponses_data();
    void survivesTortureResponses();
    void refusesHugeAnswers();
    void givesUpOnSilence();
    void waitsAsLongAsTheActionDoes();
    void saysThatNobodyListens();
    void saysThatTheNameIsUnknown();
    void refusesAddressesThatAreNotHttp();
    void neverSendsAChangeTwice();
    void followsNoRedirect();
    void refusesAForeignCertificate();
    void cancelsOnce();
    void cancelsWhatStandsInLine();
    void cancelsEverythingWhenItGoes();
    void waitingReceivesHoldUpNothing();
    void describesQueuesByManyRequests();
    void describesNothingTwice();
    void relatesDeadLettersByName();
    void failsAListingWithItsFirstFailure();
    void refusesWhatAFormCannotSay();
    void supportsWhatTheEndpointCanDo();
    void tellsTheClockSkew();
    void tellsWhatWasSent();
    void keepsSecretsToItself();
};

void RemoteServiceTest::signsAsTheWireModuleDoes()
{
    ScriptedServer server([](const auto&) { return ScriptedServer::json(Success); });
    RemoteService service(optionsFor(server.url()));
    QVERIFY(answerOf(service, Send));

    const ScriptedServer::Request request = server.requests().constFirst();
    const auto sent = request.parameters();
    namespace wire = cmq::wire;
    std::vector<wire::FormField> fields;
    for (auto it = sent.begin(); it != sent.end(); ++it)
        fields.push_back({it.key().toStdString(), it.value().toStdString()});
    auto sorted = wire::viewsOf(fields);
    wire::sortForSignature(sorted);
    const std::string host = request.header("Host").toStdString();
    wire::Signer signer(SecretKey);
    QVERIFY(wire::isSignatureValid(signer, {"POST", host, "/v2/index.php", sorted},
                                   wire::SignatureMethod::HmacSha256,
                                   sent.value("Signature").toStdString()));
    QCOMPARE(sent.value("SignatureMethod"), "HmacSHA256");
    QCOMPARE(sent.value("SecretId"), SecretId);
    QCOMPARE(sent.value("Timestamp"), "1465185768");
    QCOMPARE(sent.value("Nonce"), "11886");
    QCOMPARE(sent.value("Token"), Token);
    // And what arrives is the action that left.
    sorted = wire::viewsOf(fields);
    wire::sortForSignature(sorted);
    const auto action = wire::actionFromParameters(sorted);
    QVERIFY(action);
    QVERIFY(*action == Send);
}

void RemoteServiceTest::sendsAPlainFormAndKeepsTheConnection()
{
    ScriptedServer server([](const auto&) { return ScriptedServer::json(Success); });
    RemoteService service(optionsFor(server.url()));
    for (int i = 0; i < 5; ++i)
        QVERIFY(answerOf(service, Send));
    QCOMPARE(server.connections(), 1);
    for (const ScriptedServer::Request& request : server.requests()) {
        QVERIFY(request.head.startsWith("POST /v2/index.php HTTP/1.1"));
        QCOMPARE(request.header("Content-Type"), "application/x-www-form-urlencoded");
        QCOMPARE(request.header("Accept-Encoding"), "identity");
        QCOMPARE(request.header("Host"), server.url().authority().toUtf8());
    }
}

void RemoteServiceTest::answersOnceLaterOnItsOwnThread()
{
    ScriptedServer server([](const auto&) { return ScriptedServer::json(Success); });
    RemoteService service(optionsFor(server.url()));
    QList<std::shared_ptr<Heard>> all;
    for (int i = 0; i < 40; ++i) {
        all.append(std::make_shared<Heard>());
        service.call(Send, into(all.last()));
    }
    for (const auto& heard : all)
        QTRY_COMPARE(heard->count(), 1);
    QVERIFY(all.first()->thread != QThread::currentThread());
    for (const auto& heard : all) {
        QCOMPARE(heard->thread, all.first()->thread);
        QVERIFY(*heard->result);
        QCOMPARE(std::get<cmq::MessageIdReply>(**heard->result).msgId, std::string("m-1"));
    }
    QVERIFY(server.connections() <= 6);
    QCOMPARE(server.requests().size(), 40);
}

void RemoteServiceTest::asksTheTopicHostForTopics()
{
    const auto empty = [](const auto&) {
        return ScriptedServer::json(
            R"({"code":0,"message":"","totalCount":0,"topicList":[],"queueList":[]})");
    };
    ScriptedServer queues(empty);
    ScriptedServer topics(empty);
    RemoteOptions options = optionsFor(queues.url());
    options.topicUrl = topics.url();
    RemoteService service(options);
    QVERIFY(answerOf(service, cmq::ListTopic{}));
    QCOMPARE(topics.requests().size(), 1);
    QCOMPARE(queues.requests().size(), 0);
    QVERIFY(answerOf(service, cmq::ListQueue{}));
    QCOMPARE(topics.requests().size(), 1);
    QCOMPARE(queues.requests().size(), 1);
    // The code alone does not say which of the two is missing; the action does.
    topics.setScript(
        [](const auto&) { return ScriptedServer::json(R"({"code":4440,"message":"x"})"); });
    QCOMPARE(errorOf(service, cmq::GetTopicAttributes{"t"}).id, ErrorId::TopicNotFound);
}

void RemoteServiceTest::refusesWhatIsNoAnswer_data()
{
    using Then = ScriptedServer::Then;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QString>("says");
    QTest::addColumn<bool>("mayHaveHappened");
    const auto row = [](const char* name, const QByteArray& bytes, Then then, const QString& says,
                        bool mayHaveHappened = true) {
        QTest::newRow(name) << bytes << (then == Then::Close) << says << mayHaveHappened;
    };
    const auto body = [](const QByteArray& text) { return ScriptedServer::json(text).bytes; };
    row("empty body", body(""), Then::KeepOpen, u"JSON"_s);
    row("page instead of JSON", body("<html>502</html>"), Then::KeepOpen, u"JSON"_s);
    row("array", body("[]"), Then::KeepOpen, u"object"_s);
    row("without code", body(R"({"message":""})"), Then::KeepOpen, u"code"_s);
    row("success without msgId", body(R"({"code":0,"message":""})"), Then::KeepOpen, u"msgId"_s);
    row("cut body", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + Success, Then::Close, {});
    row("cut inside without length", "HTTP/1.1 200 OK\r\n\r\n" + Success.left(30), Then::Close,
        u"JSON"_s);
    row("cut chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"cod\r\n",
        Then::Close, {});
    row("compressed",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\x1f\x8bxx",
        Then::KeepOpen, u"JSON"_s);
    row("closed without a word", {}, Then::Close, {});
    row("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n", Then::Close, {});
    row("not found", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", Then::KeepOpen,
        u"HTTP 404"_s, false);
    row("bad gateway", "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n", Then::KeepOpen,
        u"HTTP 502"_s);
    row("success with a wrong status",
        "HTTP/1.1 500 Oops\r\nContent-Length: " + QByteArray::number(Success.size()) + "\r\n\r\n" +
            Success,
        Then::KeepOpen, u"HTTP 500"_s);
    row("asks for a password",
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: "
        "0\r\n\r\n",
        Then::KeepOpen, u"HTTP 401"_s, false);
}

void RemoteServiceTest::refusesWhatIsNoAnswer()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, closes);
    QFETCH(QString, says);
    QFETCH(bool, mayHaveHappened);
    ScriptedServer server([&](const auto&) {
        return ScriptedServer::raw(bytes, closes ? ScriptedServer::Then::Close
                                                 : ScriptedServer::Then::KeepOpen);
    });
    RemoteService service(optionsFor(server.url()));
    const cmq::Error error = errorOf(service, Send);
    QCOMPARE(error.id, ErrorId::ConnectionFailed);
    QVERIFY2(!error.detail.empty() && error.detail.find(says.toStdString()) != std::string::npos,
             error.detail.c_str());
    QCOMPARE(error.outcome, mayHaveHappened ? Outcome::MayHaveHappened : Outcome::DidNotHappen);
    // It stays usable.
    server.setScript([](const auto&) { return ScriptedServer::json(Success); });
    QVERIFY(answerOf(service, Send));
}

void RemoteServiceTest::survivesTortureResponses_data()
{
    CMQ_NEEDS_VECTORS("http-response-torture.jsonl");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closes");
    int rows = 0;
    for (const QJsonObject& object : vectors::read(u"http-response-torture.jsonl"_s)) {
        const QByteArray id = object[u"id"_s].toString().toUtf8();
        const QByteArray bytes = QByteArray::fromBase64(object[u"raw_b64"_s].toString().toLatin1());
        QTest::newRow(id + ", then closed") << bytes << true;
        QTest::newRow(id + ", then silent") << bytes << false;
        ++rows;
    }
    QVERIFY(rows >= 126);
}

void RemoteServiceTest::survivesTortureResponses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, closes);
    ScriptedServer server([&](const auto&) {
        return ScriptedServer::raw(bytes, closes ? ScriptedServer::Then::Close
                                                 : ScriptedServer::Then::KeepOpen);
    });
    RemoteService service(impatient(server.url()));
    // Success only where a whole answer has what SendMessage asks for; else an error with words.
    const auto result = answerOf(service, Send);
    if (result)
        QVERIFY(bytes.contains(R"("msgId":"m")"));
    else
        QVERIFY(!cmq::toString(result.error()).empty() &&
                (result.error().code != 0 || !result.error().detail.empty()));
    // It stays usable: at once, or on a busy machine, where it is impatient in vain, soon.
    server.setScript([](const auto&) { return ScriptedServer::json(Success); });
    bool answered = false;
    for (int attempt = 0; attempt < 50 && !answered; ++attempt)
        answered = answerOf(service, Send).has_value();
    QVERIFY(answered);
}

void RemoteServiceTest::refusesHugeAnswers()
{
    const QByteArray chunk(1024 * 1024, 'x');
    ScriptedServer server([&](const auto&) {
        QByteArray bytes = "HTTP/1.1 200 OK\r\n\r\n{\"code\":0,\"message\":\"";
        for (int i = 0; i < 12; ++i)
            bytes += chunk;
        return ScriptedServer::raw(bytes, ScriptedServer::Then::KeepOpen);
    });
    RemoteService service(optionsFor(server.url()));
    const cmq::Error error = errorOf(service, Send);
    QCOMPARE(error.id, ErrorId::ConnectionFailed);
    QVERIFY2(error.detail.find("longer than 8388608") != std::string::npos, error.detail.c_str());
    QCOMPARE(error.outcome, Outcome::MayHaveHappened);
    QTRY_COMPARE(server.hangUps(), 1);
}

void RemoteServiceTest::givesUpOnSilence()
{
    ScriptedServer server([](const auto&) { return ScriptedServer::silence(); });
    RemoteService service(impatient(server.url()));
    const cmq::Error send = errorOf(service, Send);
    QCOMPARE(send.id, ErrorId::ConnectionFailed);
    QVERIFY2(send.detail.find("no whole answer within 150 ms") != std::string::npos,
             send.detail.c_str());
    QCOMPARE(send.outcome, Outcome::MayHaveHappened);
    // What changes nothing cannot have happened.
    QCOMPARE(errorOf(service, cmq::ListQueue{}).outcome, Outcome::DidNotHappen);
    QTRY_COMPARE(server.hangUps(), 2);
}

void RemoteServiceTest::waitsAsLongAsTheActionDoes()
{
    ScriptedServer server([](const auto&) { return ScriptedServer::silence(); });
    RemoteService service(impatient(server.url()));
    QElapsedTimer time;
    time.start();
    const cmq::Error error =
        errorOf(service, cmq::ReceiveMessage{"orders", std::optional(cmq::Seconds(1))});
    QCOMPARE(error.id, ErrorId::ConnectionFailed);
    QCOMPARE(error.outcome, Outcome::MayHaveHappened);
    QVERIFY(time.elapsed() >= 1000 + ShortMs - 20);
}

void RemoteServiceTest::saysThatNobodyListens()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QUrl url(u"http://127.0.0.1:%1"_s.arg(closed.serverPort()));
    closed.close();
    RemoteOptions options = optionsFor(url);
    std::atomic<RemoteStage> stage{RemoteStage::Done};
    options.onExchange = [&](const RemoteExchange& exchange) { stage = exchange.stage; };
    RemoteService service(options);
    const cmq::Error error = errorOf(service, Send);
    QCOMPARE(error.id, ErrorId::ConnectionFailed);
    QCOMPARE(error.outcome, Outcome::DidNotHappen);
    QCOMPARE(stage.load(), RemoteStage::Connect);
    QVERIFY(!error.detail.empty());
}

void RemoteServiceTest::saysThatTheNameIsUnknown()
{
    RemoteOptions options = optionsFor(QUrl(u"http://no-such-host.invalid"_s));
    std::atomic<RemoteStage> stage{RemoteStage::Done};
    options.onExchange = [&](const RemoteExchange& exchange) { stage = exchange.stage; };
    RemoteService service(options);
    const cmq::Error error = errorOf(service, Send);
    QCOMPARE(error.id, ErrorId::ConnectionFailed);
    QCOMPARE(error.outcome, Outcome::DidNotHappen);
    QCOMPARE(stage.load(), RemoteStage::Name);
}

void RemoteServiceTest::refusesAddressesThatAreNotHttp()
{
    for (const QString& text :
         {u"file:///etc/passwd"_s, u"ftp://127.0.0.1/x"_s, u"http://"_s, u""_s}) {
        RemoteService service(optionsFor(QUrl(text)));
        const cmq::Error error = errorOf(service, Send);
        QCOMPARE(error.id, ErrorId::ConnectionFailed);
        QVERIFY(error.detail.find("http://") != std::string::npos);
    }
}

void RemoteServiceTest::neverSendsAChangeTwice()
{
    ScriptedServer server(
        [](const auto&) { return ScriptedServer::raw({}, ScriptedServer::Then::Close); });
    RemoteService service(optionsFor(server.url()));
    const cmq::Error error = errorOf(service, Send);
    QCOMPARE(error.id, ErrorId::ConnectionFailed);
    QCOMPARE(error.outcome, Outcome::MayHaveHappened);
    QCOMPARE(server.requests().size(), 1);
    server.setScript(
        [](const auto&) { return ScriptedServer::raw({}, ScriptedServer::Then::Reset); });
    QCOMPARE(errorOf(service, Send).outcome, Outcome::MayHaveHappened);
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(errorOf(service, cmq::BatchReceiveMessage{"orders", 1, std::nullopt}).outcome,
             Outcome::MayHaveHappened);
    QCOMPARE(server.requests().size(), 3);
}

void RemoteServiceTest::followsNoRedirect()
{
    ScriptedServer elsewhere([](const auto&) { return ScriptedServer::json(Success); });
    ScriptedServer server([&](const auto&) {
        return ScriptedServer::raw(
            "HTTP/1.1 307 Temporary Redirect\r\nLocation: " + elsewhere.url().toEncoded() +
                "/v2/index.php\r\nContent-Length: 0\r\n\r\n",
            ScriptedServer::Then::KeepOpen);
    });
    RemoteService service(optionsFor(server.url()));
    const cmq::Error error = errorOf(service, Send);
    QCOMPARE(error.id, ErrorId::ConnectionFailed);
    QVERIFY2(error.detail.find("redirects are not followed") != std::string::npos,
             error.detail.c_str());
    QCOMPARE(error.outcome, Outcome::DidNotHappen);
    QCOMPARE(elsewhere.requests().size(), 0);
}

void RemoteServiceTest::refusesAForeignCertificate()
{
    // Any TLS server will do that has no certificate of a known authority: this one has none.
    QSslServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    RemoteOptions options = optionsFor(QUrl(u"https://127.0.0.1:%1"_s.arg(server.serverPort())));
    std::atomic<RemoteStage> stage{RemoteStage::Done};
    options.onExchange = [&](const RemoteExchange& exchange) { stage = exchange.stage; };
    RemoteService service(options);
    const cmq::Error error = errorOf(service, Send);
    QCOMPARE(error.id, ErrorId::ConnectionFailed);
    QCOMPARE(error.outcome, Outcome::DidNotHappen);
    QCOMPARE(stage.load(), RemoteStage::Tls);
}

void RemoteServiceTest::cancelsOnce()
{
    ScriptedServer server([](const auto&) { return ScriptedServer::silence(); });
    RemoteService service(optionsFor(server.url()));
    auto heard = std::make_shared<Heard>();
    const cmq::RequestId request =
        service.call(cmq::ReceiveMessage{"orders", cmq::Seconds(30)}, into(heard));
    QTRY_COMPARE(server.requests().size(), 1);
    QCOMPARE(heard->count(), 0);
    service.cancel(request);
    QTRY_COMPARE(heard->count(), 1);
    QCOMPARE(heard->result->error().id, ErrorId::Cancelled);
    QCOMPARE(heard->result->error().outcome, Outcome::MayHaveHappened);
    QTRY_COMPARE(server.hangUps(), 1); // the endpoint learns of it
    service.cancel(request);
    service.cancel(4711);
    server.setScript([](const auto&) { return ScriptedServer::json(Success); });
    QVERIFY(answerOf(service, Send));
    QCOMPARE(heard->count(), 1);
}

void RemoteServiceTest::cancelsWhatStandsInLine()
{
    ScriptedServer server([](const auto&) { return ScriptedServer::silence(); });
    RemoteService service(optionsFor(server.url()));
    QList<std::shared_ptr<Heard>> all;
    cmq::RequestId last = 0;
    for (int i = 0; i < 10; ++i) {
        all.append(std::make_shared<Heard>());
        last = service.call(Send, into(all.last()));
    }
    QTRY_COMPARE(server.requests().size(), 6);
    service.cancel(last);
    QTRY_COMPARE(all.last()->count(), 1);
    QCOMPARE(all.last()->result->error().outcome, Outcome::DidNotHappen);
    QCOMPARE(server.requests().size(), 6);
}

void RemoteServiceTest::cancelsEverythingWhenItGoes()
{
    ScriptedServer server([](const auto&) { return ScriptedServer::silence(); });
    QList<std::shared_ptr<Heard>> all;
    {
        RemoteService service(optionsFor(server.url()));
        for (int i = 0; i < 20; ++i) {
            all.append(std::make_shared<Heard>());
            service.call(i % 2 ? Send : cmq::Action(cmq::DescribeQueues{}), into(all.last()));
        }
        QTRY_VERIFY(server.requests().size() > 0);
    }
    for (const auto& heard : all) {
        QCOMPARE(heard->count(), 1);
        QCOMPARE(heard->result->error().id, ErrorId::Cancelled);
    }
}

void RemoteServiceTest::waitingReceivesHoldUpNothing()
{
    ScriptedServer server([](const ScriptedServer::Request& request) {
        return request.parameters().value("Action") == "ReceiveMessage"
                   ? ScriptedServer::silence()
                   : ScriptedServer::json(Success);
    });
    RemoteService service(optionsFor(server.url()));
    for (int i = 0; i < 12; ++i)
        service.call(cmq::ReceiveMessage{"orders", cmq::Seconds(30)},
                     into(std::make_shared<Heard>()));
    QTRY_COMPARE(server.requests().size(), 12); // not six, and then six after them
    QVERIFY(answerOf(service, Send));
}

void RemoteServiceTest::describesQueuesByManyRequests()
{
    constexpr int Queues = 130;
    ScriptedServer server([&](const ScriptedServer::Request& request) {
        const auto parameters = request.parameters();
        if (parameters.value("Action") == "GetQueueAttributes") {
            // One of them was deleted meanwhile.
            if (parameters.value("queueName") == "q007")
                return ScriptedServer::json(R"({"code":4440,"message":"(10100)gone"})");
            return ScriptedServer::json(attributesOf(parameters.value("queueName")));
        }
        QByteArrayList items;
        const int offset = parameters.value("offset").toInt();
        for (int i = offset; i < std::min(Queues, offset + parameters.value("limit").toInt()); ++i)
            items += R"({"queueId":"i","queueName":"q)" +
                     QByteArray::number(i).rightJustified(3, '0') + "\"}";
        return ScriptedServer::json(R"({"code":0,"message":"","totalCount":)" +
                                    QByteArray::number(Queues) + R"(,"queueList":[)" +
                                    items.join(',') + "]}");
    });
    RemoteService service(optionsFor(server.url()));
    cmq::DescribeQueues all;
    all.limit = std::numeric_limits<std::int64_t>::max();
    const auto answer = answerOf(service, all);
    QVERIFY(answer);
    const auto& queues = std::get<cmq::QueueDescriptions>(*answer);
    QCOMPARE(queues.totalCount, Queues);
    QCOMPARE(queues.queueList.size(), std::size_t(Queues - 1));
    QCOMPARE(queues.queueList.front().queueName, std::string("q000"));
    QCOMPARE(queues.queueList.back().queueName, std::string("q129"));
    QCOMPARE(queues.queueList.front().activeMsgNum, 3);
    QVERIFY(server.connections() <= 4);
    QCOMPARE(server.requests().size(), 3 + Queues);

    // A page of it.
    cmq::DescribeQueues page;
    page.offset = 10;
    page.limit = 60;
    const auto second = answerOf(service, page);
    QVERIFY(second);
    const auto& some = std::get<cmq::QueueDescriptions>(*second);
    QCOMPARE(some.queueList.size(), std::size_t(60));
    QCOMPARE(some.queueList.front().queueName, std::string("q010"));
}

void RemoteServiceTest::describesNothingTwice()
{
    // A service that ignores the offset, and lies about the number.
    ScriptedServer server([](const ScriptedServer::Request& request) {
        const auto parameters = request.parameters();
        if (parameters.value("Action") == "GetQueueAttributes")
            return ScriptedServer::json(attributesOf(parameters.value("queueName")));
        return ScriptedServer::json(
            R"({"code":0,"message":"","totalCount":2147483647,"queueList":[{"queueId":"1","queueName":"a"},{"queueId":"2","queueName":"b"}]})");
    });
    RemoteService service(optionsFor(server.url()));
    cmq::DescribeQueues all;
    all.limit = std::numeric_limits<std::int64_t>::max();
    const auto answer = answerOf(service, all);
    QVERIFY(answer);
    QCOMPARE(std::get<cmq::QueueDescriptions>(*answer).queueList.size(), std::size_t(2));
    QCOMPARE(server.requests().size(), 4);
}

void RemoteServiceTest::relatesDeadLettersByName()
{
    // As CMQ does it: the dead-letter queue by its id, and nothing about its sources.
    ScriptedServer server([](const ScriptedServer::Request& request) {
        const auto parameters = request.parameters();
        const QByteArray name = parameters.value("queueName");
        if (parameters.value("Action") != "GetQueueAttributes")
            return ScriptedServer::json(
                R"({"code":0,"message":"","totalCount":2,"queueList":[{"queueId":"id-orders","queueName":"orders"},{"queueId":"id-dead","queueName":"dead"}]})");
        QByteArray attributes = attributesOf(name);
        attributes.replace(
            attributes.lastIndexOf('}'), 1,
            R"(,"queueId":"id-)" + name + '"' +
                (name == "orders"
                     ? R"(,"deadLetterPolicy":"{\"deadLetterQueue\":\"id-dead\",\"policy\":0,\"maxReceiveCount\":3}")"
                     : "") +
                '}');
        return ScriptedServer::json(attributes);
    });
    RemoteService service(optionsFor(server.url()));
    cmq::DescribeQueues all;
    all.limit = std::numeric_limits<std::int64_t>::max();
    const auto answer = answerOf(service, all);
    QVERIFY(answer);
    const auto& queues = std::get<cmq::QueueDescriptions>(*answer).queueList;
    QCOMPARE(queues.size(), std::size_t(2));
    QVERIFY(queues[0].settings.deadLetterPolicy);
    QCOMPARE(queues[0].settings.deadLetterPolicy->deadLetterQueue, std::string("dead"));
    QCOMPARE(queues[0].deadLetterQueueId, std::string("id-dead"));
    QCOMPARE(queues[1].deadLetterSource.size(), std::size_t(1));
    QCOMPARE(queues[1].deadLetterSource[0].queueName, std::string("orders"));
}

void RemoteServiceTest::failsAListingWithItsFirstFailure()
{
    ScriptedServer server([](const ScriptedServer::Request& request) {
        const auto parameters = request.parameters();
        if (parameters.value("Action") == "GetQueueAttributes")
            return ScriptedServer::json(
                R"({"code":4100,"message":"(10030)authentication failed"})");
        return ScriptedServer::json(
            R"({"code":0,"message":"","totalCount":2,"queueList":[{"queueId":"1","queueName":"a"},{"queueId":"2","queueName":"b"}]})");
    });
    RemoteService service(optionsFor(server.url()));
    QCOMPARE(errorOf(service, cmq::DescribeQueues{}).id, ErrorId::AuthenticationFailed);
}

void RemoteServiceTest::refusesWhatAFormCannotSay()
{
    ScriptedServer server([](const auto&) { return ScriptedServer::json(Success); });
    RemoteService service(optionsFor(server.url()));
    cmq::SetSubscriptionAttributes change{"events", "all"};
    change.bindingKey.emplace();
    QCOMPARE(errorOf(service, change).id, ErrorId::BindingKeyMissing);
    QCOMPARE(server.requests().size(), 0);
}

void RemoteServiceTest::supportsWhatTheEndpointCanDo()
{
    RemoteService service(optionsFor(QUrl(u"http://127.0.0.1:9"_s)));
    QVERIFY(!service.supports(cmq::PeekMessages{}));
    QVERIFY(service.supports(cmq::DescribeQueues{}));
    QVERIFY(service.supports(cmq::DescribeTopics{}));
    QVERIFY(service.supports(cmq::DescribeSubscriptions{}));
    QVERIFY(service.supports(Send));
    QVERIFY(service.supports(cmq::Subscribe{}));
    QCOMPARE(errorOf(service, cmq::PeekMessages{}).id, ErrorId::NotSupported);
}

void RemoteServiceTest::tellsTheClockSkew()
{
    // Half an hour ahead of the 1465185768 that our clock says.
    ScriptedServer server([](const auto&) {
        const QByteArray body = R"({"code":4100,"message":"(10030)authentication failed"})";
        return ScriptedServer::raw("HTTP/1.1 200 OK\r\nDate: Mon, 06 Jun 2016 04:32:48 GMT\r\n"
                                   "Content-Length: " +
                                       QByteArray::number(body.size()) + "\r\n\r\n" + body,
                                   ScriptedServer::Then::KeepOpen);
    });
    RemoteService service(optionsFor(server.url()));
    QVERIFY(!service.clockSkew());
    const cmq::Error error = errorOf(service, Send);
    QCOMPARE(error.id, ErrorId::AuthenticationFailed);
    QVERIFY(service.clockSkew());
    QCOMPARE(service.clockSkew()->count(), 1800);
    QVERIFY2(error.detail.find("1800 s ahead") != std::string::npos, error.detail.c_str());
}

void RemoteServiceTest::tellsWhatWasSent()
{
    ScriptedServer server([](const auto&) { return ScriptedServer::json(Success); });
    RemoteOptions options = optionsFor(server.url());
    std::mutex mutex;
    std::vector<RemoteExchange> told;
    options.onExchange = [&](const RemoteExchange& exchange) {
        const std::lock_guard lock(mutex);
        told.push_back(exchange);
    };
    {
        RemoteService service(options);
        QVERIFY(answerOf(service, Send));
    }
    QCOMPARE(told.size(), std::size_t(1));
    QCOMPARE(told.front().action, std::string("SendMessage"));
    QCOMPARE(told.front().answer, Success);
    QVERIFY(!told.front().error);
    QVERIFY(told.front().stringToSign.starts_with("POST" + server.url().authority().toStdString() +
                                                  "/v2/index.php?Action=SendMessage&"));
    QVERIFY(told.front().stringToSign.find("Token=***") != std::string::npos);
}

void RemoteServiceTest::keepsSecretsToItself()
{
    // A service that throws everything back that it was sent.
    ScriptedServer server([](const ScriptedServer::Request& request) {
        const auto parameters = request.parameters();
        return ScriptedServer::json(R"({"code":4000,"message":"(10010)bad )" +
                                    parameters.value("Token") + R"( thing"})");
    });
    RemoteOptions options = optionsFor(server.url());
    std::mutex mutex;
    std::string told;
    options.onExchange = [&](const RemoteExchange& exchange) {
        const std::lock_guard lock(mutex);
        told += exchange.stringToSign + exchange.url.toString().toStdString();
        for (const auto& field : exchange.parameters)
            told += field.name + '=' + field.value + '\n';
        if (exchange.error)
            told += cmq::toString(*exchange.error);
    };
    {
        RemoteService service(options);
        told += cmq::toString(errorOf(service, Send));
        server.setScript(
            [](const auto&) { return ScriptedServer::raw({}, ScriptedServer::Then::Close); });
        told += cmq::toString(errorOf(service, Send));
    }
    QVERIFY(told.size() > 500);
    QVERIFY(!mentions(told, SecretKey));
    QVERIFY2(!mentions(told, Token), told.c_str());
    QVERIFY(mentions(told, "SecretId"));
}

CMQ_TEST(remoteservice, RemoteServiceTest)

} // namespace tst_remoteservice
#include "tst_remoteservice.moc"
