#include "person.h"
#include "sandboxdesk.h"

#include "ui/shell/deck.h"

#include "tests/suite.h"

#include <QInputMethodEvent>
#include <QListView>

namespace tst_commandpalette {

using namespace Qt::StringLiterals;

/// The palette as it is used: by keys alone.
class TestCommandPalette final : public QObject
{
    Q_OBJECT

private slots:
    void runsACommand_data();
    void runsACommand();
    void opensAQueue();
    void goesToATopicAndToASubscription();
    void saysWhyNot();
    void goesAndGivesTheFocusBack();
    void hundredsOfQueuesAreFound();
};

namespace {

/// As an input method does it, which Chinese is written with.
void write(const QString& text)
{
    const QPointer<QWidget> query = person::find(u"paletteQuery"_s);
    QVERIFY(query && query->hasFocus());
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(query, &event);
}

void openPalette()
{
    person::press(u"mainWindow"_s, Qt::Key_K, Qt::ControlModifier);
    QVERIFY(person::find(u"palette"_s));
}

QStringList found()
{
    QStringList titles;
    const auto list = person::find<QListView>(u"paletteList"_s);
    for (int row = 0; list && row < list->model()->rowCount(); ++row)
        titles += list->model()->index(row, 0).data().toString();
    return titles;
}

bool isOpen()
{
    for (const QWidget* widget : QApplication::allWidgets()) {
        if (widget->objectName() == u"palette")
            return widget->isVisible();
    }
    return false;
}

} // namespace

void TestCommandPalette::runsACommand_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("title");
    QTest::newRow("English in English") << false << u"new queue"_s << u"New queue"_s;
    QTest::newRow("Chinese in English") << false << u"新建队列"_s << u"New queue"_s;
    QTest::newRow("Chinese in Chinese") << true << u"新建队列"_s << u"新建队列"_s;
    QTest::newRow("English in Chinese") << true << u"new queue"_s << u"新建队列"_s;
    QTest::newRow("initials") << false << u"nq"_s << u"New queue"_s;
}

void TestCommandPalette::runsACommand()
{
    QFETCH(bool, chinese);
    QFETCH(QString, typed);
    QFETCH(QString, title);
    const SandboxDesk desk(chinese ? ui::LanguageMode::Chinese : ui::LanguageMode::English);
    openPalette();
    write(typed);
    QCOMPARE(found().value(0), title);
    person::press(u"paletteQuery"_s, Qt::Key_Return);
    QVERIFY(!isOpen());
    QVERIFY(person::find(u"createQueueDialog"_s));
    QApplication::activeModalWidget()->close();
}

void TestCommandPalette::opensAQueue()
{
    SandboxDesk desk;
    desk.ask(cmq::CreateQueue{"orders", {}});
    desk.ask(cmq::CreateQueue{"orders-retried", {}});
    QTRY_COMPARE(person::cell(u"orders-retried"_s, 0), u"orders-retried"_s);
    openPalette();
    QVERIFY(person::type(u"paletteQuery"_s, u"ordret"_s));
    QCOMPARE(found().value(0), u"orders-retried"_s);
    QVERIFY(person::type(u"paletteQuery"_s, u"orders"_s));
    QCOMPARE(found().mid(0, 2), (QStringList{u"orders"_s, u"orders-retried"_s}));
    person::press(u"paletteQuery"_s, Qt::Key_Down);
    person::press(u"paletteQuery"_s, Qt::Key_Return);
    QCOMPARE(person::read(u"queueTabTitle"_s), u"orders-retried"_s);
}

void TestCommandPalette::goesToATopicAndToASubscription()
{
    SandboxDesk desk;
    desk.ask(cmq::CreateQueue{"shipping", {}});
    for (const std::string name : {"prices", "events"})
        desk.ask(cmq::CreateTopic{name});
    cmq::Subscribe subscribe;
    subscribe.topicName = "prices";
    subscribe.subscriptionName = "warehouse";
    subscribe.protocol = cmq::Protocol::Queue;
    subscribe.endpoint = "shipping";
    desk.ask(subscribe);
    // The page of topics has not been shown; the palette knows them as soon as the console does.
    const auto goTo = [](const QString& name) {
        QVERIFY(QTest::qWaitFor(
            [&] {
                openPalette();
                if (person::type(u"paletteQuery"_s, name) &&
                    QTest::qWaitFor([&] { return found().value(0) == name; }, 500))
                    return true;
                person::press(u"paletteQuery"_s, Qt::Key_Escape);
                return false;
            },
            20'000));
        person::press(u"paletteQuery"_s, Qt::Key_Return);
    };
    goTo(u"events"_s);
    QTRY_COMPARE(person::read(u"topicTabTitle"_s), u"events"_s);
    goTo(u"warehouse"_s);
    QTRY_COMPARE(person::read(u"topicTabTitle"_s), u"prices"_s);
    QTRY_COMPARE(person::cell(u"warehouse"_s, 0, u"subscriptionsTable"_s), u"warehouse"_s);
}

void TestCommandPalette::saysWhyNot()
{
    const SandboxDesk desk;
    QVERIFY(person::find(u"queuesEmptyPrimary"_s));
    openPalette();
    QVERIFY(person::type(u"paletteQuery"_s, u"purge"_s));
    const auto list = person::find<QListView>(u"paletteList"_s);
    QCOMPARE(list->currentIndex().data().toString(), u"Purge"_s);
    QVERIFY(list->currentIndex()
                .data(Qt::AccessibleDescriptionRole)
                .toString()
                .contains(u"Select a queue first."_s));
    person::press(u"paletteQuery"_s, Qt::Key_Return);
    QVERIFY(isOpen()); // nothing happened
    QVERIFY(person::type(u"paletteQuery"_s, u"qqqq"_s));
    QVERIFY(!person::read(u"paletteNone"_s).isEmpty());
    person::press(u"paletteQuery"_s, Qt::Key_Return);
    QVERIFY(isOpen());
}

void TestCommandPalette::goesAndGivesTheFocusBack()
{
    const SandboxDesk desk;
    const QPointer<QWidget> filter = person::find(u"queuesFilter"_s);
    filter->setFocus();
    openPalette();
    QVERIFY(person::find(u"paletteQuery"_s)->hasFocus());
    person::press(u"paletteQuery"_s, Qt::Key_Escape);
    QVERIFY(!isOpen());
    QVERIFY(filter->hasFocus());

    openPalette();
    QVERIFY(person::type(u"paletteQuery"_s, u"x"_s));
    QTest::mouseClick(filter, Qt::LeftButton);
    QTRY_VERIFY(!isOpen());
    QVERIFY(filter->hasFocus());
}

void TestCommandPalette::hundredsOfQueuesAreFound()
{
    SandboxDesk desk;
    QList<QFuture<cmq::Result<cmq::QueueIdReply>>> created;
    for (int i = 0; i < 900; ++i)
        created +=
            desk.console->connection()->call(cmq::CreateQueue{"queue-" + std::to_string(i), {}});
    QTRY_VERIFY_WITH_TIMEOUT(created.constLast().isFinished(), 60'000);
    const QPointer<QTableView> table = person::find<QTableView>(u"queuesTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 900, 60'000);
    openPalette();
    QVERIFY(person::type(u"paletteQuery"_s, u"899"_s));
    QCOMPARE(found().value(0), u"queue-899"_s);
}

CMQ_TEST(commandpalette, TestCommandPalette)

} // namespace tst_commandpalette
#include "tst_commandpalette.moc"
