#include "scenario/receipts.h"
#include "scenario/recorder.h"
#include "scenario/scenariofile.h"
#include "scenario/scenariorun.h"
#include "scenario/suggestions.h"
#include "tests/paths.h"
#include "tests/suite.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <set>

namespace tst_lessons {

using namespace cmq;
using namespace cmq::scenario;
using namespace Qt::StringLiterals;

namespace {

QDir folder()
{
    return QDir(QString::fromStdString(paths::source("resources/lessons")));
}

Scenario lessonOf(const QString& file)
{
    QFile opened(folder().filePath(file));
    if (!opened.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file));
    const auto scenario = parseScenario(opened.readAll().toStdString());
    if (!scenario)
        qFatal("%s: %s", qPrintable(file), scenario.error().detail.c_str());
    return *scenario;
}

/// Everything a person could see of a world, byte by byte.
std::string stateOf(const World& world)
{
    std::string text = std::to_string(toUnixMilliseconds(world.now())) + '\n';
    world.events().forEach([&](const World::Seen& seen) {
        const Event& event = seen.event;
        text += std::to_string(toUnixMilliseconds(event.time)) + ' ' +
                std::string(toString(event.kind)) + ' ' + event.name + ' ' +
                std::to_string(event.msgId) + ' ' + std::to_string(event.dequeueCount) + ' ' +
                event.reason + '\n';
    });
    world.deeds().forEach([&](const Deed& deed) {
        text += std::to_string(deed.token) + ' ' + deed.by + ' ' +
                std::string(actionTraits(deed.action).name) + ' ' + std::to_string(deed.code);
        for (const ReceivedMessage& message : deed.received)
            text += ' ' + message.receiptHandle;
        text += '\n';
    });
    for (const Actor& actor : world.actors()) {
        for (const auto& [body, count] : world.effectsOf(actor.name))
            text += actor.name + ' ' + body + ' ' + std::to_string(count) + '\n';
    }
    return text;
}

void bothLanguages(const Texts& texts, const char* what)
{
    for (const char* language : {"en", "zh"}) {
        const auto found = texts.find(language);
        QVERIFY2(found != texts.end() && !found->second.empty(), what);
    }
    QVERIFY2(texts.at("en") != texts.at("zh") || texts.at("en").size() < 20, what);
}

} // namespace

class TestLessons : public QObject
{
    Q_OBJECT

