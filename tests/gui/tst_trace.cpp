#include "agreeingprompts.h"
#include "person.h"
#include "simulatedbroker.h"

#include "fakeservice.h"

#include "ui/common/banner.h"
#include "ui/common/settings.h"
#include "ui/connections/connection.h"
#include "ui/shell/workspace.h"
#include "ui/trace/lifelineview.h"

#include "tests/suite.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace tst_trace {

using namespace ui;
using namespace Qt::StringLiterals;
using cmq::Seconds;

namespace {

/// The pages of a connection whose broker the test moves; queue "orders".
struct Desk
{
    Desk()
    {
        cmq::CreateQueue create{"orders", {}};
        create.settings.visibilityTimeout = Seconds(5);
        broker->execute(create);
    }

    QString send()
    {
        return QString::fromStdString(
            broker->execute(cmq::SendMessage{"orders", "body", Seconds(0)}).msgId);
    }
    void receive() { broker->execute(cmq::ReceiveMessage{"orders", Seconds(0)}); }
    void show(const QString& page)
    {
        workspace.resize(1200, 760);
        workspace.show();
        QVERIFY(QTest::qWaitForWindowActive(&workspace));
        workspace.findChild<QAction*>(page)->trigger();
    }
    template <class T>
    T* find(const QString& name) const
    {
        return workspace.findChild<T*>(name);
    }
    QStringList column(const QString& table, int column) const
    {
        QStringList cells;
        const QAbstractItemModel* model = find<QTableView>(table)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            cells += model->index(row, column).data().toString();
        return cells;
    }
    QStringList steps() const { return column(u"lifeTable"_s, 3); }

    SimulatedBroker* broker = new SimulatedBroker;
    Connection connection{
        std::unique_ptr<cmq::Service>(broker), {}, [this] { return broker->now(); }};
    QTemporaryDir folder;
    QSettings store{folder.filePath(u"settings"_s), QSettings::IniFormat};
    Settings settings{store};
    AgreeingPrompts prompts;
    Workspace workspace{connection, prompts, settings};
};

} // namespace

class TestTrace final : public QObject
{
    Q_OBJECT

private slots:
    void aReceiptHandleLeadsToItsMessage()
    {
        Desk desk;
        const QString id = desk.send();
        const std::string handle =
            desk.broker->execute(cmq::ReceiveMessage{"orders", Seconds(0)}).receiptHandle;
        desk.broker->advance(Seconds(6));
        desk.receive();
        desk.show(u"tracePageAction"_s);
        auto* field = desk.find<QLineEdit>(u"traceId"_s);
        field->setFocus();
        QTest::keyClicks(field, QString::fromStdString(handle));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(person::read(u"lifeTitle"_s), u"Message "_s + id);
        QVERIFY(person::read(u"lifeHandle"_s).contains(u"Receive 2 took over"));
        // The receive that gave it out is the one that is explained.
        QVERIFY(person::read(u"lifeWhy"_s).startsWith(u"Receive 1"));
        QCOMPARE(person::read(u"lifeLesson"_s),
                 u"To try it out: lesson 1, Send, receive, delete."_s);
    }

