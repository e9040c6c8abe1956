#include "desk.h"
#include "person.h"

#include "tests/suite.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_console {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Visible, InFlight, Delayed, Rewindable };

} // namespace

/// The way of a person with the real window: the first queue, a message's whole life, and
/// everything still there the next day.
class TestConsole final : public QObject
{
    Q_OBJECT

private slots:
    void firstDay_data();
    void firstDay();
    void refusalKeepsWhatWasTyped();
    void deletingAQueueWantsItsName();
    void attributesAreChanged();
    void delayedMessageIsCountedAsDelayed();
    void waitingReceiveIsCancelled();
    void rewindBringsMessagesBack();
    void languageChangesWithoutRestart();
    void unusableStoreIsExplained_data();
    void unusableStoreIsExplained();
    void lockedStoreIsExplained();
    void sandboxAndBack();
    void openingSaysHowFarItIs_data();
    void openingSaysHowFarItIs();
};

static void createQueue(const QString& name)
{
    QVERIFY(person::find(u"queuesTable"_s));
    person::press(u"queuesTable"_s, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(person::type(u"queueName"_s, name));
    person::press(u"queueName"_s, Qt::Key_Return);
    QVERIFY(person::isGone(u"createQueueDialog"_s));
    QTRY_COMPARE(person::cell(name, Name), name);
    QVERIFY(person::clickRow(name));
}

static void sendMessage(const QString& body)
{
    QVERIFY(person::click(u"sendMessageButton"_s));
    QVERIFY(person::type(u"messageBody"_s, body));
    person::press(u"messageBody"_s, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!person::read(u"sendDialogBannerDetail"_s).isEmpty());
    QVERIFY(person::click(u"sendDialogClose"_s));
    QVERIFY(person::isGone(u"sendDialog"_s));
}

void TestConsole::firstDay_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<QString>("empty");
    QTest::addColumn<QString>("local");
    QTest::newRow("English") << false << u"No queues yet"_s << u"Local"_s;
    QTest::newRow("Chinese") << true << u"还没有队列"_s << u"本地"_s;
}

