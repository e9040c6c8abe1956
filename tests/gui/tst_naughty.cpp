#include "naughty.h"
#include "person.h"
#include "sandboxdesk.h"

#include "ui/shell/workspace.h"

#include "tests/suite.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>

namespace tst_naughty {

using namespace Qt::StringLiterals;

/// Texts that programs stumble over, in every field and in everything that shows what came from
/// outside.
class TestNaughty final : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldTakesThem_data();
    void everyFieldTakesThem();
    void messagesShowThem();
};

namespace {

QString faultOfLabels()
{
    for (const QWidget* widget : QApplication::allWidgets()) {
        const auto* label = qobject_cast<const QLabel*>(widget);
        if (label && label->isVisible() && label->textFormat() != Qt::PlainText &&
            !label->text().isEmpty())
            return label->objectName() + u" takes markup"_s;
    }
    return {};
}

/// Writes each text into each field that is shown, as pasting does.
void writeIntoEveryField()
{
    QSet<QString> tried;
    for (QWidget* widget : QApplication::allWidgets()) {
        const QPointer<QLineEdit> line = qobject_cast<QLineEdit*>(widget);
        const QPointer<QPlainTextEdit> text = qobject_cast<QPlainTextEdit*>(widget);
        if ((!line && !text) || !widget->isVisible() || !widget->isEnabled() ||
            (line && line->isReadOnly()) || (text && text->isReadOnly()))
            continue;
        tried.insert(widget->objectName());
        for (const QString& naughty : naughtyTexts()) {
            if (line) {
                line->selectAll();
                line->insert(naughty);
            } else if (text) {
                text->selectAll();
                text->insertPlainText(naughty);
            }
        }
        if (line)
            line->clear();
        else if (text)
            text->clear();
    }
    QVERIFY(!tried.isEmpty());
    QApplication::processEvents();
    QCOMPARE(faultOfLabels(), QString());
}

} // namespace

void TestNaughty::everyFieldTakesThem_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("isDialog");
    for (const char* dialog :
         {"createQueue", "queueAttributes", "sendMessage", "receiveMessages", "createTopic",
          "topicAttributes", "subscribe", "publishMessage", "testFilters", "openSettings"})
        QTest::newRow(dialog) << QString::fromLatin1(dialog) << true;
    for (const char* page : {"overviewPageAction", "queuesPageAction", "topicsPageAction",
                             "messagesPageAction", "tracePageAction", "receiverPageAction",
                             "historyAction", "activityAction", "wireTapAction"})
        QTest::newRow(page) << QString::fromLatin1(page) << false;
}

void TestNaughty::everyFieldTakesThem()
{
    QFETCH(QString, action);
    QFETCH(bool, isDialog);
    using enum SandboxDesk::Broker;
    const SandboxDesk desk(ui::LanguageMode::English,
                           action == u"receiverPageAction" ? Local : Sandbox);
    desk.ask(cmq::CreateQueue{"orders", {}});
    desk.ask(cmq::CreateTopic{"prices"});
    desk.trigger(u"topicsPageAction"_s);
    QVERIFY(QTest::qWaitFor([] { return person::clickRow(u"prices"_s, u"topicsTable"_s); }));
    desk.trigger(u"queuesPageAction"_s);
    QVERIFY(QTest::qWaitFor([] { return person::clickRow(u"orders"_s); }));
    desk.trigger(action);
    if (isDialog)
        QTRY_VERIFY(person::openDialog());
    writeIntoEveryField();
    // Whoever is still there after that works.
    if (isDialog)
        person::openDialog()->close();
    person::press(u"mainWindow"_s, Qt::Key_K, Qt::ControlModifier);
    QVERIFY(person::find(u"palette"_s));
    writeIntoEveryField();
    person::press(u"paletteQuery"_s, Qt::Key_Escape);
}

void TestNaughty::messagesShowThem()
{
    const SandboxDesk desk(ui::LanguageMode::Chinese);
    desk.ask(cmq::CreateQueue{"orders", {}});
    int sent = 0;
    for (const QString& naughty : naughtyTexts()) {
        const std::string body = naughty.toUtf8().toStdString();
        if (body.empty())
            continue;
        desk.ask(cmq::SendMessage{"orders", body, {}});
        ++sent;
    }
    desk.console->window().workspace()->go({ui::Place::Kind::Queue, u"orders"_s});
    const QPointer<QTableView> table = person::find<QTableView>(u"messagesTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), sent);
    const QPointer<QTabWidget> tabs = person::find<QTabWidget>(u"messageBodyTabs"_s);
    for (int row = 0; row < sent; ++row) {
        table->selectRow(row);
        QTRY_VERIFY(tabs->isEnabled());
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QApplication::processEvents();
        }
    }
    QCOMPARE(faultOfLabels(), QString());
    const QPixmap picture = desk.console->window().grab();
    QVERIFY(!picture.isNull());
}

CMQ_TEST(naughty, TestNaughty)

} // namespace tst_naughty
#include "tst_naughty.moc"
