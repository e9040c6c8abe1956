#include "scriptedserver.h"

#include "app/console/endpointtest.h"

#include "ui/common/language.h"

#include "tests/suite.h"

#include <QDateTime>
#include <QLocale>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTest>

namespace tst_endpointtest {

using namespace Qt::StringLiterals;
using Verdict = ui::EndpointReport::Verdict;

namespace {

/// Of nobody's authority, for 127.0.0.1.
constexpr const char* SelfSigned = R"(-----BEGIN CERTIFICATE-----
MIIBkDCCATagAwIBAgIURhHGF4dr/B2YQno3ERoCP2IhqdMwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMTEzNTM1MFoYDzIxMjYxMDI4
MTM1MzUwWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQvhUkJamC0FZEUvvK9KBGpjIT9NIJB5p4s5ETJ58j8RjDzc70cXdRG
GqU967cjJk/Pzjyt7PtKdCEbzXNzQ5Xvo2QwYjAdBgNVHQ4EFgQUBFEEjmNazN7r
VvPgZTeqhM46b0gwHwYDVR0jBBgwFoAUBFEEjmNazN7rVvPgZTeqhM46b0gwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUC
IQCTkHCLqe3tGp90d9bAq4YbRio9klFAYZHCL7NXjDdOjgIgELN8gWK5imJCLZs3
L/oPcgJtsxLIzfW4nCgK+7RShKQ=
-----END CERTIFICATE-----
)";
constexpr const char* SelfSignedKey = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgyw2gE9vfiVcuuh43
nQQzCUvcLWVh3CMO4xD3cvEb9i+hRANCAAQvhUkJamC0FZEUvvK9KBGpjIT9NIJB
5p4s5ETJ58j8RjDzc70cXdRGGqU967cjJk/Pzjyt7PtKdCEbzXNzQ5Xv
-----END PRIVATE KEY-----
)";

RemoteOptions optionsFor(const QUrl& url)
{
    RemoteOptions options;
    options.queueUrl = url;
    options.secretId = "AKIDexample";
    options.secretKey = "canary-key";
    options.proxy = ProxyChoice::None;
    return options;
}

ui::EndpointReport reportOf(const RemoteOptions& options)
{
    QObject context;
    std::optional<ui::EndpointReport> report;
    testEndpoint(options, &context, [&](const ui::EndpointReport& told) { report = told; });
    if (!QTest::qWaitFor([&] { return report.has_value(); }, 20'000))
        qFatal("the test never ended");
    return *report;
}

/// Both languages have a sentence of their own, without a hole, that names the host.
void checkSentence(const ui::EndpointReport& report, const QString& part)
{
    ui::Language language;
    QStringList sentences;
    for (const auto mode : {ui::LanguageMode::Chinese, ui::LanguageMode::English}) {
        language.setMode(mode);
        const QString sentence = ui::reportSentence(report);
        QVERIFY(!sentence.contains(u'%'));
        sentences += sentence;
    }
    QVERIFY(sentences[0] != sentences[1]);
    QVERIFY2(sentences[1].contains(part), qPrintable(sentences[1]));
    QVERIFY(!sentences.join(u' ').contains(u"canary"));
}

QByteArray lists(const ScriptedServer::Request& request)
{
    return request.parameters().value("Action") == "ListQueue"
               ? R"({"code":0,"message":"","requestId":"1","totalCount":0,"queueList":[]})"
               : R"({"code":0,"message":"","requestId":"1","totalCount":0,"topicList":[]})";
}

QByteArray refusal(int code, const char* message)
{
    return QByteArray(R"({"code":CODE,"message":"WORDS","requestId":"1"})")
        .replace("CODE", QByteArray::number(code))
        .replace("WORDS", message);
}

} // namespace

/// The button that tries a connection says exactly what is wrong with it.
class TestEndpointTest final : public QObject
{
    Q_OBJECT

private slots:
    void works();
    void refusalIsExplained_data();
    void refusalIsExplained();
    void wrongClockIsToldFromAWrongKey_data();
    void wrongClockIsToldFromAWrongKey();
    void topicAddressIsTriedToo();
    void nameIsUnknown();
    void nobodyListens();
    void proxyIsNotThere();
    void addressIsUnusable();
    void otherServersAreNotCmq_data();
    void otherServersAreNotCmq();
    void selfSignedCertificateIsRefused();
    void contextGoesFirst();
};

void TestEndpointTest::works()
{
    ScriptedServer server([](const auto& request) { return ScriptedServer::json(lists(request)); });
    const ui::EndpointReport report = reportOf(optionsFor(server.url()));
    QVERIFY(report.verdict == Verdict::Works);
    checkSentence(report, u"It works"_s);
    QCOMPARE(server.requests().size(), 2); // and nothing that changes anything
    for (const auto& request : server.requests())
        QVERIFY(request.parameters().value("Action").startsWith("List"));
}

void TestEndpointTest::refusalIsExplained_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, int code, const char* message, Verdict verdict,
                        const QString& part) {
        QTest::newRow(name) << code << QByteArray(message) << verdict << part;
    };
    row("unknown key", 4100, "(10270)secret id is not existed", Verdict::Key,
        u"does not know this SecretId"_s);
    row("disabled key", 4100, "(10080)secret id status error", Verdict::Key, u"disabled"_s);
    row("no AKID", 4000, "(10450)secret id dosen't begin with AKID", Verdict::Key, u"SecretId"_s);
    row("signature", 4100, "(10030)authentication failed", Verdict::Signature, u"SecretKey"_s);
    row("permission", 4000, "(10461)no cam authentication", Verdict::Permission,
        u"may not list queues"_s);
    row("topics only", 4000, "(10430)action name ListQueue is not existed", Verdict::ActionUnknown,
        u"serves no queues"_s);
    row("overdue", 4300, "(10040)charge overdue", Verdict::Refused, u"charge overdue"_s);
}