    void refusedRequestsAreFoundWithTheirReason()
    {
        Desk desk;
        desk.show(u"tracePageAction"_s);
        (void)desk.connection.call(
            cmq::SendMessage{"orders", std::string(70'000, 'x'), Seconds(0)});
        (void)desk.connection.call(cmq::DeleteMessage{"orders", "12345678"});
        auto* found = desk.find<QTableView>(u"traceFound"_s);
        const auto search = [&] {
            desk.find<QPushButton>(u"traceFind"_s)->click();
            return found->model()->rowCount() == 2;
        };
        QTRY_VERIFY(search());
        QVERIFY(person::read(u"traceFoundTitle"_s).contains(u"2 refused request"));
        QStringList steps = desk.column(u"traceFound"_s, 1);
        steps.sort();
        QCOMPARE(steps, (QStringList{u"DeleteMessage refused"_s, u"SendMessage refused"_s}));
        found->selectRow(int(desk.column(u"traceFound"_s, 1).indexOf(u"SendMessage refused"_s)));
        const auto shown = [&] {
            QString text;
            for (const QLabel* label : desk.find<QWidget>(u"traceEmpty"_s)->findChildren<QLabel*>())
                text += label->text();
            return text;
        };
        QTRY_VERIFY(shown().contains(u"70000 bytes are more than maxMsgSize, 65536"));
    }

    void messagesLeadToTheirLife()
    {
        Desk desk;
        const QString id = desk.send();
        desk.receive();
        desk.broker->advance(Seconds(2));
        desk.show(u"messagesPageAction"_s);
        auto* messages = desk.find<QTableView>(u"messagesTable"_s);
        QTRY_COMPARE(messages->model()->rowCount(), 1);
        messages->selectRow(0);
        messages->setFocus();
        QTest::keyClick(messages, Qt::Key_L, Qt::ControlModifier);
        QTRY_COMPARE(desk.steps(), (QStringList{u"Sent"_s, u"Receive 1"_s}));
        QVERIFY(desk.find<QWidget>(u"tracePage"_s)->isVisible());
        QCOMPARE(desk.find<QLineEdit>(u"traceId"_s)->text(), id);
        QCOMPARE(person::read(u"lifeTitle"_s), u"Message "_s + id);
        QVERIFY(person::read(u"lifeWhy"_s).contains(u"visibilityTimeout is 5 s"));

        // The line follows the clock of the sandbox.
        desk.broker->advance(Seconds(4));
        desk.find<QAction>(u"refresh"_s)->trigger();
        QTRY_COMPARE(desk.steps().size(), 3);
        QCOMPARE(desk.steps().last(), u"Visible again"_s);
        QAbstractItemModelTester tester(desk.find<QTableView>(u"lifeTable"_s)->model());
        desk.receive();
        QTRY_COMPARE(desk.steps().size(), 4); // by itself, soon
    }

    void keysGoThroughTheLine()
    {
        Desk desk;
        const QString id = desk.send();
        desk.receive();
        desk.broker->advance(Seconds(6));
        desk.show(u"tracePageAction"_s);
        QVERIFY(person::type(u"traceId"_s, id));
        person::press(u"traceId"_s, Qt::Key_Return);
        QTRY_COMPARE(desk.steps().size(), 3);
        auto* view = desk.find<LifeLineView>(u"lifeLine"_s);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Home);
        QCOMPARE(view->selectedStep(), 0);
        QVERIFY(person::read(u"lifeWhy"_s).startsWith(u"Sent. Why?"));
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(view->selectedStep(), 1);
        QCOMPARE(desk.find<QTableView>(u"lifeTable"_s)->currentIndex().row(), 1);
        QVERIFY(view->accessibleDescription().contains(u"visibilityTimeout"));
        // Zooming in and back.
        const auto whole = view->spanTo() - view->spanFrom();
        QTest::keyClick(view, Qt::Key_Plus);
        QVERIFY(view->spanTo() - view->spanFrom() < whole);
        QTest::keyClick(view, Qt::Key_0);
        QCOMPARE(view->spanTo() - view->spanFrom(), whole);
        // And the table leads the line.
        auto* table = desk.find<QTableView>(u"lifeTable"_s);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(view->selectedStep(), 2);
    }

    void objectAndTimeFindMessages()
    {
        Desk desk;
        const QString old = desk.send();
        desk.broker->advance(std::chrono::hours(3));
        const QString young = desk.send();
        desk.show(u"tracePageAction"_s);
        QVERIFY(person::click(u"traceFind"_s)); // the last hour
        QTRY_COMPARE(desk.column(u"traceFound"_s, 0), QStringList{young});
        desk.find<QComboBox>(u"traceRange"_s)->setFocus();
        QTest::keyClick(desk.find<QComboBox>(u"traceRange"_s), Qt::Key_Down);
        QTest::keyClick(desk.find<QComboBox>(u"traceRange"_s), Qt::Key_Down); // everything
        QVERIFY(person::click(u"traceFind"_s));
        QTRY_COMPARE(desk.column(u"traceFound"_s, 0), (QStringList{young, old}));
        auto* found = desk.find<QTableView>(u"traceFound"_s);
        found->setFocus();
        QTest::keyClick(found, Qt::Key_Down);
        QTest::keyClick(found, Qt::Key_Down);
        QTRY_COMPARE(person::read(u"lifeTitle"_s), u"Message "_s + old);
    }

    void gapIsShown()
    {
        Desk desk;
        const QString id = desk.send();
        desk.receive();
        desk.broker->knownSince = desk.broker->now();
        desk.show(u"tracePageAction"_s);
        QVERIFY(person::type(u"traceId"_s, u"4711"_s));
        QVERIFY(person::click(u"traceShow"_s));
        QTRY_VERIFY(person::read(u"lifeGap"_s).startsWith(u"Nothing is known of message 4711"));
        QVERIFY(person::type(u"traceId"_s, id));
        QVERIFY(person::click(u"traceShow"_s));
        QTRY_VERIFY(!desk.find<QLabel>(u"lifeGap"_s)->isVisible());
    }

    void exportsAreWritten_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("svg") << u"exportLifeSvg"_s << u".svg"_s << QByteArray("<?xml");
        QTest::newRow("csv") << u"exportLifeCsv"_s << u".csv"_s << QByteArray("time,event");
        QTest::newRow("json") << u"exportLifeJson"_s << u".json"_s << QByteArray("{");
    }
    void exportsAreWritten()
    {
        QFETCH(QString, action);
        QFETCH(QString, suffix);
        QFETCH(QByteArray, start);
        Desk desk;
        const QString id = desk.send();
        desk.show(u"tracePageAction"_s);
        QVERIFY(person::type(u"traceId"_s, id));
        person::press(u"traceId"_s, Qt::Key_Return);
        QTRY_COMPARE(desk.steps().size(), 1);
        desk.prompts.path = desk.folder.filePath(u"life"_s + suffix);
        desk.find<QAction>(action)->trigger();
        QCOMPARE(desk.prompts.suggested, u"message-"_s + id + suffix);
        QTRY_VERIFY(desk.find<Banner>(u"lifeBanner"_s)->text().startsWith(u"Written"));
        QFile file(desk.prompts.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(start));
    }

    void theLifeIsCopiedAsText()
    {
        Desk desk;
        const QString id = desk.send();
        desk.broker->execute(cmq::ReceiveMessage{"orders", Seconds(0), "10.0.0.7:40000"});
        desk.show(u"tracePageAction"_s);
        QVERIFY(person::type(u"traceId"_s, id));
        person::press(u"traceId"_s, Qt::Key_Return);
        QTRY_COMPARE(desk.steps().size(), 2);
        desk.find<QAction>(u"copyLifeText"_s)->trigger();
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.startsWith(u"Message "_s + id + u'\n'), qPrintable(text));
        QVERIFY2(text.contains(u"A consumer took it: 10.0.0.7:40000."), qPrintable(text));
        // What is not there says so, and does not seem to be on its way for ever.
        QVERIFY(person::type(u"traceId"_s, u"4711"_s));
        person::press(u"traceId"_s, Qt::Key_Return);
        QTRY_COMPARE(person::read(u"lifeEmptyTitle"_s), u"No steps"_s);
    }

