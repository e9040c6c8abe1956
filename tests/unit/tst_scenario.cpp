#include "scenario/scenariofile.h"
#include "scenario/scenariorun.h"

#include "tests/suite.h"

#include <QTest>
#include <QXmlStreamReader>

namespace tst_scenario {

using namespace cmq;
using namespace cmq::scenario;
using namespace Qt::StringLiterals;

namespace {

const char* const StaleHandle = R"({
  "cmqScenario": 1,
  "title": {"en": "A stale handle", "zh": "过期的句柄"},
  "start": 1700000000,
  "steps": [
    {"call": "CreateQueue", "with": {"queueName": "orders", "visibilityTimeout": 30}},
    {"call": "SendMessage", "with": {"queueName": "orders", "msgBody": "hello"},
     "save": {"id": "msgId"}},
    {"call": "ReceiveMessage", "with": {"queueName": "orders"},
     "expect": {"code": 0, "msgBody": "hello", "msgId": "${id}", "nextVisibleTime": 1700000030},
     "save": {"handle": "receiptHandle"}},
    {"advance": 30},
    {"call": "DeleteMessage", "with": {"queueName": "orders", "receiptHandle": "${handle}"},
     "expect": {"code": 4430}},
    {"call": "BatchReceiveMessage", "with": {"queueName": "orders", "numOfMsg": 16},
     "expect": {"/msgInfoList/0/dequeueCount": 2}},
    {"call": "ReceiveMessage", "with": {"queueName": "orders", "pollingWaitSeconds": 10},
     "as": "poll"},
    {"advance": 9.5},
    {"call": "SendMessage", "with": {"queueName": "orders", "msgBody": "late"}},
    {"answer": "poll", "expect": {"msgBody": "late"}}
  ]
})";

Verdict run(const char* text)
{
    const auto scenario = parseScenario(text);
    return scenario ? runScenario(*scenario) : Verdict{{{0, {}, false, scenario.error().detail}}};
}

} // namespace

class TestScenario : public QObject
{
    Q_OBJECT

private slots:
    void scenarioPasses()
    {
        const Verdict verdict = run(StaleHandle);
        QVERIFY2(verdict.isPassed(), toTap(verdict).c_str());
        QCOMPARE(verdict.steps.size(), std::size_t(11)); // the setup, and ten steps
    }

    void wrongExpectationFails()
    {
        std::string text(StaleHandle);
        text.replace(text.find("4430"), 4, "4440");
        const Verdict verdict = run(text.c_str());
        QVERIFY(!verdict.isPassed());
        QVERIFY(!verdict.steps[5].isPassed);
        QVERIFY(QByteArrayView(verdict.steps[5].reason).contains("code should be 4440"));
        QVERIFY(QByteArrayView(toTap(verdict)).contains("not ok 6 - DeleteMessage"));
        const QByteArray xml = QByteArray::fromStdString(toJunit(verdict, "a & b"));
        QVERIFY(xml.contains("tests=\"11\" failures=\"1\""));
        QVERIFY(xml.contains("<failure message=\"code should be 4440"));
        QVERIFY(xml.contains("name=\"a &amp; b\""));
        QXmlStreamReader reader(xml);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }

