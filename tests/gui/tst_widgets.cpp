#include "person.h"

#include "app/console/console.h"
#include "app/console/sampledata.h"

#include "ui/common/prompts.h"
#include "ui/common/settings.h"
#include "ui/shell/menucommands.h"
#include "ui/shell/workspace.h"

#include "tests/suite.h"

#include <QAccessible>
#include <QListWidget>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace tst_widgets {

using namespace Qt::StringLiterals;

/// A walk over every widget of every screen, in both languages: text is never markup, everything
/// has a name for tests and one for screen readers, no word is cut, what is disabled says why, and
/// the Tab key reaches everything.
class TestWidgets final : public QObject
{
    Q_OBJECT

private slots:
    void screens_data();
    void screens();
};

namespace {

/// What Qt builds inside its own widgets carries Qt's names, or none.
bool isQtsOwn(const QWidget* widget)
{
    if (widget->objectName().startsWith(u"qt_"))
        return true;
    for (const QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (parent->inherits("QHeaderView") || parent->inherits("QAbstractSpinBox") ||
            parent->inherits("QLineEdit") || parent->inherits("QComboBox"))
            return true;
        if (parent->inherits("QAbstractScrollArea") &&
            (widget->inherits("QScrollBar") || widget->objectName().isEmpty()))
            return true;
    }
    return widget->inherits("QScrollBar") || widget->inherits("QMenuBarExtension");
}

/// Whether the tool tip is more than the text, which Qt gives by itself.
bool saysMore(const QAbstractButton& button)
{
    for (const QWidget* widget = &button; widget; widget = widget->parentWidget()) {
        const QString& tip = widget->toolTip();
        if (!tip.isEmpty() && tip != QString(button.text()).remove(u'&').remove(u'…'))
            return true;
    }
    return false;
}

bool isOfInterest(const QWidget* widget)
{
    return widget->inherits("QLabel") || widget->inherits("QAbstractButton") ||
           widget->inherits("QLineEdit") || widget->inherits("QPlainTextEdit") ||
           widget->inherits("QAbstractSpinBox") || widget->inherits("QComboBox") ||
           widget->inherits("QAbstractItemView") || widget->inherits("QDialog");
}

QStringList faultsOf(const QWidget* widget)
{
    QStringList faults;
    const QString name =
        QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    const auto fault = [&](const QString& what) { faults += name + u": "_s + what; };
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        if (!label->text().isEmpty() && label->textFormat() != Qt::PlainText)
            fault(u"takes markup"_s);
        if (!label->wordWrap() && !label->text().isEmpty() &&
            label->width() < label->sizeHint().width())
            fault(u"cuts \"%1\""_s.arg(label->text()));
        if (label->wordWrap() && !label->text().isEmpty() &&
            label->height() < label->heightForWidth(label->width()))
            fault(u"cuts lines of \"%1\""_s.arg(label->text()));
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget);
        button && !button->text().isEmpty() && button->width() < button->sizeHint().width())
        fault(u"cuts \"%1\""_s.arg(button->text()));
    else if (button && !button->isEnabled() && !isQtsOwn(button) && !saysMore(*button))
        fault(u"is disabled and does not say why"_s);
    if (isQtsOwn(widget) || !isOfInterest(widget))
        return faults;
    if (widget->objectName().isEmpty())
        fault(u"has no object name"_s);
    if (widget->focusPolicy() != Qt::NoFocus && !widget->inherits("QDialog")) {
        // Qt looks for a name as a screen reader would: own name, text, title, buddy.
        QAccessibleInterface* accessible =
            QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            fault(u"has no accessible name"_s);
    }
    return faults;
}

QStringList faultsOnScreen()
{
    QStringList faults;
    QSet<QString> seen;
    for (const QWidget* widget : QApplication::allWidgets()) {
        if (!widget->isVisible() || widget->inherits("QFocusFrame"))
            continue;
        faults += faultsOf(widget);
        const QString& name = widget->objectName();
        if (isOfInterest(widget) && !isQtsOwn(widget) && !name.isEmpty()) {
            const QString key = QString::number(quintptr(widget->window())) + name;
            if (seen.contains(key))
                faults += name + u" is there twice"_s;
            seen.insert(key);
        }
    }
    return faults;
}

QStringList faultsInMenus(const QMainWindow& window)
{
    QStringList faults;
    for (const ui::MenuCommand& command : ui::commandsOf(*window.menuBar())) {
        const QAction& action = *command.action;
        if (action.objectName().isEmpty())
            faults += u"%1 › %2 has no object name"_s.arg(command.menu, action.text());
        if (!action.isEnabled() && action.toolTip() == action.iconText())
            faults += u"%1 is disabled and does not say why"_s.arg(action.objectName());
    }
    return faults;
}

/// What can have the focus by the Tab key and is not reached by pressing it.
QStringList faultsOfTabOrder(QWidget& window)
{
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        return {u"the window is not active"_s};
    QSet<QWidget*> expected;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        // One of the buttons that exclude each other stands for all.
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        const bool isOneOfMany = button && button->group() && !button->isChecked();
        if (widget->isVisible() && widget->isEnabled() && widget->window() == &window &&
            (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() && !isOneOfMany)
            expected.insert(widget);
    }
    for (qsizetype steps = 2 * expected.size() + 10; steps > 0 && !expected.isEmpty(); --steps) {
        QWidget* focused = QApplication::focusWidget();
        expected.remove(focused);
        QTest::keyClick(focused ? focused : &window, Qt::Key_Tab);
    }
    QStringList faults;
    for (const QWidget* widget : expected)
        faults += u"%1 %2 is not reached by Tab"_s.arg(
            QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
    return faults;
}

} // namespace

