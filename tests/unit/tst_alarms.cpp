#include "ui/alarms/alarms.h"

#include "tests/suite.h"

#include <QJsonDocument>
#include <QTest>

namespace tst_alarms {

using namespace ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cmq::Time;

namespace {

/// A board on a clock of the test; what it says as text.
class Board
{
public:
    explicit Board(const QList<AlarmRule>& rules) { board.setRules(rules); }

    /// A second later, what queue "q" has; none: it is not there, while others are.
    QString after(std::optional<double> value, const QString& key = u"q"_s)
    {
        QHash<QString, double> values{{u"quiet"_s, 0.0}, {topicKey(u"q"_s), 1e6}};
        if (value)
            values.insert(key, *value);
        return after(AlarmBoard::Values{{Metric::Backlog, values}});
    }
    QString after(const AlarmBoard::Values& values)
    {
        m_now += 1s;
        m_raised = board.sample(m_now, values).size();
        return told();
    }
    /// "q raised 12*": object, state, value, and an asterisk once acknowledged.
    [[nodiscard]] QString told() const
    {
        QStringList texts;
        for (const Alarm& alarm : board.alarms())
            texts += u"%1 %2 %3%4"_s.arg(
                alarm.object, alarm.state == Alarm::State::Raised ? u"raised"_s : u"over"_s,
                QString::number(alarm.value), alarm.isAcknowledged ? u"*"_s : QString());
        return texts.join(u", "_s);
    }
    void acknowledge() { board.acknowledge(board.alarms().first().key()); }
    [[nodiscard]] qsizetype raised() const { return m_raised; }
    [[nodiscard]] Time now() const { return m_now; }

    AlarmBoard board;

private:
    Time m_now = cmq::fromUnixSeconds(1'800'000'000);
    qsizetype m_raised = 0;
};

AlarmRule above(double threshold, double release, int samples)
{
    AlarmRule rule;
    rule.name = u"rule"_s;
    rule.threshold = threshold;
    rule.release = release;
    rule.samples = samples;
    return rule;
}

} // namespace

class TestAlarms final : public QObject
{
    Q_OBJECT

private slots:
    void ringsAfterSoManySamplesInARow()
    {
        Board board({above(10, 5, 3)});
        QCOMPARE(board.after(11), u""_s);
        QCOMPARE(board.after(12), u""_s);
        QCOMPARE(board.after(10), u""_s); // not beyond: the row is broken
        QCOMPARE(board.after(11), u""_s);
        QCOMPARE(board.after(11), u""_s);
        QCOMPARE(board.after(13), u"q raised 13"_s);
        QCOMPARE(board.raised(), 1);
        QCOMPARE(board.after(14), u"q raised 14"_s);
        QCOMPARE(board.raised(), 0); // it was told
    }

    void endsOnlyWhereItIsReleased()
    {
        Board board({above(10, 5, 2)});
        board.after(11);
        board.after(11);
        QCOMPARE(board.after(8), u"q raised 8"_s); // between the two it stays
        QCOMPARE(board.after(5), u"q raised 5"_s);
        QCOMPARE(board.after(6), u"q raised 6"_s); // the row back is broken
        QCOMPARE(board.after(4), u"q raised 4"_s);
        QCOMPARE(board.after(3), u"q over 3"_s);
        QCOMPARE(board.board.openCount(), 0);
        QCOMPARE(board.board.alarms().first().endedAt, board.now());
        // It stays in the list until somebody has seen it, and rings again as a new one.
        board.after(20);
        QCOMPARE(board.after(20), u"q raised 20"_s);
        QCOMPARE(board.board.openCount(), 1);
        QCOMPARE(board.board.alarms().first().raisedAt, board.now());
    }

    void acknowledgedGoesWhenItIsOver()
    {
        Board board({above(10, 10, 1)});
        QCOMPARE(board.after(11), u"q raised 11"_s);
        board.acknowledge();
        QCOMPARE(board.told(), u"q raised 11*"_s);
        QCOMPARE(board.board.openCount(), 0);
        QCOMPARE(board.after(10), u""_s);
        QCOMPARE(board.after(11), u"q raised 11"_s); // a new one
        QCOMPARE(board.after(9), u"q over 9"_s);
        board.acknowledge();
        QCOMPARE(board.told(), u""_s);
    }

    void belowIsTheOtherWayRound()
    {
        AlarmRule rule = above(10, 20, 1);
        rule.comparison = Comparison::Below;
        rule.object = u"q"_s;
        Board board({rule});
        QCOMPARE(board.after(10), u""_s);
        QCOMPARE(board.after(9), u"q raised 9"_s);
        QCOMPARE(board.after(15), u"q raised 15"_s);
        QCOMPARE(board.after(20), u"q over 20"_s);
    }

    void whatIsNotKnownChangesNothing()
    {
        Board board({above(10, 10, 2)});
        board.after(11);
        QCOMPARE(board.after(AlarmBoard::Values()), u""_s);
        QCOMPARE(board.after(11), u"q raised 11"_s); // the second in a row
        QCOMPARE(board.after(AlarmBoard::Values()), u"q raised 11"_s);
    }

    void aQueueThatIsGoneRingsNoMore()
    {
        Board board({above(10, 10, 1)});
        board.after(11);
        QCOMPARE(board.after(std::nullopt), u"q over 11"_s);
    }

