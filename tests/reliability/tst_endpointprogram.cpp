#include "tests/paths.h"
#include "tests/rawhttp.h"
#include "tests/suite.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <sys/resource.h>

#include <csignal>
#include <memory>

namespace tst_endpointprogram {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int WrongUse = 2;

/// The program, running.
class Program
{
public:
    explicit Program(const QStringList& options)
    {
        m_process.start(path(), QStringList{u"--listen"_s, u"127.0.0.1:0"_s} + options);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000)) {
        }
        m_url = QString::fromUtf8(m_process.readLine()).trimmed();
    }

    static QString path() { return QString::fromStdString(paths::build("bin/cmq-endpoint")); }
    [[nodiscard]] QString url() const { return m_url; }
    [[nodiscard]] std::uint16_t port() const { return std::uint16_t(QUrl(m_url).port()); }
    [[nodiscard]] rawhttp::Socket connect() const { return rawhttp::Socket(port()); }

    /// Sends a form and returns the answer's body.
    [[nodiscard]] QByteArray ask(const std::string& form) const
    {
        rawhttp::Socket socket = connect();
        socket.send(rawhttp::post(form));
        const auto response = socket.response();
        return response ? QByteArray::fromStdString(response->body) : QByteArray();
    }

    [[nodiscard]] rawhttp::Response control(const char* method, const char* page,
                                            const std::string& form = {}) const
    {
        rawhttp::Socket socket = connect();
        socket.send(std::string(method) + " /control/" + page +
                    " HTTP/1.1\r\nHost: h\r\nX-CMQ-Control: 1\r\nContent-Length: " +
                    std::to_string(form.size()) + "\r\n\r\n" + form);
        return socket.response().value_or(rawhttp::Response());
    }

    void signal(int number) const { ::kill(pid_t(m_process.processId()), number); }
    /// The exit code, or -1 if it does not end in time.
    int wait(int milliseconds)
    {
        return m_process.waitForFinished(milliseconds) &&
                       m_process.exitStatus() == QProcess::NormalExit
                   ? m_process.exitCode()
                   : -1;
    }
    /// The next line that it prints.
    QByteArray line()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000)) {
        }
        return m_process.readLine().trimmed();
    }
    QByteArray errors() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
    QString m_url;
};