void TestEndpointTest::refusalIsExplained()
{
    QFETCH(int, code);
    QFETCH(QByteArray, message);
    QFETCH(Verdict, verdict);
    QFETCH(QString, part);
    ScriptedServer server(
        [&](const auto&) { return ScriptedServer::json(refusal(code, message.constData())); });
    const ui::EndpointReport report = reportOf(optionsFor(server.url()));
    QVERIFY(report.verdict == verdict);
    checkSentence(report, part);
    checkSentence(report, u"127.0.0.1"_s);
}

void TestEndpointTest::wrongClockIsToldFromAWrongKey_data()
{
    QTest::addColumn<int>("skewSeconds");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("part");
    QTest::newRow("ahead") << 7200 << Verdict::ClockSkew << u"2 h ahead"_s;
    QTest::newRow("behind") << -7200 << Verdict::ClockSkew << u"2 h behind"_s;
    QTest::newRow("right") << 5 << Verdict::Signature << u"SecretKey"_s;
}

void TestEndpointTest::wrongClockIsToldFromAWrongKey()
{
    QFETCH(int, skewSeconds);
    QFETCH(QString, part);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QByteArray date =
        QLocale::c().toString(now, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
    ScriptedServer server([&](const auto&) {
        const QByteArray body = refusal(4100, "(10030)authentication failed");
        return ScriptedServer::raw("HTTP/1.1 200 OK\r\nDate: " + date + "\r\nContent-Length: " +
                                       QByteArray::number(body.size()) + "\r\n\r\n" + body,
                                   ScriptedServer::Then::KeepOpen);
    });
    RemoteOptions options = optionsFor(server.url());
    options.clock = [ours = now.addSecs(-skewSeconds).toSecsSinceEpoch()] {
        return cmq::fromUnixSeconds(ours);
    };
    const ui::EndpointReport report = reportOf(options);
    QTEST(report.verdict, "verdict");
    checkSentence(report, part);
}

void TestEndpointTest::topicAddressIsTriedToo()
{
    ScriptedServer queues([](const auto& request) { return ScriptedServer::json(lists(request)); });
    ScriptedServer topics([](const auto&) {
        return ScriptedServer::json(refusal(4000, "(10430)action name ListTopic is not existed"));
    });
    RemoteOptions options = optionsFor(queues.url());
    options.topicUrl = topics.url();
    const ui::EndpointReport report = reportOf(options);
    QVERIFY(report.verdict == Verdict::ActionUnknown);
    QVERIFY(report.isTopicAddress);
    checkSentence(report, u"serves no topics"_s);
    QCOMPARE(queues.requests().size(), 1);
    QCOMPARE(topics.requests().size(), 1);
}

void TestEndpointTest::nameIsUnknown()
{
    const auto report = reportOf(optionsFor(QUrl(u"https://no-such-host.invalid"_s)));
    QVERIFY(report.verdict == Verdict::Name);
    checkSentence(report, u"no-such-host.invalid"_s);
}

void TestEndpointTest::nobodyListens()
{
    QUrl url;
    {
        const ScriptedServer gone([](const auto&) { return ScriptedServer::silence(); });
        url = gone.url();
    }
    const auto report = reportOf(optionsFor(url));
    QVERIFY(report.verdict == Verdict::Connect);
    checkSentence(report, u"Nobody answers"_s);
}

void TestEndpointTest::proxyIsNotThere()
{
    quint16 port = 0;
    {
        const ScriptedServer gone([](const auto&) { return ScriptedServer::silence(); });
        port = quint16(gone.url().port());
    }
    RemoteOptions options = optionsFor(QUrl(u"http://cmq.example.test"_s));
    options.proxy = ProxyChoice::Own;
    options.ownProxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, port);
    const auto report = reportOf(options);
    QVERIFY(report.verdict == Verdict::Proxy);
    checkSentence(report, u"proxy"_s);
}