void TestWidgets::screens_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<QSize>("size");
    for (const auto language : {ui::LanguageMode::English, ui::LanguageMode::Chinese}) {
        const char* name = language == ui::LanguageMode::English ? "English" : "Chinese";
        QTest::addRow("%s, smallest", name) << int(language) << QSize(960, 600);
        QTest::addRow("%s, large", name) << int(language) << QSize(1600, 1000);
    }
}

void TestWidgets::screens()
{
    QFETCH(int, language);
    QFETCH(QSize, size);
    const QTemporaryDir home;
    QSettings store(home.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ui::Settings settings(store);
    ui::Theme theme(*qApp);
    ui::Language languages;
    languages.setMode(ui::LanguageMode(language));
    ui::DialogPrompts prompts;
    Console console({.dataFolder = {},
                     .isInMemory = true,
                     .language = {},
                     .theme = {},
                     .screenshotsFolder = {}},
                    settings, theme, languages, prompts);
    console.start();
    console.window().resize(size);
    // The Tab key goes the same way in every language and size.
    const bool walksTabs = QByteArrayView(QTest::currentDataTag()) == "English, large";
    const auto look = [&console, walksTabs](const char* where) {
        QTest::qWait(50); // layouts settle by posted events; on a busy machine, a while later
        QStringList faults;
        const auto isSound = [&] {
            faults = faultsOnScreen() + faultsInMenus(console.window());
            return faults.isEmpty();
        };
        QVERIFY2(QTest::qWaitFor(isSound),
                 qPrintable(QString::fromLatin1(where) + u":\n"_s + faults.join(u'\n')));
        if (!walksTabs)
            return;
        QWidget* active = QApplication::activeWindow();
        faults = faultsOfTabOrder(active ? *active : console.window());
        QVERIFY2(faults.isEmpty(),
                 qPrintable(QString::fromLatin1(where) + u":\n"_s + faults.join(u'\n')));
    };
    const auto trigger = [&](const QString& name) {
        auto* action = console.window().findChild<QAction*>(name);
        QVERIFY2(action && action->isEnabled(), qPrintable(name));
        action->trigger();
    };
    const auto closeDialog = [] {
        QVERIFY(QTest::qWaitFor([] { return person::openDialog() != nullptr; }));
        person::openDialog()->close();
        QVERIFY(QTest::qWaitFor([] { return person::openDialog() == nullptr; }));
    };

    look("no queues");
    trigger(u"overviewPageAction"_s);
    look("empty overview");
    addSampleData(*console.connection());
    trigger(u"queuesPageAction"_s);
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"26"_s);
    QVERIFY(person::clickRow(u"orders"_s));
    look("queues");
    for (const QString& dialog :
         {u"createQueue"_s, u"queueAttributes"_s, u"sendMessage"_s, u"rewindQueue"_s,
          u"clearQueue"_s, u"deleteQueue"_s, u"shortcuts"_s, u"about"_s, u"manageConnections"_s}) {
        trigger(dialog);
        look(qPrintable(dialog));
        closeDialog();
    }

    trigger(u"createQueue"_s);
    QVERIFY(person::click(u"advancedToggle"_s));
    QVERIFY(person::type(u"queueName"_s, u"orders"_s));
    QVERIFY(person::click(u"createQueueDialogSubmit"_s));
    QTRY_VERIFY(!person::read(u"createQueueDialogBannerText"_s).isEmpty());
    QVERIFY(person::type(u"msgRetentionSecondsEdit"_s, u"soon"_s));
    look("refused queue");
    closeDialog();

    trigger(u"receiveMessages"_s);
    look("nothing received");
    QVERIFY(person::type(u"receiveCount"_s, u"3"_s));
    QVERIFY(person::click(u"receiveButton"_s));
    QVERIFY(person::find(u"messageCard3"_s));
    QVERIFY(person::click(u"messageDelete1"_s));
    look("received messages");
    closeDialog();

    trigger(u"openQueue"_s);
    const auto lookAtSides = [&](const QString& name) {
        const QPointer<QTabWidget> sides = person::find<QTabWidget>(name);
        QVERIFY(sides);
        for (int side = 0; side < sides->count(); ++side) {
            sides->setCurrentIndex(side);
            look(qPrintable(name + u": "_s + sides->tabText(side)));
        }
    };
    lookAtSides(u"queueTabParts"_s);
    trigger(u"openPalette"_s);
    look("palette");
    person::press(u"paletteQuery"_s, Qt::Key_Escape);
    trigger(u"openSettings"_s);
    const QPointer<QListWidget> sections = person::find<QListWidget>(u"settingsSections"_s);
    for (int section = 0; section < sections->count(); ++section) {
        sections->setCurrentRow(section);
        look("settings");
    }
    closeDialog();
    trigger(u"activityAction"_s);
    look("activity");
    trigger(u"wireTapAction"_s);
    look("requests");
    trigger(u"wireTapAction"_s);
    console.window().workspace()->go({ui::Place::Kind::Topic, u"order-events"_s});
    lookAtSides(u"topicTabParts"_s);
    trigger(u"openGuide"_s);
    look("guide");
    person::find(u"guideWindow"_s)->close();
    for (const QAction* page : console.window().workspace()->deck().pageActions()) {
        trigger(page->objectName());
        look(qPrintable(page->objectName()));
    }
    console.window().showProblem(
        {cmq::ErrorId::StoreNewer, u"/home/lin/broker.sqlite"_s, u"format 9, this one knows 1"_s});
    look("store problem");
}

CMQ_TEST(widgets, TestWidgets)

} // namespace tst_widgets
#include "tst_widgets.moc"
