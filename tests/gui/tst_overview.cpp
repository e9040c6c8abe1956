#include "brokerdesk.h"

#include "ui/overview/diagramview.h"
#include "ui/overview/overviewpage.h"
#include "ui/queues/queuemodel.h"

#include "tests/suite.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTabWidget>

namespace tst_overview {

using namespace ui;
using namespace Qt::StringLiterals;
using cmq::Seconds;

namespace {

void subscribe(const BrokerDesk& desk, const std::string& topic, const std::string& name,
               const std::string& queue)
{
    cmq::Subscribe each;
    each.topicName = topic;
    each.subscriptionName = name;
    each.endpoint = queue;
    desk.broker->execute(each);
}

/// orders → dead; events → billing → orders; a queue by itself.
void fill(const BrokerDesk& desk)
{
    desk.create("dead");
    cmq::QueueSettings settings;
    settings.deadLetterPolicy = {"dead", cmq::DeadLetterRule::MaxReceiveCount, 3, Seconds(0)};
    desk.create("orders", settings);
    desk.create("alone");
    desk.send("dead", 2);
    desk.send("orders", 5);
    desk.broker->execute(cmq::CreateTopic{"events"});
    subscribe(desk, "events", "billing", "orders");
}

QStringList keys(const Diagram& diagram)
{
    QStringList all;
    for (const DiagramNode& node : diagram.nodes)
        all += node.key();
    all.sort();
    return all;
}

const DiagramNode* nodeOf(const Diagram& diagram, const QString& key)
{
    for (const DiagramNode& node : diagram.nodes) {
        if (node.key() == key)
            return &node;
    }
    return nullptr;
}

QString currentPage(const BrokerDesk& desk)
{
    for (const char* page : {"overviewPage", "queuesPage", "topicsPage"}) {
        const auto* widget = desk.workspace.findChild<QWidget*>(QLatin1String(page));
        if (widget && widget->isVisible())
            return QLatin1String(page);
    }
    return {};
}

} // namespace

/// All of a connection at a glance, as a grid and as a diagram.
class TestOverview final : public QObject
{
    Q_OBJECT

private slots:
    void gridListsQueuesAndSubscriptions();
    void ratesAreAveraged();
    void attentionLeadsToTheQueue();
    void diagramShowsWhatDeliversToWhat();
    void diagramIsWalkedWithTheKeys();
    void diagramOpensByClick();
    void diagramZoomsAndComesBack();
    void diagramIsExported();
    void diagramIsBounded();
    void diagramMarksWhatIsMissing();
};

void TestOverview::gridListsQueuesAndSubscriptions()
{
    BrokerDesk desk;
    fill(desk);
    desk.show();
    desk.trigger(u"overviewPageAction"_s);
    const QString table = u"overviewTable"_s;
    QTRY_COMPARE(person::cell(u"events/billing"_s, 1, table), u"Subscription"_s);
    QTRY_COMPARE(person::cell(u"orders"_s, 3, table), u"5"_s);
    QCOMPARE(person::cell(u"orders"_s, 7, table), u"dead"_s);
    QCOMPARE(person::cell(u"events/billing"_s, 7, table), u"orders"_s);
    QCOMPARE(person::read(u"tileQueuesFigure"_s), u"3"_s);
    QCOMPARE(person::read(u"tileDeadFigure"_s), u"2"_s);
    auto* view = desk.find<QTableView>(table);
    const QAbstractItemModelTester tester(view->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy resets(view->model(), &QAbstractItemModel::modelReset);
    desk.send("alone", 4);
    subscribe(desk, "events", "more", "alone");
    desk.workspace.refreshAction()->trigger();
    QTRY_COMPARE(person::cell(u"alone"_s, 3, table), u"4"_s);
    QTRY_COMPARE(person::cell(u"events/more"_s, 7, table), u"alone"_s);
    QVERIFY(person::type(u"overviewFilter"_s, u"bill"_s));
    QTRY_COMPARE(view->model()->rowCount(), 1);
    QCOMPARE(resets.size(), 0);
    QVERIFY(person::clickRow(u"events/billing"_s, table));
    QTest::keyClick(view, Qt::Key_Return);
    QTRY_COMPARE(person::read(u"topicTabTitle"_s), u"events"_s);
}

/// Of the last seconds, in tiles and in the columns of the queues.
void TestOverview::ratesAreAveraged()
{
    BrokerDesk desk;
    desk.create("alone");
    desk.show();
    desk.trigger(u"overviewPageAction"_s);
    const auto sent = [&] {
        desk.workspace.refreshAction()->trigger();
        return person::read(u"tileSentFigure"_s);
    };
    QTRY_COMPARE(sent(), u"0"_s);
    for (int second = 0; second < 10; ++second) {
        for (int i = 0; i < 2; ++i)
            (void)desk.connection.call(cmq::SendMessage{"alone", "body", cmq::Seconds(0)});
        desk.broker->advance(cmq::Seconds(1));
    }
    QTRY_COMPARE(sent(), u"2"_s);
    QCOMPARE(person::read(u"tileReceivedFigure"_s), u"0"_s);
    desk.trigger(u"queuesPageAction"_s);
    QCOMPARE(person::cell(u"alone"_s, QueueModel::SentRateColumn), u"2"_s);
    QCOMPARE(person::cell(u"alone"_s, QueueModel::ReceivedRateColumn), u"0"_s);
}

void TestOverview::attentionLeadsToTheQueue()
{
    BrokerDesk desk;
    fill(desk);
    desk.show();
    desk.trigger(u"overviewPageAction"_s);
    QTRY_COMPARE(person::read(u"attention0Text"_s), u"It holds dead letters (2)."_s);
    QVERIFY(person::click(u"attention0Link"_s));
    QTRY_VERIFY(currentPage(desk) != u"overviewPage"_s);
    desk.trigger(u"overviewPageAction"_s);
    desk.broker->execute(cmq::ClearQueue{"dead"});
    desk.workspace.refreshAction()->trigger();
    QTRY_COMPARE(person::read(u"attentionRest"_s), u"All is well."_s);
}

void TestOverview::diagramShowsWhatDeliversToWhat()
{
    BrokerDesk desk;
    fill(desk);
    desk.show();
    desk.trigger(u"overviewPageAction"_s);
    desk.find<QTabWidget>(u"overviewViews"_s)->setCurrentIndex(1);
    const auto* view = desk.find<DiagramView>(u"overviewDiagram"_s);
    const QStringList all{u"queue/alone"_s, u"queue/dead"_s, u"queue/orders"_s,
                          u"subscription/events/billing"_s, u"topic/events"_s};
    QTRY_COMPARE(keys(view->diagram()), all);
    const auto left = [&](const QString& key) { return nodeOf(view->diagram(), key)->rect.left(); };
    QVERIFY(left(u"topic/events"_s) < left(u"subscription/events/billing"_s));
    QVERIFY(left(u"subscription/events/billing"_s) < left(u"queue/orders"_s));
    QVERIFY(left(u"queue/orders"_s) < left(u"queue/dead"_s));
    QCOMPARE(view->diagram().edges.size(), 3U);
    QCOMPARE(nodeOf(view->diagram(), u"queue/orders"_s)->count, 5);
    QVERIFY(nodeOf(view->diagram(), u"queue/dead"_s)->isAlert);
    // It lives: what is made and sent comes in by itself.
    desk.create("new");
    desk.send("orders", 1);
    desk.workspace.refreshAction()->trigger();
    QTRY_VERIFY(nodeOf(view->diagram(), u"queue/new"_s));
    QTRY_COMPARE(nodeOf(view->diagram(), u"queue/orders"_s)->count, 6);
}

void TestOverview::diagramIsWalkedWithTheKeys()
{
    BrokerDesk desk;
    fill(desk);
    desk.show();
    desk.trigger(u"overviewPageAction"_s);
    desk.find<QTabWidget>(u"overviewViews"_s)->setCurrentIndex(1);
    auto* view = desk.find<DiagramView>(u"overviewDiagram"_s);
    QTRY_VERIFY(nodeOf(view->diagram(), u"subscription/events/billing"_s));
    view->setFocus();
    QStringList walked;
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Right}) {
        QTest::keyClick(view, key);
        walked += view->selected()->key();
    }
    QCOMPARE(walked, (QStringList{u"topic/events"_s, u"subscription/events/billing"_s,
                                  u"queue/orders"_s, u"queue/dead"_s}));
    QCOMPARE(view->accessibleDescription(), u"Dead-letter queue dead · 2 messages"_s);
    QTest::keyClick(view, Qt::Key_Left);
    QCOMPARE(view->selected()->key(), u"queue/orders"_s);
    QTest::keyClick(view, Qt::Key_Return);
    QTRY_VERIFY(currentPage(desk) != u"overviewPage"_s);
}