/// Starts the program with options that it refuses, and returns what it says.
QByteArray refusal(const QStringList& options)
{
    QProcess process;
    process.start(Program::path(), options);
    if (!process.waitForFinished(20'000) || process.exitCode() != WrongUse)
        return "it did not refuse";
    return process.readAllStandardError();
}

QByteArray member(const QByteArray& json, const char* name)
{
    const QByteArray key = QByteArray("\"") + name + "\":\"";
    const qsizetype at = json.indexOf(key) + key.size();
    return json.mid(at, json.indexOf('"', at) - at);
}

} // namespace

class TestEndpointProgram : public QObject
{
    Q_OBJECT

private slots:
    void servesABroker();
    void skipsTimeForTests();
    void isASubscriberForTests();
    void tellsItsUrlInAFile();
    void keepsMessagesOnDisk();
    void endsWithAThousandPolls_data();
    void endsWithAThousandPolls();
    void refusesInOneSentence();
    void neverShowsASecret();
};

void TestEndpointProgram::servesABroker()
{
    Program program({u"--memory"_s, u"--no-auth"_s, u"--control"_s});
    QVERIFY(program.url().startsWith(u"http://127.0.0.1:"));
    QVERIFY(program.ask("Action=CreateQueue&queueName=q").startsWith(R"({"code":0,)"));
    QVERIFY(program.ask("Action=SendMessage&queueName=q&msgBody=hello").contains("msgId"));
    const QByteArray received = program.ask("Action=ReceiveMessage&queueName=q");
    QCOMPARE(member(received, "msgBody"), "hello");
    const QByteArray deleted = program.ask("Action=DeleteMessage&queueName=q&receiptHandle=" +
                                           member(received, "receiptHandle").toStdString());
    QVERIFY(deleted.startsWith(R"({"code":0,)"));
    QVERIFY(program.ask("Action=ReceiveMessage&queueName=q").contains("(10200)no message"));

    QCOMPARE(program.control("GET", "health").body, R"({"status":"ok"})");
    const std::string metrics = program.control("GET", "metrics").body;
    for (const char* line : {"\ncmq_queue_messages{queue=\"q\",state=\"active\"} 0\n",
                             "\ncmq_requests_total{action=\"SendMessage\",code=\"0\"} 1\n"})
        QVERIFY2(metrics.find(line) != std::string::npos, metrics.c_str());
    QCOMPARE(program.control("GET", "clock").status, 404);

    program.signal(SIGINT);
    QCOMPARE(program.wait(5000), 0);
}

void TestEndpointProgram::skipsTimeForTests()
{
    Program program({u"--memory"_s, u"--no-auth"_s, u"--virtual-clock=1465185768"_s});
    QVERIFY(
        program.ask("Action=CreateQueue&queueName=q&visibilityTimeout=43200").contains("queueId"));
    QVERIFY(program.ask("Action=SendMessage&queueName=q&msgBody=x").contains("msgId"));
    QVERIFY(program.ask("Action=ReceiveMessage&queueName=q")
                .contains(R"("nextVisibleTime":1465228968)"));
    QVERIFY(program.ask("Action=ReceiveMessage&queueName=q").contains("10200"));
    QCOMPARE(program.control("POST", "clock", "advanceSeconds=43200").status, 200);
    QVERIFY(program.ask("Action=ReceiveMessage&queueName=q").contains(R"("dequeueCount":2)"));
    QCOMPARE(program.control("POST", "clock", "setSeconds=1465185768").status, 400);

    // A poll that waits for that time is answered by it.
    rawhttp::Socket poll = program.connect();
    poll.send(rawhttp::post("Action=ReceiveMessage&queueName=q&pollingWaitSeconds=30"));
    while (program.control("GET", "metrics").body.find("\ncmq_waiting_requests 1\n") ==
           std::string::npos) {
    }
    QCOMPARE(program.control("POST", "clock", "advanceSeconds=30").status, 200);
    QCOMPARE(poll.response()->code().value_or(-1), 7000);
}

void TestEndpointProgram::isASubscriberForTests()
{
    Program program({u"--memory"_s, u"--no-auth"_s, u"--receiver"_s, u"0"_s});
    const std::string url = member(program.line(), "receiver").toStdString();
    QVERIFY2(url.starts_with("http://127.0.0.1:"), url.c_str());
    QVERIFY(program.ask("Action=CreateTopic&topicName=t").contains("topicId"));
    QVERIFY(program
                .ask("Action=Subscribe&topicName=t&subscriptionName=s&protocol=http"
                     "&notifyContentFormat=SIMPLIFIED&endpoint=" +
                     url + "/orders/status/500")
                .contains(R"("code":0)"));
    const QByteArray published =
        program.ask("Action=PublishMessage&topicName=t&msgBody=hello&msgTag.1=red");
    for (int attempt = 1; attempt <= 2; ++attempt) { // the second comes a second later
        const QByteArray push = program.line();
        QCOMPARE(member(push, "target"), "/orders/status/500");
        QCOMPARE(member(push, "body"), "hello");
        QCOMPARE(member(push, "x-cmq-message-tag"), "red");
        QCOMPARE(member(push, "x-cmq-message-id"), member(published, "msgId"));
    }
    program.signal(SIGTERM);
    QCOMPARE(program.wait(5000), 0);
}

void TestEndpointProgram::tellsItsUrlInAFile()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"ready"_s);
    Program program({u"--memory"_s, u"--no-auth"_s, u"--ready-file"_s, file});
    QFile ready(file);
    QVERIFY(ready.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(ready.readAll()), program.url() + u'\n');
    program.signal(SIGTERM);
    QCOMPARE(program.wait(5000), 0);
    QVERIFY(!QFile::exists(file));
}

