#include "messagesdesk.h"

#include "ui/connections/drafts.h"
#include "ui/messages/bodycomposer.h"
#include "ui/messages/messagedialog.h"
#include "ui/messages/sending.h"

#include "tests/suite.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

#include <QJsonDocument>
#include <QJsonObject>

namespace tst_composer {

using namespace ui;
using namespace Qt::StringLiterals;
using Format = BodyComposer::Format;

namespace {

/// The send dialog on the queue "orders", and what arrives there.
struct Composer
{
    explicit Composer(std::int64_t maxMsgSize = 1000, const QByteArray& body = QByteArray())
    {
        desk.connection.drafts().keepIn(desk.settings);
        dialog =
            Sending::open(desk.connection, desk.prompts, u"orders"_s, maxMsgSize, nullptr, body);
    }
    ~Composer() { delete dialog.data(); }

    template <class T>
    T* part(const QString& name) const
    {
        return dialog->findChild<T*>(name);
    }
    QPlainTextEdit* edit() const { return part<QPlainTextEdit>(u"messageBody"_s); }
    QPushButton* submit() const { return part<QPushButton>(u"sendDialogSubmit"_s); }
    QString hint() const { return part<QLabel>(u"messageBodyHint"_s)->text(); }
    QString banner() const { return part<QLabel>(u"sendDialogBannerText"_s)->text(); }
    void choose(Format format) const
    {
        part<QComboBox>(u"bodyFormat"_s)->setCurrentIndex(int(format));
    }
    void write(const QString& text) const
    {
        edit()->setFocus();
        edit()->selectAll();
        QTest::keyClick(edit(), Qt::Key_Delete);
        QTest::keyClicks(edit(), text);
    }
    void press() const { QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier); }
    /// What a menu of the composer offers, filled as if it was opened.
    QList<QAction*> menu(const QString& name) const
    {
        auto* found = part<QMenu>(name);
        emit found->aboutToShow();
        return found->actions();
    }
    QStringList arrived() const
    {
        cmq::PeekMessages peek{.queueName = "orders"};
        peek.withBodies = true;
        QStringList bodies;
        for (const cmq::PeekedMessage& message : desk.broker->execute(peek).messages)
            bodies += QString::fromStdString(message.msgBody);
        return bodies;
    }

    mutable Page desk;
    QPointer<MessageDialog> dialog;
};

} // namespace

class TestComposer final : public QObject
{
    Q_OBJECT

private slots:
    void jsonIsCheckedAsTyped();
    void hexIsSentAsBytes();
    void aFileIsSentAsItIs();
    void countsAgainstTheLimit();
    void repeatsWithVariables();
    void variablesCanBeSentAsTheyStand();
    void aRowCanBeStopped();
    void aRefusalEndsTheRow();
    void snippetsAreKept();
    void sentBodiesComeBack();
    void bytesThatAreNoTextAreEditedAsHex();
};

void TestComposer::jsonIsCheckedAsTyped()
{
    Composer c;
    c.choose(Format::Json);
    c.write(u"{\"a\": 1,}"_s);
    QVERIFY(c.hint().startsWith(u"Line 1, column "));
    QVERIFY(!c.submit()->isEnabled());
    c.write(u"{\"a\": 1}"_s);
    QVERIFY2(c.submit()->isEnabled(), qPrintable(c.hint()));
    auto* indent = c.part<QToolButton>(u"bodyIndent"_s);
    QTest::mouseClick(indent, Qt::LeftButton);
    QTRY_COMPARE(c.edit()->toPlainText().count(u'\n'), 2);
    c.press();
    QTRY_COMPARE(c.arrived().size(), 1);
    QCOMPARE(QJsonDocument::fromJson(c.arrived().first().toUtf8()).object()[u"a"_s].toInt(), 1);
}

void TestComposer::hexIsSentAsBytes()
{
    Composer c;
    c.choose(Format::Hex);
    c.write(u"48 6"_s);
    QVERIFY(c.hint().contains(u"hexadecimal"));
    QTest::keyClicks(c.edit(), u"9 00"_s);
    c.press();
    QTRY_COMPARE(c.arrived().value(0), QString::fromLatin1("Hi\0", 3));
}

