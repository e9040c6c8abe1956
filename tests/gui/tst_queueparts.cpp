#include "brokerdesk.h"

#include "ui/monitor/chartview.h"
#include "ui/queues/attributespart.h"
#include "ui/queues/deadletterpart.h"
#include "ui/queues/rewindables.h"
#include "ui/queues/rewindpart.h"
#include "ui/queues/rewindstrip.h"

#include "tests/suite.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

namespace tst_queueparts {

using namespace ui;
using namespace Qt::StringLiterals;
using cmq::Seconds;

namespace {

/// "orders" gives its dead letters to "dead" and can be rewound for an hour.
void fill(const BrokerDesk& desk)
{
    desk.create("dead");
    cmq::QueueSettings settings;
    settings.rewindSeconds = Seconds(3600);
    settings.deadLetterPolicy = {"dead", cmq::DeadLetterRule::MaxReceiveCount, 3, Seconds(0)};
    desk.create("orders", settings);
}

void sendAndDelete(const BrokerDesk& desk, const std::string& queue, int count)
{
    desk.send(queue, count);
    for (int i = 0; i < count; ++i) {
        const auto message = desk.broker->execute(cmq::ReceiveMessage{queue, Seconds(0)});
        desk.broker->execute(cmq::DeleteMessage{queue, message.receiptHandle});
    }
}

/// Opens the tab of a queue at one of its sides.
void open(BrokerDesk& desk, const QString& queue, const QString& side)
{
    desk.show();
    QTRY_COMPARE(person::cell(queue, 0), queue);
    QVERIFY(person::clickRow(queue));
    desk.trigger(u"openQueue"_s);
    auto* sides = person::find<QTabWidget>(u"queueTabParts"_s).data();
    QVERIFY(sides);
    for (int i = 0; i < sides->count(); ++i) {
        if (sides->tabText(i) == side)
            sides->setCurrentIndex(i);
    }
    QCOMPARE(sides->tabText(sides->currentIndex()), side);
}

} // namespace

/// The sides of one queue in its tab.
class TestQueueParts final : public QObject
{
    Q_OBJECT

private slots:
    void attributesAreChangedInPlace();
    void editSurvivesARefresh();
    void refusalOfAttributesIsSaid();
    void deadLettersLeadBothWays();
    void deadLettersAreUnbound();
    void rewindTellsHowManyComeBack();
    void rewindFollowsTheTime();
    void rewindThatIsOffLeadsToTheAttributes();
    void stripIsMovedWithTheKeys();
    void monitorShowsThisQueue();
    void histogramCounts_data();
    void histogramCounts();
};

void TestQueueParts::attributesAreChangedInPlace()
{
    BrokerDesk desk;
    fill(desk);
    open(desk, u"orders"_s, u"Attributes"_s);
    QTRY_COMPARE(person::read(u"visibilityTimeoutHint"_s), u"1 s to 12 h, default 30 s"_s);
    auto* save = desk.find<QPushButton>(u"attributesSave"_s);
    QVERIFY(!save->isEnabled());
    QVERIFY(person::type(u"visibilityTimeoutEdit"_s, u"13h"_s));
    QVERIFY(!save->isEnabled());
    QCOMPARE(person::read(u"visibilityTimeoutHint"_s), u"Between 1 s and 12 h, please."_s);
    QVERIFY(person::type(u"visibilityTimeoutEdit"_s, u"90s"_s));
    QVERIFY(person::click(u"attributesSave"_s));
    QTRY_COMPARE(desk.banner(u"attributesBanner"_s), u"The attributes were saved."_s);
    QCOMPARE(desk.attributesOf("orders").settings.visibilityTimeout, Seconds(90));
    QVERIFY(person::type(u"visibilityTimeoutEdit"_s, u"5s"_s));
    QVERIFY(person::click(u"attributesRevert"_s));
    QTRY_COMPARE(person::find<QLineEdit>(u"visibilityTimeoutEdit"_s)->text(), u"90s"_s);
}

void TestQueueParts::editSurvivesARefresh()
{
    BrokerDesk desk;
    fill(desk);
    open(desk, u"orders"_s, u"Attributes"_s);
    QVERIFY(person::type(u"visibilityTimeoutEdit"_s, u"44s"_s));
    desk.broker->execute(cmq::SetQueueAttributes{"orders", {.pollingWaitSeconds = Seconds(7)}});
    desk.workspace.refreshAction()->trigger();
    QTRY_VERIFY(desk.banner(u"attributesBanner"_s).contains(u"changed elsewhere"));
    QCOMPARE(person::find<QLineEdit>(u"visibilityTimeoutEdit"_s)->text(), u"44s"_s);
    QVERIFY(person::click(u"attributesSave"_s));
    QTRY_COMPARE(desk.attributesOf("orders").settings.visibilityTimeout, Seconds(44));
    // What somebody else set is not undone by saving.
    QCOMPARE(desk.attributesOf("orders").settings.pollingWaitSeconds, Seconds(7));
    QTRY_COMPARE(person::find<QLineEdit>(u"pollingWaitSecondsEdit"_s)->text(), u"7s"_s);
}

void TestQueueParts::refusalOfAttributesIsSaid()
{
    BrokerDesk desk;
    fill(desk);
    open(desk, u"orders"_s, u"Attributes"_s);
    QVERIFY(person::type(u"visibilityTimeoutEdit"_s, u"44s"_s));
    desk.broker->execute(cmq::DeleteQueue{"orders"});
    QVERIFY(person::click(u"attributesSave"_s));
    QTRY_VERIFY(desk.find<Banner>(u"attributesBanner"_s)->text().contains(u"does not exist"));
}

void TestQueueParts::deadLettersLeadBothWays()
{
    BrokerDesk desk;
    fill(desk);
    desk.send("dead");
    open(desk, u"orders"_s, u"Dead letters"_s);
    QTRY_VERIFY(person::read(u"deadLetterPolicyText"_s).contains(u"received 3 times"));
    QVERIFY(person::click(u"deadLetterTargetLink"_s));
    QTRY_COMPARE(person::read(u"queueTabTitle"_s), u"dead"_s);
    auto* sides = person::find<QTabWidget>(u"queueTabParts"_s).data();
    sides->setCurrentIndex(2);
    QTRY_COMPARE(person::read(u"deadLetterSourcesText"_s), u"1 of at most 6 queues:"_s);
    QVERIFY(person::click(u"showDeadLetters"_s));
    QCOMPARE(sides->currentIndex(), 0); // the messages
    sides->setCurrentIndex(2);
    QVERIFY(person::click(u"deadLetterSource0Link"_s));
    QTRY_COMPARE(person::read(u"queueTabTitle"_s), u"orders"_s);
}

void TestQueueParts::deadLettersAreUnbound()
{
    BrokerDesk desk;
    fill(desk);
    open(desk, u"orders"_s, u"Dead letters"_s);
    QVERIFY(person::click(u"unbindDeadLetters"_s));
    QTRY_VERIFY(person::read(u"deadLetterPolicyText"_s).startsWith(u"Nowhere"));
    QVERIFY(!desk.attributesOf("orders").settings.deadLetterPolicy);
    QVERIFY(!desk.find<QPushButton>(u"unbindDeadLetters"_s)->isVisible());
}

void TestQueueParts::rewindTellsHowManyComeBack()
{
    BrokerDesk desk;
    fill(desk);
    sendAndDelete(desk, "orders", 4);
    desk.broker->advance(Seconds(600));
    sendAndDelete(desk, "orders", 3);
    desk.broker->advance(Seconds(600));
    open(desk, u"orders"_s, u"Rewind"_s);
    QTRY_COMPARE(person::read(u"rewindPartCount"_s), u"7 messages will come back."_s);
    auto* strip = desk.find<RewindStrip>(u"rewindStrip"_s);
    // Between the two.
    QTest::mouseClick(strip, Qt::LeftButton, {},
                      {int(strip->xOf(desk.broker->now() - Seconds(900))), strip->height() / 2});
    QCOMPARE(person::read(u"rewindPartCount"_s), u"3 messages will come back."_s);
    QVERIFY(person::click(u"rewindPartSubmit"_s));
    QTRY_COMPARE(desk.banner(u"rewindPartBanner"_s), u"The queue was rewound."_s);
    QCOMPARE(desk.attributesOf("orders").activeMsgNum, 3);
    QTRY_COMPARE(person::read(u"rewindPartCount"_s), u"4 messages will come back."_s);
}

void TestQueueParts::rewindFollowsTheTime()
{
    BrokerDesk desk;
    fill(desk);
    sendAndDelete(desk, "orders", 2);
    open(desk, u"orders"_s, u"Rewind"_s);
    QTRY_COMPARE(person::read(u"rewindPartCount"_s), u"2 messages will come back."_s);
    sendAndDelete(desk, "orders", 3);
    desk.workspace.refreshAction()->trigger();
    QTRY_COMPARE(person::read(u"rewindPartCount"_s), u"5 messages will come back."_s);
    desk.broker->advance(Seconds(3700));
    desk.workspace.refreshAction()->trigger();
    QTRY_COMPARE(person::read(u"rewindPartCount"_s), u"0 messages will come back."_s);
}

void TestQueueParts::rewindThatIsOffLeadsToTheAttributes()
{
    BrokerDesk desk;
    fill(desk);
    open(desk, u"dead"_s, u"Rewind"_s);
    QTRY_VERIFY(person::read(u"rewindOffText"_s).startsWith(u"Rewind is off"));
    QVERIFY(person::click(u"rewindSwitchOn"_s));
    QVERIFY(person::type(u"rewindSecondsEdit"_s, u"1h"_s));
    QVERIFY(person::click(u"attributesSave"_s));
    QTRY_COMPARE(desk.attributesOf("dead").settings.rewindSeconds, Seconds(3600));
}

void TestQueueParts::stripIsMovedWithTheKeys()
{
    RewindStrip strip(u"strip"_s);
    strip.resize(600, 132);
    const cmq::Time now = cmq::fromUnixSeconds(1'800'000'000);
    strip.setRange(now - Seconds(1000), now - Seconds(100), now);
    strip.setChosen(now - Seconds(1000));
    QSignalSpy chosen(&strip, &RewindStrip::chosenByHand);
    QTest::keyClick(&strip, Qt::Key_Right);
    QCOMPARE(strip.chosen(), now - Seconds(991));
    QTest::keyClick(&strip, Qt::Key_End);
    QCOMPARE(strip.chosen(), now - Seconds(100));
    QTest::keyClick(&strip, Qt::Key_Right); // no farther
    QCOMPARE(strip.chosen(), now - Seconds(100));
    QTest::keyClick(&strip, Qt::Key_Home);
    QCOMPARE(strip.chosen(), now - Seconds(1000));
    QCOMPARE(chosen.size(), 3);
    // A click beyond the nearest chooses the nearest.
    QTest::mouseClick(&strip, Qt::LeftButton, {}, {598, 60});
    QCOMPARE(strip.chosen(), now - Seconds(100));
}

void TestQueueParts::monitorShowsThisQueue()
{
    BrokerDesk desk;
    fill(desk);
    desk.send("orders", 3);
    open(desk, u"orders"_s, u"Monitor"_s);
    const auto* chart = desk.find<ChartView>(u"queueChart0"_s);
    const auto value = [&] {
        const QList<Series>& series = chart->content().series;
        return series.size() == 1 && series[0].queue == u"orders" && !series[0].points.empty()
                   ? series[0].points.back().value
                   : -1.0;
    };
    QTRY_COMPARE(value(), 3.0);
    auto* range = desk.find<QComboBox>(u"queueMonitorRange"_s);
    range->setFocus();
    QTest::keyClick(range, Qt::Key_Down);
    QTRY_COMPARE(chart->content().to - chart->content().from, cmq::Milliseconds(Seconds(900)));
}

void TestQueueParts::histogramCounts_data()
{
    QTest::addColumn<QList<int>>("seconds");
    QTest::addColumn<int>("bins");
    QTest::addColumn<QList<int>>("counts");
    QTest::newRow("nothing") << QList<int>{} << 3 << QList<int>{0, 0, 0};
    QTest::newRow("ends belong to it") << QList<int>{0, 100} << 2 << QList<int>{1, 1};
    QTest::newRow("what is outside does not") << QList<int>{-1, 50, 101} << 2 << QList<int>{0, 1};
    QTest::newRow("all in one") << QList<int>{10, 11, 12} << 1 << QList<int>{3};
    QTest::newRow("parts") << QList<int>{0, 24, 25, 99} << 4 << QList<int>{2, 1, 0, 1};
}

void TestQueueParts::histogramCounts()
{
    QFETCH(QList<int>, seconds);
    QFETCH(int, bins);
    QFETCH(QList<int>, counts);
    const cmq::Time begin = cmq::fromUnixSeconds(1'000'000);
    std::vector<cmq::Time> times;
    for (const int each : seconds)
        times.push_back(begin + Seconds(each));
    QList<int> found;
    for (const std::int64_t each : histogram(times, begin, begin + Seconds(100), std::size_t(bins)))
        found += int(each);
    QCOMPARE(found, counts);
}

CMQ_TEST(queueparts, TestQueueParts)

} // namespace tst_queueparts
#include "tst_queueparts.moc"
