#include "agreeingprompts.h"
#include "person.h"
#include "simulatedbroker.h"

#include "ui/common/banner.h"
#include "ui/connections/connection.h"
#include "ui/monitor/chartview.h"
#include "ui/monitor/monitorpage.h"
#include "ui/queues/queuefeed.h"
#include "ui/topics/topicfeed.h"

#include "tests/suite.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

namespace tst_monitor {

using namespace ui;
using namespace Qt::StringLiterals;
using cmq::Seconds;

namespace {

/// The monitor over a broker whose clock the test moves; eight queues.
struct Desk
{
    Desk()
    {
        for (int i = 1; i <= 8; ++i)
            broker->execute(cmq::CreateQueue{"queue-" + std::to_string(i), {}});
        for (int i = 0; i < 3; ++i)
            broker->execute(cmq::SendMessage{"queue-5", "body", Seconds(0)});
    }
    void show()
    {
        page.resize(1000, 600);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTRY_VERIFY(!chart->content().series.isEmpty());
    }
    void choose(const QString& metric)
    {
        auto* box = page.findChild<QComboBox*>(u"monitorMetric"_s);
        box->setFocus();
        QTest::keyClicks(box, metric);
        QTRY_COMPARE(box->currentText(), metric);
    }
    QStringList shown() const
    {
        QStringList names;
        for (const Series& series : chart->content().series)
            names += series.queue;
        return names;
    }
    double sum(const QString& queue) const
    {
        double sum = 0;
        for (const Series& series : chart->content().series) {
            for (const SeriesPoint& point : series.points)
                sum += series.queue == queue && !std::isnan(point.value) ? point.value : 0;
        }
        return sum;
    }

    SimulatedBroker* broker = new SimulatedBroker;
    Connection connection{
        std::unique_ptr<cmq::Service>(broker), {}, [this] { return broker->now(); }};
    QueueFeed feed{connection};
    TopicFeed topics{connection};
    Monitor monitor{connection, feed, topics, {}};
    AgreeingPrompts prompts;
    MonitorPage page{monitor, prompts};
    ChartView* chart = page.findChild<ChartView*>(u"monitorChart"_s);
    QListWidget* queues = page.findChild<QListWidget*>(u"monitorQueues"_s);
};

} // namespace

class TestMonitor final : public QObject
{
    Q_OBJECT

private slots:
    void largestBacklogsComeFirst()
    {
        Desk desk;
        desk.show();
        QTRY_COMPARE(desk.shown().size(), 3);
        QVERIFY(desk.shown().contains(u"queue-5"_s));
        const auto value = [&] {
            for (const Series& series : desk.chart->content().series) {
                if (series.queue == u"queue-5" && !series.points.empty())
                    return series.points.back().value;
            }
            return -1.0;
        };
        QTRY_COMPARE(value(), 3.0);
        QVERIFY(person::read(u"monitorNote"_s).contains(u"CmqQueueMsgBacklog"));
    }

    void countsArriveByThemselves()
    {
        Desk desk;
        desk.show();
        desk.choose(u"Sent"_s);
        for (int i = 0; i < 4; ++i) {
            (void)desk.connection.call(cmq::SendMessage{"queue-5", "body", Seconds(0)});
            desk.broker->advance(Seconds(1));
        }
        desk.feed.refresh();
        QTRY_COMPARE(desk.sum(u"queue-5"_s), 7.0); // and the three of the beginning
    }

    void atMostSixAreCompared()
    {
        Desk desk;
        desk.show();
        desk.queues->setFocus();
        for (int i = 0; i < 8; ++i) {
            desk.queues->setCurrentRow(i);
            if (desk.queues->item(i)->checkState() == Qt::Unchecked)
                QTest::keyClick(desk.queues, Qt::Key_Space);
        }
        QTRY_COMPARE(desk.shown().size(), 6);
        QVERIFY(desk.page.findChild<Banner*>(u"monitorBanner"_s)->text().contains(u"At most 6"));
    }

    void topicsAreMeasuredToo()
    {
        Desk desk;
        desk.broker->execute(cmq::CreateTopic{"prices"});
        desk.show();
        desk.topics.refresh();
        QTRY_COMPARE(desk.topics.topics().size(), 1);
        auto* metric = desk.page.findChild<QComboBox*>(u"monitorMetric"_s);
        metric->setCurrentIndex(metric->findText(u"Topic: published"_s));
        QTRY_COMPARE(desk.shown(), QStringList{topicKey(u"prices"_s)});
        QCOMPARE(desk.queues->count(), 1);
        QCOMPARE(desk.queues->item(0)->text(), u"prices"_s);
        metric->setCurrentIndex(metric->findText(u"Backlog"_s));
        QTRY_COMPARE(desk.queues->count(), 8);
    }

