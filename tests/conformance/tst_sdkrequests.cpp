// What each SDK puts on the wire, byte by byte, against the endpoint and a real broker.
// Source: the SDKs' code, and what they were seen to send.
#include "tests/rawhttp.h"
#include "tests/suite.h"

#include "clock.h"
#include "embeddedbroker.h"
#include "endpoint/endpoint.h"
#include "wire/form.h"
#include "wire/signature.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <future>
#include <memory>

namespace tst_sdkrequests {

using namespace cmq;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr const char* Id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA";
constexpr const char* Key = "Gu5t9xGARNpq86cd98joQYCN3Cozk1qA";
const QString NoMessage = u"(10200)no message"_s;

using Fields = std::vector<wire::FormField>;

/// How an SDK builds a request.
struct Dialect
{
    std::string method = "POST";
    std::string target = "/v2/index.php"; ///< on the request line
    std::string signedPath = "/v2/index.php";
    std::string host = "127.0.0.1:8080"; ///< in the header
    std::string signedHost = "127.0.0.1:8080";
    std::string headers; ///< besides Host and Content-Length
    Fields common;       ///< sent and signed with every action
    wire::SignatureMethod algorithm = wire::SignatureMethod::HmacSha1;
    bool skipsAtValues = false; ///< leaves values that begin with @ out of the signature
};

Fields credentials(const char* nonce, const char* client, const char* algorithm)
{
    Fields fields{{"SecretId", Id}, {"Nonce", nonce}, {"Timestamp", "1465185768"}};
    if (client)
        fields.push_back({"RequestClient", client});
    if (algorithm)
        fields.push_back({"SignatureMethod", algorithm});
    return fields;
}

Dialect python()
{
    Dialect d;
    d.headers = "Accept-Encoding: identity\r\nConnection: Keep-Alive\r\n";
    d.common = credentials("8230824915586902540", "SDK_Python_1.3", "HmacSHA1");
    d.skipsAtValues = true;
    return d;
}

Dialect java()
{
    Dialect d;
    d.headers = "Content-Type: */*;charset=utf-8\r\nConnection: Keep-Alive\r\n"
                "Accept-Encoding: gzip\r\nUser-Agent: okhttp/3.0.0-RC1\r\n";
    d.common = credentials("1804289383", "SDK_JAVA_1.3", "HmacSHA1");
    return d;
}

Dialect php()
{
    Dialect d;
    d.headers = "Accept: */*\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                "Expect: 100-continue\r\n";
    d.target = "//v2/index.php"; // the endpoint was written with a slash at its end
    d.common = credentials("65535", "SDK_PHP_1.3", "HmacSHA1");
    d.skipsAtValues = true;
    return d;
}

Dialect cpp()
{
    Dialect d;
    d.headers = "Accept: */*\r\nAccept-Encoding: UTF-8\r\nConnection: keep-alive\r\n"
                "Content-Type: application/x-www-form-urlencoded\r\n";
    d.common = credentials("846930886", "SDK_CPP_1.3", "HmacSHA256"); // the same each second
    d.algorithm = wire::SignatureMethod::HmacSha256;
    return d;
}

Dialect go()
{
    Dialect d;
    d.target = d.signedPath = "/";
    d.headers =
        "User-Agent: Go-http-client/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Accept-Encoding: gzip\r\n";
    d.common = credentials("1234567", "SDK_GO_1.2.0", "HmacSHA1");
    d.common.push_back({"clientRequestId", "42"});
    return d;
}

Dialect node()
{
    Dialect d;
    d.host = d.signedHost = "cmq-queue-gz.api.qcloud.com";
    d.headers =
        "user-agent: got/9.6.0\r\naccept: application/json\r\naccept-encoding: gzip, deflate\r\n"
        "content-type: application/x-www-form-urlencoded\r\n";
    d.common = credentials("0", nullptr, "HmacSHA256");
    d.common.push_back({"Region", "gz"});
    d.algorithm = wire::SignatureMethod::HmacSha256;
    return d;
}

std::string requestOf(const Dialect& dialect, Fields fields)
{
    fields.insert(fields.end(), dialect.common.begin(), dialect.common.end());
    wire::Parameters toSign = wire::viewsOf(fields);
    if (dialect.skipsAtValues && dialect.method == "POST")
        std::erase_if(toSign, [](const wire::Parameter& p) { return p.value.starts_with('@'); });
    wire::sortForSignature(toSign);
    wire::Signer signer(Key);
    std::string signature = signer.sign(
        dialect.algorithm,
        wire::stringToSign({dialect.method, dialect.signedHost, dialect.signedPath, toSign}));
    fields.push_back({"Signature", std::move(signature)});

    const std::string form = wire::encodeForm(fields);
    const std::string line = dialect.method + ' ' + dialect.target;
    const std::string head = " HTTP/1.1\r\nHost: " + dialect.host + "\r\n" + dialect.headers;
    if (dialect.method == "GET")
        return line + '?' + form + head + "\r\n";
    return line + head + "Content-Length: " + std::to_string(form.size()) + "\r\n\r\n" + form;
}

} // namespace