void TestConsole::firstDay()
{
    QFETCH(bool, chinese);
    QFETCH(QString, empty);
    QFETCH(QString, local);
    Desk desk;
    desk.language.setMode(chinese ? ui::LanguageMode::Chinese : ui::LanguageMode::English);
    desk.open();

    // An empty broker leads to the first queue.
    QVERIFY(person::find(u"queuesEmptyPrimary"_s));
    QTRY_COMPARE(person::read(u"queuesEmptyTitle"_s), empty);
    QCOMPARE(person::read(u"statusMode"_s), local);
    QVERIFY(person::click(u"queuesEmptyPrimary"_s));
    QVERIFY(person::type(u"queueName"_s, u"orders"_s));
    person::press(u"queueName"_s, Qt::Key_Return);
    QVERIFY(person::isGone(u"createQueueDialog"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"0"_s);

    // What was created is selected: send three, by keys.
    QVERIFY(person::click(u"sendMessageButton"_s));
    QVERIFY(person::type(u"messageBody"_s, u"hello <b>world</b>"_s));
    for (int i = 0; i < 3; ++i) {
        person::press(u"messageBody"_s, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(person::find(u"sendDialogSubmit"_s)->isEnabled());
    }
    QVERIFY(person::click(u"sendDialogClose"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"3"_s);

    // Receive one, see what it says, delete it.
    QVERIFY(person::click(u"receiveMessagesButton"_s));
    QVERIFY(person::click(u"receiveButton"_s));
    const QPointer<QPlainTextEdit> body = person::find<QPlainTextEdit>(u"messageText1"_s);
    QVERIFY(body);
    QCOMPARE(body->toPlainText(), u"hello <b>world</b>"_s);
    QVERIFY(!person::read(u"messageState1"_s).isEmpty());
    QTRY_COMPARE(person::cell(u"orders"_s, InFlight), u"1"_s);
    QVERIFY(person::click(u"messageDelete1"_s));
    QTRY_COMPARE(person::read(u"messageState1"_s), chinese ? u"已删除"_s : u"Deleted"_s);
    QTRY_COMPARE(person::cell(u"orders"_s, InFlight), u"0"_s);
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"2"_s);
    QVERIFY(person::click(u"receiveClose"_s));

    // The next day everything is still there.
    desk.close();
    desk.open();
    QVERIFY(person::find(u"queuesTable"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"2"_s);
    QCOMPARE(person::cell(u"orders"_s, InFlight), u"0"_s);
    QTRY_COMPARE(person::read(u"statusMode"_s), local);
}

void TestConsole::refusalKeepsWhatWasTyped()
{
    Desk desk;
    desk.language.setMode(ui::LanguageMode::English);
    desk.open();
    createQueue(u"orders"_s);
    person::press(u"queuesTable"_s, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(person::type(u"queueName"_s, u"ORDERS"_s));
    QVERIFY(person::type(u"visibilityTimeoutEdit"_s, u"5m"_s));
    QCOMPARE(person::read(u"visibilityTimeoutMeaning"_s), u"5 min = 300 s"_s);
    person::press(u"queueName"_s, Qt::Key_Return);
    QTRY_VERIFY(person::read(u"createQueueDialogBannerText"_s).contains(u"exists already"));
    QCOMPARE(person::find<QLineEdit>(u"queueName"_s)->text(), u"ORDERS"_s);
    QCOMPARE(person::find<QLineEdit>(u"visibilityTimeoutEdit"_s)->text(), u"5m"_s);

    // What cannot be is said while it is typed, and cannot be submitted.
    QVERIFY(person::type(u"visibilityTimeoutEdit"_s, u"13h"_s));
    QCOMPARE(person::read(u"visibilityTimeoutHint"_s), u"Between 1 s and 12 h, please."_s);
    QVERIFY(!person::find(u"createQueueDialogSubmit"_s)->isEnabled());
    QVERIFY(person::type(u"visibilityTimeoutEdit"_s, u"12h"_s));
    QVERIFY(person::type(u"queueName"_s, u"orders-2"_s));
    person::press(u"queueName"_s, Qt::Key_Return);
    QVERIFY(person::isGone(u"createQueueDialog"_s));
    QTRY_COMPARE(person::cell(u"orders-2"_s, 7), u"12 h"_s);
}

void TestConsole::deletingAQueueWantsItsName()
{
    Desk desk;
    desk.open();
    createQueue(u"orders"_s);
    sendMessage(u"x"_s);
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"1"_s);

    person::press(u"queuesTable"_s, Qt::Key_Delete);
    QVERIFY(person::find(u"confirmationName"_s));
    QVERIFY(!person::find(u"confirmationAccept"_s)->isEnabled());
    QVERIFY(person::read(u"confirmationLoss0"_s).contains(u'1'));
    QVERIFY(person::type(u"confirmationName"_s, u"orders"_s));
    // Enter never goes on.
    person::press(u"confirmationName"_s, Qt::Key_Return);
    QVERIFY(person::isGone(u"confirmationDialog"_s));
    QCOMPARE(person::cell(u"orders"_s, Name), u"orders"_s);

    person::press(u"queuesTable"_s, Qt::Key_Delete);
    QVERIFY(person::type(u"confirmationName"_s, u"orders"_s));
    QVERIFY(person::click(u"confirmationAccept"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, Name), QString());
}

void TestConsole::attributesAreChanged()
{
    Desk desk;
    desk.open();
    createQueue(u"orders"_s);
    QVERIFY(person::click(u"queueAttributesButton"_s));
    QVERIFY(person::find(u"queueAttributesDialog"_s));
    QVERIFY(!person::find(u"queueAttributesDialogSubmit"_s)->isEnabled());
    QVERIFY(person::type(u"msgRetentionSecondsEdit"_s, u"2d"_s));
    QVERIFY(person::type(u"rewindSecondsEdit"_s, u"3d"_s));
    QVERIFY(!person::find(u"queueAttributesDialogSubmit"_s)->isEnabled()); // longer than retention
    QVERIFY(person::type(u"rewindSecondsEdit"_s, u"1d"_s));
    QVERIFY(person::click(u"queueAttributesDialogSubmit"_s));
    QVERIFY(person::isGone(u"queueAttributesDialog"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, 6), u"2 d"_s);
}

void TestConsole::delayedMessageIsCountedAsDelayed()
{
    Desk desk;
    desk.open();
    createQueue(u"orders"_s);
    QVERIFY(person::click(u"sendMessageButton"_s));
    QVERIFY(person::type(u"messageBody"_s, u"later"_s));
    QVERIFY(person::type(u"delaySecondsEdit"_s, u"10m"_s));
    QVERIFY(person::click(u"sendDialogSubmit"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, Delayed), u"1"_s);
    QCOMPARE(person::cell(u"orders"_s, Visible), u"0"_s);
}

void TestConsole::waitingReceiveIsCancelled()
{
    Desk desk;
    desk.language.setMode(ui::LanguageMode::English);
    desk.open();
    createQueue(u"orders"_s);
    QVERIFY(person::click(u"receiveMessagesButton"_s));
    QVERIFY(person::type(u"receiveWait"_s, u"30"_s));
    QVERIFY(person::click(u"receiveButton"_s));
    const QPointer<QPushButton> button = person::find<QPushButton>(u"receiveButton"_s);
    QTRY_COMPARE(button->text(), u"Cancel"_s);
    QVERIFY(person::click(u"receiveButton"_s));
    QTRY_COMPARE(button->text(), u"Receive"_s);
    // Nobody waits any more: a message that comes now stays visible.
    QVERIFY(person::click(u"receiveClose"_s));
    sendMessage(u"x"_s);
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"1"_s);
}

void TestConsole::rewindBringsMessagesBack()
{
    Desk desk;
    desk.open();
    createQueue(u"orders"_s);
    QVERIFY(!person::find(u"rewindQueueButton"_s)->isEnabled());
    QVERIFY(!person::find(u"rewindQueueButton"_s)->toolTip().isEmpty());
    QVERIFY(person::click(u"queueAttributesButton"_s));
    QVERIFY(person::type(u"rewindSecondsEdit"_s, u"1h"_s));
    QVERIFY(person::click(u"queueAttributesDialogSubmit"_s));
    QVERIFY(person::isGone(u"queueAttributesDialog"_s));
    sendMessage(u"again"_s);
    QVERIFY(person::click(u"receiveMessagesButton"_s));
    QVERIFY(person::click(u"receiveButton"_s));
    QVERIFY(person::click(u"messageDelete1"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, Rewindable), u"1"_s);
    QVERIFY(person::click(u"receiveClose"_s));
    QVERIFY(person::click(u"rewindQueueButton"_s));
    QVERIFY(person::click(u"rewindDialogSubmit"_s));
    QVERIFY(person::isGone(u"rewindDialog"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"1"_s);
    QCOMPARE(person::cell(u"orders"_s, Rewindable), u"0"_s);
}

void TestConsole::languageChangesWithoutRestart()
{
    Desk desk;
    desk.language.setMode(ui::LanguageMode::English);
    desk.open();
    createQueue(u"orders"_s);
    QCOMPARE(person::read(u"queuesTitle"_s), u"Queues"_s);
    const QPointer<QMainWindow> window = person::find<QMainWindow>(u"mainWindow"_s);
    QVERIFY(window);
    window->findChild<QAction*>(u"languageChinese"_s)->trigger();
    QTRY_COMPARE(person::read(u"queuesTitle"_s), u"队列"_s);
    QTRY_COMPARE(person::read(u"queuesCount"_s), u"1 个队列"_s);
    const QPointer<QTableView> table = person::find<QTableView>(u"queuesTable"_s);
    QCOMPARE(table->model()->headerData(InFlight, Qt::Horizontal).toString(), u"不可见消息"_s);
    QCOMPARE(desk.settings.language(), ui::LanguageMode::Chinese);
    window->findChild<QAction*>(u"languageEnglish"_s)->trigger();
    QTRY_COMPARE(person::read(u"queuesTitle"_s), u"Queues"_s);
}

void TestConsole::unusableStoreIsExplained_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("words");
    const QString foreign = u"not a store of CMQ Console"_s;
    QTest::newRow("not a database")
        << QByteArray("this is a shopping list\n").repeated(200) << foreign;
    QTest::newRow("empty file") << QByteArray() << foreign;
    QTest::newRow("truncated") << QByteArray("SQLite format 3\0", 16) << foreign;
    QByteArray newer = QByteArray("SQLite format 3\0", 16).leftJustified(4096, '\0');
    newer.replace(60, 4, QByteArray::fromHex("7fffffff")); // user_version
    newer.replace(68, 4, QByteArray("CMQ1"));
    QTest::newRow("of a newer version") << newer << u"newer version"_s;
}

void TestConsole::unusableStoreIsExplained()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, words);
    Desk desk;
    desk.language.setMode(ui::LanguageMode::English);
    QVERIFY(QDir().mkpath(desk.folder()));
    QFile file(desk.folder() + u"/broker.sqlite"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    desk.open();
    QVERIFY(person::find(u"storeProblemPage"_s));
    QVERIFY(person::read(u"storeProblemPath"_s).contains(desk.folder()));
    QVERIFY2(person::read(u"storeProblemSentence"_s).contains(words),
             qPrintable(person::read(u"storeProblemSentence"_s)));

    // Never overwritten.
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
    file.close();

    // Out of the way, it works at once; or in a sandbox.
    QVERIFY(file.remove());
    QVERIFY(person::click(u"storeProblemTryAgain"_s));
    createQueue(u"orders"_s);
}

void TestConsole::lockedStoreIsExplained()
{
    Desk desk;
    desk.open();
    createQueue(u"orders"_s);
    Console other({.dataFolder = desk.folder(),
                   .isInMemory = false,
                   .language = {},
                   .theme = {},
                   .screenshotsFolder = {}},
                  desk.settings, desk.theme, desk.language, desk.prompts);
    QSignalSpy failed(&other, &Console::failed);
    other.start();
    QTRY_COMPARE(failed.size(), 1);
    QTRY_VERIFY(other.window().findChild<QWidget*>(u"storeProblemPage"_s));
    auto* sandbox = other.window().findChild<QWidget*>(u"storeProblemSandbox"_s);
    QTest::mouseClick(sandbox, Qt::LeftButton);
    QTRY_VERIFY(other.connection());
    QVERIFY(other.connection()->kind() == ui::ConnectionKind::Sandbox);
}

void TestConsole::sandboxAndBack()
{
    Desk desk;
    desk.open();
    createQueue(u"kept"_s);
    const QPointer<QMainWindow> window = person::find<QMainWindow>(u"mainWindow"_s);
    auto* local = window->findChild<QAction*>(u"openLocal"_s);
    QVERIFY(!local->isEnabled());
    window->findChild<QAction*>(u"openSandbox"_s)->trigger();
    QTRY_COMPARE(desk.console->connection()->kind(), ui::ConnectionKind::Sandbox);
    QVERIFY(person::find(u"queuesEmptyPrimary"_s));
    createQueue(u"gone"_s);
    QVERIFY(local->isEnabled());
    local->trigger();
    QTRY_COMPARE(person::cell(u"kept"_s, Name), u"kept"_s);
    QCOMPARE(person::cell(u"gone"_s, Name), QString());
}

void TestConsole::openingSaysHowFarItIs_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<QString>("text");
    QTest::newRow("English") << false << u"2,500,000 of 10,000,000 messages are loaded."_s;
    QTest::newRow("Chinese") << true << u"已加载 2,500,000 条消息，共 10,000,000 条。"_s;
}

void TestConsole::openingSaysHowFarItIs()
{
    QFETCH(bool, chinese);
    QFETCH(QString, text);
    Desk desk;
    desk.language.setMode(chinese ? ui::LanguageMode::Chinese : ui::LanguageMode::English);
    desk.open();
    QVERIFY(person::find(u"queuesEmptyPrimary"_s));
    ui::MainWindow& window = desk.console->window();
    window.showOpeningProgress(5, 10); // nothing is being opened
    window.showOpening();
    window.showOpeningProgress(1, 20); // too small to be worth a number
    auto* bar = window.findChild<QProgressBar*>(u"openingProgress"_s);
    QVERIFY(bar && !bar->isVisible());
    window.showOpeningProgress(2'500'000, 10'000'000);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->value() * 4, bar->maximum());
    QCOMPARE(person::read(u"openingStateSentence"_s), text);
}

CMQ_TEST(console, TestConsole)

} // namespace tst_console
#include "tst_console.moc"