void TestComposer::aFileIsSentAsItIs()
{
    Composer c;
    QFile file(c.desk.folder.filePath(u"body.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a\r\nb {{seq}}");
    file.close();
    c.desk.prompts.path = file.fileName();
    c.choose(Format::File);
    QVERIFY(!c.submit()->isEnabled());
    QTest::mouseClick(c.part<QPushButton>(u"bodyChooseFile"_s), Qt::LeftButton);
    QTRY_VERIFY(c.submit()->isEnabled());
    QTest::mouseClick(c.submit(), Qt::LeftButton);
    QTRY_COMPARE(c.arrived(), QStringList{u"a\r\nb {{seq}}"_s});
}

void TestComposer::countsAgainstTheLimit()
{
    Composer c(10);
    c.write(u" 12345"_s);
    c.edit()->moveCursor(QTextCursor::Start);
    c.edit()->insertPlainText(u"订单"_s); // 6 bytes
    c.edit()->moveCursor(QTextCursor::End);
    QCOMPARE(c.hint(), u"12 B is more than fits, 10 B."_s);
    QVERIFY(!c.submit()->isEnabled());
    QTest::keyClick(c.edit(), Qt::Key_Backspace);
    QTest::keyClick(c.edit(), Qt::Key_Backspace);
    QCOMPARE(c.hint(), u"10 B of 10 B"_s);
    QVERIFY(c.submit()->isEnabled());
}

void TestComposer::repeatsWithVariables()
{
    Composer c;
    c.write(u"no {{seq}}"_s);
    QCOMPARE(c.part<QLabel>(u"bodyPreview"_s)->text(), u"For example: no 1"_s);
    c.part<QSpinBox>(u"repeatCount"_s)->setValue(3);
    c.press();
    QTRY_COMPARE(c.arrived(), QStringList({u"no 1"_s, u"no 2"_s, u"no 3"_s}));
    QTRY_COMPARE(c.banner(), u"3 message(s) were sent from here."_s);
}

void TestComposer::variablesCanBeSentAsTheyStand()
{
    Composer c;
    c.write(u"{{seq}}"_s);
    QTest::mouseClick(c.part<QCheckBox>(u"bodyFillIn"_s), Qt::LeftButton);
    QVERIFY(c.part<QLabel>(u"bodyPreview"_s)->isHidden());
    c.press();
    QTRY_COMPARE(c.arrived(), QStringList{u"{{seq}}"_s});
}

void TestComposer::aRowCanBeStopped()
{
    Composer c;
    c.write(u"x"_s);
    c.part<QSpinBox>(u"repeatCount"_s)->setValue(1000);
    c.part<QSpinBox>(u"repeatInterval"_s)->setValue(3'600'000);
    c.press();
    QTRY_COMPARE(c.banner(), u"1 of 1,000 messages were sent."_s);
    auto* close = c.part<QPushButton>(u"sendDialogClose"_s);
    QCOMPARE(close->text(), u"Stop"_s);
    QTest::mouseClick(close, Qt::LeftButton);
    QTRY_COMPARE(close->text(), u"Close"_s);
    QVERIFY(c.submit()->isEnabled());
    QCOMPARE(c.arrived().size(), 1);
    QTest::keyClick(c.dialog, Qt::Key_Escape);
    QTRY_VERIFY(!c.dialog);
}

void TestComposer::aRefusalEndsTheRow()
{
    Composer c;
    c.write(u"x"_s);
    c.part<QSpinBox>(u"repeatCount"_s)->setValue(5);
    c.part<QSpinBox>(u"repeatInterval"_s)->setValue(50);
    c.press();
    QTRY_COMPARE(c.arrived().size(), 2);
    c.desk.broker->failNext = "SendMessage";
    QTRY_VERIFY2(c.banner().startsWith(u"After "), qPrintable(c.banner()));
    QVERIFY(c.submit()->isEnabled());
    QVERIFY(c.arrived().size() < 5);
}

void TestComposer::snippetsAreKept()
{
    Composer c;
    c.write(u"order {{seq}}"_s);
    QList<QAction*> actions = c.menu(u"bodySnippetsMenu"_s);
    QCOMPARE(actions.size(), 1);
    actions.first()->trigger();
    auto* ask = c.dialog->findChild<QDialog*>(u"snippetDialog"_s);
    QVERIFY(ask);
    QTest::keyClicks(ask->findChild<QLineEdit*>(u"snippetName"_s), u"An order"_s);
    QTest::mouseClick(ask->findChild<QPushButton*>(u"snippetDialogSubmit"_s), Qt::LeftButton);

    c.write(u"other"_s);
    actions = c.menu(u"bodySnippetsMenu"_s);
    QCOMPARE(actions.value(2)->text(), u"An order"_s);
    actions.value(2)->trigger();
    QCOMPARE(c.edit()->toPlainText(), u"order {{seq}}"_s);
    c.press();
    QTRY_COMPARE(c.arrived(), QStringList{u"order 1"_s});

    // Another console, the same settings.
    Drafts later((QString()));
    later.keepIn(c.desk.settings);
    QCOMPARE(later.snippets(), QList<Snippet>({{u"An order"_s, "order {{seq}}", true}}));
    later.save({u"Mine"_s, "x", false});
    Drafts elsewhere(u"elsewhere"_s);
    elsewhere.keepIn(c.desk.settings);
    QCOMPARE(elsewhere.snippets().size(), 1);
    later.remove({u"An order"_s, {}, true});
    QCOMPARE(later.snippets().size(), 1);
    QVERIFY(elsewhere.snippets().isEmpty());
}

void TestComposer::sentBodiesComeBack()
{
    Composer c;
    QVERIFY(!c.menu(u"bodySentMenu"_s).first()->isEnabled());
    for (const QString& text : {u"first"_s, u"second {{seq}}"_s}) {
        c.write(text);
        c.press();
        QTRY_VERIFY(c.banner().contains(u"sent"));
        QTRY_VERIFY(c.submit()->isEnabled());
    }
    const QList<QAction*> sent = c.menu(u"bodySentMenu"_s);
    QCOMPARE(sent.size(), 2);
    QVERIFY(sent[0]->text().endsWith(u"orders · second 1"));
    sent[1]->trigger();
    QCOMPARE(c.edit()->toPlainText(), u"first"_s);
    c.press();
    QTRY_COMPARE(c.arrived(), QStringList({u"first"_s, u"second 1"_s, u"first"_s}));
}

void TestComposer::bytesThatAreNoTextAreEditedAsHex()
{
    Composer c(1000, QByteArray("a\r\nb"));
    QCOMPARE(c.part<QComboBox>(u"bodyFormat"_s)->currentIndex(), int(Format::Hex));
    c.press();
    QTRY_COMPARE(c.arrived(), QStringList{u"a\r\nb"_s});
    c.choose(Format::Text);
    QVERIFY(c.edit()->toPlainText().startsWith(u'a'));
}

CMQ_TEST(composer, TestComposer)

} // namespace tst_composer
#include "tst_composer.moc"