class TestSdkRequests : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void answersTheDocumentedRequest();
    void servesPython();
    void servesJava();
    void servesPhp();
    void servesCpp();
    void servesGo();
    void servesNode();
    void servesXutl();
    void answersInTheDocumentedForm();
    void refusesWhatNobodyCanVerify();

private:
    QJsonObject ask(const Dialect& dialect, const Fields& fields);
    QJsonObject succeed(const Dialect& dialect, const Fields& fields);
    QString message(const Dialect& dialect, const Fields& fields)
    {
        return ask(dialect, fields)[u"message"_s].toString();
    }

    std::unique_ptr<EmbeddedBroker> m_broker;
    std::unique_ptr<endpoint::Endpoint> m_endpoint;
    std::optional<rawhttp::Socket> m_socket; ///< kept open, as every SDK does
};

void TestSdkRequests::init()
{
    m_socket.reset();
    m_endpoint.reset();
    BrokerOptions options;
    options.clock = std::make_shared<VirtualClock>(fromUnixSeconds(1'465'185'768));
    auto broker = EmbeddedBroker::open(std::move(options));
    QVERIFY(broker.has_value());
    m_broker = std::move(*broker);
    endpoint::EndpointOptions endpointOptions;
    endpointOptions.keys = {{Id, Key, true}};
    auto started = endpoint::Endpoint::start(*m_broker, std::move(endpointOptions));
    QVERIFY(started.has_value());
    m_endpoint = std::move(*started);
    m_socket.emplace(m_endpoint->port());
}

QJsonObject TestSdkRequests::ask(const Dialect& dialect, const Fields& fields)
{
    m_socket->send(requestOf(dialect, fields));
    const auto response = m_socket->response();
    if (!response || response->status != 200)
        return {};
    return QJsonDocument::fromJson(QByteArray::fromStdString(response->body)).object();
}

QJsonObject TestSdkRequests::succeed(const Dialect& dialect, const Fields& fields)
{
    const QJsonObject answer = ask(dialect, fields);
    if (answer[u"code"_s] != QJsonValue(0))
        qWarning() << fields.front().value.c_str() << answer;
    return answer[u"code"_s] == QJsonValue(0) ? answer : QJsonObject();
}

void TestSdkRequests::answersTheDocumentedRequest()
{
    // As the documents print it, with the signature that the Python SDK made.
    QVERIFY(
        !succeed(python(), {{"Action", "CreateQueue"}, {"queueName", "test-queue-1"}}).isEmpty());
    m_socket->send(
        "POST /v2/index.php HTTP/1.1\r\nHost: 127.0.0.1:18080\r\nAccept-Encoding: identity\r\n"
        "Content-Length: 277\r\nConnection: Keep-Alive\r\n\r\n"
        "queueName=test-queue-1&msgBody=This%27is+test+message&delaySeconds=0&Action=SendMessage"
        "&RequestClient=SDK_Python_1.3&SecretId=AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA"
        "&Nonce=8230824915586902540&Timestamp=1795221047&SignatureMethod=HmacSHA1"
        "&Signature=QEL7VdbEB68v2a073%2FPzNGa7ETw%3D");
    const auto response = m_socket->response();
    QVERIFY(response);
    QVERIFY2(response->code() == 0, response->body.c_str());
}

void TestSdkRequests::servesPython()
{
    Dialect d = python();
    QVERIFY(succeed(d, {{"Action", "CreateQueue"}, {"queueName", "q"}, {"rewindSeconds", "0"}})
                .contains(u"queueId"_s));
    QVERIFY(succeed(d, {{"Action", "SendMessage"},
                        {"queueName", "q"},
                        {"msgBody", "@at"},
                        {"delaySeconds", "0"}})
                .contains(u"msgId"_s)); // the value is not signed
    const QJsonObject batch = succeed(d, {{"Action", "BatchSendMessage"},
                                          {"queueName", "q"},
                                          {"msgBody.1", "1"},
                                          {"msgBody.2", "2"},
                                          {"delaySeconds", "0"}});
    QCOMPARE(batch[u"msgList"_s].toArray().size(), 2);
    // Signed with the port that the Host header leaves out.
    d.host = "127.0.0.1";
    d.signedHost = "127.0.0.1:80";
    const QJsonObject received = succeed(
        d, {{"Action", "ReceiveMessage"}, {"queueName", "q"}, {"UserpollingWaitSeconds", "30"}});
    QCOMPARE(received[u"msgBody"_s].toString(), u"@at"_s);
    for (const char* name : {"msgId", "receiptHandle", "enqueueTime", "firstDequeueTime",
                             "nextVisibleTime", "dequeueCount", "requestId"})
        QVERIFY2(received.contains(QLatin1StringView(name)), name);
    d.method = "GET";
    QVERIFY(!succeed(d, {{"Action", "GetQueueAttributes"}, {"queueName", "q"}}).isEmpty());

    // Topics: routingKey always, often empty; a subscription's defaults.
    QVERIFY(succeed(d, {{"Action", "CreateTopic"}, {"topicName", "t"}, {"filterType", "1"}})
                .contains(u"topicId"_s));
    QVERIFY(succeed(d, {{"Action", "Subscribe"},
                        {"topicName", "t"},
                        {"subscriptionName", "s"},
                        {"protocol", "queue"},
                        {"endpoint", "q"},
                        {"notifyStrategy", "EXPONENTIAL_DECAY_RETRY"},
                        {"notifyContentFormat", "JSON"}})
                .contains(u"subscriptionId"_s));
    QVERIFY(succeed(d, {{"Action", "PublishMessage"},
                        {"topicName", "t"},
                        {"msgBody", "m"},
                        {"routingKey", ""}})
                .contains(u"msgId"_s));
    const QJsonObject subscription = succeed(
        d,
        {{"Action", "GetSubscriptionAttributes"}, {"topicName", "t"}, {"subscriptionName", "s"}});
    QCOMPARE(subscription[u"protocal"_s].toString(), u"queue"_s);
    QCOMPARE(subscription[u"notifyContentFormat"_s].toString(), u"SIMPLIFIED"_s);
    QVERIFY(subscription[u"filterTags"_s].isArray());
}

void TestSdkRequests::servesJava()
{
    const Dialect d = java();
    QVERIFY(!succeed(d, {{"Action", "CreateQueue"}, {"queueName", "q"}}).isEmpty());
    QVERIFY(!succeed(d, {{"Action", "CreateTopic"},
                         {"topicName", "t"},
                         {"maxMsgSize", "1048576"},
                         {"filterType", "1"}})
                 .isEmpty());
    // The short form of createSubscribe, and a key on a topic that filters by tags.
    QVERIFY(!succeed(d, {{"Action", "Subscribe"},
                         {"topicName", "t"},
                         {"subscriptionName", "s"},
                         {"protocol", "queue"},
                         {"endpoint", "q"},
                         {"notifyStrategy", "BACKOFF_RETRY"},
                         {"notifyContentFormat", "JSON"},
                         {"bindingKey.1", "route.#"}})
                 .isEmpty());
    QVERIFY(!succeed(d, {{"Action", "ClearSUbscriptionFIlterTags"},
                         {"topicName", "t"},
                         {"subscriptionName", "s"}})
                 .isEmpty());
    QVERIFY(!succeed(d, {{"Action", "PublishMessage"}, {"topicName", "t"}, {"msgBody", "raw"}})
                 .isEmpty());
    QCOMPARE(succeed(d, {{"Action", "ReceiveMessage"},
                         {"queueName", "q"},
                         {"UserpollingWaitSeconds", "30000"},
                         {"pollingWaitSeconds", "30000"}})[u"msgBody"_s]
                 .toString(),
             u"raw"_s);
    const QJsonObject queue = succeed(d, {{"Action", "GetQueueAttributes"}, {"queueName", "q"}});
    for (const char* name :
         {"maxMsgHeapNum", "pollingWaitSeconds", "visibilityTimeout", "maxMsgSize",
          "msgRetentionSeconds", "createTime", "lastModifyTime", "activeMsgNum", "inactiveMsgNum",
          "rewindMsgNum", "minMsgTime", "delayMsgNum", "rewindSeconds"})
        QVERIFY2(queue[QLatin1StringView(name)].isDouble(), name);
    QVERIFY(!succeed(d, {{"Action", "Unsubscribe"}, {"topicName", "t"}, {"subscriptionName", "s"}})
                 .isEmpty());
    QVERIFY(!succeed(d, {{"Action", "DeleteTopic"}, {"topicName", "t"}}).isEmpty());
    QCOMPARE(
        succeed(d, {{"Action", "ListSubscriptionByTopic"}, {"topicName", "t"}})[u"totalCount"_s],
        QJsonValue(0));
}

void TestSdkRequests::servesPhp()
{
    Dialect d = php();
    QVERIFY(!succeed(d, {{"Action", "CreateQueue"}, {"queueName", "q"}}).isEmpty());
    QVERIFY(!succeed(d, {{"msgBody.2", "2"},
                         {"Action", "BatchSendMessage"},
                         {"msgBody.3", "3"},
                         {"queueName", "q"},
                         {"msgBody.1", "@1"}})
                 .isEmpty());
    QCOMPARE(
        succeed(d, {{"Action", "ReceiveMessage"}, {"queueName", "q"}})[u"msgBody"_s].toString(),
        u"@1"_s);
    // GET doubles the path and signs it once.
    d.method = "GET";
    d.headers = "Accept: */*\r\n";
    d.target = "/v2/index.php/v2/index.php";
    QVERIFY(!succeed(d, {{"Action", "CreateTopic"}, {"topicName", "t"}, {"filterType", "2"}})
                 .isEmpty());
    QVERIFY(!succeed(d, {{"Action", "Subscribe"},
                         {"topicName", "t"},
                         {"subscriptionName", "s"},
                         {"protocol", "queue"},
                         {"endpoint", "q"},
                         {"bindindKey.1", "a.#"}})
                 .isEmpty());
    const QJsonObject subscription = succeed(
        d,
        {{"Action", "GetSubscriptionAttributes"}, {"topicName", "t"}, {"subscriptionName", "s"}});
    QCOMPARE(subscription[u"bindingKey"_s], QJsonValue(QJsonArray{u"a.#"_s}));
    QVERIFY(!succeed(d, {{"Action", "GetQueueAttributes"}, {"queueName", "q"}})[u"rewindmsgNum"_s]
                 .isUndefined());
}

void TestSdkRequests::servesCpp()
{
    const Dialect d = cpp();
    // Uninitialised memory as rewindSeconds.
    QVERIFY(!succeed(d, {{"Action", "CreateQueue"}, {"queueName", "q"}, {"rewindSeconds", "32735"}})
                 .isEmpty());
    for (int i = 0; i < 2; ++i) // the same nonce, the same signature
        QVERIFY(!succeed(d, {{"Action", "SendMessage"}, {"queueName", "q"}, {"msgBody", "x"}})
                     .isEmpty());
    QCOMPARE(
        message(d, {{"Action", "RewindQueue"}, {"queueName", "q"}, {"startConsumeTime", "\x01"}}),
        u"(10360)parameter startConsumeTime error type"_s);
    QVERIFY(!succeed(d, {{"Action", "CreateTopic"}, {"topicName", "t"}}).isEmpty());
    QVERIFY(!succeed(d, {{"Action", "Subscribe"},
                         {"topicName", "t"},
                         {"subscriptionName", "s"},
                         {"protocol", "queue"},
                         {"endpoint", "q"},
                         {"notifyContentFormat", "JSON"},
                         {"filterTag.0", "a"},
                         {"filterTag.1", "b"}})
                 .isEmpty());
    QVERIFY(succeed(d, {{"Action", "GetTopicAttributes"}, {"topicName", "t"}})
                .contains(u"LoggingEnabled"_s));
    QVERIFY(!succeed(d, {{"Action", "PublishMessage"},
                         {"topicName", "t"},
                         {"msgBody", "m"},
                         {"msgTag.1", "a"},
                         {"routingKey", ""}})
                 .isEmpty());
}

void TestSdkRequests::servesGo()
{
    const Dialect d = go();
    QCOMPARE(succeed(d, {{"queueName", "q"}, {"Action", "CreateQueue"}})[u"clientRequestId"_s],
             QJsonValue(42));
    QVERIFY(!succeed(d, {{"msgBody.1", "1"},
                         {"queueName", "q"},
                         {"msgBody.0", "0"},
                         {"Action", "BatchSendMessage"}})
                 .isEmpty());
    const QJsonArray received = succeed(d, {{"numOfMsg", "16"},
                                            {"Action", "BatchReceiveMessage"},
                                            {"queueName", "q"}})[u"msgInfoList"_s]
                                    .toArray();
    QCOMPARE(received.size(), 2);
    QCOMPARE(received[0].toObject()[u"msgBody"_s].toString(), u"0"_s);
    const auto handle = [&](int i) {
        return received[i].toObject()[u"receiptHandle"_s].toString().toStdString();
    };
    QVERIFY(!succeed(d, {{"receiptHandle.1", handle(1)},
                         {"receiptHandle.0", handle(0)},
                         {"Action", "BatchDeleteMessage"},
                         {"queueName", "q"}})
                 .isEmpty());
    QCOMPARE(message(d, {{"Action", "QueryQueueRoute"}, {"queueName", "q"}}),
             u"(10430)action name QueryQueueRoute is not existed"_s);
}

void TestSdkRequests::servesNode()
{
    Dialect d = node();
    QVERIFY(!succeed(d, {{"Action", "CreateQueue"}, {"queueName", "q"}, {"rewindSeconds", "3600"}})
                 .isEmpty());
    QVERIFY(!succeed(d, {{"Action", "BatchSendMessage"}, {"queueName", "q"}, {"msgBody.0", "中"}})
                 .isEmpty());
    d.host = d.signedHost = "cmq-topic-gz.api.qcloud.com"; // another host, the same endpoint
    QVERIFY(!succeed(d, {{"Action", "CreateTopic"}, {"topicName", "t"}, {"maxMsgSize", "131072"}})
                 .isEmpty());
    // An endpoint that does not exist (yet).
    QVERIFY(!succeed(d, {{"Action", "Subscribe"},
                         {"topicName", "t"},
                         {"subscriptionName", "s"},
                         {"protocol", "queue"},
                         {"endpoint", "normal"}})
                 .isEmpty());
    // Rewinding an emptied queue to a time before it was created.
    QVERIFY(
        !succeed(d, {{"Action", "CreateQueue"}, {"queueName", "empty"}, {"rewindSeconds", "3600"}})
             .isEmpty());
    QVERIFY(!succeed(d, {{"Action", "RewindQueue"},
                         {"queueName", "empty"},
                         {"startConsumeTime", "1465183968"}})
                 .isEmpty());
}

void TestSdkRequests::servesXutl()
{
    Dialect d = cpp(); // SHA-256, a form; empty and zero parameters are left out
    QVERIFY(!succeed(d, {{"Action", "CreateTopic"}, {"topicName", "t"}}).isEmpty());
    QVERIFY(!succeed(d, {{"Action", "CreateQueue"}, {"queueName", "q"}}).isEmpty());
    QVERIFY(!succeed(d, {{"Action", "Subscribe"},
                         {"topicName", "t"},
                         {"subscriptionName", "s"},
                         {"protocol", "queue"},
                         {"endpoint", "q"},
                         {"filterTag.0", "a"}})
                 .isEmpty());
    QVERIFY(!succeed(d, {{"Action", "BatchPublishMessage"},
                         {"topicName", "t"},
                         {"msgBody.0", "x"},
                         {"filterTag.0", "a"}})
                 .isEmpty());
    QCOMPARE(
        succeed(d, {{"Action", "ReceiveMessage"}, {"queueName", "q"}})[u"msgBody"_s].toString(),
        u"x"_s);
}

void TestSdkRequests::answersInTheDocumentedForm()
{
    const Dialect d = python();
    QVERIFY(!succeed(d, {{"Action", "CreateQueue"}, {"queueName", "q"}}).isEmpty());
    // Programs compare this text.
    const QJsonObject empty =
        ask(d, {{"Action", "ReceiveMessage"}, {"queueName", "q"}, {"pollingWaitSeconds", "0"}});
    QCOMPARE(empty[u"code"_s], QJsonValue(7000));
    QCOMPARE(empty[u"message"_s].toString(), NoMessage);
    QVERIFY(empty[u"requestId"_s].isString());
    // Some handles are dead, some are not.
    QVERIFY(
        !succeed(d, {{"Action", "SendMessage"}, {"queueName", "q"}, {"msgBody", "x"}}).isEmpty());
    const std::string handle =
        succeed(d, {{"Action", "ReceiveMessage"}, {"queueName", "q"}})[u"receiptHandle"_s]
            .toString()
            .toStdString();
    const QJsonObject partly = ask(d, {{"Action", "BatchDeleteMessage"},
                                       {"queueName", "q"},
                                       {"receiptHandle.1", handle},
                                       {"receiptHandle.2", "4364564575"}});
    QCOMPARE(partly[u"code"_s], QJsonValue(6010));
    QCOMPARE(partly[u"errorList"_s].toArray(),
             QJsonArray({QJsonObject{{u"code"_s, 4430},
                                     {u"message"_s, u"(10260)receipt handle is invalid"_s},
                                     {u"receiptHandle"_s, u"4364564575"_s}}}));
    const QJsonObject none =
        ask(d, {{"Action", "BatchDeleteMessage"}, {"queueName", "q"}, {"receiptHandle.1", handle}});
    QCOMPARE(none[u"code"_s], QJsonValue(6020));
    // Created again at once, and listed at once.
    QVERIFY(!succeed(d, {{"Action", "DeleteQueue"}, {"queueName", "q"}}).isEmpty());
    QCOMPARE(succeed(d, {{"Action", "ListQueue"}})[u"queueList"_s], QJsonValue(QJsonArray()));
    QVERIFY(!succeed(d, {{"Action", "CreateQueue"}, {"queueName", "q"}}).isEmpty());
    QCOMPARE(succeed(d, {{"Action", "ListQueue"}})[u"totalCount"_s], QJsonValue(1));
}

void TestSdkRequests::refusesWhatNobodyCanVerify()
{
    // kainonly/cmq-node-sdk 3.x signs the text of an array instead of its elements.
    const std::string right = requestOf(node(), {{"Action", "ListQueue"}});
    std::string changed = right;
    changed.replace(changed.find("Action=ListQueue"), 16, "Action=ListTopic");
    m_socket->send(changed);
    QCOMPARE(m_socket->response()->code().value_or(-1), 4100);
    m_socket->send(right);
    QCOMPARE(m_socket->response()->code().value_or(-1), 0);
}

CMQ_TEST(sdkrequests, TestSdkRequests)

} // namespace tst_sdkrequests
#include "tst_sdkrequests.moc"