void TestEndpointTest::addressIsUnusable()
{
    const auto report = reportOf(optionsFor(QUrl(u"ftp://cmq.example.test"_s)));
    QVERIFY(report.verdict == Verdict::Address);
    checkSentence(report, u"cannot be used"_s);
}

void TestEndpointTest::otherServersAreNotCmq_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("a web page") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>");
    QTest::newRow("not found") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("elsewhere") << QByteArray(
        "HTTP/1.1 302 Found\r\nLocation: https://login.example.com\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("no HTTP") << QByteArray("220 mail.example.com ESMTP\r\n");
}

void TestEndpointTest::otherServersAreNotCmq()
{
    QFETCH(QByteArray, answer);
    ScriptedServer server(
        [&](const auto&) { return ScriptedServer::raw(answer, ScriptedServer::Then::Close); });
    const auto report = reportOf(optionsFor(server.url()));
    QVERIFY(report.verdict == Verdict::Answer);
    checkSentence(report, u"not as a CMQ endpoint"_s);
    QVERIFY(!report.detail.isEmpty());
}

void TestEndpointTest::selfSignedCertificateIsRefused()
{
    QSslServer server;
    QSslConfiguration configuration = server.sslConfiguration();
    configuration.setLocalCertificate(QSslCertificate(QByteArray(SelfSigned)));
    configuration.setPrivateKey(QSslKey(QByteArray(SelfSignedKey), QSsl::Ec));
    server.setSslConfiguration(configuration);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray heard;
    connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [&] {
        QTcpSocket* socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, &server,
                [&, socket] { heard += socket->readAll(); });
    });
    const auto report =
        reportOf(optionsFor(QUrl(u"https://127.0.0.1:%1"_s.arg(server.serverPort()))));
    QVERIFY(report.verdict == Verdict::Tls);
    checkSentence(report, u"certificate is not trusted"_s);
    QVERIFY2(report.detail.contains(u"self-signed"), qPrintable(report.detail));
    QCOMPARE(heard, QByteArray()); // not a byte of the request was sent
}

void TestEndpointTest::contextGoesFirst()
{
    ScriptedServer server([](const auto&) { return ScriptedServer::silence(); });
    auto context = std::make_unique<QObject>();
    bool wasTold = false;
    testEndpoint(optionsFor(server.url()), context.get(), [&](const auto&) { wasTold = true; });
    QTRY_COMPARE(server.requests().size(), 1);
    context.reset();
    QTRY_COMPARE(server.hangUps(), 1);
    QVERIFY(!wasTold);
}

CMQ_TEST(endpointtest, TestEndpointTest)

} // namespace tst_endpointtest
#include "tst_endpointtest.moc"
