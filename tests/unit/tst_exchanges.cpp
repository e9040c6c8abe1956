#include "app/console/exchanges.h"

#include "ui/common/language.h"

#include "wire/keyring.h"

#include "tests/suite.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

namespace tst_exchanges {

using namespace Qt::StringLiterals;

namespace {

ui::Exchange exchangeOf(const QString& action, qsizetype answerBytes = 0)
{
    ui::Exchange exchange;
    exchange.actionName = action;
    exchange.answer = QByteArray(answerBytes, 'x');
    return exchange;
}

QString valueOf(const ui::Exchange& exchange, const QString& name)
{
    for (const ui::RequestParameter& each : exchange.parameters) {
        if (each.name == name)
            return each.value;
    }
    return {};
}

/// A refused request as the endpoint tells of it.
cmq::endpoint::ServedRequest refused(const std::string& token)
{
    cmq::endpoint::ServedRequest request;
    request.host = "127.0.0.1:8080";
    request.path = "/v2/index.php";
    request.method = "POST";
    request.parameters = {{"Action", "SendMessage"},
                          {"Signature", "NSI3UqqD99b/UJb4tbG/xZpRW64="},
                          {"Token", token},
                          {"msgBody", "body"},
                          {"queueName", "orders"}};
    request.code = 4100;
    std::string encoded;
    cmq::wire::appendFormEncoded(encoded, token);
    request.signature.expected =
        "POST127.0.0.1:8080/v2/index.php?Action=SendMessage&Token=" + token + "&msgBody=body";
    request.signature.guessed =
        "POST127.0.0.1:8080/v2/index.php?Action=SendMessage&Token=" + encoded + "&msgBody=body";
    request.signature.reason = "the values were encoded before signing; sign the raw values";
    return request;
}

} // namespace

/// What is kept of requests: bounded, from any thread, without secrets.
class TestExchanges final : public QObject
{
    Q_OBJECT

private slots:
    void servedRequestIsShownWithoutSecrets();
    void sentRequestIsShownWithItsProblem();
    void everyReasonIsTranslated();
    void logKeepsTheLatest();
    void logIsBoundedInBytes();
    void logTakesFromAnyThread();
    void pausedLogHearsNothing();
    void sinkOutlivesTheLog();
};

void TestExchanges::servedRequestIsShownWithoutSecrets()
{
    const std::string token = "canary+token/with=signs";
    const ui::Exchange shown = fromServed(refused(token));
    QCOMPARE(shown.actionName, u"SendMessage"_s);
    QCOMPARE(shown.object, u"orders"_s);
    QCOMPARE(shown.url, u"http://127.0.0.1:8080/v2/index.php"_s);
    QCOMPARE(valueOf(shown, u"Token"_s), u"***"_s);
    QCOMPARE(valueOf(shown, u"Signature"_s), u"NSI3Uq…"_s);
    QCOMPARE(valueOf(shown, u"msgBody"_s), u"body"_s);
    QCOMPARE(shown.stringToSign,
             u"POST127.0.0.1:8080/v2/index.php?Action=SendMessage&Token=***&msgBody=body"_s);
    QCOMPARE(shown.clientString, shown.stringToSign);
    QVERIFY(!shown.action);
}

void TestExchanges::sentRequestIsShownWithItsProblem()
{
    RemoteExchange sent;
    sent.action = "SendMessage";
    sent.request = cmq::SendMessage{"orders", "hello"};
    sent.url = QUrl(u"http://cmq.example/v2/index.php"_s);
    sent.parameters = {{"Action", "SendMessage"}, {"queueName", "orders"}};
    sent.stage = RemoteStage::Connect;
    sent.error = cmq::makeError(cmq::ErrorId::ConnectionFailed, {}, "nobody listens");
    const ui::Exchange shown = fromSent(sent);
    QCOMPARE(shown.problem, u"nobody listens"_s);
    QCOMPARE(shown.object, u"orders"_s);
    QVERIFY(shown.action && std::holds_alternative<cmq::SendMessage>(*shown.action));

    sent.stage = RemoteStage::Done;
    sent.error = cmq::makeError(cmq::ErrorId::QueueNotFound);
    QCOMPARE(fromSent(sent).problem, QString());
    QCOMPARE(fromSent(sent).code, 4440);
}

/// Makes every mistake that the endpoint knows, and asks for its name in Chinese.
void TestExchanges::everyReasonIsTranslated()
{
    namespace wire = cmq::wire;
    ui::Language language;
    language.setMode(ui::LanguageMode::Chinese);
    wire::Signer signer("key");
    const wire::Parameters parameters{
        {"Nonce", "1"}, {"Action", "SendMessage"}, {"a_b", "c d+"}, {"queueName", "q"}};
    wire::Parameters sorted = parameters;
    wire::sortForSignature(sorted);
    const std::string query = "Action=SendMessage&Nonce=1&a.b=c d+&queueName=q";
    QSet<QString> reasons;
    const auto explain = [&](const std::string& text, const char* method = "POST",
                             wire::SignatureMethod by = wire::SignatureMethod::HmacSha1) {
        const wire::SignedRequest request{method, "h:81", "/v2/index.php", sorted};
        const auto explanation = wire::explainSignature(
            signer, request, wire::SignatureMethod::HmacSha1, signer.sign(by, text));
        const QString reason = QString::fromStdString(explanation.reason);
        reasons.insert(reason);
        if (ui::signatureReason(reason) == reason)
            qWarning("%s", qPrintable(reason));
        return ui::signatureReason(reason) != reason;
    };
    QVERIFY(explain("POSTh:81/v2/index.php?" + query)); // right
    QVERIFY(explain("POSTh:81/v2/index.php?Action=SendMessage&Nonce=1&a.b=c+d%2B&queueName=q"));
    QVERIFY(explain("GETh:81/v2/index.php?" + query));
    QVERIFY(explain("POSTh:81/v2/index.php?" + query, "GET"));
    QVERIFY(explain("h:81/v2/index.php?" + query));
    QVERIFY(explain("POSThttp://h:81/v2/index.php?" + query));
    QVERIFY(explain("POSTh/v2/index.php?" + query));
    QVERIFY(explain("POSTh:81?" + query));
    QVERIFY(explain("POSTh:81/?" + query));
    QVERIFY(explain("POSTh:81/v2/index.php" + query));
    QVERIFY(explain("POSTh:81/v2/index.php?a.b=c d+&Action=SendMessage&Nonce=1&queueName=q"));
    QVERIFY(explain("POSTh:81/v2/index.php?Action=SendMessage&Nonce=1&a_b=c d+&queueName=q"));
    QVERIFY(explain("POSTh:81/v2/index.php?" + query, "POST", wire::SignatureMethod::HmacSha256));
    QVERIFY(explain("something else"));
    QCOMPARE(reasons.size(), 14);

    wire::KeyRing keys({{"AKID1", "key", true}});
    for (const wire::Parameters& asked :
         {wire::Parameters{{"SecretId", "AKID2"}, {"Signature", "x"}}, wire::Parameters{}}) {
        const QString reason =
            QString::fromStdString(keys.explain({"POST", "h", "/", asked}).reason);
        QVERIFY2(ui::signatureReason(reason) != reason, qPrintable(reason));
    }
}

void TestExchanges::logKeepsTheLatest()
{
    ui::ExchangeLog log;
    QSignalSpy changed(&log, &ui::ExchangeLog::changed);
    for (int i = 0; i < 1500; ++i) {
        if (log.sink()->isListening())
            log.sink()->report(exchangeOf(QString::number(i)));
        if (i % 100 == 0) // the window has time now and then
            QCoreApplication::processEvents();
    }
    QTRY_COMPARE(log.exchanges().back().actionName, u"1499"_s);
    QCOMPARE(log.exchanges().size(), ui::ExchangeLog::CountMax);
    QCOMPARE(log.exchanges().front().actionName, u"500"_s);
    QCOMPARE(log.missed(), 0U);
    QCOMPARE(log.find(1500)->actionName, u"1499"_s);
    QVERIFY(!log.find(500) && !log.find(1501));
    QVERIFY(changed.size() < 100); // many at a time
    log.clear();
    QVERIFY(log.exchanges().empty() && !log.find(1500));

    // Without any time, what does not fit is counted and not even made.
    for (int i = 0; i < 1500; ++i) {
        if (log.sink()->isListening())
            log.sink()->report(exchangeOf(QString::number(i)));
    }
    QCOMPARE(log.missed(), 500U);
}

void TestExchanges::logIsBoundedInBytes()
{
    ui::ExchangeLog log;
    const qsizetype tenth = ui::ExchangeLog::BytesMax / 10;
    for (int i = 0; i < 15; ++i) {
        log.sink()->report(exchangeOf(QString::number(i), tenth));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(log.exchanges().back().actionName, u"14"_s);
    QCOMPARE(log.exchanges().size(), 9U);
    log.sink()->report(exchangeOf(u"huge"_s, 2 * ui::ExchangeLog::BytesMax));
    QTRY_COMPARE(log.exchanges().size(), 1U); // the latest is always there
}

void TestExchanges::logTakesFromAnyThread()
{
    ui::ExchangeLog log;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([sink = log.sink()] {
            for (int i = 0; i < 100; ++i)
                sink->report(exchangeOf(u"x"_s));
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QTRY_COMPARE(log.exchanges().size(), 400U);
}

void TestExchanges::pausedLogHearsNothing()
{
    ui::ExchangeLog log;
    log.setRecording(false);
    QVERIFY(!log.sink()->isListening());
    log.sink()->report(exchangeOf(u"unheard"_s));
    log.setRecording(true);
    QVERIFY(log.sink()->isListening());
    log.sink()->report(exchangeOf(u"heard"_s));
    QTRY_COMPARE(log.exchanges().size(), 1U);
    QCOMPARE(log.exchanges().front().actionName, u"heard"_s);
}

void TestExchanges::sinkOutlivesTheLog()
{
    auto log = std::make_unique<ui::ExchangeLog>();
    const auto sink = log->sink();
    sink->report(exchangeOf(u"x"_s)); // on its way when the log goes
    log.reset();
    QVERIFY(!sink->isListening());
    sink->report(exchangeOf(u"y"_s));
    QCoreApplication::processEvents();
}

CMQ_TEST(exchanges, TestExchanges)

} // namespace tst_exchanges
#include "tst_exchanges.moc"
