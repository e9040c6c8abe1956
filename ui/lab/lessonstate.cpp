#include "lessonstate.h"

#include "lessontext.h"
#include "lookinto.h"

#include "scenario/recorder.h"
#include "scenario/scenariorun.h"

#include "ui/common/errortext.h"
#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

#include <algorithm>
#include <memory>

namespace ui {

namespace scenario = cmq::scenario;

namespace {

constexpr int KeepMs = 300;

LessonState::View viewOf(const scenario::World& world, scenario::Sandbox::Undoing undoing,
                         const std::vector<scenario::Check>& checks)
{
    LessonState::View view;
    view.verdicts = judge(world, checks);
    view.isMet = !checks.empty() && isMet(view.verdicts);
    view.receipts = receiptsOf(world);
    view.actors = world.actors();
    view.undos = undoing.undos;
    view.redos = undoing.redos;
    return view;
}

QStringList goalOf(const scenario::Scenario& scenario)
{
    QStringList lines;
    auto world = startOf(scenario);
    if (!world)
        return lines;
    scenario::Script(*world).play(scenario.lesson->solution);
    for (const cmq::QueueAttributes& queue : queuesOf(*world))
        lines += countersText(queue);
    return lines;
}

} // namespace

LessonState::LessonState(Connection& connection, scenario::Sandbox& sandbox, Lab& lab,
                         QObject* parent)
    : QObject(parent)
    , m_connection(connection)
    , m_sandbox(sandbox)
    , m_lab(lab)
{
    connect(&connection, &Connection::changed, this, &LessonState::refresh);
    // What was refused changed nothing there, and is something that was tried.
    connect(&connection.activity(), &ActivityLog::changed, this, &LessonState::refresh);
    m_keep.setSingleShot(true);
    m_keep.setInterval(KeepMs);
    connect(&m_keep, &QTimer::timeout, this, &LessonState::keepWork);
    if (scenario().lesson)
        resume();
    refresh();
}

void LessonState::resume()
{
    m_lab.note(scenario().id, Lab::Result::Started);
    if (auto steps = m_lab.work(scenario().id); !steps.empty()) {
        m_isResumed = true;
        m_sandbox.resume(std::move(steps), [] {});
    }
    connect(this, &LessonState::changed, &m_keep, qOverload<>(&QTimer::start));
}

/// A finished lesson begins anew the next time.
void LessonState::keepWork()
{
    if (m_isDone || m_isDemonstrated) {
        m_lab.keepWork(scenario().id, {});
        return;
    }
    const auto future =
        lookInto<std::vector<scenario::Step>>(m_sandbox, [](const scenario::World& world, auto) {
            return world.deeds().size() + world.turns().size() == 0 ? std::vector<scenario::Step>()
                                                                    : stepsToResume(world);
        });
    onResult(future, this, [this](const cmq::Result<std::vector<scenario::Step>>& steps) {
        if (steps)
            m_lab.keepWork(scenario().id, *steps);
    });
}

bool LessonState::isAboutTopics() const
{
    return std::ranges::any_of(scenario().setup, [](const scenario::Step& step) {
        const auto* call = std::get_if<scenario::CallStep>(&step);
        return call && call->action == "CreateTopic";
    });
}

bool LessonState::isPlain() const
{
    scenario::Scenario plain;
    plain.start = scenario().start;
    return scenario() == plain; // of a copy, too
}

QString LessonState::shown() const
{
    return m_shown < 0 ? QString()
                       : lessonText(scenario().lesson->wrong[std::size_t(m_shown)].lesson);
}

/// One look at a time: what happens meanwhile is seen by the next.
void LessonState::refresh()
{
    if (m_isLooking) {
        m_mustLookAgain = true;
        return;
    }
    m_isLooking = true;
    const auto future =
        lookInto<View>(m_sandbox, [checks = scenario().checks](const scenario::World& world,
                                                               scenario::Sandbox::Undoing undoing) {
            return viewOf(world, undoing, checks);
        });
    onResult(future, this, [this](const cmq::Result<View>& view) {
        m_isLooking = false;
        if (view)
            take(*view);
        if (m_mustLookAgain) {
            m_mustLookAgain = false;
            refresh();
        }
    });
}

void LessonState::take(View view)
{
    m_view = std::move(view);
    if (m_view.isMet && !m_isDemonstrated && !m_isDone) {
        m_isDone = true;
        m_lab.note(scenario().id, m_isSolutionShown              ? Lab::Result::WithSolution
                                  : m_hints > 0 || m_isGoalShown ? Lab::Result::WithHints
                                                                 : Lab::Result::Alone);
    }
    emit changed();
}

void LessonState::afterReplacement()
{
    emit replaced();
    emit m_connection.changed();
}

void LessonState::undo()
{
    m_shown = -1;
    m_isDemonstrated = false;
    m_sandbox.undo([] {});
    afterReplacement();
}

void LessonState::redo()
{
    m_sandbox.redo([] {});
    afterReplacement();
}

void LessonState::undoTo(std::size_t deeds)
{
    m_shown = -1;
    m_isDemonstrated = false;
    m_sandbox.undoTo(deeds, [] {});
    afterReplacement();
}

void LessonState::beginAgain()
{
    m_isResumed = false;
    m_shown = -1;
    m_isDemonstrated = false;
    m_sandbox.reset([] {});
    afterReplacement();
}

void LessonState::showHint()
{
    m_hints = std::min(m_hints + 1, scenario().lesson->hints.size());
    emit changed();
}

void LessonState::showGoal()
{
    m_isGoalShown = true;
    const auto future = lookInto<QStringList>(
        m_sandbox, [copy = scenario()](const auto&, auto) { return goalOf(copy); });
    onResult(future, this, [this](const cmq::Result<QStringList>& goal) {
        m_goal = goal.value_or(QStringList());
        emit changed();
    });
}

void LessonState::showSolution()
{
    m_isSolutionShown = true;
    emit changed();
}

void LessonState::play(const std::vector<scenario::Step>& steps)
{
    m_sandbox.reset([] {});
    m_sandbox.play(steps, [](const auto&) {});
    afterReplacement();
}

/// Whoever lets the solution be played has seen it done; the lesson counts as done with it.
void LessonState::playSolution()
{
    m_shown = -1;
    m_isSolutionShown = true;
    m_isDemonstrated = false;
    play(scenario().lesson->solution);
}

void LessonState::playWrongWay(int number)
{
    m_shown = number;
    m_isDemonstrated = true;
    play(scenario().lesson->wrong[std::size_t(number)].steps);
}

void LessonState::playSteps()
{
    play(scenario().steps);
}

void LessonState::setActor(const scenario::Actor& actor)
{
    m_sandbox.play({scenario::ActorStep{actor}}, [](const auto&) {});
    afterReplacement();
}

void LessonState::deleteWith(const scenario::Receipt& receipt)
{
    onResult(
        m_connection.call(cmq::DeleteMessage{receipt.queueName, receipt.message.receiptHandle}),
        this, [this](const cmq::Result<cmq::Done>& answer) {
            refresh();
            if (!answer)
                emit refused(errorSentence(answer.error()));
        });
}

void LessonState::deleteTogether(const std::vector<scenario::Receipt>& receipts)
{
    cmq::BatchDeleteMessage action;
    for (const scenario::Receipt& receipt : receipts) {
        if (action.receiptHandle.size() == cmq::BatchMax)
            break;
        action.queueName = receipt.queueName;
        action.receiptHandle.push_back(receipt.message.receiptHandle);
    }
    onResult(m_connection.call(std::move(action)), this,
             [this](const cmq::Result<cmq::BatchDeleteReply>& answer) {
                 refresh();
                 if (!answer) {
                     emit refused(errorSentence(answer.error()));
                 } else if (!answer->errorList.empty()) {
                     emit refused(tr("%1 of %2 were deleted; the others: %3")
                                      .arg(answer->deletedCount)
                                      .arg(answer->deletedCount + answer->errorList.size())
                                      .arg(errorSentence(answer->errorList.front().error)));
                 }
             });
}

void LessonState::record(std::function<void(Recording)> done)
{
    const auto future = answerOf<Recording>([this](auto answer) {
        m_sandbox.compare(
            [answer, begun = scenario()](const std::vector<const scenario::World*>& worlds,
                                         std::size_t current) {
                Recording recording{begun, {}};
                recording.scenario.lesson.reset();
                for (std::size_t i = 0; i < worlds.size(); ++i) {
                    auto steps = recordedSteps(*worlds[i]);
                    if (i == current)
                        recording.scenario.steps = std::move(steps);
                    else if (!steps.empty())
                        recording.others.push_back({i + 1, std::move(steps)});
                }
                answer(std::move(recording));
            });
    });
    onResult(future, this, [done = std::move(done)](const cmq::Result<Recording>& recording) {
        if (recording)
            done(*recording);
    });
}

} // namespace ui
