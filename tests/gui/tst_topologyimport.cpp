#include "brokerdesk.h"

#include "ui/topology/topologycommands.h"
#include "ui/topology/topologyfile.h"

#include "tests/suite.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

namespace tst_topologyimport {

using namespace ui;
using namespace Qt::StringLiterals;
using cmq::Seconds;

namespace {

const QString Table = u"importTable"_s;

void fill(const BrokerDesk& desk)
{
    desk.create("dead");
    cmq::QueueSettings settings;
    settings.deadLetterPolicy = {"dead", cmq::DeadLetterRule::MaxReceiveCount, 3, Seconds(0)};
    desk.create("orders", settings);
    desk.broker->execute(cmq::CreateTopic{"events"});
    cmq::Subscribe each;
    each.topicName = "events";
    each.subscriptionName = "billing";
    each.endpoint = "orders";
    desk.broker->execute(each);
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Writes what the desk holds to `path`.
void exportTo(BrokerDesk& desk, const QString& path)
{
    desk.prompts.path = path;
    QSignalSpy done(&desk.workspace.topologyCommands(), &TopologyCommands::succeeded);
    desk.trigger(u"exportTopology"_s);
    QTRY_COMPARE(done.size(), 1);
}

} // namespace

/// A topology as a file and from one connection to another, by hand.
class TestTopologyImport final : public QObject
{
    Q_OBJECT

private slots:
    void exportedTopologyMakesTheSameElsewhere();
    void planIsShownAndDeletesOnlyWhenAsked();
    void sameTopologyLeavesNothingToDo();
    void badFileIsSaid();
    void topologyIsCopiedFromAnotherConnection();
    void failureOfAStepIsTold();
};

void TestTopologyImport::exportedTopologyMakesTheSameElsewhere()
{
    BrokerDesk source;
    fill(source);
    source.show();
    const QString path = source.folder.filePath(u"topology.json"_s);
    exportTo(source, path);
    source.workspace.hide();
    BrokerDesk target;
    target.show();
    target.prompts.path = path;
    target.trigger(u"importTopology"_s);
    QTRY_COMPARE(person::cell(u"orders"_s, 1, Table), u"Create"_s);
    QCOMPARE(person::read(u"importSummary"_s),
             u"4 to create · 0 to change · 0 to delete · 0 unchanged"_s);
    QVERIFY(person::click(u"importDialogSubmit"_s));
    QTRY_COMPARE(person::read(u"operationSummary"_s), u"4 done"_s);
    QVERIFY(person::click(u"operationClose"_s));
    QCOMPARE(target.attributesOf("orders").settings, source.attributesOf("orders").settings);
    const QString again = target.folder.filePath(u"again.json"_s);
    exportTo(target, again);
    QCOMPARE(readAll(again), readAll(path));
}

void TestTopologyImport::planIsShownAndDeletesOnlyWhenAsked()
{
    BrokerDesk desk;
    fill(desk);
    desk.create("old");
    desk.send("old");
    desk.show();
    desk.prompts.path = desk.folder.filePath(u"topology.json"_s);
    write(desk.prompts.path, R"({"cmqTopology": 1, "queues": [
        {"queueName": "dead"}, {"queueName": "orders", "visibilityTimeout": 60}]})");
    desk.trigger(u"importTopology"_s);
    QTRY_COMPARE(person::cell(u"orders"_s, 1, Table), u"Change"_s);
    const auto* rows = person::find<QTableView>(Table)->model();
    const QAbstractItemModelTester tester(const_cast<QAbstractItemModel*>(rows),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(person::cell(u"orders"_s, 3, Table).startsWith(u"visibilityTimeout 30 → 60"));
    QCOMPARE(rows->rowCount(), 1);
    QVERIFY(person::click(u"importShowsUnchanged"_s));
    QTRY_COMPARE(person::cell(u"dead"_s, 1, Table), u"Unchanged"_s);
    QVERIFY(person::click(u"importDeletes"_s));
    QTRY_COMPARE(person::cell(u"old"_s, 1, Table), u"Delete"_s);
    QCOMPARE(person::cell(u"events/billing"_s, 1, Table), u"Delete"_s);
    QVERIFY(person::click(u"importDialogSubmit"_s));
    // unbind, set, delete "old", the topic and its subscription
    QTRY_COMPARE(person::read(u"operationSummary"_s), u"5 done"_s);
    QCOMPARE(desk.prompts.asked.last().losses.last(), u"3 to delete, with all their messages"_s);
    QCOMPARE(desk.prompts.asked.last().nameToType, u"5"_s);
    QVERIFY(person::click(u"operationClose"_s));
    QCOMPARE(desk.attributesOf("orders").settings.visibilityTimeout, Seconds(60));
    QVERIFY(!desk.attributesOf("orders").settings.deadLetterPolicy);
    QCOMPARE(desk.broker->execute(cmq::ListQueue{}).totalCount, 2);
    QCOMPARE(desk.broker->execute(cmq::ListTopic{}).totalCount, 0);
}

void TestTopologyImport::sameTopologyLeavesNothingToDo()
{
    BrokerDesk desk;
    fill(desk);
    desk.show();
    exportTo(desk, desk.folder.filePath(u"topology.json"_s));
    desk.trigger(u"importTopology"_s);
    QTRY_COMPARE(person::read(u"importSummary"_s),
                 u"0 to create · 0 to change · 0 to delete · 4 unchanged"_s);
    QVERIFY(!person::find(u"importDialogSubmit"_s)->isEnabled());
}

void TestTopologyImport::badFileIsSaid()
{
    BrokerDesk desk;
    desk.show();
    desk.prompts.path = desk.folder.filePath(u"bad.json"_s);
    write(desk.prompts.path, "{\"cmqTopology\": 1,\n\"queues\": [{\"queueName\": \"9 lives\"}]}");
    QSignalSpy failed(&desk.workspace.topologyCommands(), &TopologyCommands::failed);
    desk.trigger(u"importTopology"_s);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(u"cannot be imported"));
    QVERIFY(failed[0][1].toString().startsWith(u"Line 2: “queueName”"));
    desk.prompts.path = desk.folder.filePath(u"nowhere.json"_s);
    desk.trigger(u"importTopology"_s);
    QTRY_COMPARE(failed.size(), 2);
    QVERIFY(failed[1][0].toString().contains(u"could not be read"));
}

