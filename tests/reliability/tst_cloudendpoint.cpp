// API 3.0 at the endpoint, byte by byte: who is let in, what is answered, and what hostile bodies
// come to. A real broker is behind it.
#include "tests/rawhttp.h"
#include "tests/suite.h"

#include "embeddedbroker.h"
#include "endpoint/endpoint.h"
#include "wire/signature.h"
#include "wire/tc3.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tst_cloudendpoint {

using namespace cmq;
using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view Id = "AKIDcloud";
constexpr std::string_view Key = "a key that both sides know";
constexpr std::int64_t Now = 1'800'000'000;

/// A request as Tencent's SDKs make it; tests change what they are about.
struct Call
{
    std::string action = "DescribeCmqQueues";
    std::string body = "{}";
    std::string version = "2020-02-17";
    std::string service = "tdmq";
    std::string host = "127.0.0.1:8080";
    std::string signedHost = host;
    std::string contentType = "application/json";
    std::int64_t timestamp = Now;
    std::string key{Key};
    std::string id{Id};
    std::vector<std::string> signedHeaders{"content-type", "host"};
    std::optional<std::string> authorization{}; ///< instead of the right one
    std::string more{};                         ///< header lines
    std::string method = "POST";

    [[nodiscard]] std::string sign() const
    {
        wire::Parameters headers;
        for (const std::string& name : signedHeaders)
            headers.push_back({name, name == "host"           ? signedHost
                                     : name == "content-type" ? contentType
                                                              : action});
        const wire::Tc3Request request{method, "/", "", headers, body};
        const wire::Tc3Scope scope{timestamp, service};
        wire::Tc3Signer signer(key);
        return wire::tc3Authorization(
            id, scope, headers,
            signer.sign(scope, wire::tc3StringToSign(scope, wire::canonicalRequest(request))));
    }
    [[nodiscard]] std::string text() const
    {
        std::string head = method + " / HTTP/1.1\r\nHost: " + host +
                           "\r\nContent-Type: " + contentType + "\r\nX-TC-Action: " + action +
                           "\r\nX-TC-Version: " + version +
                           "\r\nX-TC-Timestamp: " + std::to_string(timestamp) +
                           "\r\nX-TC-Region: ap-guangzhou\r\n" + more;
        const std::string auth = authorization.value_or(sign());
        if (!auth.empty())
            head += "Authorization: " + auth + "\r\n";
        return head + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }
};

class Fixture final
{
public:
    explicit Fixture(bool hasKeys = true)
    {
        auto opened = EmbeddedBroker::open({});
        broker = std::move(*opened);
        endpoint::EndpointOptions options;
        if (hasKeys)
            options.keys = {{std::string(Id), std::string(Key)}, {"AKIDoff", "k", false}};
        options.wallClock = [] { return fromUnixSeconds(Now); };
        endpoint = std::move(*endpoint::Endpoint::start(*broker, std::move(options)));
    }

    QJsonObject send(const std::string& bytes) const
    {
        rawhttp::Socket socket(endpoint->port());
        socket.send(bytes);
        const auto answer = socket.response();
        if (!answer || answer->status != 200)
            return {{u"status"_s, answer ? answer->status : 0}};
        const QJsonObject all =
            QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object();
        return all.contains(u"Response") ? all[u"Response"].toObject() : all;
    }
    QJsonObject ask(const Call& call) const { return send(call.text()); }
    QJsonObject ask(const std::string& action, const std::string& body,
                    const std::string& version = "2020-02-17") const
    {
        Call call;
        call.action = action;
        call.body = body;
        call.version = version;
        call.service = version == "2020-02-17" ? "tdmq" : "cmq";
        return ask(call);
    }
    QString codeOf(const Call& call) const { return ask(call)[u"Error"][u"Code"].toString(); }

    std::unique_ptr<EmbeddedBroker> broker;
    std::unique_ptr<endpoint::Endpoint> endpoint;
};

QStringList namesIn(const QJsonValue& list, const QString& member)
{
    QStringList names;
    for (const QJsonValue& each : list.toArray())
        names += each[member].toString();
    return names;
}

} // namespace

