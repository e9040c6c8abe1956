#include "desk.h"
#include "person.h"

#include "ui/shell/deck.h"
#include "ui/shell/workspace.h"

#include "tests/suite.h"

#include <QTabBar>
#include <QToolButton>

namespace tst_tabs {

using namespace Qt::StringLiterals;

/// Objects in tabs of their own, and the way between what was shown.
class TestTabs final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aQueueOpensInATab();
    void commandsMeanTheQueueThatIsShown();
    void tabsCloseAndComeBack();
    void backAndForward();
    void ctrlTabGoesThroughTheLatest();
    void tabsMoveButNotBeforeThePage();
    void openTabsAreRemembered();
    void aDeletedQueueIsSaid();

private:
    [[nodiscard]] ui::Deck& deck() const;
    [[nodiscard]] QStringList tabs() const;
    [[nodiscard]] QString shown() const { return ui::toText(deck().current()); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) const;
    void open(const QString& queue) const;
    void create(const QStringList& queues) const;
    void remove(const char* queue) const;

    std::unique_ptr<Desk> m_desk;
};

void TestTabs::init()
{
    m_desk = std::make_unique<Desk>();
    m_desk->language.setMode(ui::LanguageMode::English);
    m_desk->open();
    create({u"orders"_s, u"mails"_s, u"invoices"_s});
}

void TestTabs::cleanup()
{
    m_desk.reset();
}

ui::Deck& TestTabs::deck() const
{
    return m_desk->console->window().workspace()->deck();
}

/// The tabs as they are read, without the one of the page.
QStringList TestTabs::tabs() const
{
    QStringList texts;
    const auto* bar = deck().findChild<QTabBar*>(u"objectTabBar"_s);
    for (int i = 1; i < bar->count(); ++i)
        texts += bar->tabText(i);
    return texts;
}

void TestTabs::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    person::press(u"mainWindow"_s, key, modifiers);
}

void TestTabs::create(const QStringList& queues) const
{
    QTRY_VERIFY(m_desk->console->connection());
    for (const QString& queue : queues) {
        const auto created =
            m_desk->console->connection()->call(cmq::CreateQueue{queue.toStdString(), {}});
        QTRY_VERIFY(created.isFinished());
        QTRY_COMPARE(person::cell(queue, 0), queue);
    }
}

void TestTabs::remove(const char* queue) const
{
    const auto removed = m_desk->console->connection()->call(cmq::DeleteQueue{queue});
    QTRY_VERIFY(removed.isFinished());
}

void TestTabs::open(const QString& queue) const
{
    m_desk->console->window().findChild<QAction*>(u"queuesPageAction"_s)->trigger();
    QVERIFY(person::clickRow(queue));
    person::press(u"queuesTable"_s, Qt::Key_Return);
    QCOMPARE(shown(), u"queue/"_s + queue);
}

void TestTabs::aQueueOpensInATab()
{
    QVERIFY(!deck().findChild<QTabBar*>(u"objectTabBar"_s)->isVisible());
    QVERIFY(person::clickRow(u"orders"_s));
    const QPointer<QTableView> table = person::find<QTableView>(u"queuesTable"_s);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {},
                       table->visualRect(table->currentIndex()).center());
    QCOMPARE(tabs(), QStringList{u"orders"_s});
    QCOMPARE(person::read(u"queueTabTitle"_s), u"orders"_s);
    QTRY_COMPARE(person::read(u"queueTabVisible"_s), u"0"_s);

    // Its gauges are live, and its messages are there.
    const auto sent = m_desk->console->connection()->call(cmq::SendMessage{"orders", "hello", {}});
    QTRY_VERIFY(sent.isFinished());
    QTRY_COMPARE(person::read(u"queueTabVisible"_s), u"1"_s);
    const QPointer<QTableView> messages = person::find<QTableView>(u"messagesTable"_s);
    QTRY_COMPARE(messages->model()->rowCount(), 1);

    // Opening it again leads to the same tab.
    open(u"orders"_s);
    QCOMPARE(tabs(), QStringList{u"orders"_s});
}

void TestTabs::commandsMeanTheQueueThatIsShown()
{
    open(u"orders"_s);
    open(u"mails"_s);
    for (const QAction* page : deck().pageActions())
        QVERIFY(!page->isChecked());
    m_desk->console->window().findChild<QAction*>(u"queuesPageAction"_s)->trigger();
    QVERIFY(person::clickRow(u"invoices"_s));
    deck().go({ui::Place::Kind::Queue, u"orders"_s});
    press(Qt::Key_Return, Qt::AltModifier); // attributes
    QVERIFY(person::find(u"queueAttributesDialog"_s));
    QVERIFY(person::find(u"queueAttributesDialog"_s)->windowTitle().contains(u"orders"_s));
    person::find(u"queueAttributesDialog"_s)->close();
}