void TestTopologyImport::topologyIsCopiedFromAnotherConnection()
{
    BrokerDesk source;
    fill(source);
    BrokerDesk target;
    target.workspace.topologyCommands().setOthers([&] {
        return QList<Connection*>{&target.connection, &source.connection};
    });
    target.show();
    target.trigger(u"copyTopology"_s);
    const QPointer<QMenu> menu = person::find<QMenu>(u"topologySources"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 1); // not itself
    QTest::mouseClick(menu, Qt::LeftButton, {},
                      menu->actionGeometry(menu->actions().first()).center());
    QTRY_COMPARE(person::cell(u"orders"_s, 1, Table), u"Create"_s);
    QVERIFY(person::click(u"importDialogSubmit"_s));
    QTRY_COMPARE(person::read(u"operationSummary"_s), u"4 done"_s);
    QCOMPARE(target.attributesOf("orders").settings, source.attributesOf("orders").settings);
}

void TestTopologyImport::failureOfAStepIsTold()
{
    BrokerDesk desk;
    desk.show();
    desk.prompts.path = desk.folder.filePath(u"topology.json"_s);
    write(desk.prompts.path,
          R"({"cmqTopology": 1, "queues": [{"queueName": "orders"}, {"queueName": "mails"}]})");
    desk.trigger(u"importTopology"_s);
    QTRY_COMPARE(person::cell(u"orders"_s, 1, Table), u"Create"_s);
    desk.create("Orders"); // somebody was quicker
    QVERIFY(person::click(u"importDialogSubmit"_s));
    QTRY_COMPARE(person::read(u"operationSummary"_s), u"1 done · 1 failed"_s);
    const QString why = person::cell(u"CreateQueue orders"_s, 2, u"operationTable"_s);
    QVERIFY2(why.contains(u"exists already") && why.contains(u"10210"), qPrintable(why));
}

CMQ_TEST(topologyimport, TestTopologyImport)

} // namespace tst_topologyimport
#include "tst_topologyimport.moc"
