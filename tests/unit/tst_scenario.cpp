#include "scenario/scenariofile.h"
#include "scenario/scenariorun.h"

#include <QTest>

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
        QCOMPARE(verdict.steps.size(), std::size_t(10));
    }

    void wrongExpectationFails()
    {
        std::string text(StaleHandle);
        text.replace(text.find("4430"), 4, "4440");
        const Verdict verdict = run(text.c_str());
        QVERIFY(!verdict.isPassed());
        QVERIFY(!verdict.steps[4].isPassed);
        QVERIFY(QByteArrayView(verdict.steps[4].reason).contains("code should be 4440"));
        QVERIFY(QByteArrayView(toTap(verdict)).contains("not ok 5 - DeleteMessage"));
    }

    void brokenFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("nothing") << ""_ba
                                 << "line 1: the file is cut"_ba;
        QTest::newRow("no scenario") << "{}"_ba
                                     << "this is not a scenario"_ba;
        QTest::newRow("not JSON") << "{\n\"a\": nope}"_ba
                                  << "line 2: "_ba;
        QTest::newRow("cut") << "{\"cmqScenario\": 1,\n"_ba
                             << "the file is cut"_ba;
        QTest::newRow("trailing") << "{\"cmqScenario\": 1, \"steps\": []} x"_ba
                                  << "something behind"_ba;
        QTest::newRow("newer") << "{\"cmqScenario\": 2}"_ba
                               << "version 2"_ba;
        QTest::newRow("no steps") << "{\"cmqScenario\": 1}"_ba
                                  << "\"steps\" must be"_ba;
        QTest::newRow("step without verb") << "{\"cmqScenario\": 1, \"steps\": [{}]}"_ba
                                           << "step 1: a step must have"_ba;
        QTest::newRow("back in time") << "{\"cmqScenario\": 1, \"steps\": [{\"advance\": -1}]}"_ba
                                      << "\"advance\" must be"_ba;
        QTest::newRow("for ever") << "{\"cmqScenario\": 1, \"steps\": [{\"advance\": 1e300}]}"_ba
                                  << "\"advance\" must be"_ba;
        QTest::newRow("deep") << QByteArray(100, '[') << "line 1: "_ba;
        QTest::newRow("huge") << QByteArray(2 << 20, ' ') << "bytes, more than"_ba;
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

    void runsAreEqual()
    {
        const auto scenario = parseScenario(StaleHandle);
        QVERIFY(scenario.has_value());
        QCOMPARE(toTap(runScenario(*scenario)), toTap(runScenario(*scenario)));
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

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
