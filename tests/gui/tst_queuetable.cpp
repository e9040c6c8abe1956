#include "brokerdesk.h"

#include "ui/common/operation.h"
#include "ui/common/tableview.h"

#include "tests/suite.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>

namespace tst_queuetable {

using namespace Qt::StringLiterals;
using cmq::Seconds;

namespace {

/// What the batch's window says of a queue; column by its place.
QString outcome(const QString& queue, int column)
{
    return person::cell(queue, column, u"operationTable"_s);
}

bool hasEnded(int done, int failed)
{
    QStringList parts{u"%1 done"_s.arg(done)};
    if (failed > 0)
        parts += u"%1 failed"_s.arg(failed);
    return QTest::qWaitFor(
        [&] { return person::read(u"operationSummary"_s) == parts.join(u" · "_s); });
}

/// Clicks an entry of a menu that is open.
bool pick(const QString& name)
{
    QAction* found = nullptr;
    QMenu* inMenu = nullptr;
    (void)QTest::qWaitFor([&] {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            auto* menu = qobject_cast<QMenu*>(widget);
            if (!menu || !menu->isVisible())
                continue;
            for (QAction* action : menu->actions()) {
                if (action->objectName() == name) {
                    found = action;
                    inMenu = menu;
                }
            }
        }
        return found != nullptr;
    });
    if (!found)
        return false;
    QTest::mouseClick(inMenu, Qt::LeftButton, {}, inMenu->actionGeometry(found).center());
    return true;
}

void selectAll(const BrokerDesk& desk)
{
    auto* table = desk.find<QTableView>(u"queuesTable"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
}

} // namespace

/// The table of queues: the filter line, the column sets, and what is done with many at once.
class TestQueueTable final : public QObject
{
    Q_OBJECT

private slots:
    void filterLineUnderstandsConditions();
    void columnSetsAreChosenAndKept();
    void manyArePurged();
    void manyAreDeletedAndFailuresTold();
    void manyGetAttributes();
    void manyAreRewound();
};

void TestQueueTable::filterLineUnderstandsConditions()
{
    BrokerDesk desk;
    desk.create("orders");
    desk.create("mails");
    desk.send("orders", 3);
    desk.show();
    const QAbstractItemModel* rows = desk.find<QTableView>(u"queuesTable"_s)->model();
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"3"_s);
    QVERIFY(person::type(u"queuesFilter"_s, u"active>=3"_s));
    QTRY_COMPARE(rows->rowCount(), 1);
    QVERIFY(person::type(u"queuesFilter"_s, u"active>=3 dlq:maybe"_s));
    QTRY_COMPARE(person::read(u"queuesFilterError"_s), u"Write dlq:yes or dlq:no."_s);
    QCOMPARE(rows->rowCount(), 1); // the last one that was understood still holds
    QVERIFY(person::type(u"queuesFilter"_s, u"active<3"_s));
    QTRY_COMPARE(person::cell(u"mails"_s, 0), u"mails"_s);
    QVERIFY(desk.find<QLabel>(u"queuesFilterError"_s)->isHidden());
    // A queue that comes to match is there by itself.
    desk.send("mails", 3);
    desk.workspace.refreshAction()->trigger();
    QTRY_COMPARE(rows->rowCount(), 0);
}

void TestQueueTable::columnSetsAreChosenAndKept()
{
    BrokerDesk desk;
    desk.create("orders");
    desk.show();
    QTRY_COMPARE(person::cell(u"orders"_s, 0), u"orders"_s);
    auto* table = desk.find<ui::TableView>(u"queuesTable"_s);
    QVERIFY(table->shownColumns().contains(u"trend"_s));
    QVERIFY(!table->shownColumns().contains(u"created"_s));
    QVERIFY(person::click(u"queuesColumns"_s));
    QVERIFY(pick(u"columnSet_full"_s));
    QTRY_VERIFY(table->shownColumns().contains(u"created"_s));
    QVERIFY(person::click(u"queuesColumns"_s));
    QVERIFY(pick(u"column_created"_s));
    QTRY_VERIFY(!table->shownColumns().contains(u"created"_s));
    const QStringList own = table->shownColumns();
    QVERIFY(person::click(u"queuesColumns"_s));
    QVERIFY(pick(u"saveColumnSet"_s));
    QVERIFY(person::type(u"columnSetName"_s, u"mine & yours"_s));
    QVERIFY(person::click(u"columnSetDialogSubmit"_s));
    QVERIFY(person::isGone(u"columnSetDialog"_s));
    QVERIFY(person::click(u"queuesColumns"_s));
    QVERIFY(pick(u"columnSet_teaching"_s));
    QTRY_VERIFY(table->shownColumns() != own);
    // Another window of the same person has the set, and the columns of the last choice.
    ui::Workspace other(desk.connection, desk.prompts, desk.settings);
    other.resize(1300, 700);
    auto* again = other.findChild<ui::TableView*>(u"queuesTable"_s);
    QCOMPARE(again->shownColumns(), table->shownColumns());
    other.show();
    desk.workspace.hide();
    QVERIFY(person::click(u"queuesColumns"_s));
    QVERIFY(pick(u"ownColumnSet_mine & yours"_s));
    QTRY_COMPARE(again->shownColumns(), own);
}