void TestTabs::tabsCloseAndComeBack()
{
    open(u"orders"_s);
    open(u"mails"_s);
    open(u"invoices"_s);
    QCOMPARE(tabs(), (QStringList{u"orders"_s, u"mails"_s, u"invoices"_s}));

    press(Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(tabs(), (QStringList{u"orders"_s, u"mails"_s}));
    QCOMPARE(shown(), u"page/queuesPageAction"_s); // where one was before
    press(Qt::Key_W, Qt::ControlModifier);         // a page stays
    QCOMPARE(tabs(), (QStringList{u"orders"_s, u"mails"_s}));
    QVERIFY(!deck().findChild<QAction*>(u"closeTab"_s)->toolTip().isEmpty());

    auto* bar = deck().findChild<QTabBar*>(u"objectTabBar"_s);
    QTest::mouseClick(bar, Qt::MiddleButton, {}, bar->tabRect(1).center());
    QCOMPARE(tabs(), QStringList{u"mails"_s});
    QTest::mouseClick(bar, Qt::MiddleButton, {}, bar->tabRect(0).center());
    QCOMPARE(bar->count(), 2);

    press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown(), u"queue/orders"_s);
    press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown(), u"queue/invoices"_s);
    QVERIFY(!deck().findChild<QAction*>(u"reopenTab"_s)->isEnabled());

    QVERIFY(person::click(u"closeTab_mails"_s));
    QCOMPARE(tabs(), (QStringList{u"orders"_s, u"invoices"_s}));
    QCOMPARE(shown(), u"queue/invoices"_s);
    deck().findChild<QAction*>(u"closeOtherTabs"_s)->trigger();
    QCOMPARE(tabs(), QStringList{u"invoices"_s});
}

void TestTabs::backAndForward()
{
    open(u"orders"_s);
    press(Qt::Key_3, Qt::ControlModifier); // topics
    QCOMPARE(shown(), u"page/topicsPageAction"_s);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(shown(), u"queue/orders"_s);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(shown(), u"page/queuesPageAction"_s);
    QVERIFY(!deck().backAction()->isEnabled());
    press(Qt::Key_Right, Qt::AltModifier);
    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(shown(), u"page/topicsPageAction"_s);

    // A closed tab is no place to go back to.
    deck().close({ui::Place::Kind::Queue, u"orders"_s});
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(shown(), u"page/queuesPageAction"_s);
}

void TestTabs::ctrlTabGoesThroughTheLatest()
{
    open(u"orders"_s);
    open(u"mails"_s);
    open(u"invoices"_s); // the page was shown in between
    QWidget* const window = person::find(u"mainWindow"_s);
    press(Qt::Key_Tab, Qt::ControlModifier); // and Ctrl is let go
    QCOMPARE(shown(), u"page/queuesPageAction"_s);
    press(Qt::Key_Tab, Qt::ControlModifier); // there and back
    QCOMPARE(shown(), u"queue/invoices"_s);

    // As long as Ctrl is held, further down; or up, to the one that was not used longest.
    QTest::keyPress(window, Qt::Key_Tab, Qt::ControlModifier);
    QTest::keyPress(window, Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(shown(), u"queue/mails"_s);
    QTest::keyRelease(window, Qt::Key_Tab, Qt::ControlModifier);
    press(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(shown(), u"queue/invoices"_s);
    press(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown(), u"queue/orders"_s);
}

void TestTabs::tabsMoveButNotBeforeThePage()
{
    open(u"orders"_s);
    open(u"mails"_s);
    auto* bar = deck().findChild<QTabBar*>(u"objectTabBar"_s);
    const QPoint from = bar->tabRect(2).center();
    QTest::mousePress(bar, Qt::LeftButton, {}, from);
    for (int x = from.x(); x > -200; x -= 20)
        QTest::mouseMove(bar, {x, from.y()});
    QTest::mouseRelease(bar, Qt::LeftButton, {}, {-200, from.y()});
    QTRY_COMPARE(tabs(), (QStringList{u"mails"_s, u"orders"_s}));
    QCOMPARE(bar->tabText(0), u"Queues"_s);

    press(Qt::Key_PageDown, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(tabs(), (QStringList{u"orders"_s, u"mails"_s}));
    QVERIFY(!deck().findChild<QAction*>(u"moveTabRight"_s)->isEnabled());
}

void TestTabs::openTabsAreRemembered()
{
    open(u"orders"_s);
    open(u"mails"_s);
    open(u"invoices"_s);
    deck().go({ui::Place::Kind::Queue, u"mails"_s});
    remove("invoices"); // while the console is away, so to speak
    m_desk->close();
    m_desk->open();
    QTRY_VERIFY(m_desk->console->connection());
    QTRY_COMPARE(tabs(), (QStringList{u"orders"_s, u"mails"_s}));
    QTRY_COMPARE(shown(), u"queue/mails"_s);

    // A connection of another kind has tabs of its own.
    m_desk->console->window().findChild<QAction*>(u"openSandbox"_s)->trigger();
    QTRY_COMPARE(m_desk->console->connection()->kind(), ui::ConnectionKind::Sandbox);
    QCOMPARE(tabs(), QStringList());
}

void TestTabs::aDeletedQueueIsSaid()
{
    open(u"orders"_s);
    remove("orders");
    QTRY_VERIFY(person::read(u"queueTabGoneSentence"_s).contains(u"orders"_s));
    QVERIFY(!m_desk->console->window().findChild<QAction*>(u"sendMessage"_s)->isEnabled());

    // It is the name that the tab is about.
    const auto created = m_desk->console->connection()->call(cmq::CreateQueue{"orders", {}});
    QTRY_VERIFY(created.isFinished());
    QTRY_COMPARE(person::read(u"queueTabVisible"_s), u"0"_s);
    remove("orders");
    QVERIFY(person::click(u"queueTabGonePrimary"_s));
    QCOMPARE(tabs(), QStringList());
}

CMQ_TEST(tabs, TestTabs)

} // namespace tst_tabs
#include "tst_tabs.moc"