    void aRateWithoutNewsGoesOn()
    {
        AlarmRule rule = above(100, 100, 1);
        rule.metric = Metric::HandlingP95;
        Board board({rule});
        board.after({{Metric::HandlingP95, {{u"q"_s, 200.0}}}});
        QCOMPARE(board.after({{Metric::HandlingP95, {{u"other"_s, 1.0}}}}), u"q raised 200"_s);
    }

    void atMostOneSampleASecond()
    {
        AlarmBoard board;
        board.setRules({above(10, 10, 2)});
        const AlarmBoard::Values values{{Metric::Backlog, {{u"q"_s, 11.0}}}};
        const Time start = cmq::fromUnixSeconds(1'800'000'000);
        QVERIFY(board.sample(start, values).isEmpty());
        QVERIFY(board.sample(start + 999ms, values).isEmpty());
        QCOMPARE(board.sample(start + 1s, values).size(), 1);
    }

    void watchesWhatItsPatternSays_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("isWatched");
        QTest::newRow("all") << u"*"_s << u"orders"_s << true;
        QTest::newRow("no topics") << u"*"_s << topicKey(u"orders"_s) << false;
        QTest::newRow("name") << u"orders"_s << u"orders"_s << true;
        QTest::newRow("no part of a name") << u"orders"_s << u"orders-eu"_s << false;
        QTest::newRow("case") << u"Orders"_s << u"oRders"_s << true;
        QTest::newRow("beginning") << u"orders-*"_s << u"orders-eu"_s << true;
        QTest::newRow("middle") << u"*-eu-*"_s << u"a-eu-b"_s << true;
        QTest::newRow("no expression") << u"o.*s"_s << u"orders"_s << false;
    }
    void watchesWhatItsPatternSays()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, key);
        QFETCH(bool, isWatched);
        AlarmRule rule = above(1, 1, 1);
        rule.object = pattern;
        QCOMPARE(AlarmScope(rule).contains(key), isWatched);
    }

    void rulesThatStayGoOn()
    {
        Board board({above(10, 10, 1)});
        board.after(11);
        AlarmRule other = above(5, 5, 1);
        other.name = u"other"_s;
        board.board.setRules({above(10, 10, 1), other});
        QCOMPARE(board.told(), u"q raised 11"_s);
        board.board.setRules({above(10, 9, 1), other}); // changed: it begins anew
        QCOMPARE(board.told(), u""_s);
        AlarmRule off = above(1, 1, 1);
        off.isEnabled = false;
        board.board.setRules({off});
        QCOMPARE(board.after(1000), u""_s);
        QVERIFY(board.board.metrics().isEmpty());
    }

    void thousandsRingWithinABound()
    {
        AlarmBoard board;
        board.setRules({above(0, 0, 1)});
        QHash<QString, double> values;
        for (int i = 0; i < 3000; ++i)
            values.insert(u"q%1"_s.arg(i), 1);
        const Time start = cmq::fromUnixSeconds(1'800'000'000);
        QCOMPARE(board.sample(start, {{Metric::Backlog, values}}).size(), AlarmBoard::AlarmsMax);
        board.acknowledgeAll();
        for (double& value : values)
            value = 0;
        board.sample(start + 1s, {{Metric::Backlog, values}});
        QVERIFY(board.alarms().isEmpty());
    }

    void rulesAreKeptAsText()
    {
        AlarmRule rule = above(1000, 800, 3);
        rule.metric = Metric::InQueueP95;
        rule.object = u"orders-*"_s;
        rule.comparison = Comparison::Below;
        rule.release = 1200;
        rule.isEnabled = false;
        QString problem;
        QCOMPARE(alarmFromJson(alarmToJson(rule), problem), rule);
        QCOMPARE(problem, QString());
        QCOMPARE(readAlarmRules(writeAlarmRules({rule})), QList{rule});
        QVERIFY(readAlarmRules("rubbish").isEmpty());
        for (const Metric metric : Metrics)
            QCOMPARE(metricFromId(metricId(metric)), metric);
    }

    void rulesThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* json, const QString& says) {
            QTest::newRow(name) << QByteArray(json) << says;
        };
        row("no name", R"({"metric": "backlog", "threshold": 1})", u"A name"_s);
        row("metric", R"({"name": "a", "metric": "heat", "threshold": 1})", u"metric"_s);
        row("threshold", R"({"name": "a", "metric": "backlog"})", u"threshold"_s);
        row("comparison",
            R"({"name": "a", "metric": "backlog", "threshold": 1, "comparison": "=="})",
            u"comparison"_s);
        row("release above", R"({"name": "a", "metric": "backlog", "threshold": 1, "release": 2})",
            u"above"_s);
        row("samples", R"({"name": "a", "metric": "backlog", "threshold": 1, "samples": 0})",
            u"samples"_s);
        row("types", R"({"name": "a", "metric": "backlog", "threshold": "1"})", u"threshold"_s);
    }
    void rulesThatAreNoneAreRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, says);
        QString problem;
        (void)alarmFromJson(QJsonDocument::fromJson(json).object(), problem);
        QVERIFY2(problem.contains(says), qPrintable(problem));
    }
};

CMQ_TEST(alarms, TestAlarms)

} // namespace tst_alarms
#include "tst_alarms.moc"