class TestCloudEndpoint final : public QObject
{
    Q_OBJECT

private slots:
    void createsListsAndDeletes();
    void pagesNamesAndTags();
    void mixesWithV2();
    void subscriptionsOfATopicAndOfAQueue();
    void formsOfOfficialSdks();
    void refusesWhoIsNotSigned_data();
    void refusesWhoIsNotSigned();
    void letsEverybodyInWithoutKeys();
    void hostileBodies_data();
    void hostileBodies();
    void keepsWhatOnlyTheCloudUses();
};

void TestCloudEndpoint::createsListsAndDeletes()
{
    const Fixture f;
    QVERIFY(f.ask("CreateCmqQueue", R"({"QueueName":"q","VisibilityTimeout":7})")[u"QueueId"]
                .toString()
                .startsWith(u"queue-"));
    const QJsonObject detail = f.ask("DescribeCmqQueueDetail", R"({"QueueName":"q"})");
    QCOMPARE(detail[u"QueueDescribe"][u"VisibilityTimeout"].toInt(), 7);
    QVERIFY(detail[u"QueueDescribe"][u"CreateTime"].toInteger() > 1'000'000'000'000);
    QVERIFY(detail[u"RequestId"].toString().size() == 36);
    // The same in the older product, in seconds and as a list.
    const QJsonObject old = f.ask("DescribeQueueDetail", R"({"QueueName":"q"})", "2019-03-04");
    QCOMPARE(old[u"TotalCount"].toInt(), 1);
    QVERIFY(old[u"QueueSet"][0][u"CreateTime"].toInteger() < 100'000'000'000);
    QVERIFY(!f.ask("DeleteCmqQueue", R"({"QueueName":"q"})").contains(u"Error"));
    QCOMPARE(f.ask("DeleteCmqQueue", R"({"QueueName":"q"})")[u"Error"][u"Code"].toString(),
             u"ResourceNotFound"_s);
}

void TestCloudEndpoint::pagesNamesAndTags()
{
    const Fixture f;
    for (int i = 10; i < 70; ++i) {
        const std::string tag = i % 2 ? R"(,"Tags":[{"TagKey":"env","TagValue":"test"}])" : "";
        (void)f.ask("CreateCmqQueue",
                    R"({"QueueName":"queue-)" + std::to_string(i) + '"' + tag + '}');
    }
    const auto list = [&](const std::string& body) { return f.ask("DescribeCmqQueues", body); };
    QCOMPARE(list("{}")[u"QueueList"].toArray().size(), 20);
    QCOMPARE(list(R"({"Limit":1000})")[u"QueueList"].toArray().size(), 50);
    QCOMPARE(list("{}")[u"TotalCount"].toInt(), 60);
    QCOMPARE(namesIn(list(R"({"Offset":58})")[u"QueueList"], u"QueueName"_s),
             (QStringList{u"queue-68"_s, u"queue-69"_s}));
    QCOMPARE(list(R"({"QueueName":"UE-1"})")[u"TotalCount"].toInt(), 10);
    QCOMPARE(
        namesIn(list(R"({"QueueNameList":["queue-12","nobody"]})")[u"QueueList"], u"QueueName"_s),
        QStringList{u"queue-12"_s});
    const std::string filter =
        R"({"IsTagFilter":true,"Filters":[{"Name":"tag:env","Values":["other","test"]}]})";
    QCOMPARE(list(filter)[u"TotalCount"].toInt(), 30);
    QCOMPARE(list(R"({"Filters":[{"Name":"tag:env","Values":["other"]}]})")[u"TotalCount"].toInt(),
             0);
    QCOMPARE(
        list(R"({"QueueName":"queue-11"})")[u"QueueList"][0][u"Tags"][0][u"TagValue"].toString(),
        u"test"_s);
    QCOMPARE(list(R"({"Offset":-1})")[u"Error"][u"Code"].toString(), u"InvalidParameterValue"_s);
}