void TestQueueTable::manyArePurged()
{
    BrokerDesk desk;
    for (const std::string name : {"a", "b", "c"}) {
        desk.create(name);
        desk.send(name, 2);
    }
    desk.show();
    QTRY_COMPARE(person::cell(u"c"_s, 1), u"2"_s);
    selectAll(desk);
    desk.trigger(u"clearQueue"_s);
    QVERIFY(hasEnded(3, 0));
    QCOMPARE(desk.prompts.asked.first().question, u"Remove all messages of 3 queues?"_s);
    QVERIFY(desk.prompts.asked.first().losses.first().contains(u"6 visible"));
    QCOMPARE(desk.prompts.asked.first().nameToType, u"3"_s);
    const QAbstractItemModelTester tester(person::find<QTableView>(u"operationTable"_s)->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(person::click(u"operationClose"_s));
    QTRY_COMPARE(person::cell(u"a"_s, 1), u"0"_s);
    QCOMPARE(desk.attributesOf("c").activeMsgNum, 0);
}

void TestQueueTable::manyAreDeletedAndFailuresTold()
{
    BrokerDesk desk;
    desk.create("dead");
    cmq::QueueSettings settings;
    settings.deadLetterPolicy = {"dead", cmq::DeadLetterRule::MaxReceiveCount, 3, Seconds(0)};
    desk.create("other", settings); // uses it
    desk.create("gone");
    desk.show();
    QTRY_COMPARE(person::cell(u"other"_s, 0), u"other"_s);
    auto* table = desk.find<QTableView>(u"queuesTable"_s);
    QVERIFY(person::clickRow(u"dead"_s));
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier); // and "gone", which is next
    desk.trigger(u"deleteQueue"_s);
    QVERIFY(hasEnded(1, 1));
    QCOMPARE(outcome(u"gone"_s, ui::Operation::StateColumn), u"Done"_s);
    QCOMPARE(outcome(u"dead"_s, ui::Operation::StateColumn), u"Failed"_s);
    const QString reason = outcome(u"dead"_s, ui::Operation::TextColumn);
    QVERIFY2(reason.contains(u"Unbind them first") && reason.contains(u"10750"),
             qPrintable(reason));
    // What stood in the way is taken away; then the failed one succeeds, alone.
    desk.broker->execute(cmq::UnbindDeadLetterQueue{"other"});
    QVERIFY(person::click(u"operationRetry"_s));
    QVERIFY(hasEnded(2, 0));
    QVERIFY(person::click(u"operationClose"_s));
    QTRY_COMPARE(table->model()->rowCount(), 1);
}

void TestQueueTable::manyGetAttributes()
{
    BrokerDesk desk;
    desk.create("a");
    desk.create("b");
    desk.show();
    QTRY_COMPARE(person::cell(u"b"_s, 0), u"b"_s);
    selectAll(desk);
    desk.trigger(u"queueAttributes"_s);
    QVERIFY(!person::find(u"bulkAttributesDialogSubmit"_s)->isEnabled()); // nothing is ticked
    QVERIFY(person::click(u"visibilityTimeoutChanged"_s));
    QVERIFY(person::type(u"visibilityTimeoutEdit"_s, u"13h"_s));
    QVERIFY(!person::find(u"bulkAttributesDialogSubmit"_s)->isEnabled());
    QCOMPARE(person::read(u"visibilityTimeoutHint"_s), u"Between 1 s and 12 h, please."_s);
    QVERIFY(person::type(u"visibilityTimeoutEdit"_s, u"2m"_s));
    QVERIFY(person::click(u"bulkAttributesDialogSubmit"_s));
    QVERIFY(hasEnded(2, 0));
    for (const std::string name : {"a", "b"}) {
        QCOMPARE(desk.attributesOf(name).settings.visibilityTimeout, Seconds(120));
        QCOMPARE(desk.attributesOf(name).settings.msgRetentionSeconds, Seconds(345'600));
    }
}

void TestQueueTable::manyAreRewound()
{
    BrokerDesk desk;
    for (const std::string name : {"a", "b"}) {
        cmq::QueueSettings settings;
        settings.rewindSeconds = Seconds(name == "a" ? 3600 : 600);
        desk.create(name, settings);
        desk.send(name, 2);
        for (int i = 0; i < 2; ++i) {
            const auto message = desk.broker->execute(cmq::ReceiveMessage{name, Seconds(0)});
            desk.broker->execute(cmq::DeleteMessage{name, message.receiptHandle});
        }
    }
    desk.broker->advance(Seconds(60));
    desk.show();
    QTRY_COMPARE(person::cell(u"b"_s, 4), u"2"_s);
    selectAll(desk);
    desk.trigger(u"rewindQueue"_s);
    QVERIFY(person::read(u"rewindExplanation"_s).contains(u"4 messages can be brought back"));
    // An hour back: "b" goes as far as it can.
    QVERIFY(person::click(u"rewindDialogSubmit"_s));
    QVERIFY(hasEnded(2, 0));
    QCOMPARE(desk.attributesOf("a").activeMsgNum, 2);
    QCOMPARE(desk.attributesOf("b").activeMsgNum, 2);
}

CMQ_TEST(queuetable, TestQueueTable)

} // namespace tst_queuetable
#include "tst_queuetable.moc"
