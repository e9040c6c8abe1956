#include "person.h"
#include "sandboxdesk.h"

#include "tests/suite.h"

#include "ui/trace/lifelineview.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QSlider>
#include <QTabWidget>
#include <QTableView>

namespace tst_sandboxes {

using namespace Qt::StringLiterals;

/// The sandbox that anybody opens from the menu: everything in it can be taken back, and its time
/// goes both ways.
class TestSandboxes final : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsUndoneByKeys();
    void textFieldsKeepTheirUndo();
    void theHistoryLeadsAnywhere();
    void thePastIsShownAndContinued();
    void theNextChangeOfAMessageIsReached();
    void thePanelOfTheLabIsOpened();
};

namespace {

/// A queue "orders" with two messages, selected.
struct Shop
{
    explicit Shop(ui::LanguageMode mode = ui::LanguageMode::English)
        : desk(mode)
    {
        desk.ask(cmq::CreateQueue{"orders", {}});
        desk.ask(cmq::SendMessage{"orders", "one", {}});
        desk.ask(cmq::SendMessage{"orders", "two", {}});
        desk.trigger(u"refresh"_s);
        if (!QTest::qWaitFor([] { return person::cell(u"orders"_s, 1) == u"2"; }, 20'000))
            qFatal("the queue does not appear with its messages");
        person::clickRow(u"orders"_s);
    }

    SandboxDesk desk;
};

/// What can be taken back is known a moment after it was done.
void undo()
{
    QTRY_VERIFY(person::find(u"time_lessonUndo"_s)->isEnabled());
    person::press(u"mainWindow"_s, Qt::Key_Z, Qt::ControlModifier);
}

void redo()
{
    QTRY_VERIFY(person::find(u"time_lessonRedo"_s)->isEnabled());
    person::press(u"mainWindow"_s, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
}

} // namespace

void TestSandboxes::everythingIsUndoneByKeys()
{
    Shop shop;
    shop.desk.trigger(u"clearQueue"_s);
    QVERIFY(person::type(u"confirmationName"_s, u"orders"_s));
    QVERIFY(person::click(u"confirmationAccept"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"0"_s);
    undo();
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"2"_s);
    redo();
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"0"_s);
    undo();
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"2"_s);

    shop.desk.ask(cmq::DeleteQueue{"orders"});
    QTRY_COMPARE(person::cell(u"orders"_s, 0), QString());
    undo();
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"2"_s);
    // The button by the time does the same, all the way back.
    for (int i = 0; i < 3; ++i)
        QVERIFY(person::click(u"time_lessonUndo"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, 0), QString());
    QTRY_VERIFY(!person::find(u"time_lessonUndo"_s)->isEnabled());
}

void TestSandboxes::textFieldsKeepTheirUndo()
{
    Shop shop;
    QVERIFY(person::type(u"queuesFilter"_s, u"orders"_s));
    const auto filter = person::find<QLineEdit>(u"queuesFilter"_s);
    person::press(u"queuesFilter"_s, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(filter->text() != u"orders");
    QVERIFY(filter->isRedoAvailable());
    QCOMPARE(shop.desk.ask(cmq::GetQueueAttributes{"orders"}).activeMsgNum, 2);
}

void TestSandboxes::theHistoryLeadsAnywhere()
{
    Shop shop;
    shop.desk.trigger(u"historyAction"_s);
    QTRY_COMPARE(person::cell(u"3"_s, 2, u"historyTable"_s), u"SendMessage"_s);
    QCOMPARE(person::cell(u"3"_s, 3, u"historyTable"_s), u"orders"_s);
    QCOMPARE(person::cell(u"3"_s, 4, u"historyTable"_s), u"you are here"_s);
    QCOMPARE(person::cell(u"0"_s, 2, u"historyTable"_s), u"Start"_s);
    QVERIFY(person::clickRow(u"1"_s, u"historyTable"_s));
    person::press(u"historyTable"_s, Qt::Key_Return);
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"0"_s);
    QTRY_COMPARE(person::cell(u"3"_s, 4, u"historyTable"_s), u"taken back"_s);
    QCOMPARE(person::cell(u"1"_s, 4, u"historyTable"_s), u"you are here"_s);
    QVERIFY(person::clickRow(u"2"_s, u"historyTable"_s));
    person::press(u"historyTable"_s, Qt::Key_Return);
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"1"_s);
    QVERIFY(person::click(u"historyCloseButton"_s));
}