    void aQueueThatDoesNotAnswerIsAGapAndWords()
    {
        Desk desk;
        desk.show();
        auto* banner = desk.page.findChild<Banner*>(u"monitorBanner"_s);
        desk.broker->advance(Seconds(2));
        desk.broker->failNext = "DescribeQueues";
        desk.feed.refresh();
        QTRY_VERIFY(!banner->isHidden());
        QVERIFY(banner->findChild<QAbstractButton*>(u"monitorBannerTryAgainButton"_s));
        desk.broker->advance(Seconds(2));
        desk.feed.refresh();
        QTRY_VERIFY(banner->isHidden());
        const auto hasGap = [&] {
            const auto& points = desk.chart->content().series.first().points;
            return std::ranges::any_of(
                       points, [](const SeriesPoint& point) { return std::isnan(point.value); }) &&
                   !std::isnan(points.back().value);
        };
        QTRY_VERIFY(hasGap());
    }

    void keysZoomAndMove()
    {
        Desk desk;
        desk.show();
        const auto span = [&] { return desk.chart->content().to - desk.chart->content().from; };
        const auto before = span();
        desk.chart->setFocus();
        QTest::keyClick(desk.chart, Qt::Key_Plus);
        QTRY_VERIFY(span() < before);
        const cmq::Time from = desk.chart->content().from;
        QTest::keyClick(desk.chart, Qt::Key_Left, Qt::ControlModifier);
        QTRY_VERIFY(desk.chart->content().from < from);
        QTest::keyClick(desk.chart, Qt::Key_Home);
        QVERIFY(person::read(u"monitorValues"_s).contains(u"queue-5"));
    }

    void theMouseMovesAndTheWheelZooms()
    {
        Desk desk;
        desk.show();
        const auto from = [&] { return desk.chart->content().from; };
        const auto span = [&] { return desk.chart->content().to - from(); };
        const cmq::Time before = from();
        const auto spanBefore = span();
        const QPoint middle = desk.chart->rect().center();

        // A click is none.
        QTest::mouseClick(desk.chart, Qt::LeftButton, {}, middle);
        QTest::mousePress(desk.chart, Qt::LeftButton, {}, middle);
        QTest::mouseMove(desk.chart, middle + QPoint(100, 0)); // the past comes in from the left
        QTest::mouseRelease(desk.chart, Qt::LeftButton, {}, middle + QPoint(100, 0));
        QTRY_VERIFY(from() < before);
        QCOMPARE(span(), spanBefore);
        QVERIFY(person::read(u"monitorNote"_s).startsWith(u"A span chosen by hand"));
        // What is measured meanwhile does not pull it away.
        const cmq::Time moved = from();
        desk.broker->advance(Seconds(5));
        desk.feed.refresh();
        QTest::mouseMove(desk.chart, middle + QPoint(-50, 0)); // it was let go
        QCOMPARE(from(), moved);

        QWheelEvent wheel(middle, desk.chart->mapToGlobal(middle), {}, QPoint(0, 120), {}, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(desk.chart, &wheel);
        QTRY_VERIFY(span() < spanBefore);

        QTest::mouseDClick(desk.chart, Qt::LeftButton, {}, middle);
        QTRY_COMPARE(desk.chart->content().to, desk.broker->now());
        QCOMPARE(span(), spanBefore);
    }

    void exportsAreWritten_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("png") << u"exportChartPng"_s << QByteArray("\x89PNG");
        QTest::newRow("svg") << u"exportChartSvg"_s << QByteArray("<?xml");
        QTest::newRow("csv") << u"exportChartCsv"_s << QByteArray("time,");
    }
    void exportsAreWritten()
    {
        QFETCH(QString, action);
        QFETCH(QByteArray, start);
        Desk desk;
        desk.show();
        const QTemporaryDir folder;
        desk.prompts.path = folder.filePath(u"chart"_s);
        desk.page.findChild<QAction*>(action)->trigger();
        QTRY_VERIFY(
            desk.page.findChild<Banner*>(u"monitorBanner"_s)->text().startsWith(u"Written"));
        QFile file(desk.prompts.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(start));
    }
};

CMQ_TEST(monitor, TestMonitor)

} // namespace tst_monitor
#include "tst_monitor.moc"