    void boundIsRemembered()
    {
        Desk desk;
        QCOMPARE(desk.broker->historyCount, 100'000u);
        desk.show(u"tracePageAction"_s);
        auto* keep = desk.find<QComboBox>(u"traceKeep"_s);
        keep->setFocus();
        QTest::keyClick(keep, Qt::Key_Up);
        QCOMPARE(desk.broker->historyCount, 10'000u);
        QCOMPARE(desk.settings.historyEvents(), 10'000);
    }

    void connectionsWithoutEventsSayWhy()
    {
        auto* service = new FakeService(
            [](const cmq::Action&) { return std::optional<cmq::Result<cmq::Reply>>(); });
        QTemporaryDir folder;
        QSettings store{folder.filePath(u"settings"_s), QSettings::IniFormat};
        Settings settings{store};
        AgreeingPrompts prompts;
        Connection connection{
            std::unique_ptr<cmq::Service>(service), {}, [] { return cmq::Time(); }};
        Workspace workspace{connection, prompts, settings};
        workspace.show();
        workspace.findChild<QAction*>(u"tracePageAction"_s)->trigger();
        QVERIFY(person::read(u"traceEmptySentence"_s).contains(u"does not tell"));
        QVERIFY(!workspace.findChild<QLineEdit*>(u"traceId"_s)->isEnabled());
    }
};

CMQ_TEST(trace, TestTrace)

} // namespace tst_trace
#include "tst_trace.moc"