void TestSandboxes::thePastIsShownAndContinued()
{
    Shop shop;
    shop.desk.trigger(u"timeToggleAction"_s); // pause
    shop.desk.console->connection()->timeControl()->advance(cmq::Seconds(60), [](auto) {});
    shop.desk.ask(cmq::ClearQueue{"orders"});
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"0"_s);
    const auto slider = person::find<QSlider>(u"timeSlider"_s);
    QTRY_VERIFY(slider->isEnabled());
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_PageDown);
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"2"_s);
    shop.desk.ask(cmq::SendMessage{"orders", "three", {}});
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"3"_s);
    QVERIFY(person::find(u"timeBranches"_s)); // nothing is lost
    // Side by side: what became of the first message in either.
    QVERIFY(person::click(u"compareBranches"_s));
    person::find<QTabWidget>(u"branchSides"_s)->setCurrentIndex(1);
    const auto message = person::find<QComboBox>(u"branchMessage"_s);
    QTRY_COMPARE(message->count(), 3);
    QVERIFY(message->currentText().endsWith(u"one"_s));
    const auto first = person::find<ui::LifeLineView>(u"branchLife1"_s);
    const auto second = person::find<ui::LifeLineView>(u"branchLife2"_s);
    QVERIFY(first && second);
    QCOMPARE(first->line().steps.size(), 2); // sent and purged
    QCOMPARE(second->line().steps.size(), 1);
    message->setFocus();
    QTest::keyClick(message, Qt::Key_End);
    QVERIFY(person::find(u"branchLifeNone1"_s)); // it was sent in the second only
    QVERIFY(person::click(u"branchDialogClose"_s));
    shop.desk.trigger(u"stagePageAction"_s);
    QVERIFY(person::find(u"stagePage"_s));
}

/// Of many things that will happen, those of the message that was selected.
void TestSandboxes::theNextChangeOfAMessageIsReached()
{
    Shop shop;
    shop.desk.trigger(u"timeToggleAction"_s); // pause
    shop.desk.ask(cmq::CreateQueue{"later", {}});
    shop.desk.ask(cmq::SendMessage{"later", "in ten seconds", cmq::Seconds(10)});
    shop.desk.ask(cmq::SendMessage{"later", "in a minute", cmq::Seconds(60)});
    QVERIFY(!shop.desk.console->window()
                 .workspace()
                 ->findChild<QAction*>(u"timeStepOfMessage"_s)
                 ->isEnabled());
    QTRY_VERIFY(person::clickRow(u"later"_s));
    shop.desk.trigger(u"showMessages"_s);
    const auto table = person::find<QTableView>(u"messagesTable"_s);
    QVERIFY(table);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    const cmq::Time before = shop.desk.console->connection()->now();
    const auto rowWith = [&](const QString& words) {
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                if (table->model()->index(row, column).data().toString().contains(words))
                    return row;
            }
        }
        return -1;
    };
    QTRY_VERIFY(rowWith(u"minute"_s) >= 0); // bodies come later
    table->selectRow(rowWith(u"minute"_s));
    shop.desk.trigger(u"timeStepOfMessage"_s);
    QTRY_VERIFY(shop.desk.console->connection()->now() >= before + cmq::Seconds(59));
    const auto later = shop.desk.ask(cmq::GetQueueAttributes{"later"});
    QCOMPARE(later.delayMsgNum, 0);
    QCOMPARE(later.activeMsgNum, 2);
}

void TestSandboxes::thePanelOfTheLabIsOpened()
{
    Shop shop(ui::LanguageMode::Chinese);
    const auto* panel =
        shop.desk.console->window().workspace()->findChild<QWidget*>(u"lessonPanel"_s);
    QVERIFY(!panel->isVisible());
    shop.desk.trigger(u"lessonPanelAction"_s);
    QVERIFY(person::find(u"lessonPanel"_s));
    QCOMPARE(person::find<QAbstractButton>(u"lessonUndoButton"_s)->text(), u"撤销"_s);
    shop.desk.trigger(u"lessonPanelAction"_s);
    QVERIFY(!panel->isVisible());
}

CMQ_TEST(sandboxes, TestSandboxes)

} // namespace tst_sandboxes
#include "tst_sandboxes.moc"