    void brokenFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const QByteArray& text, const QByteArray& reason) {
            QTest::newRow(name) << text << reason;
        };
        const auto steps = [](const QByteArray& inside) -> QByteArray {
            return "{\"cmqScenario\": 1,\n \"steps\": [\n" + inside + "]}";
        };
        row("nothing", "", "line 1: the file is cut");
        row("no scenario", "{}", "this is not a scenario");
        row("no object", "[]", "it is no object");
        row("not JSON", "{\n\"a\": nope}", "line 2: ");
        row("cut", "{\"cmqScenario\": 1,\n", "the file is cut");
        row("trailing", "{\"cmqScenario\": 1, \"steps\": []} x", "something behind");
        row("newer", "{\"cmqScenario\": 2}", "version 2");
        row("steps are no list", "{\"cmqScenario\": 1, \"steps\": 5}", "steps must be a list");
        row("step without verb", steps("{}"), "line 3: /steps/0: a step must have");
        row("second step", steps("{\"advance\": 1},\n{\"advanced\": 1}"), "line 4: /steps/1: ");
        row("back in time", steps("{\"advance\": -1}"), "\"advance\" must be");
        row("for ever", steps("{\"advance\": 1e300}"), "\"advance\" must be");
        row("mistyped", steps("{\"call\": \"ListQueue\", \"wiht\": {}}"),
            "nothing called \"wiht\"");
        row("repeated for ever",
            steps("{\"repeat\": 10000, \"steps\": [{\"repeat\": 10000, \"steps\": "
                  "[{\"advance\": 1}]}]}"),
            "more than 10000 steps");
        row("unknown counter", steps("{\"check\": {\"counter\": \"x\", \"in\": \"q\", \"is\": 0}}"),
            "\"counter\" must be one of");
        row("no amount", steps("{\"check\": {\"counter\": \"activeMsgNum\", \"in\": \"q\"}}"),
            "how much is wanted");
        row("unknown event", steps("{\"check\": {\"events\": \"Exploded\"}}"),
            "no event of that name");
        row("actor of no kind", "{\"cmqScenario\": 1, \"actors\": [{\"name\": \"a\"}]}",
            "an actor must have");
        row("two actors of a name",
            "{\"cmqScenario\": 1, \"actors\": [{\"name\": \"a\", \"receiver\": {}},\n"
            "{\"name\": \"a\", \"receiver\": {}}]}",
            "line 2: /actors/1: each actor needs a name of its own");
        row("too fast",
            "{\"cmqScenario\": 1, \"actors\": [{\"name\": \"a\", \"producer\": "
            "{\"queue\": \"q\", \"every\": 0}}]}",
            "0.001 to 86400");
        row("wrong way to nowhere",
            "{\"cmqScenario\": 1, \"lesson\": {\"wrong\": [{\"unmet\": \"x\"}]}}",
            "must be the \"id\" of a check");
        row("deep", QByteArray(100, '['), "line 1: ");
        row("huge", QByteArray(2 << 20, ' '), "bytes, more than");
    }

    void brokenFileIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, reason);
        const auto scenario = parseScenario(text.toStdString());
        QVERIFY(!scenario);
        QVERIFY2(QByteArrayView(scenario.error().detail).contains(reason),
                 scenario.error().detail.c_str());
    }

    void writtenIsReadAgain()
    {
        const auto scenario = parseScenario(StaleHandle);
        QVERIFY(scenario.has_value());
        const auto again = parseScenario(toText(*scenario));
        QVERIFY2(again.has_value(), again ? "" : again.error().detail.c_str());
        QCOMPARE(toTap(runScenario(*again)), toTap(runScenario(*scenario)));
        QVERIFY(*again == *scenario);
    }

    void runsAreEqual()
    {
        const auto scenario = parseScenario(StaleHandle);
        QVERIFY(scenario.has_value());
        QCOMPARE(toTap(runScenario(*scenario)), toTap(runScenario(*scenario)));
    }

    void setupThatFailsIsTold()
    {
        const Verdict verdict = run(R"({"cmqScenario": 1, "setup": [{"call": "DeleteQueue",
                                        "with": {"queueName": "none"}}]})");
        QCOMPARE(verdict.steps.size(), std::size_t(1));
        QVERIFY(
            QByteArrayView(verdict.steps[0].reason).contains("step 1 of the setup, DeleteQueue"));
    }

    /// What goes wrong at whose hands, told in CMQ's own codes.
    void faultsBefall()
    {
        const Verdict verdict = run(R"({"cmqScenario": 1,
            "setup": [{"call": "CreateQueue", "with": {"queueName": "q", "visibilityTimeout": 30}}],
            "steps": [
              {"fault": "throttle", "amount": 1, "for": 10},
              {"call": "SendMessage", "with": {"queueName": "q", "msgBody": "a"}},
              {"call": "SendMessage", "with": {"queueName": "q", "msgBody": "b"},
               "expect": {"code": 4420}},
              {"advance": 10},
              {"repeat": 3, "steps": [
                {"call": "SendMessage", "with": {"queueName": "q", "msgBody": "c ${i}"}}]},
              {"fault": "heapFull", "of": "q", "amount": 4, "for": 10},
              {"call": "SendMessage", "with": {"queueName": "q", "msgBody": "d"},
               "expect": {"code": 4410}},
              {"advance": 10},
              {"fault": "lostReply", "of": "SendMessage"},
              {"call": "SendMessage", "with": {"queueName": "q", "msgBody": "e"},
               "expect": {"code": 6000}},
              {"check": {"messages": ["a", "c 1", "c 2", "c 3", "e"], "in": "q"}},
              {"call": "ReceiveMessage", "with": {"queueName": "q"}},
              {"fault": "clockJump", "amount": 31},
              {"check": {"events": "VisibilityEnded", "in": "q", "is": 1}},
              {"call": "ClearQueue", "with": {"queueName": "q"}},
              {"call": "ReceiveMessage", "with": {"queueName": "q", "pollingWaitSeconds": 30},
               "as": "poll"},
              {"fault": "restart"},
              {"answer": "poll", "expect": {"code": 6000}},
              {"call": "SendMessage", "with": {"queueName": "q", "msgBody": "late"}},
              {"check": {"counter": "activeMsgNum", "in": "q", "is": 1}}]})");
        QVERIFY2(verdict.isPassed(), toTap(verdict).c_str());
    }

    /// Crashes and forgetting make others do the work again; nothing is lost.
    void consumersFail()
    {
        const Verdict verdict = run(R"({"cmqScenario": 1, "seed": 7,
            "setup": [{"call": "CreateQueue", "with": {"queueName": "q", "visibilityTimeout": 5}}],
            "actors": [
              {"name": "shop", "producer": {"queue": "q", "body": "job ${n}", "count": 20, "every": 0.5}},
              {"name": "clumsy", "consumer": {"queue": "q", "wait": 5, "handling": {"min": 0.1, "max": 1},
                                              "crashPercent": 30, "forgetPercent": 30, "workers": 3}}],
            "steps": [{"advance": 300}],
            "checks": [
              {"id": "all", "check": {"effects": "different", "of": "clumsy", "is": 20}},
              {"id": "again", "check": {"effects": "repeated", "of": "clumsy", "atLeast": 1}},
              {"id": "empty", "check": {"messages": [], "in": "q"}}]})");
        QVERIFY2(verdict.isPassed(), toTap(verdict).c_str());
    }

    /// A subscriber that is none of the scenario's gets nothing: no scenario reaches the network.
    void pushesStayInside()
    {
        // JSON's \\/ because moc takes // in a raw string for a comment.
        const Verdict verdict = run(R"({"cmqScenario": 1,
            "setup": [
              {"call": "CreateTopic", "with": {"topicName": "t"}},
              {"call": "Subscribe", "with": {"topicName": "t", "subscriptionName": "in",
                "protocol": "http", "endpoint": "http:\/\/shop.example/a"}},
              {"call": "Subscribe", "with": {"topicName": "t", "subscriptionName": "out",
                "protocol": "http", "endpoint": "http:\/\/127.0.0.1:9/", "notifyStrategy": "BACKOFF_RETRY"}}],
            "actors": [{"name": "shop", "receiver": {"url": "http:\/\/shop.example/a",
                "answers": [{"status": 503, "times": 2}, {"status": 204}]}}],
            "steps": [{"call": "PublishMessage", "with": {"topicName": "t", "msgBody": "m"}},
                      {"advance": 100}],
            "checks": [
              {"id": "in", "check": {"events": "Delivered", "other": "in", "is": 1}},
              {"id": "tries", "check": {"events": "DeliveryFailed", "other": "in", "is": 2}},
              {"id": "out", "check": {"events": "DeliveryDropped", "other": "out", "is": 1}}]})");
        QVERIFY2(verdict.isPassed(), toTap(verdict).c_str());
    }

    void forkedSimulationsAreIndependent()
    {
        Simulation first({}, 1, fromUnixSeconds(1000));
        (void)first.execute(CreateQueue{"q", {}});
        (void)first.execute(SendMessage{"q", "body"});
        Simulation second = first;
        (void)second.execute(ClearQueue{"q"});
        const auto received = first.takeAnswer(first.execute(ReceiveMessage{"q", {}}));
        QVERIFY(received && received->has_value());
        QCOMPARE(std::get<ReceivedMessage>(**received).msgBody, std::string("body"));
        const auto empty = second.takeAnswer(second.execute(ReceiveMessage{"q", {}}));
        QVERIFY(empty && !empty->has_value());
        QCOMPARE(empty->error().id, ErrorId::NoMessage);
    }
};

CMQ_TEST(scenario, TestScenario)

} // namespace tst_scenario
#include "tst_scenario.moc"