void TestEndpointProgram::keepsMessagesOnDisk()
{
    QTemporaryDir folder;
    const QStringList options{u"--data"_s, folder.filePath(u"store"_s), u"--no-auth"_s};
    {
        Program program(options);
        QVERIFY(program.ask("Action=CreateQueue&queueName=q").contains("queueId"));
        QVERIFY(program.ask("Action=SendMessage&queueName=q&msgBody=kept").contains("msgId"));
        program.signal(SIGKILL);
        program.wait(5000);
    }
    Program again(options);
    QCOMPARE(member(again.ask("Action=ReceiveMessage&queueName=q"), "msgBody"), "kept");
    again.signal(SIGTERM);
    QCOMPARE(again.wait(5000), 0);
}

void TestEndpointProgram::endsWithAThousandPolls_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestEndpointProgram::endsWithAThousandPolls()
{
    QFETCH(int, number);
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);

    Program program({u"--memory"_s, u"--no-auth"_s, u"--control"_s});
    QVERIFY(program.ask("Action=CreateQueue&queueName=q").contains("queueId"));
    std::vector<rawhttp::Socket> polls;
    for (int i = 0; i < 1000; ++i) {
        polls.push_back(program.connect());
        polls.back().send(rawhttp::post("Action=ReceiveMessage&queueName=q&pollingWaitSeconds=30"));
    }
    while (program.control("GET", "metrics").body.find("\ncmq_waiting_requests 1000\n") ==
           std::string::npos) {
    }
    program.signal(number);
    QCOMPARE(program.wait(5000), 0);
    for (rawhttp::Socket& poll : polls)
        QCOMPARE(poll.response()->code().value_or(-1), 7000);
}

void TestEndpointProgram::refusesInOneSentence()
{
    Program program({u"--memory"_s, u"--no-auth"_s});
    const QString busy = u"127.0.0.1:%1"_s.arg(program.port());
    const auto says = [](const QStringList& options, const char* words) {
        const QByteArray text = refusal(options);
        return text.startsWith("cmq-endpoint: ") && text.count('\n') == 1 && text.contains(words);
    };
    QVERIFY(says({u"--memory"_s, u"--no-auth"_s, u"--listen"_s, busy}, "Address already in use"));
    QVERIFY(says({u"--nonsense"_s}, "no option --nonsense"));
    QVERIFY(says({u"--memory"_s, u"--no-auth"_s, u"--listen"_s, u"0.0.0.0:0"_s}, "needs --key"));
    QTemporaryDir folder;
    const QString file = folder.filePath(u"file"_s);
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    const QString inFile = file + u"/store"_s; // root may write everywhere, but not into a file
    QVERIFY(says({u"--data"_s, inFile, u"--no-auth"_s, u"--listen"_s, u"127.0.0.1:0"_s},
                 qPrintable(inFile)));
    QVERIFY(says(
        {u"--memory"_s, u"--no-auth"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--ready-file"_s, inFile},
        "ready file"));
    QVERIFY(says({u"--memory"_s, u"--no-auth"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--tls-cert"_s,
                  file, u"--tls-key"_s, file},
                 "certificate"));
}

void TestEndpointProgram::neverShowsASecret()
{
    constexpr const char* canary = "c4n4ry-s3cr3t";
    Program program({u"--memory"_s, u"--key"_s, u"AKID1:%1"_s.arg(QLatin1StringView(canary)),
                     u"--control"_s, u"--log-level"_s, u"debug"_s});
    QByteArray seen =
        program.ask("Action=ListQueue&SecretId=AKID1&Nonce=1&Timestamp=1&Signature=x");
    QVERIFY(seen.contains("(10030)"));
    seen += QByteArray::fromStdString(program.control("GET", "metrics").body);
    program.signal(SIGTERM);
    QCOMPARE(program.wait(5000), 0);
    seen += program.errors();
    QVERIFY(seen.contains("4100")); // the log has the request
    QVERIFY(!seen.contains(canary));
}

CMQ_TEST(endpointprogram, TestEndpointProgram)

} // namespace tst_endpointprogram
#include "tst_endpointprogram.moc"