/// Created here, used by v2, seen here.
void TestCloudEndpoint::mixesWithV2()
{
    const Fixture f;
    (void)f.ask("CreateCmqQueue", R"({"QueueName":"q"})");
    std::string form = "Action=SendMessage&Nonce=1&SecretId=" + std::string(Id) +
                       "&SignatureMethod=HmacSHA256&Timestamp=1800000000&msgBody=hello&"
                       "queueName=q";
    wire::Signer signer(Key);
    std::string signature;
    wire::appendFormEncoded(signature, signer.sign(wire::SignatureMethod::HmacSha256,
                                                   "POST127.0.0.1/v2/index.php?" + form));
    QCOMPARE(f.send(rawhttp::post(form + "&Signature=" + signature))[u"code"].toInt(-1), 0);
    QVERIFY(
        f.ask("SendCmqMsg", R"({"QueueName":"q","MsgContent":"b","DelaySeconds":60})")[u"Result"]
            .toBool());
    const QJsonObject queue =
        f.ask("DescribeCmqQueues", "{}")[u"QueueList"].toArray()[0].toObject();
    QCOMPARE(queue[u"ActiveMsgNum"].toInt(), 1);
    QCOMPARE(queue[u"DelayMsgNum"].toInt(), 1);
    QVERIFY(queue[u"MinMsgTime"].toInteger() > 1'000'000'000'000);
}

void TestCloudEndpoint::subscriptionsOfATopicAndOfAQueue()
{
    const Fixture f;
    (void)f.ask("CreateCmqQueue", R"({"QueueName":"q"})");
    for (const char* topic : {"t1", "t2"}) {
        const std::string name = topic;
        (void)f.ask("CreateCmqTopic", R"({"TopicName":")" + name + R"(","Trace":true})");
        QVERIFY(!f.ask("CreateCmqSubscribe", R"({"TopicName":")" + name +
                                                 R"(","SubscriptionName":"s","Protocol":"queue",)"
                                                 R"("Endpoint":"q","FilterTag":["a"]})")
                     .contains(u"Error"));
    }
    QCOMPARE(f.ask("DescribeCmqTopicDetail",
                   R"({"TopicName":"t1"})")[u"TopicDescribe"][u"SubscriptionCount"]
                 .toInt(),
             1);
    QCOMPARE(f.ask("DescribeCmqSubscriptionDetail", R"({"TopicName":"t1"})")[u"TotalCount"].toInt(),
             1);
    const QJsonObject into =
        f.ask("DescribeCmqSubscriptionDetail", R"({"QueueName":"q","QueryType":"queue"})");
    QCOMPARE(namesIn(into[u"SubscriptionSet"], u"TopicName"_s), (QStringList{u"t1"_s, u"t2"_s}));
    QVERIFY(
        f.ask("PublishCmqMsg", R"({"TopicName":"t1","MsgContent":"m","MsgTag":["a"]})")[u"Result"]
            .toBool());
    QCOMPARE(f.ask("DeleteCmqTopic", R"({"TopicName":"t1"})")[u"Error"][u"Code"].toString(),
             u"ResourceInUse"_s);
}

void TestCloudEndpoint::formsOfOfficialSdks()
{
    const Fixture f;
    Call node; // signs the host without the port, and takes its first word for the service
    node.signedHost = "127.0.0.1";
    node.service = "127";
    QCOMPARE(f.codeOf(node), QString());
    node.host = node.signedHost = "localhost:8080";
    node.service = "localhost:8080";
    QCOMPARE(f.codeOf(node), QString());
    Call newer;
    newer.signedHeaders = {"content-type", "host", "x-tc-action"};
    newer.contentType = "application/json; charset=utf-8";
    QCOMPARE(f.codeOf(newer), QString());
}

