#include "agreeingprompts.h"
#include "ui/bodyview/bodytextedit.h"
#include "ui/bodyview/bodyviewer.h"
#include "ui/bodyview/hexview.h"
#include "ui/bodyview/jsonmodel.h"

#include "tests/suite.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QThreadPool>
#include <QTreeView>

namespace tst_bodyviewer {

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

enum Tab { Text, Json, Hex, Properties };

/// A shown viewer and its parts.
struct Viewer
{
    Viewer()
    {
        viewer.resize(600, 400);
        viewer.show();
    }

    void open(const QByteArray& body) { viewer.setMessage(body, {{u"Id"_s, u"7"_s}}, u"7.txt"_s); }
    void openJson(const QByteArray& body)
    {
        QSignalSpy shown(&viewer, &BodyViewer::jsonShown);
        open(body);
        QVERIFY(shown.wait());
    }
    QString caption() const { return viewer.findChild<QLabel*>(u"bodyCaption"_s)->text(); }
    QAction* action(const QString& name) const { return viewer.findChild<QAction*>(name); }

    AgreeingPrompts prompts;
    BodyViewer viewer{u"body"_s, prompts};
    QTabWidget* tabs = viewer.findChild<QTabWidget*>(u"bodyTabs"_s);
    BodyTextEdit* text = viewer.findChild<BodyTextEdit*>(u"bodyText"_s);
    QTreeView* tree = viewer.findChild<QTreeView*>(u"bodyTree"_s);
    HexView* hex = viewer.findChild<HexView*>(u"bodyHex"_s);
};

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

class TestBodyViewer final : public QObject
{
    Q_OBJECT

private slots:
    void kindIsFoundOut();
    void chosenTabHoldsForItsKind();
    void copyIsTheOriginal();
    void longTextIsFilledCompletely_data();
    void longTextIsFilledCompletely();
    void jsonTreeShowsTheMessage();
    void jsonIsIndentedOnDemand();
    void bytesAreSelectedWithKeys();
    void textIsFound();
    void bytesAreFound();
    void findIsOpenedAndClosedByKeys();
    void bodyIsSavedByteForByte();
    void failureToSaveIsSaid();
    void largeBodyOpensAtOnce_data();
    void largeBodyOpensAtOnce();
};

void TestBodyViewer::kindIsFoundOut()
{
    Viewer v;
    QVERIFY(!v.tabs->isEnabled());
    v.open("hello");
    QCOMPARE(v.caption(), u"Text · 5 B"_s);
    QCOMPARE(v.tabs->currentIndex(), int(Text));
    QVERIFY(!v.tabs->isTabEnabled(Json));
    v.open("\xFF\x01");
    QCOMPARE(v.caption(), u"Binary · 2 B"_s);
    QCOMPARE(v.tabs->currentIndex(), int(Hex));
    QVERIFY(!v.tabs->isTabEnabled(Text));
    v.openJson("{\"a\":1}");
    QCOMPARE(v.caption(), u"JSON · 7 B"_s);
    QCOMPARE(v.tabs->currentIndex(), int(Json));
    v.open("{almost}");
    QTRY_COMPARE(v.caption(), u"Text · 8 B"_s);
    QCOMPARE(v.tabs->currentIndex(), int(Text));
    v.viewer.clear();
    QCOMPARE(v.caption(), u"Select one message to see its body."_s);
    QVERIFY(!v.action(u"bodyCopy"_s)->isEnabled());
}

void TestBodyViewer::chosenTabHoldsForItsKind()
{
    Viewer v;
    v.openJson("[1]");
    v.tabs->setCurrentIndex(Text);
    v.open("plain");
    v.openJson("[2]");
    QCOMPARE(v.tabs->currentIndex(), int(Text));
    v.open("\xFF");
    QCOMPARE(v.tabs->currentIndex(), int(Hex));
    v.tabs->setCurrentIndex(Properties);
    v.open("plain");
    QCOMPARE(v.tabs->currentIndex(), int(Properties));
}

void TestBodyViewer::copyIsTheOriginal()
{
    Viewer v;
    const QString original = u"a\u202Eb\x1B\r\n"_s + QString(5000, u'x') + u"\nlast"_s;
    v.open(original.toUtf8());
    QVERIFY(v.text->isFilled());
    v.text->setFocus();
    QTest::keySequence(v.text, QKeySequence::SelectAll);
    QTest::keySequence(v.text, QKeySequence::Copy);
    QCOMPARE(clipboard(), original);
    QVERIFY(!v.text->toPlainText().contains(u'\u202E'));

    QTest::keyClick(v.text, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(v.text, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(v.text, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keySequence(v.text, QKeySequence::Copy);
    QCOMPARE(clipboard(), u"a\u202E"_s);

    v.action(u"bodyCopy"_s)->trigger();
    QCOMPARE(clipboard(), original);
    v.open("\x01\xFF");
    v.action(u"bodyCopy"_s)->trigger();
    QCOMPARE(clipboard(), u"01 FF"_s);
}

void TestBodyViewer::longTextIsFilledCompletely_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("one line") << QString(300'000, u'x');
    QTest::newRow("pairs at the breaks") << u"x"_s + u"😀"_s.repeated(100'000);
    QTest::newRow("many lines") << u"line\n"_s.repeated(60'000);
    QTest::newRow("only line feeds") << QString(50'000, u'\n');
}

void TestBodyViewer::longTextIsFilledCompletely()
{
    QFETCH(QString, text);
    Viewer v;
    v.open(text.toUtf8());
    QTRY_VERIFY(v.text->isFilled());
    QTest::keySequence(v.text, QKeySequence::SelectAll);
    QTest::keySequence(v.text, QKeySequence::Copy);
    QVERIFY(clipboard() == text);
}

void TestBodyViewer::jsonTreeShowsTheMessage()
{
    Viewer v;
    auto* model = static_cast<JsonModel*>(v.tree->model());
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    v.openJson(R"({"id":12345678901234567890,"名":"张\n三","tags":["a","b"],"none":{}})");
    const QModelIndex root = model->index(0, 0);
    QVERIFY(v.tree->isExpanded(root));
    const auto cell = [&](int row, int column) {
        return model->index(row, column, root).data().toString();
    };
    QCOMPARE(cell(0, 0), u"id"_s);
    QCOMPARE(cell(0, 1), u"12345678901234567890"_s);
    QCOMPARE(cell(1, 0), u"名"_s);
    QCOMPARE(cell(1, 1), u"张 三"_s);
    QCOMPARE(model->rowCount(model->index(2, 0, root)), 2);
    QCOMPARE(model->source(model->index(2, 0, root)), "[\"a\",\"b\"]");
}

void TestBodyViewer::jsonIsIndentedOnDemand()
{
    Viewer v;
    v.openJson("{\"a\":[1]}");
    v.tabs->setCurrentIndex(Text);
    QCOMPARE(v.text->toPlainText(), u"{\"a\":[1]}"_s);
    v.action(u"bodyIndent"_s)->trigger();
    QCOMPARE(v.text->toPlainText(), u"{\n  \"a\": [\n    1\n  ]\n}"_s);
    v.open("plain");
    QCOMPARE(v.text->toPlainText(), u"plain"_s);
}

void TestBodyViewer::bytesAreSelectedWithKeys()
{
    Viewer v;
    v.open("0123456789abcdefghij\xFF");
    v.hex->setFocus();
    QTest::keyClick(v.hex, Qt::Key_Right);
    QTest::keyClick(v.hex, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(v.hex->selectedBytes(), "123456789abcdefgh");
    QTest::keyClick(v.hex, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(v.hex, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keySequence(v.hex, QKeySequence::Copy);
    QCOMPARE(clipboard(), u"30 31"_s);
    QTest::keySequence(v.hex, QKeySequence::SelectAll);
    QCOMPARE(v.hex->selectedBytes().size(), 21);
}

// Also where a long line is broken to be shown, and in what has not been filled in yet.
void TestBodyViewer::textIsFound()
{
    Viewer v;
    QByteArray body(1999, 'x');
    body += "Needle" + QByteArray(200'000, '\n') + "needle\n\x01needle";
    v.open(body);
    const auto found = [&] { return v.text->textCursor().selectedText().remove(QChar(0x2029)); };
    QVERIFY(v.text->findText(u"NEEDLE"_s, false));
    QCOMPARE(found(), u"Needle"_s);
    QVERIFY(v.text->findText(u"NEEDLE"_s, false));
    const int second = v.text->textCursor().selectionStart();
    QCOMPARE(found(), u"needle"_s);
    QVERIFY(v.text->findText(u"NEEDLE"_s, false));
    QVERIFY(v.text->textCursor().selectionStart() > second);
    QVERIFY(v.text->findText(u"NEEDLE"_s, false)); // around the end
    QCOMPARE(found(), u"Needle"_s);
    QVERIFY(v.text->findText(u"NEEDLE"_s, true)); // and back
    QVERIFY(v.text->findText(u"NEEDLE"_s, true));
    QCOMPARE(v.text->textCursor().selectionStart(), second);
    QVERIFY(!v.text->findText(u"haystack"_s, false));
}

void TestBodyViewer::bytesAreFound()
{
    Viewer v;
    v.open(QByteArray("\xFF\x00one two one", 13));
    QVERIFY(v.hex->findBytes("one", false));
    QCOMPARE(v.hex->selectedBytes(), "one");
    QVERIFY(v.hex->findBytes("two", false));
    QVERIFY(v.hex->findBytes("one", false));
    QVERIFY(v.hex->findBytes("one two", true));
    QCOMPARE(v.hex->selectedBytes(), "one two");
    QVERIFY(!v.hex->findBytes("One", false));
}

void TestBodyViewer::findIsOpenedAndClosedByKeys()
{
    Viewer v;
    v.openJson(R"({"order": 7, "note": "order again"})");
    v.viewer.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&v.viewer));
    v.tree->setFocus();
    QTest::keyClick(v.tree, Qt::Key_F, Qt::ControlModifier);
    auto* line = v.viewer.findChild<QLineEdit*>(u"bodyFindText"_s);
    QVERIFY(line->hasFocus());
    QTest::keyClicks(line, u"ORDER"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(v.tabs->currentIndex(), int(Text));
    QCOMPARE(v.text->textCursor().selectionStart(), 2);
    QTest::keyClick(line, Qt::Key_F3);
    QCOMPARE(v.text->textCursor().selectionStart(), 22);
    QTest::keyClick(line, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(v.text->textCursor().selectionStart(), 2);
    QTest::keyClicks(line, u"!"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(v.viewer.findChild<QLabel*>(u"bodyFindResult"_s)->text(), u"Not found"_s);
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(!line->isVisible());
    QVERIFY(v.text->hasFocus());
}

void TestBodyViewer::bodyIsSavedByteForByte()
{
    const QTemporaryDir folder;
    Viewer v;
    v.prompts.path = folder.filePath(u"out"_s);
    const QByteArray body("\xFF\0\r\n\x01", 5);
    v.open(body);
    v.action(u"bodySave"_s)->trigger();
    QCOMPARE(v.prompts.suggested, u"7.txt"_s);
    QTRY_VERIFY(v.viewer.findChild<QLabel*>(u"bodyNote"_s)->isVisible());
    QFile file(v.prompts.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), body);
}

void TestBodyViewer::failureToSaveIsSaid()
{
    Viewer v;
    v.prompts.path = u"/nowhere/out"_s;
    v.open("x");
    v.action(u"bodySave"_s)->trigger();
    auto* note = v.viewer.findChild<QLabel*>(u"bodyNote"_s);
    QTRY_VERIFY(note->isVisible());
    QVERIFY(note->text().contains(u"could not be written"));
}

void TestBodyViewer::largeBodyOpensAtOnce_data()
{
    QTest::addColumn<QByteArray>("body");
    constexpr int size = 1 << 20;
    QTest::newRow("one line") << QByteArray(size, 'x');
    QTest::newRow("lines")
        << QByteArray("0123456789 0123456789 0123456789 0123456789\n").repeated(size / 44);
    QTest::newRow("line feeds") << QByteArray(size, '\n');
    QTest::newRow("json") << '[' +
                                 QByteArray("{\"id\":1,\"name\":\"order\"},").repeated(size / 26) +
                                 "0]";
    QTest::newRow("flat json") << '[' + QByteArray("1,").repeated(size / 2 - 2) + "0]";
    QTest::newRow("deep json") << QByteArray(size / 2, '[') + QByteArray(size / 2, ']');
    QTest::newRow("bytes") << QByteArray(size, '\xFF');
    QTest::newRow("chinese") << QByteArray("消息").repeated(size / 6);
}

// The GUI thread is never busy for longer than a person notices, from the click until all is shown.
void TestBodyViewer::largeBodyOpensAtOnce()
{
    QFETCH(QByteArray, body);
    Viewer v;
    QElapsedTimer timer;
    timer.start();
    v.open(body);
    v.viewer.grab(); // painted, too
    const qint64 opened = timer.elapsed();
    qint64 longest = 0;
    while (!v.text->isFilled() || QThreadPool::globalInstance()->activeThreadCount() > 0) {
        timer.restart();
        QCoreApplication::processEvents();
        longest = std::max(longest, timer.elapsed());
    }
    qInfo("opened in %lld ms, longest pause afterwards %lld ms", opened, longest);
    QVERIFY2(opened < 150, qPrintable(QString::number(opened)));
    QVERIFY2(longest < 150, qPrintable(QString::number(longest)));
}

CMQ_TEST(bodyviewer, TestBodyViewer)

} // namespace tst_bodyviewer
#include "tst_bodyviewer.moc"
