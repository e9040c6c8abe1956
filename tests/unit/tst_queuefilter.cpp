#include "ui/queues/queuefilter.h"
#include "ui/queues/trends.h"

#include "tests/suite.h"

#include <QTest>

namespace tst_queuefilter {

using namespace ui;
using namespace Qt::StringLiterals;
using cmq::Seconds;

namespace {

constexpr cmq::Time Now{Seconds(1'800'000'000)};

QueueRow queue(const std::string& name, std::int64_t active = 0)
{
    cmq::QueueAttributes attributes;
    attributes.queueName = name;
    attributes.activeMsgNum = active;
    return toRow(attributes);
}

} // namespace

/// What the filter line of queues understands, and the small lines of their backlogs.
class TestQueueFilter final : public QObject
{
    Q_OBJECT

private slots:
    void filterMatches_data();
    void filterMatches();
    void unknownIsExplained_data();
    void unknownIsExplained();
    void trendKeepsChanges();
    void trendForgetsTheGone();
    void trendSurvivesATimeThatGoesBack();
};

void TestQueueFilter::filterMatches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char* text, bool matches) {
        QTest::newRow(text) << QString::fromUtf8(text) << matches;
    };
    // The queue "orders-paid": 100 active, 5 inactive, none delayed, 2 rewindable, a dead-letter
    // queue, and its oldest message is 90 s old.
    row("", true);
    row("paid", true);
    row("ORD paid", true);
    row("ord mails", false);
    row("name:orders", true);
    row("name:mails", false);
    row("active>99", true);
    row("active>100", false);
    row("active>=100", true);
    row("active<100", false);
    row("active<=100", true);
    row("active=100", true);
    row("active:100", true);
    row("Inactive>4 inactive<6", true);
    row("delay=0", true);
    row("delayed>0", false);
    row("rewind>1", true);
    row("rewindable>2", false);
    row("dlq:yes", true);
    row("dlq:no", false);
    row("age>1m", true);
    row("age>2m", false);
    row("active＞９９", true); // full width
    row("paid active>1,000", false);
}

void TestQueueFilter::filterMatches()
{
    QFETCH(QString, text);
    QFETCH(bool, matches);
    QueueRow row = queue("orders-paid", 100);
    row.attributes.inactiveMsgNum = 5;
    row.attributes.rewindmsgNum = 2;
    row.attributes.minMsgTime = Now - Seconds(90);
    row.attributes.settings.deadLetterPolicy = cmq::DeadLetterPolicy{"dead"};
    const QueueFilter filter(text);
    QCOMPARE(filter.error(), QString());
    QCOMPARE(filter.matches(row, Now), matches);
    QCOMPARE(filter.dependsOnTime(), text.startsWith(u"age"));
}

void TestQueueFilter::unknownIsExplained_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("field") << u"colour:red"_s << u"“colour” cannot be filtered by"_s;
    QTest::newRow("no field") << u">5"_s << u"cannot be filtered by"_s;
    QTest::newRow("number") << u"active>many"_s << u"“many” is no number."_s;
    QTest::newRow("negative") << u"active>-1"_s << u"“-1” is no number."_s;
    QTest::newRow("duration") << u"age>old"_s << u"“old” is no duration"_s;
    QTest::newRow("value") << u"active>"_s << u"A value is missing"_s;
    QTest::newRow("dlq") << u"dlq:maybe"_s << u"Write dlq:yes or dlq:no."_s;
    QTest::newRow("after a good one") << u"orders dlq:"_s << u"A value is missing"_s;
    QTest::newRow("too large") << u"active>99999999999999999999"_s << u"is no number"_s;
}

void TestQueueFilter::unknownIsExplained()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    const QueueFilter filter(text);
    QVERIFY2(filter.error().contains(words), qPrintable(filter.error()));
}

void TestQueueFilter::trendKeepsChanges()
{
    Trends trends;
    QVERIFY(!trends.of(u"a"_s));
    QCOMPARE(trendText({&trends, u"a"_s}), QString());
    for (int second = 0; second < 10; ++second)
        trends.add(Now + Seconds(second), {queue("a", second < 5 ? 3 : 7), queue("b")});
    const auto* points = trends.of(u"a"_s);
    QVERIFY(points);
    QCOMPARE(points->size(), 2U);
    QCOMPARE((*points)[1], (TrendPoint{Now + Seconds(5), 7}));
    QCOMPARE(trendText({&trends, u"a"_s}), u"Backlog now 7; between 3 and 7 in the last 5 min"_s);
    // Long after, only what holds is left, and never more than the limit.
    trends.add(Now + Seconds(1000), {queue("a", 8)});
    QCOMPARE(trends.of(u"a"_s)->front().value, 7);
    for (int i = 0; i < 1000; ++i)
        trends.add(Now + Seconds(1000) + cmq::Milliseconds(i), {queue("a", i)});
    QVERIFY(trends.of(u"a"_s)->size() <= Trends::PointsMax);
    QCOMPARE(trends.of(u"a"_s)->back().value, 999);
}

void TestQueueFilter::trendForgetsTheGone()
{
    Trends trends;
    trends.add(Now, {queue("a"), queue("b")});
    trends.add(Now + Seconds(1), {queue("b")});
    QVERIFY(!trends.of(u"a"_s));
    QVERIFY(trends.of(u"b"_s));
    trends.add(Now + Seconds(2), {queue("c")}); // as many as before, but another one
    QVERIFY(!trends.of(u"b"_s));
}

void TestQueueFilter::trendSurvivesATimeThatGoesBack()
{
    Trends trends;
    trends.add(Now, {queue("a", 5)});
    trends.add(Now - Seconds(60), {queue("a", 1)});
    QCOMPARE(trends.of(u"a"_s)->size(), 1U);
    QCOMPARE(trends.of(u"a"_s)->front(), (TrendPoint{Now - Seconds(60), 1}));
    QCOMPARE(trends.end(), Now - Seconds(60));
}

CMQ_TEST(queuefilter, TestQueueFilter)

} // namespace tst_queuefilter
#include "tst_queuefilter.moc"