void TestOverview::diagramOpensByClick()
{
    BrokerDesk desk;
    fill(desk);
    desk.show();
    desk.trigger(u"overviewPageAction"_s);
    desk.find<QTabWidget>(u"overviewViews"_s)->setCurrentIndex(1);
    auto* view = desk.find<DiagramView>(u"overviewDiagram"_s);
    QTRY_VERIFY(nodeOf(view->diagram(), u"topic/events"_s));
    const QRectF rect = view->rectOf(*nodeOf(view->diagram(), u"topic/events"_s));
    QTest::mouseClick(view, Qt::LeftButton, {}, rect.center().toPoint());
    QTRY_COMPARE(person::read(u"topicTabTitle"_s), u"events"_s);
}

void TestOverview::diagramZoomsAndComesBack()
{
    BrokerDesk desk;
    fill(desk);
    desk.show();
    desk.trigger(u"overviewPageAction"_s);
    desk.find<QTabWidget>(u"overviewViews"_s)->setCurrentIndex(1);
    auto* view = desk.find<DiagramView>(u"overviewDiagram"_s);
    QTRY_VERIFY(nodeOf(view->diagram(), u"topic/events"_s));
    const double fitted = view->zoom();
    QVERIFY(person::click(u"diagramZoomInButton"_s));
    QTest::keyClick(view, Qt::Key_Plus);
    QVERIFY(view->zoom() > fitted * 1.5);
    // What is walked to comes into view.
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(view, Qt::Key_Right);
        QVERIFY(QRectF(view->rect()).intersects(view->rectOf(*view->selected())));
    }
    QTest::keyClick(view, Qt::Key_0);
    QCOMPARE(view->zoom(), fitted);
}