    static void rows()
    {
        QTest::addColumn<QString>("file");
        for (const QString& file : folder().entryList({u"*.json"_s}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(file)) << file;
    }

private slots:
    void trackIsComplete()
    {
        const QStringList files = folder().entryList({u"*.json"_s}, QDir::Files, QDir::Name);
        QCOMPARE(files.size(), 17);
        std::set<std::string> ids;
        for (int i = 0; i < files.size(); ++i) {
            const Scenario scenario = lessonOf(files.at(i));
            QVERIFY2(scenario.lesson, qPrintable(files.at(i)));
            QCOMPARE(scenario.lesson->number, i + 1);
            QVERIFY2(ids.insert(scenario.id).second, qPrintable(files.at(i)));
        }
    }

    void isProved_data() { rows(); }
    /// Its solution passes, doing nothing and waiting fail, both wrong ways fail with the check
    /// that says why, and the answers to its questions are right.
    void isProved()
    {
        QFETCH(QString, file);
        const Scenario scenario = lessonOf(file);
        const Verdict verdict = runScenario(scenario);
        QVERIFY2(verdict.isPassed(), toTap(verdict).c_str());
    }

    void isWhole_data() { rows(); }
    void isWhole()
    {
        QFETCH(QString, file);
        const Scenario scenario = lessonOf(file);
        const Lesson& lesson = *scenario.lesson;
        bothLanguages(scenario.title, "title");
        bothLanguages(lesson.goal, "goal");
        bothLanguages(lesson.story, "story");
        bothLanguages(lesson.explanation, "explanation");
        QVERIFY(lesson.tasks.size() >= 2);
        QVERIFY(lesson.questions.size() >= 1);
        QVERIFY(lesson.hints.size() >= 2);
        QVERIFY(lesson.wrong.size() >= 2);
        QVERIFY(lesson.sources.size() >= 1);
        for (const auto* list : {&lesson.tasks, &lesson.hints, &lesson.sources}) {
            for (const Texts& texts : *list)
                bothLanguages(texts, "list");
        }
        for (const Question& question : lesson.questions) {
            bothLanguages(question.text, "question");
            bothLanguages(question.why, "why");
            QVERIFY(question.choices.size() >= 2);
            QVERIFY2(!question.proof.empty(), "an answer without a proof");
        }
        for (const WrongWay& way : lesson.wrong) {
            bothLanguages(way.title, "wrong way");
            bothLanguages(way.lesson, "what a wrong way shows");
        }
        for (const Check& check : scenario.checks) {
            bothLanguages(check.text, "check");
            bothLanguages(check.unmet, "unmet");
        }
    }

    void writtenIsReadAgain_data() { rows(); }
    void writtenIsReadAgain()
    {
        QFETCH(QString, file);
        const Scenario scenario = lessonOf(file);
        const auto again = parseScenario(toText(scenario));
        QVERIFY2(again.has_value(), again ? "" : again.error().detail.c_str());
        QVERIFY(*again == scenario);
    }

    void recordedDoesItAgain_data() { rows(); }
    /// What was done in a world, saved and opened again, reaches the same goal.
    void recordedDoesItAgain()
    {
        QFETCH(QString, file);
        const Scenario scenario = lessonOf(file);
        World world = *startOf(scenario);
        Script(world).play(scenario.lesson->solution);
        Scenario recorded = scenario;
        recorded.lesson.reset();
        recorded.steps = recordedSteps(world);
        const auto again = parseScenario(toText(recorded));
        QVERIFY2(again.has_value(), again ? "" : again.error().detail.c_str());
        const Verdict verdict = runScenario(*again);
        QVERIFY2(verdict.isPassed(), toTap(verdict).c_str());
    }

    void suggestedChecksHold_data() { rows(); }
    void suggestedChecksHold()
    {
        QFETCH(QString, file);
        const Scenario scenario = lessonOf(file);
        World world = *startOf(scenario);
        Script(world).play(scenario.lesson->solution);
        const std::vector<Check> checks = suggestedChecks(world);
        QVERIFY(!checks.empty());
        for (const CheckVerdict& verdict : judge(world, checks))
            QVERIFY2(verdict.isMet, (verdict.id + ": " + toString(verdict.finding)).c_str());
    }

    void receiptsSayWhatTheyAreGoodFor()
    {
        World world = *startOf(lessonOf(u"03-stale-handle.json"_s));
        const auto receive = [&] {
            (void)world.takeAnswer(world.call(ReceiveMessage{"orders", Seconds(0)}));
        };
        receive();
        QCOMPARE(receiptsOf(world).size(), std::size_t(1));
        QCOMPARE(receiptsOf(world)[0].state, Receipt::State::Valid);
        QCOMPARE(receiptsOf(world)[0].message.msgBody, std::string("slow order"));
        QVERIFY(world.advanceTo(world.now() + Seconds(30)));
        QCOMPARE(receiptsOf(world)[0].state, Receipt::State::Dead);
        receive();
        QCOMPARE(receiptsOf(world)[1].state, Receipt::State::Valid);
        (void)world.takeAnswer(
            world.call(DeleteMessage{"orders", receiptsOf(world)[1].message.receiptHandle}));
        QCOMPARE(receiptsOf(world)[0].state, Receipt::State::Gone);
        QCOMPARE(receiptsOf(world)[1].state, Receipt::State::Gone);
    }

    /// A hundred runs end in the same state, byte for byte, also when they are forks of one start
    /// and when time goes by other steps.
    void runsAreEqual()
    {
        for (const QString& file :
             {u"08-poison-message.json"_s, u"14-failing-push.json"_s, u"15-lost-reply.json"_s}) {
            const Scenario scenario = lessonOf(file);
            const auto start = startOf(scenario);
            QVERIFY(start.has_value());
            std::string first;
            for (int run = 0; run < 100; ++run) {
                World world = run % 2 == 0 ? *start : *startOf(scenario);
                for (const StepVerdict& step : Script(world).play(scenario.lesson->solution))
                    QVERIFY2(step.isPassed, step.reason.c_str());
                const std::string state = stateOf(world);
                if (run == 0)
                    first = state;
                QCOMPARE(state, first);
            }
        }
    }

    void timeInSmallStepsIsTheSame()
    {
        const Scenario scenario = lessonOf(u"17-free-play.json"_s);
        World once = *startOf(scenario);
        World often = once;
        const Time end = once.now() + Seconds(120);
        QVERIFY(once.advanceTo(end));
        while (often.now() < end)
            QVERIFY(often.advanceTo(std::min(end, often.now() + Milliseconds(317))));
        QCOMPARE(stateOf(often), stateOf(once));
    }

    void lookingChangesNothing()
    {
        const Scenario scenario = lessonOf(u"08-poison-message.json"_s);
        World watched = *startOf(scenario);
        World alone = watched;
        for (int i = 0; i < 60; ++i) {
            (void)judge(watched, scenario.checks);
            QVERIFY(watched.advanceTo(watched.now() + Seconds(1)));
            QVERIFY(alone.advanceTo(alone.now() + Seconds(1)));
        }
        QCOMPARE(stateOf(watched), stateOf(alone));
    }
};

CMQ_TEST(lessons, TestLessons)

} // namespace tst_lessons
#include "tst_lessons.moc"
