#include "monkey.h"
#include "person.h"
#include "sandboxdesk.h"

#include "app/console/sampledata.h"

#include "tests/suite.h"

#include <QTimer>

#include <cstdio>
#include <functional>

namespace tst_monkey {

using namespace Qt::StringLiterals;

/// Thousands of events that nobody meant: nothing crashes, and at the end the console works.
///
/// CMQ_MONKEY_EVENTS and CMQ_MONKEY_SEED say how many and which (`./run monkey`); the events before
/// a crash are in CMQ_MONKEY_LOG.
class TestMonkey final : public QObject
{
    Q_OBJECT

private slots:
    void nothingBreaks();
};

namespace {

/// Files and folders are never chosen; every question is answered by the monkey itself.
class NoFiles final : public ui::Prompts
{
public:
    explicit NoFiles(const ui::Settings* settings)
        : m_dialogs(settings)
    {
    }
    void confirm(QWidget* parent, const ui::Confirmation& confirmation,
                 std::function<void()> accepted) override
    {
        m_dialogs.confirm(parent, confirmation, std::move(accepted));
    }
    void chooseFolder(QWidget*, const QString&, const QString&,
                      std::function<void(QString)>) override
    {
    }
    void chooseSaveFile(QWidget*, const QString&, const QString&,
                        std::function<void(QString)>) override
    {
    }
    void chooseOpenFile(QWidget*, const QString&, std::function<void(QString)>) override {}

private:
    ui::DialogPrompts m_dialogs;
};

/// What would end the program, leave the sandbox, or ask hosts elsewhere.
constexpr const char* Forbidden[] = {"quit", "openLocal", "openFolder", "openSandbox",
                                     "manageConnections"};

constexpr int EventsUsual = 500;

/// True when there was nothing left.
bool closeWhatIsOpen()
{
    QWidget* open = QApplication::activePopupWidget();
    if (!open)
        open = QApplication::activeModalWidget();
    if (open)
        open->close();
    return !open;
}

} // namespace

void TestMonkey::nothingBreaks()
{
    bool isGiven = false;
    int events = qEnvironmentVariableIntValue("CMQ_MONKEY_EVENTS", &isGiven);
    if (!isGiven)
        events = EventsUsual;
    const auto seed = std::uint32_t(qEnvironmentVariableIntValue("CMQ_MONKEY_SEED", &isGiven));
    const QByteArray path = qgetenv("CMQ_MONKEY_LOG");
    std::FILE* log = path.isEmpty() ? nullptr : std::fopen(path.constData(), "w");

    QTemporaryDir home;
    QSettings store(home.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ui::Settings settings(store);
    settings.setReceiverPort(SandboxDesk::freePort());
    ui::Theme theme(*qApp);
    ui::Language language;
    NoFiles prompts(&settings);
    Options options;
    options.isInMemory = true;
    Console console(options, settings, theme, language, prompts);
    console.start();
    for (const char* name : Forbidden) {
        auto* action = console.window().findChild<QAction*>(QString::fromLatin1(name));
        QVERIFY2(action, name);
        action->setVisible(false); // what cannot be seen has no shortcut either
    }
    addSampleData(*console.connection());
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"26"_s);

    // Each event by a timer of its own: a menu of a button runs an event loop of Qt's until it
    // closes.
    Monkey monkey(seed);
    int done = 0;
    bool isOver = false;
    const std::function<void()> next = [&] {
        if (!console.window().isVisible())
            console.window().show(); // Alt+F4 and its like
        isOver = done == events && closeWhatIsOpen();
        if (isOver)
            return;
        QTimer::singleShot(1, &console.window(), next);
        if (done == events)
            return;
        if (log) {
            std::fprintf(log, "%d\n", done);
            std::fflush(log);
        }
        ++done;
        const QString what = monkey.act();
        if (log)
            std::fprintf(log, "%s\n", qPrintable(what));
    };
    next();
    while (!isOver)
        QTest::qWait(10);

    // Somebody can work.
    while (QWidget* dialog = person::openDialog()) {
        dialog->close();
        QTest::qWait(1);
    }
    language.setMode(ui::LanguageMode::English);
    QVERIFY(console.window().workspace()); // of whatever it has opened
    console.window().workspace()->findChild<QAction*>(u"queuesPageAction"_s)->trigger();
    QVERIFY(person::type(u"queuesFilter"_s, QString()));
    console.window().workspace()->findChild<QAction*>(u"createQueue"_s)->trigger();
    QVERIFY(person::type(u"queueName"_s, u"after-the-monkey"_s));
    QVERIFY(person::click(u"createQueueDialogSubmit"_s));
    QTRY_COMPARE_WITH_TIMEOUT(person::cell(u"after-the-monkey"_s, 0), u"after-the-monkey"_s,
                              60'000);
    if (log)
        std::fclose(log);
}

CMQ_TEST(monkey, TestMonkey)

} // namespace tst_monkey
#include "tst_monkey.moc"