void TestOverview::diagramIsExported()
{
    BrokerDesk desk;
    fill(desk);
    desk.show();
    desk.prompts.path = desk.folder.filePath(u"topology.svg"_s);
    desk.trigger(u"overviewPageAction"_s);
    desk.find<QTabWidget>(u"overviewViews"_s)->setCurrentIndex(1);
    auto* view = desk.find<DiagramView>(u"overviewDiagram"_s);
    QTRY_VERIFY(nodeOf(view->diagram(), u"topic/events"_s));
    desk.trigger(u"exportDiagramSvg"_s);
    QTRY_VERIFY(desk.banner(u"overviewBanner"_s).startsWith(u"Written to"));
    QFile file(desk.prompts.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    QVERIFY(svg.contains("<svg") && svg.contains("orders") && svg.contains("billing"));
}

void TestOverview::diagramIsBounded()
{
    QList<QueueRow> queues;
    for (int i = 0; i < 10'000; ++i) {
        cmq::QueueAttributes queue;
        queue.queueName = "queue-" + std::to_string(i);
        queue.activeMsgNum = i;
        queues += toRow(queue);
    }
    cmq::SubscriptionAttributes each;
    each.topicName = "events";
    each.subscriptionName = "billing";
    each.endpoint = "queue-0"; // the smallest one, but connected
    const Diagram diagram = makeDiagram(queues, {}, {each});
    QCOMPARE(diagram.nodes.size(), DiagramNodesMax);
    QCOMPARE(diagram.leftOut, int(10'002 - DiagramNodesMax));
    QVERIFY(nodeOf(diagram, u"queue/queue-0"_s));
    QVERIFY(nodeOf(diagram, u"queue/queue-9999"_s));
    QVERIFY(!nodeOf(diagram, u"queue/queue-1"_s));
    QCOMPARE(diagram.edges.size(), 2U);
    QVERIFY(makeDiagram(queues, {}, {each}) == diagram); // always the same
    for (std::size_t a = 0; a < diagram.nodes.size(); ++a) {
        for (std::size_t b = a + 1; b < diagram.nodes.size(); ++b)
            QVERIFY(!diagram.nodes[a].rect.intersects(diagram.nodes[b].rect));
    }
}

void TestOverview::diagramMarksWhatIsMissing()
{
    cmq::SubscriptionAttributes lost;
    lost.topicName = "events";
    lost.subscriptionName = "archive";
    lost.endpoint = "archive";
    lost.lastFailure = "no such queue";
    cmq::SubscriptionAttributes http = lost;
    http.subscriptionName = "shop";
    http.protocol = cmq::Protocol::Http;
    http.endpoint = "http://127.0.0.1/shop";
    http.lastFailure.clear();
    const Diagram diagram = makeDiagram({}, {}, {lost, http});
    QVERIFY(nodeOf(diagram, u"queue/archive"_s)->isMissing);
    QVERIFY(nodeOf(diagram, u"subscription/events/archive"_s)->isAlert);
    QVERIFY(!nodeOf(diagram, u"subscription/events/shop"_s)->isAlert);
    QVERIFY(nodeOf(diagram, u"address/http://127.0.0.1/shop"_s));
    QVERIFY(describe(*nodeOf(diagram, u"queue/archive"_s)).contains(u"does not exist"));
    QVERIFY(makeDiagram({}, {}, {}).nodes.empty());
}

CMQ_TEST(overview, TestOverview)

} // namespace tst_overview
#include "tst_overview.moc"
