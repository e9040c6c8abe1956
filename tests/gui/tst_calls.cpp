#include "person.h"
#include "sandboxdesk.h"

#include "ui/common/confirmationdialog.h"

#include "tests/suite.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace tst_calls {

using namespace Qt::StringLiterals;

namespace {

/// A queue "orders" with three messages, selected.
struct Orders
{
    Orders()
    {
        desk.ask(cmq::CreateQueue{"orders", {}});
        for (const char* body : {"one", "two", "three"})
            desk.ask(cmq::SendMessage{"orders", body, {}});
        desk.trigger(u"refresh"_s);
        if (!QTest::qWaitFor([] { return person::cell(u"orders"_s, 1) == u"3"; }, 20'000))
            qFatal("the queue does not appear with its messages");
        person::clickRow(u"orders"_s);
    }
    QString text(const QString& view) const
    {
        const auto found = person::find<QPlainTextEdit>(view);
        return found ? found->toPlainText() : QString();
    }

    SandboxDesk desk;
};

} // namespace

/// What the console does can be looked at as a call of CMQ before it is done, and what would be
/// lost can be kept.
class TestCalls final : public QObject
{
    Q_OBJECT

private slots:
    void sendShowsItsCall();
    void theCallNamesTheAddress();
    void everyDialogHasOne_data();
    void everyDialogHasOne();
    void questionsShowTheirCall();
    void exportFirstKeepsTheMessages();
    void receivedMessagesAreInspected();
    void receivedMessagesAreDeletedAtOnce();
};

void TestCalls::sendShowsItsCall()
{
    Orders o;
    o.desk.trigger(u"sendMessage"_s);
    QVERIFY(person::type(u"messageBody"_s, u"it's \"x\""_s));
    QVERIFY(person::click(u"sendDialogCall"_s));
    QCOMPARE(person::read(u"callTitle"_s), u"The call SendMessage"_s);
    QVERIFY(person::read(u"callWhere"_s).contains(u"not served"));
    QCOMPARE(
        o.text(u"callParameters"_s),
        u"Action = SendMessage\nqueueName = orders\nmsgBody = it's \"x\"\ndelaySeconds = 0\n"_s);
    QVERIFY(o.text(u"callCode"_s).contains(u"'msgBody=it'\\''s \"x\"'"_s));
    const auto languages = person::find<QComboBox>(u"callLanguage"_s);
    QCOMPARE(languages->count(), 7);
    languages->setCurrentText(u"Python"_s);
    QVERIFY(o.text(u"callCode"_s).contains(u"\"msgBody\": \"it's \\\"x\\\"\","_s));
    QVERIFY(person::click(u"callCopy"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), o.text(u"callCode"_s));
}

void TestCalls::theCallNamesTheAddress()
{
    Orders o;
    ui::Serving& serving = *o.desk.console->connection()->serving();
    const auto port = serving.start({});
    QVERIFY(port);
    o.desk.trigger(u"sendMessage"_s);
    QVERIFY(person::click(u"sendDialogCall"_s));
    const QString url = u"http://127.0.0.1:%1/v2/index.php"_s.arg(*port);
    QCOMPARE(person::read(u"callWhere"_s), u"POST "_s + url);
    QVERIFY(o.text(u"callCode"_s).contains(url));
    const auto languages = person::find<QComboBox>(u"callLanguage"_s);
    for (int i = 0; i < languages->count(); ++i) {
        languages->setCurrentIndex(i);
        QVERIFY(!o.text(u"callCode"_s).contains(serving.keys().secretKey));
    }
}

void TestCalls::everyDialogHasOne_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("call");
    const auto row = [](const QString& action, const QString& dialog, const QString& call) {
        QTest::newRow(qPrintable(call)) << action << QString(dialog + u"Call"_s) << call;
    };
    row(u"createQueue"_s, u"createQueueDialog"_s, u"CreateQueue"_s);
    row(u"queueAttributes"_s, u"queueAttributesDialog"_s, u"SetQueueAttributes"_s);
    row(u"receiveMessages"_s, u"receiveDialog"_s, u"BatchReceiveMessage"_s);
    row(u"createTopic"_s, u"createTopicDialog"_s, u"CreateTopic"_s);
}

void TestCalls::everyDialogHasOne()
{
    QFETCH(QString, action);
    QFETCH(QString, button);
    QFETCH(QString, call);
    Orders o;
    o.desk.trigger(action);
    QVERIFY2(person::click(button), qPrintable(button));
    QCOMPARE(person::read(u"callTitle"_s), u"The call "_s + call);
}

void TestCalls::questionsShowTheirCall()
{
    Orders o;
    o.desk.trigger(u"deleteQueue"_s);
    QVERIFY(person::find(u"confirmationDialog"_s));
    QVERIFY(person::click(u"confirmationDialogCall"_s));
    QCOMPARE(o.text(u"callParameters"_s), u"Action = DeleteQueue\nqueueName = orders\n"_s);
}

void TestCalls::exportFirstKeepsTheMessages()
{
    Orders o;
    o.desk.trigger(u"clearQueue"_s);
    QTRY_VERIFY(person::read(u"confirmationLoss0"_s).contains(u"3 visible"));
    // Enter changes nothing.
    person::press(u"confirmationName"_s, Qt::Key_Return);
    QVERIFY(person::isGone(u"confirmationDialog"_s));
    o.desk.trigger(u"clearQueue"_s);
    QVERIFY(person::click(u"confirmationFirst"_s));
    const auto files = person::find<QFileDialog>(u"saveFileDialog"_s);
    QVERIFY(files);
    const QString path = o.desk.home.filePath(u"orders.jsonl"_s);
    files->selectFile(path);
    QMetaObject::invokeMethod(files, "accept");
    QTRY_COMPARE(person::read(u"operationSummary"_s), u"3 done"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\"body\":"), 3);
    QCOMPARE(o.desk.ask(cmq::GetQueueAttributes{"orders"}).activeMsgNum, 3);
}

void TestCalls::receivedMessagesAreInspected()
{
    Orders o;
    o.desk.trigger(u"receiveMessages"_s);
    QVERIFY(person::click(u"receiveButton"_s));
    QVERIFY(person::click(u"messageInspect1"_s));
    QVERIFY(person::find(u"inspectDialog"_s));
    QVERIFY(person::click(u"inspectClose"_s));
    QVERIFY(person::isGone(u"inspectDialog"_s));
    QCOMPARE(o.desk.ask(cmq::GetQueueAttributes{"orders"}).inactiveMsgNum, 1);
}

void TestCalls::receivedMessagesAreDeletedAtOnce()
{
    Orders o;
    o.desk.trigger(u"receiveMessages"_s);
    const auto count = person::find<QSpinBox>(u"receiveCount"_s);
    count->setValue(2);
    const auto help = o.desk.console->window().findChild<QLabel*>(u"receiveDeletesHelp"_s);
    QVERIFY(help && help->isHidden());
    person::find<QCheckBox>(u"receiveDeletes"_s)->click();
    QVERIFY(help->isVisible());
    QVERIFY(person::click(u"receiveButton"_s));
    QTRY_COMPARE(person::read(u"messageState2"_s), u"Deleted"_s);
    QTRY_COMPARE(person::read(u"messageState1"_s), u"Deleted"_s);
    const auto queue = o.desk.ask(cmq::GetQueueAttributes{"orders"});
    QCOMPARE(queue.activeMsgNum, 1);
    QCOMPARE(queue.inactiveMsgNum, 0);
}

CMQ_TEST(calls, TestCalls)

} // namespace tst_calls
#include "tst_calls.moc"
