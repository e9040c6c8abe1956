#include "app/endpoint/options.h"
#include "tests/paths.h"
#include "tests/suite.h"

#include <QRegularExpression>
#include <QTemporaryFile>
#include <QTest>

namespace tst_endpointoptions {

using namespace app;
using namespace Qt::StringLiterals;

namespace {

/// Options as they stand in a shell, separated by blanks.
cmq::Result<EndpointProgramOptions> read(std::string_view line)
{
    std::vector<std::string_view> arguments;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(' '), line.size());
        arguments.push_back(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return readOptions(arguments);
}

} // namespace

class TestEndpointOptions : public QObject
{
    Q_OBJECT

private slots:
    void hasDefaults();
    void readsEveryOption();
    void readsKeyFiles();
    void refusesInSentences_data();
    void refusesInSentences();
    void knowsLoopback();
    void helpNamesEveryOption();
};

void TestEndpointOptions::hasDefaults()
{
    const auto options = read("--memory --no-auth");
    QVERIFY(options.has_value());
    QCOMPARE(options->address, "127.0.0.1");
    QCOMPARE(options->port, 8080);
    QVERIFY(!options->hasControlPages && !options->hasVirtualClock && options->keys.empty());
    QVERIFY(options->behaviour == cmq::Behaviour());
}

void TestEndpointOptions::readsEveryOption()
{
    const auto options =
        read("--listen [::1]:0 --data /d --key AKID1:secret:with:colons --key=AKID2:x "
             "--timestamp-tolerance 300 --tls-cert c --tls-key k --ready-file r "
             "--virtual-clock=1465185768 --receiver 9180 --name-reuse-delay 30 --max-queues 1 "
             "--max-topics 2 --max-subscriptions 3 --max-inactive 4 --max-delayed 5 "
             "--produce-qps 6 --consume-qps 7 --control-qps 8 --control-plane-2019 "
             "--strict-notify-format --cascade-subscriptions --log-level debug");
    QVERIFY2(options.has_value(), options ? "" : options.error().detail.c_str());
    QCOMPARE(options->address, "::1");
    QCOMPARE(options->port, 0);
    QCOMPARE(options->dataFolder, "/d");
    QCOMPARE(options->keys.size(), 2U);
    QCOMPARE(options->keys[0].secretId, "AKID1");
    QCOMPARE(options->keys[0].secretKey, "secret:with:colons");
    QCOMPARE(options->timestampTolerance->count(), 300);
    QCOMPARE(options->tlsCertificateFile, "c");
    QCOMPARE(options->tlsKeyFile, "k");
    QCOMPARE(options->readyFile, "r");
    QCOMPARE(options->receiverPort.value_or(0), 9180);
    QVERIFY(options->hasVirtualClock && options->hasControlPages);
    QCOMPARE(cmq::toUnixSeconds(*options->virtualStart), 1465185768);
    cmq::Behaviour behaviour;
    behaviour.allowLocalPush = behaviour.controlPlane2019 = behaviour.strictNotifyFormat = true;
    behaviour.cascadeSubscriptions = true;
    behaviour.nameReuseDelay = cmq::Seconds(30);
    behaviour.maxQueues = 1;
    behaviour.maxTopics = 2;
    behaviour.maxSubscriptionsPerTopic = 3;
    behaviour.maxInactive = 4;
    behaviour.maxDelayed = 5;
    behaviour.produceQps = 6;
    behaviour.consumeQps = 7;
    behaviour.controlQps = 8;
    QVERIFY(options->behaviour == behaviour);
    QVERIFY(options->logLevel == LogLevel::Debug);
}

void TestEndpointOptions::readsKeyFiles()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("# who may\n\nAKID1:one\r\nAKID2:two\n");
    file.flush();
    const std::string line = "--memory --key-file " + file.fileName().toStdString();
    const auto options = read(line);
    QVERIFY(options.has_value());
    QCOMPARE(options->keys.size(), 2U);
    QCOMPARE(options->keys[0].secretKey, "one");

    file.write("canary-secret-without-id\n");
    file.flush();
    const auto broken = read(line);
    QVERIFY(!broken && broken.error().detail.find("line 5") != std::string::npos);
    QVERIFY(broken.error().detail.find("canary") == std::string::npos);
}

void TestEndpointOptions::refusesInSentences_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown") << u"--nothing"_s << u"no option --nothing"_s;
    QTest::newRow("no store") << u"--no-auth"_s << u"--data DIR, or --memory"_s;
    QTest::newRow("two stores") << u"--no-auth --memory --data d"_s << u"not both"_s;
    QTest::newRow("nobody") << u"--memory"_s << u"--no-auth"_s;
    QTest::newRow("keys and none") << u"--memory --no-auth --key a:b"_s << u"not both"_s;
    QTest::newRow("open to the world")
        << u"--memory --no-auth --listen 0.0.0.0:80"_s << u"needs --key"_s;
    QTest::newRow("no port") << u"--listen 127.0.0.1"_s << u"ADDRESS:PORT"_s;
    QTest::newRow("port") << u"--listen 127.0.0.1:65536"_s << u"ADDRESS:PORT"_s;
    QTest::newRow("name") << u"--listen example.org:80"_s << u"numeric"_s;
    QTest::newRow("key") << u"--key canary"_s << u"SECRET_ID:SECRET_KEY"_s;
    QTest::newRow("key file") << u"--key-file /does/not/exist"_s << u"/does/not/exist"_s;
    QTest::newRow("half of TLS") << u"--memory --no-auth --tls-cert c"_s << u"together"_s;
    QTest::newRow("clock") << u"--virtual-clock=x"_s << u"Unix time"_s;
    QTest::newRow("number") << u"--max-queues x"_s << u"decimal number"_s;
    QTest::newRow("level") << u"--log-level loud"_s << u"error, info or debug"_s;
    QTest::newRow("value missing") << u"--data"_s << u"needs DIR"_s;
    QTest::newRow("value too much") << u"--memory=x"_s << u"takes no value"_s;
}

void TestEndpointOptions::refusesInSentences()
{
    QFETCH(QString, line);
    QFETCH(QString, words);
    const auto options = read(line.toStdString());
    QVERIFY(!options);
    const QString sentence = QString::fromStdString(options.error().detail);
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
    QVERIFY(!sentence.contains(u"canary"_s));
}

void TestEndpointOptions::knowsLoopback()
{
    QVERIFY(isLoopback("127.0.0.1") && isLoopback("127.1.2.3") && isLoopback("::1"));
    QVERIFY(!isLoopback("0.0.0.0") && !isLoopback("::") && !isLoopback("192.168.0.1"));
}

void TestEndpointOptions::helpNamesEveryOption()
{
    const auto options = read("--help");
    QVERIFY(options && options->wantsHelp);
    QFile manual(QString::fromStdString(paths::source("resources/endpoint/cmq-endpoint.1")));
    QVERIFY(manual.open(QIODevice::ReadOnly));
    const QString page = QString::fromUtf8(manual.readAll()).remove(u'\\');
    int count = 0;
    for (const QString& line : QString::fromStdString(helpText()).split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (!line.startsWith(u"  --"))
            continue;
        ++count;
        const QString name = trimmed.left(trimmed.indexOf(QRegularExpression(u"[ \\[]|$"_s)));
        QVERIFY2(page.contains(name), qPrintable(name)); // the man page knows it, too
    }
    QVERIFY(count > 20);
}

CMQ_TEST(endpointoptions, TestEndpointOptions)

} // namespace tst_endpointoptions
#include "tst_endpointoptions.moc"