void TestCloudEndpoint::refusesWhoIsNotSigned_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* code, const Call& call) {
        QTest::newRow(name) << QString::fromLatin1(code) << QString::fromStdString(call.text());
    };
    constexpr const char* failure = "AuthFailure.SignatureFailure";
    constexpr const char* expired = "AuthFailure.SignatureExpire";
    row("another key", failure, {.key = "other"});
    row("an unknown id", "AuthFailure.SecretIdNotFound", {.id = "AKIDnobody"});
    row("a disabled id", "AuthFailure.UnauthorizedOperation", {.key = "k", .id = "AKIDoff"});
    row("nothing", "MissingParameter", {.authorization = ""});
    row("a word", failure, {.authorization = "Bearer token"});
    row("five minutes late", expired, {.timestamp = Now - 301});
    row("five minutes early", expired, {.timestamp = Now + 301});
    row("a day late", expired, {.timestamp = Now - 86'400});
    row("year 1970", expired, {.timestamp = 0});
    row("another service", failure, {.service = "cvm"});
    row("the other product's service", failure, {.service = "cmq"});
    row("a header that is not there", failure,
        {.signedHeaders = {"content-type", "host", "x-tc-missing"}});
    row("another host", failure, {.signedHost = "tdmq.tencentcloudapi.com"});

    // What is signed is one thing, what is sent another.
    const Call right;
    Call other = right;
    other.authorization = right.sign();
    other.body = R"({"Limit":1})";
    row("another body", failure, other);
    other = right;
    other.authorization = right.sign();
    other.timestamp += 1;
    row("another time", failure, other);
    other = right;
    other.signedHeaders = {"content-type", "host", "x-tc-action"};
    other.authorization = other.sign();
    other.action = "DescribeCmqTopics";
    row("another action", failure, other);
    other = right;
    other.authorization = right.sign();
    other.contentType = "text/plain";
    row("another content type", failure, other);
    std::string date = right.sign();
    date.replace(date.find("2027-01-15"), 10, "2027-01-14");
    other = right;
    other.authorization = date;
    row("another day", failure, other);
    other = right;
    other.more = "X-TC-Timestamp: 1800000000\r\n";
    row("the time twice", "MissingParameter", other);
    other = right;
    other.more = "Authorization: " + right.sign() + "\r\n";
    row("authorization twice", "MissingParameter", other);
    other = right;
    other.more = "Content-Type: text/html\r\n";
    row("a signed header twice", failure, other);
    const std::string text = right.text();
    const auto replaced = [&](std::string_view from, std::string_view to) {
        std::string changed = text;
        changed.replace(changed.find(from), from.size(), to);
        return QString::fromStdString(changed);
    };
    QTest::newRow("no time") << u"MissingParameter"_s
                             << replaced("X-TC-Timestamp: 1800000000\r\n", "");
    for (const char* time :
         {"", "x", "-1", "1.8e9", "18446744073709551616", "9999999999999999", "0x6B49D200"})
        QTest::addRow("time %s", time)
            << u"InvalidParameter"_s
            << replaced("Timestamp: 1800000000", "Timestamp: " + std::string(time));
    QTest::newRow("no version") << u"MissingParameter"_s
                                << replaced("X-TC-Version: 2020-02-17\r\n", "");
    QTest::newRow("no such version")
        << u"NoSuchVersion"_s << replaced("Version: 2020-02-17", "Version: 2017-03-12");
    QTest::newRow("no action") << u"MissingParameter"_s
                               << replaced("X-TC-Action: DescribeCmqQueues\r\n", "");
    QTest::newRow("GET") << u"UnsupportedProtocol"_s << replaced("POST", "GET");
}

void TestCloudEndpoint::refusesWhoIsNotSigned()
{
    QFETCH(QString, code);
    QFETCH(QString, text);
    const Fixture f;
    const QJsonObject answer = f.send(text.toStdString());
    QCOMPARE(answer[u"Error"][u"Code"].toString(), code);
    QVERIFY(!answer[u"Error"][u"Message"].toString().isEmpty());
    QVERIFY(!answer[u"RequestId"].toString().isEmpty());
}

void TestCloudEndpoint::letsEverybodyInWithoutKeys()
{
    const Fixture f(false);
    Call call;
    call.timestamp = 1;
    for (const std::string authorization : {"", "SKIP", "TC3-HMAC-SHA256 nonsense"}) {
        call.authorization = authorization;
        QCOMPARE(f.codeOf(call), QString());
    }
}

void TestCloudEndpoint::hostileBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const QString parameter = u"InvalidParameter"_s;
    QTest::newRow("empty") << QByteArray() << u"MissingParameter"_s;
    QTest::newRow("form") << QByteArray("QueueName=q") << parameter;
    QTest::newRow("deep list") << QByteArray(1'000'000, '[') << parameter;
    QTest::newRow("deep object") << QByteArray(R"({"a":)").repeated(200'000) << parameter;
    QTest::newRow("many members") << QByteArray("{") + QByteArray(R"("a":1,)").repeated(300'000) +
                                         R"("b":2})"
                                  << u"MissingParameter"_s;
    QTest::newRow("long text") << R"({"QueueName":")" + QByteArray(2'000'000, 'q') + R"("})"
                               << u"InvalidParameterValue"_s;
    QTest::newRow("many tags")
        << R"({"QueueName":"q","Tags":[)" +
               QByteArray(R"({"TagKey":"a","TagValue":"b"},)").repeated(100) + R"({"TagKey":"c"}]})"
        << u"InvalidParameterValue"_s;
    QTest::newRow("tag twice") << QByteArray(
                                      R"({"QueueName":"q","Tags":[{"TagKey":"a"},{"TagKey":"a"}]})")
                               << u"InvalidParameterValue"_s;
    QTest::newRow("not UTF-8") << QByteArray("{\"QueueName\":\"\xc3\x28\"}") << parameter;
    QTest::newRow("byte order mark")
        << QByteArray("\xef\xbb\xbf{\"QueueName\":\"q\"}") << parameter;
    QTest::newRow("infinite number")
        << QByteArray(R"({"QueueName":"q","VisibilityTimeout":1e999})") << parameter;
    QTest::newRow("too large") << QByteArray(5 * 1024 * 1024, ' ') << u"RequestSizeLimitExceeded"_s;
}

void TestCloudEndpoint::hostileBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    const Fixture f;
    Call call;
    call.action = "CreateCmqQueue";
    call.body = body.toStdString();
    QCOMPARE(f.codeOf(call), code);
    // It serves on.
    QCOMPARE(f.codeOf(Call()), QString());
}

/// Tags and settings of API 3.0 that the broker keeps.
void TestCloudEndpoint::keepsWhatOnlyTheCloudUses()
{
    const Fixture f;
    QVERIFY(!f.ask("CreateCmqQueue",
                   R"({"QueueName":"q","Trace":true,"Transaction":1,"FirstQueryInterval":5,)"
                   R"("MaxQueryCount":9,"RetentionSizeInMB":2048,)"
                   R"("Tags":[{"TagKey":"a","TagValue":"b"}]})")
                 .contains(u"Error"));
    QVERIFY(
        !f.ask("ModifyCmqQueueAttribute", R"({"QueueName":"q","Trace":false})").contains(u"Error"));
    const QJsonValue queue =
        f.ask("DescribeCmqQueueDetail", R"({"QueueName":"q"})")[u"QueueDescribe"];
    QCOMPARE(queue[u"Trace"], QJsonValue(false));
    QCOMPARE(queue[u"Transaction"], QJsonValue(true));
    QCOMPARE(queue[u"TransactionPolicy"][u"MaxQueryCount"].toInt(), 9);
    QCOMPARE(queue[u"RetentionSizeInMB"].toInt(), 2048);
    QCOMPARE(queue[u"Tags"][0][u"TagValue"].toString(), u"b"_s);
    QCOMPARE(f.ask("ModifyCmqQueueAttribute",
                   R"({"QueueName":"q","RetentionSizeInMB":5})")[u"Error"][u"Code"]
                 .toString(),
             u"InvalidParameterValue"_s);
}

CMQ_TEST(cloudendpoint, TestCloudEndpoint)

} // namespace tst_cloudendpoint
#include "tst_cloudendpoint.moc"
