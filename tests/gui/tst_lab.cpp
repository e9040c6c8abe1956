#include "agreeingprompts.h"
#include "person.h"

#include "app/console/console.h"

#include "ui/common/language.h"
#include "ui/common/settings.h"
#include "ui/common/theme.h"
#include "ui/lab/lab.h"
#include "ui/shell/workspace.h"

#include "scenario/scenariofile.h"
#include "scenario/scenariorun.h"

#include "tests/suite.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>

namespace tst_lab {

using namespace Qt::StringLiterals;

namespace {

/// Replaces what a field holds by what an input method gives: Chinese is not typed letter by
/// letter, and neither are several lines.
bool compose(const QString& name, const QString& text)
{
    if (!person::type(name, {}))
        return false;
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(person::find(name), &event);
    return true;
}

/// A person at the lab.
struct Student
{
    explicit Student(ui::LanguageMode mode)
    {
        language.setMode(mode);
        prompts.path = home.filePath(u"file.json"_s);
        open();
    }
    /// The program, or another one after it.
    void open()
    {
        console.reset();
        Options options;
        options.isInMemory = true;
        console = std::make_unique<Console>(options, settings, theme, language, prompts);
        console->start();
        console->window().resize(1500, 900);
    }

    void trigger(const QString& name) const
    {
        auto* action = console->window().workspace()->findChild<QAction*>(name);
        QVERIFY2(action, qPrintable(name));
        QTRY_VERIFY2(action->isEnabled(), qPrintable(name));
        action->trigger();
    }
    void begin(const QString& lesson) const
    {
        trigger(u"labPageAction"_s);
        QVERIFY(person::click(u"labOpen_"_s + lesson));
        QVERIFY(person::find(u"lessonPanel"_s));
    }
    void select(const QString& queue) const
    {
        trigger(u"queuesPageAction"_s);
        QTRY_VERIFY(!person::cell(queue, 0).isEmpty());
        QVERIFY(person::clickRow(queue));
    }
    void send(const QString& queue, const QString& body) const
    {
        select(queue);
        QVERIFY(person::click(u"sendMessageButton"_s));
        QVERIFY(person::type(u"messageBody"_s, body));
        person::press(u"messageBody"_s, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(person::find(u"sendDialogSubmit"_s)->isEnabled());
        QVERIFY(person::click(u"sendDialogClose"_s));
        QVERIFY(person::isGone(u"sendDialog"_s));
    }
    /// Receives one message and closes the dialog: its receipt stays in the panel.
    void receive(const QString& queue) const
    {
        select(queue);
        QVERIFY(person::click(u"receiveMessagesButton"_s));
        QVERIFY(person::click(u"receiveButton"_s));
        QVERIFY(person::find(u"messageText1"_s));
        QVERIFY(person::click(u"receiveClose"_s));
    }
    /// By the keyboard: a step of the clock to the next change.
    void step() const
    {
        const auto* action =
            console->window().workspace()->findChild<QAction*>(u"timeStepAction"_s);
        QVERIFY(action);
        QTRY_VERIFY(action->isEnabled());
        person::press(u"timeBar"_s, Qt::Key_F7);
    }

    static QString check(int number) { return person::read(u"checkReason%1"_s.arg(number)); }
    static bool isReached(int number)
    {
        const auto text = person::find<QLabel>(u"checkText%1"_s.arg(number));
        return text && (text->accessibleName().startsWith(u"Reached"_s) ||
                        text->accessibleName().startsWith(u"已达成"_s));
    }

    QTemporaryDir home;
    QSettings store{home.filePath(u"settings.ini"_s), QSettings::IniFormat};
    ui::Settings settings{store};
    ui::Theme theme{*qApp};
    ui::Language language;
    AgreeingPrompts prompts;
    std::unique_ptr<Console> console;
};

} // namespace

/// Whole lessons as people do them, with keys and clicks, read from what is shown.
class TestLab final : public QObject
{
    Q_OBJECT

private slots:
    void firstLesson();
    void secondLessonInChinese();
    void lessonWithAnActor();
    void helpComesInThreeSteps();
    void whatWasDoneIsUndone();
    void recordedIsAScenario();
    void aLessonGoesOnAfterTheEnd();
    void lessonIsMadeInTheWindow();
    void strangersFilesAreRefused();
    void languageChangesInTheMiddle();
};

void TestLab::firstLesson()
{
    Student student(ui::LanguageMode::English);
    student.begin(u"send-receive-delete"_s);
    QCOMPARE(person::read(u"lessonTitle"_s), u"1 · Send, receive, delete"_s);
    QVERIFY(person::read(u"lessonGoal"_s).contains(u"orders"_s));

    // A question first; the wrong answer is explained.
    QVERIFY(person::click(u"question1Choice1"_s));
    QTRY_VERIFY(person::read(u"questionAnswer1"_s).startsWith(u"Not quite."_s));
    person::press(u"question1Choice1"_s, Qt::Key_Down);
    QTRY_VERIFY(person::read(u"questionAnswer1"_s).startsWith(u"Right."_s));

    QTRY_VERIFY(Student::check(0).contains(u"wanted 1 or more"_s));
    student.select(u"orders"_s);
    QVERIFY(person::click(u"sendMessageButton"_s));
    QVERIFY(person::type(u"messageBody"_s, u"two noodle soups"_s));
    person::press(u"messageBody"_s, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(person::find(u"sendDialogSubmit"_s)->isEnabled());
    QVERIFY(person::click(u"sendDialogClose"_s));
    QTRY_VERIFY(Student::isReached(0));
    QVERIFY(!Student::isReached(1));

    student.receive(u"orders"_s);
    QTRY_VERIFY(Student::isReached(1));
    QVERIFY(!Student::isReached(2));
    QVERIFY(person::read(u"receiptText1"_s).startsWith(u"two noodle soups"_s));
    QVERIFY(person::click(u"receiptDelete1"_s));
    QTRY_VERIFY(Student::isReached(2));
    QTRY_COMPARE(person::read(u"lessonReached"_s), u"You have reached the goal."_s);
    QVERIFY(person::read(u"lessonExplanation"_s).contains(u"at least once"_s));
    QCOMPARE(student.console->window().lab().result("send-receive-delete"), ui::Lab::Result::Alone);

    // The way on.
    QVERIFY(person::click(u"lessonNext"_s));
    QTRY_COMPARE(person::read(u"lessonTitle"_s), u"2 · Forgot to delete"_s);
}

void TestLab::secondLessonInChinese()
{
    Student student(ui::LanguageMode::Chinese);
    student.begin(u"forgot-to-delete"_s);
    QCOMPARE(person::read(u"lessonTitle"_s), u"2 · 忘了删除"_s);
    student.receive(u"orders"_s);
    student.step(); // the next change is the end of the visibility
    QTRY_VERIFY(Student::isReached(0));
    QVERIFY(Student::check(1).contains(u"要求 2"_s));
    QTRY_VERIFY(person::read(u"receiptState1"_s).contains(u"已作废"_s));

    // The old receipt is worth nothing.
    QVERIFY(person::click(u"receiptDelete1"_s));
    QTRY_VERIFY(!person::read(u"lessonBannerText"_s).isEmpty());

    student.receive(u"orders"_s);
    QTRY_VERIFY(Student::isReached(1));
    QVERIFY(person::click(u"receiptDelete2"_s));
    QTRY_COMPARE(person::read(u"lessonReached"_s), u"你达成了目标。"_s);
}

void TestLab::lessonWithAnActor()
{
    Student student(ui::LanguageMode::English);
    student.begin(u"lost-reply"_s);
    // First the way that fails.
    QVERIFY(person::click(u"lessonWrong1"_s));
    QTRY_VERIFY(person::read(u"lessonWrongShown"_s).contains(u"booked twice"_s));
    QTRY_VERIFY(Student::isReached(1));
    QVERIFY(!Student::isReached(2));
    QVERIFY(person::click(u"lessonAgainButton"_s));
    QTRY_VERIFY(!Student::isReached(1));

    QVERIFY(person::click(u"actorEdit_bank"_s));
    const auto idempotent = person::find<QCheckBox>(u"actorIdempotent"_s);
    QVERIFY(idempotent);
    idempotent->setFocus();
    QTest::keyClick(idempotent, Qt::Key_Space);
    QVERIFY(idempotent->isChecked());
    QTest::keyClick(idempotent, Qt::Key_Return);
    QVERIFY(person::isGone(u"actorDialog"_s));
    QTRY_VERIFY(person::read(u"actorText_bank"_s).contains(u"remembers what it has done"_s));
    // A minute passes, event by event.
    const auto isDone = [&] {
        return student.console->window().lab().result("lost-reply") > ui::Lab::Result::Started;
    };
    QVERIFY(QTest::qWaitFor(
        [&] {
            student.step();
            return isDone();
        },
        20'000));
    QVERIFY(Student::isReached(0) && Student::isReached(1) && Student::isReached(2));
}

void TestLab::helpComesInThreeSteps()
{
    Student student(ui::LanguageMode::English);
    student.begin(u"delay"_s);
    // What comes back empty counts, too.
    student.select(u"reminders"_s);
    QVERIFY(person::click(u"receiveMessagesButton"_s));
    QVERIFY(person::click(u"receiveButton"_s));
    QTRY_VERIFY(Student::isReached(0));
    QVERIFY(person::click(u"receiveClose"_s));
    QVERIFY(person::click(u"lessonHint"_s));
    QTRY_VERIFY(person::read(u"lessonHints"_s).contains(u"Delay"_s));
    QVERIFY(person::click(u"lessonShowGoal"_s));
    QTRY_VERIFY(person::read(u"lessonGoalState"_s).contains(u"reminders: 0 visible"_s));
    QVERIFY(person::click(u"lessonShowSolution"_s));
    QTRY_VERIFY(person::read(u"lessonSolutionText"_s).contains(u"delaySeconds=60"_s));
    QVERIFY(person::click(u"lessonPlaySolution"_s));
    QTRY_COMPARE(person::read(u"lessonReached"_s), u"You have reached the goal."_s);
    QCOMPARE(student.console->window().lab().result("delay"), ui::Lab::Result::WithSolution);
    // The map knows.
    student.trigger(u"labPageAction"_s);
    QTRY_COMPARE(person::read(u"labResult_delay"_s), u"Done with the solution"_s);
}

void TestLab::whatWasDoneIsUndone()
{
    Student student(ui::LanguageMode::English);
    student.begin(u"forgot-to-delete"_s);
    student.receive(u"orders"_s);
    QTRY_COMPARE(person::cell(u"orders"_s, 2), u"1"_s);
    QVERIFY(person::click(u"lessonUndoButton"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, 2), u"0"_s);
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"1"_s);
    QVERIFY(person::click(u"lessonRedoButton"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, 2), u"1"_s);
    const QString time = person::read(u"timeNow"_s);
    student.step();
    QTRY_VERIFY(person::read(u"timeNow"_s) != time);
    QVERIFY(person::click(u"lessonAgainButton"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"1"_s);
    QTRY_COMPARE(person::read(u"timeNow"_s), time);
}

/// The program ends in the middle of a lesson; the next one goes on there.
void TestLab::aLessonGoesOnAfterTheEnd()
{
    Student student(ui::LanguageMode::English);
    student.begin(u"forgot-to-delete"_s);
    student.receive(u"orders"_s);
    student.step();
    QTRY_VERIFY(Student::isReached(0));
    student.receive(u"orders"_s);
    QTRY_VERIFY(Student::isReached(1));
    const QString time = person::read(u"timeNow"_s);
    QTRY_VERIFY(student.settings.lessonWork(u"forgot-to-delete"_s).count("ReceiveMessage") == 2);
    student.open();
    student.begin(u"forgot-to-delete"_s);
    QTRY_COMPARE(person::read(u"lessonResumed"_s), u"You go on where you left it."_s);
    QTRY_COMPARE(person::read(u"timeNow"_s), time);
    QTRY_VERIFY(Student::isReached(1));
    // Each thing that was done can still be taken back; and the receipt is still good.
    QVERIFY(person::click(u"lessonUndoButton"_s));
    QTRY_VERIFY(!Student::isReached(1));
    QVERIFY(person::click(u"lessonRedoButton"_s));
    QTRY_VERIFY(Student::isReached(1));
    QVERIFY(person::click(u"receiptDelete2"_s));
    QTRY_COMPARE(person::read(u"lessonReached"_s), u"You have reached the goal."_s);
    // What is finished begins anew.
    QTRY_COMPARE(student.settings.lessonWork(u"forgot-to-delete"_s), QByteArray());
}

void TestLab::recordedIsAScenario()
{
    Student student(ui::LanguageMode::English);
    student.begin(u"forgot-to-delete"_s);
    student.receive(u"orders"_s);
    student.step();
    QTRY_VERIFY(Student::isReached(0));
    student.receive(u"orders"_s);
    QTRY_VERIFY(Student::isReached(1));
    QVERIFY(person::click(u"receiptDelete2"_s));
    QTRY_COMPARE(person::read(u"lessonReached"_s), u"You have reached the goal."_s);
    QVERIFY(person::click(u"lessonSave"_s));
    QTRY_VERIFY(QFile::exists(student.prompts.path));
    QFile file(student.prompts.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto scenario = cmq::scenario::parseScenario(file.readAll().toStdString());
    QVERIFY2(scenario.has_value(), scenario ? "" : scenario.error().detail.c_str());
    QVERIFY(!scenario->lesson);
    // The same verdict without a window: every check is met.
    const auto verdict = runScenario(*scenario);
    QVERIFY2(verdict.isPassed(), toTap(verdict).c_str());

    // And the window opens it again.
    student.trigger(u"labPageAction"_s);
    QVERIFY(person::click(u"labOpenFile"_s));
    QTRY_VERIFY(person::find(u"lessonPlay"_s));
    QTRY_VERIFY(!Student::isReached(0));
    QVERIFY(person::click(u"lessonPlay"_s));
    QTRY_COMPARE(person::read(u"lessonReached"_s), u"Every check is met."_s);
}

void TestLab::lessonIsMadeInTheWindow()
{
    Student student(ui::LanguageMode::English);
    student.begin(u"send-receive-delete"_s);
    student.send(u"orders"_s, u"tea"_s);
    QTRY_VERIFY(Student::isReached(0));
    // Another beginning: the first way stays as a branch.
    student.send(u"orders"_s, u"tea"_s);
    QVERIFY(person::click(u"lessonAgainButton"_s));
    student.send(u"orders"_s, u"tea"_s);
    QTRY_VERIFY(Student::isReached(0));

    QVERIFY(person::click(u"lessonEdit"_s));
    QVERIFY(person::type(u"editorTitle"_s, u"Tea"_s));
    QVERIFY(person::type(u"editorGoal"_s, u"Order tea."_s));
    const auto parts = person::find<QTabWidget>(u"editorParts"_s);
    parts->setCurrentIndex(2);
    QVERIFY(person::type(u"editorQuestion"_s, u"How many wait then?"_s));
    QVERIFY(compose(u"editorChoices"_s, u"None\nOne"_s));
    QVERIFY(person::type(u"editorAnswer"_s, u"2"_s));
    parts->setCurrentIndex(3);
    QVERIFY(compose(u"editorHints"_s, u"Send.\nThen look."_s));
    QVERIFY(person::type(u"editorWrong1"_s, u"Two teas"_s)); // the branch before this one
    QVERIFY(person::type(u"editorWrongLesson1"_s, u"One was enough."_s));
    // In the other language, too; what is written in one only is said.
    const auto language = person::find<QComboBox>(u"editorLanguage"_s);
    language->setFocus();
    QTest::keyClick(language, Qt::Key_Up);
    QTRY_COMPARE(language->currentText(), u"中文"_s);
    QVERIFY(compose(u"editorHints"_s, u"发送。\n再看。"_s));
    parts->setCurrentIndex(2);
    QVERIFY(compose(u"editorQuestion"_s, u"那时有几条？"_s));
    QVERIFY(compose(u"editorChoices"_s, u"没有\n一条"_s));
    parts->setCurrentIndex(0);
    QVERIFY(compose(u"editorTitle"_s, u"茶"_s));
    QVERIFY(person::type(u"editorGoal"_s, QString()));
    QTRY_VERIFY(person::read(u"editorMissing"_s).contains(u"Goal"_s));
    QVERIFY(compose(u"editorGoal"_s, u"点一杯茶。"_s));
    QTRY_VERIFY(!person::read(u"editorMissing"_s).contains(u"Goal"_s));
    language->setFocus();
    QTest::keyClick(language, Qt::Key_Down);
    QTRY_COMPARE(person::find<QLineEdit>(u"editorTitle"_s)->text(), u"Tea"_s);
    parts->setCurrentIndex(1);
    const auto checks = person::find<QListWidget>(u"editorChecks"_s);
    QVERIFY(checks);
    // What is not met in the end is refused by the try-out, with the check's name.
    QTRY_VERIFY(person::find(u"editorTry"_s)->isEnabled());
    QVERIFY(person::click(u"editorTry"_s));
    QTRY_VERIFY(person::read(u"editorVerdict"_s).contains(u"the solution reaches the goal"_s));
    for (int row = 0; row < checks->count(); ++row) {
        const QString text = checks->item(row)->text();
        const bool isOneTea =
            row >= 4 && text.contains(u"activeMsgNum"_s) && !text.contains(u"inactiveMsgNum"_s);
        checks->item(row)->setCheckState(isOneTea ? Qt::Checked : Qt::Unchecked);
    }
    QVERIFY(person::click(u"editorTry"_s));
    QTRY_VERIFY(person::read(u"editorVerdict"_s).startsWith(u"It works"_s));
    QVERIFY(person::click(u"scenarioEditorSubmit"_s));
    QTRY_VERIFY(QFile::exists(student.prompts.path));
    QFile file(student.prompts.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto made = cmq::scenario::parseScenario(file.readAll().toStdString());
    QVERIFY2(made.has_value(), made ? "" : made.error().detail.c_str());
    QVERIFY(made->lesson.has_value());
    QCOMPARE(made->title.at("zh"), "茶");
    QCOMPARE(made->lesson->goal.at("en"), "Order tea.");
    QCOMPARE(made->lesson->questions.front().choices.size(), std::size_t(2));
    QCOMPARE(made->lesson->questions.front().answer, 2);
    QCOMPARE(made->lesson->hints.size(), std::size_t(2));
    QCOMPARE(made->lesson->hints[1].at("zh"), "再看。");
    QCOMPARE(made->lesson->wrong.size(), std::size_t(1));
    const auto verdict = runScenario(*made);
    QVERIFY2(verdict.isPassed(), toTap(verdict).c_str());
    QVERIFY(person::click(u"scenarioEditorClose"_s));
}

void TestLab::strangersFilesAreRefused()
{
    Student student(ui::LanguageMode::English);
    QFile file(student.prompts.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"cmqScenario\": 1,\n\"steps\": [{\"run\": \"rm -rf /\"}]}");
    file.close();
    student.trigger(u"labPageAction"_s);
    QVERIFY(person::click(u"labOpenFile"_s));
    QTRY_VERIFY(person::read(u"labBannerDetail"_s).startsWith(u"line 2: /steps/0: "_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(
        "{\"cmqScenario\": 1, \"title\": \"<b>bold</b>\", \"setup\": [{\"call\": \"DeleteQueue\", "
        "\"with\": {\"queueName\": \"none\"}}]}");
    file.close();
    QVERIFY(person::click(u"labOpenFile"_s));
    QTRY_VERIFY(person::read(u"connectionBannerDetail"_s).contains(u"step 1 of the setup"_s));
}

void TestLab::languageChangesInTheMiddle()
{
    Student student(ui::LanguageMode::English);
    student.begin(u"stale-handle"_s);
    QCOMPARE(person::read(u"lessonTitle"_s), u"3 · The stale handle"_s);
    student.language.setMode(ui::LanguageMode::Chinese);
    QTRY_COMPARE(person::read(u"lessonTitle"_s), u"3 · 过期的句柄"_s);
    QTRY_VERIFY(person::read(u"lessonGoal"_s).contains(u"句柄"_s));
}

CMQ_TEST(lab, TestLab)

} // namespace tst_lab
#include "tst_lab.moc"
