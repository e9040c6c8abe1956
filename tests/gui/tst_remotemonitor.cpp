#include "agreeingprompts.h"

#include "tests/suite.h"
#include "tests/unit/scriptedserver.h"

#include "app/console/remoteservice.h"

#include "ui/common/banner.h"
#include "ui/common/language.h"
#include "ui/connections/connection.h"
#include "ui/monitor/chartview.h"
#include "ui/monitor/monitorpage.h"
#include "ui/queues/queuefeed.h"
#include "ui/topics/topicfeed.h"

#include <QTest>

#include <cmath>

namespace tst_remotemonitor {

using namespace ui;
using namespace Qt::StringLiterals;
using cmq::Seconds;

namespace {

QByteArray attributesOf(const QByteArray& name)
{
    QByteArray json =
        R"({"code":0,"message":"","queueName":"NAME","activeMsgNum":5,"createTime":1})";
    return json.replace("NAME", name);
}

/// The monitor over an endpoint with the queues a, b and c, on a clock of the test.
struct Desk
{
    Desk()
    {
        language.setMode(LanguageMode::English);
        feed.setActive(true);
    }
    void show()
    {
        page.resize(1000, 600);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTRY_COMPARE(chart->content().series.size(), 3);
    }
    void lookAgain()
    {
        now += Seconds(2);
        feed.refresh();
    }
    /// Whether something is not known between two values that are.
    [[nodiscard]] bool hasGap(const QString& queue) const
    {
        bool isKnown = false;
        bool isMissing = false;
        for (const Series& series : chart->content().series) {
            if (series.queue != queue)
                continue;
            for (const SeriesPoint& point : series.points) {
                if (!std::isnan(point.value) && isMissing)
                    return true;
                isKnown = isKnown || !std::isnan(point.value);
                isMissing = isKnown && std::isnan(point.value);
            }
        }
        return false;
    }
    /// The latest value that the chart shows; -1: none.
    [[nodiscard]] double latest(const QString& queue) const
    {
        for (const Series& series : chart->content().series) {
            if (series.queue == queue && !series.points.empty() &&
                !std::isnan(series.points.back().value))
                return series.points.back().value;
        }
        return -1;
    }
    [[nodiscard]] static RemoteOptions options(const QUrl& url)
    {
        RemoteOptions options;
        options.queueUrl = url;
        options.proxy = ProxyChoice::None;
        options.answerTimeout = cmq::Milliseconds(200);
        return options;
    }

    Language language;
    /// What the queue b answers; none: as it should.
    std::optional<ScriptedServer::Answer> badAnswer;
    ScriptedServer server{[this](const ScriptedServer::Request& request) {
        const auto parameters = request.parameters();
        if (parameters.value("Action") == "ListQueue")
            return ScriptedServer::json(
                R"({"code":0,"message":"","totalCount":3,"queueList":[{"queueId":"1","queueName":"a"},)"
                R"({"queueId":"2","queueName":"b"},{"queueId":"3","queueName":"c"}]})");
        const QByteArray name = parameters.value("queueName");
        return badAnswer && name == "b" ? *badAnswer : ScriptedServer::json(attributesOf(name));
    }};
    cmq::Time now = cmq::fromUnixSeconds(1'800'000'000);
    Connection connection{std::make_unique<RemoteService>(options(server.url())),
                          {.kind = ConnectionKind::Remote, .place = server.url().toString()},
                          [this] { return now; }};
    QueueFeed feed{connection};
    TopicFeed topics{connection};
    Monitor monitor{connection, feed, topics, {}};
    AgreeingPrompts prompts;
    MonitorPage page{monitor, prompts};
    ChartView* chart = page.findChild<ChartView*>(u"monitorChart"_s);
    Banner* banner = page.findChild<Banner*>(u"monitorBanner"_s);
};

} // namespace

/// What is measured of an endpoint that does not always answer.
class TestRemoteMonitor final : public QObject
{
    Q_OBJECT

private slots:
    void aQueueThatFailsLeavesItsOwnGapAndWords_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("slow") << QByteArray();
        QTest::newRow("refuses")
            << ScriptedServer::json(R"({"code":6000,"message":"(10160)no"})").bytes;
        QTest::newRow("rubbish") << ScriptedServer::json("<html>busy</html>").bytes;
    }
    void aQueueThatFailsLeavesItsOwnGapAndWords()
    {
        QFETCH(QByteArray, bytes);
        Desk desk;
        desk.show();
        QTRY_COMPARE(desk.latest(u"b"_s), 5.0);

        desk.badAnswer = ScriptedServer::Answer{bytes};
        desk.lookAgain();
        QTRY_COMPARE(desk.banner->text(), u"1 did not answer: b"_s);
        QTRY_COMPARE(desk.latest(u"b"_s), -1.0);
        QCOMPARE(desk.latest(u"a"_s), 5.0);
        QCOMPARE(desk.feed.queues().size(), 3); // it is still there, as it was known before
        QVERIFY(desk.feed.queues().last().isStale);

        desk.badAnswer.reset();
        desk.lookAgain();
        QTRY_VERIFY(desk.banner->isHidden());
        QTRY_VERIFY(desk.hasGap(u"b"_s));
        QVERIFY(!desk.hasGap(u"a"_s));
        QVERIFY(!desk.hasGap(u"c"_s));
    }

    void whileItIsSlowThePageAnswers()
    {
        Desk desk;
        desk.show();
        QTRY_COMPARE(desk.latest(u"b"_s), 5.0);
        desk.badAnswer = ScriptedServer::silence();
        desk.lookAgain();
        desk.chart->setFocus();
        QTest::keyClick(desk.chart, Qt::Key_End);
        QVERIFY2(desk.chart->cursorText().contains(u"a: ≈"), qPrintable(desk.chart->cursorText()));
        QVERIFY(desk.banner->isHidden()); // nothing is wrong yet
        QTRY_COMPARE(desk.banner->text(), u"1 did not answer: b"_s);
    }
};

CMQ_TEST(remotemonitor, TestRemoteMonitor)

} // namespace tst_remotemonitor
#include "tst_remotemonitor.moc"
