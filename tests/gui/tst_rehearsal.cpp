#include "person.h"
#include "sandboxdesk.h"

#include "tests/suite.h"

#include <QAbstractButton>
#include <QDateTimeEdit>
#include <QStandardItemModel>

namespace tst_rehearsal {

using namespace Qt::StringLiterals;

/// Before something is destroyed it can be tried: on a copy, in a sandbox, and nothing is lost.
class TestRehearsal final : public QObject
{
    Q_OBJECT

private slots:
    void purgeIsRehearsedThenDone();
    void refusalsAreForeseen();
    void rewindIsRehearsed();
    void deletedMessagesAreRehearsedInChinese();
    void redriveIsRehearsed();
    void aQueueIsOpenedInASandbox();
    void theWholeBrokerIsOpenedInASandbox();
};

namespace {

/// The local broker with a queue, its dead-letter queue and two messages.
struct Shop
{
    explicit Shop(ui::LanguageMode mode = ui::LanguageMode::English)
        : desk(mode, SandboxDesk::Broker::Local)
    {
        desk.ask(cmq::CreateQueue{"dead", {}});
        cmq::QueueSettings settings;
        settings.rewindSeconds = cmq::Seconds(3600);
        settings.deadLetterPolicy = {"dead", cmq::DeadLetterRule::MaxReceiveCount, 5,
                                     cmq::Seconds(0)};
        desk.ask(cmq::CreateQueue{"orders", settings});
        desk.ask(cmq::SendMessage{"orders", "one", {}});
        desk.ask(cmq::SendMessage{"orders", "two", {}});
        desk.trigger(u"refresh"_s);
        if (!QTest::qWaitFor([] { return person::cell(u"orders"_s, 1) == u"2"; }, 20'000))
            qFatal("the queue does not appear with its messages");
        person::clickRow(u"orders"_s);
    }
    std::int64_t visible(const char* queue = "orders") const
    {
        return desk.ask(cmq::GetQueueAttributes{queue}).activeMsgNum;
    }

    SandboxDesk desk;
};

QString change(const QString& queue, int column)
{
    return person::cell(queue, column, u"rehearsalCounters"_s);
}

int affected()
{
    const auto table = person::find<QTableView>(u"rehearsalMessages"_s);
    return table ? table->model()->rowCount() : -1;
}

} // namespace

void TestRehearsal::purgeIsRehearsedThenDone()
{
    Shop shop;
    shop.desk.trigger(u"clearQueue"_s);
    QVERIFY(person::click(u"confirmationDialogRehearse"_s));
    QTRY_COMPARE(change(u"orders"_s, 1), u"2 → 0"_s);
    QCOMPARE(affected(), 2);
    QCOMPARE(person::read(u"rehearsalText"_s),
             u"Tried on a copy: this would change. Nothing was done yet."_s);
    QCOMPARE(shop.visible(), 2);
    QVERIFY(person::click(u"rehearsalClose"_s));
    QVERIFY(person::isGone(u"rehearsalDialog"_s));
    QVERIFY(person::type(u"confirmationName"_s, u"orders"_s));
    QVERIFY(person::click(u"confirmationAccept"_s));
    QTRY_COMPARE(shop.visible(), 0);
}

/// A dead-letter queue that is in use cannot be deleted: known before it is tried.
void TestRehearsal::refusalsAreForeseen()
{
    Shop shop;
    QVERIFY(person::clickRow(u"dead"_s));
    shop.desk.trigger(u"deleteQueue"_s);
    QVERIFY(person::click(u"confirmationDialogRehearse"_s));
    QTRY_COMPARE(person::read(u"rehearsalBannerText"_s), u"Not all of it would succeed."_s);
    QVERIFY(person::read(u"rehearsalBannerDetail"_s).contains(u"dead-letter queue"_s));
    QCOMPARE(person::read(u"rehearsalText"_s), u"Tried on a copy: nothing would change."_s);
    person::press(u"rehearsalDialog"_s, Qt::Key_Escape);
    QVERIFY(person::isGone(u"rehearsalDialog"_s));
}

void TestRehearsal::rewindIsRehearsed()
{
    Shop shop;
    const auto received = shop.desk.ask(cmq::ReceiveMessage{"orders", cmq::Seconds(0)});
    shop.desk.ask(cmq::DeleteMessage{"orders", received.receiptHandle});
    shop.desk.trigger(u"refresh"_s);
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"1"_s);
    shop.desk.trigger(u"rewindQueue"_s);
    QVERIFY(person::click(u"rewindDialogRehearse"_s));
    QTRY_COMPARE(change(u"orders"_s, 1), u"1 → 2"_s);
    QCOMPARE(change(u"orders"_s, 4), u"1 → 0"_s);
    QCOMPARE(affected(), 1);
    QCOMPARE(shop.visible(), 1);
}

void TestRehearsal::deletedMessagesAreRehearsedInChinese()
{
    Shop shop(ui::LanguageMode::Chinese);
    shop.desk.trigger(u"showMessages"_s);
    const auto table = person::find<QTableView>(u"messagesTable"_s);
    QVERIFY(table);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->selectAll();
    const auto* remove =
        shop.desk.console->window().workspace()->findChild<QAction*>(u"deleteMessages"_s);
    QTRY_VERIFY(remove->isEnabled());
    const_cast<QAction*>(remove)->trigger();
    QCOMPARE(person::find<QAbstractButton>(u"confirmationDialogRehearse"_s)->text(), u"先预演"_s);
    QVERIFY(person::click(u"confirmationDialogRehearse"_s));
    QTRY_COMPARE(change(u"orders"_s, 1), u"2 → 0"_s);
    QCOMPARE(change(u"orders"_s, 4), u"0 → 2"_s); // they can be brought back
    QCOMPARE(affected(), 2);
    QCOMPARE(shop.visible(), 2);
}

void TestRehearsal::redriveIsRehearsed()
{
    Shop shop;
    shop.desk.ask(cmq::SendMessage{"dead", "poison", {}});
    shop.desk.trigger(u"refresh"_s);
    QTRY_COMPARE(person::cell(u"dead"_s, 1), u"1"_s);
    QVERIFY(person::clickRow(u"dead"_s));
    shop.desk.trigger(u"showMessages"_s);
    const auto* redrive =
        shop.desk.console->window().workspace()->findChild<QAction*>(u"redriveMessages"_s);
    QTRY_VERIFY(redrive->isEnabled());
    const_cast<QAction*>(redrive)->trigger();
    QVERIFY(person::click(u"transferOrigin"_s)); // it was sent there, and has no origin
    QVERIFY(person::click(u"transferDialogRehearse"_s));
    QTRY_COMPARE(change(u"orders"_s, 1), u"2 → 3"_s);
    QCOMPARE(change(u"dead"_s, 1), u"1 → 0"_s);
    QCOMPARE(shop.visible("dead"), 1);
}

/// What is done there stays there, and is taken back there.
void TestRehearsal::aQueueIsOpenedInASandbox()
{
    Shop shop;
    shop.desk.ask(cmq::CreateQueue{"elsewhere", {}});
    shop.desk.trigger(u"queueToSandbox"_s);
    QTRY_COMPARE(shop.desk.console->connection()->kind(), ui::ConnectionKind::Sandbox);
    QCOMPARE(shop.desk.console->connection()->name(), u"Copy of orders"_s);
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"2"_s);
    QCOMPARE(person::cell(u"dead"_s, 1), u"0"_s);
    QCOMPARE(person::cell(u"elsewhere"_s, 1), QString());
    // Its time stands still until somebody moves it.
    QCOMPARE(person::find<QAbstractButton>(u"timeToggle"_s)->text(), u"Play"_s);
    shop.desk.ask(cmq::ClearQueue{"orders"});
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"0"_s);
    QTRY_VERIFY(person::find(u"time_lessonUndo"_s)->isEnabled());
    person::press(u"mainWindow"_s, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"2"_s);
    shop.desk.ask(cmq::ClearQueue{"orders"});
    shop.desk.trigger(u"closeConnection"_s);
    QTRY_COMPARE(shop.desk.console->connection()->kind(), ui::ConnectionKind::Local);
    QCOMPARE(shop.visible(), 2);
}

void TestRehearsal::theWholeBrokerIsOpenedInASandbox()
{
    Shop shop;
    shop.desk.trigger(u"copyToSandbox"_s);
    QTRY_COMPARE(shop.desk.console->connection()->kind(), ui::ConnectionKind::Sandbox);
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"2"_s);
    // A file could not hold it.
    shop.desk.trigger(u"lessonPanelAction"_s);
    QVERIFY(!person::find(u"lessonSave"_s)->isEnabled());
}

CMQ_TEST(rehearsal, TestRehearsal)

} // namespace tst_rehearsal
#include "tst_rehearsal.moc"
