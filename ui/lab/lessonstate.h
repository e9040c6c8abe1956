#pragma once

#include "lab.h"
#include "recording.h"

#include "scenario/judge.h"
#include "scenario/receipts.h"
#include "scenario/sandbox.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <vector>

namespace ui {

class Connection;

/// A scenario at work in a sandbox: what has been reached, what can be done, and how much help was
/// taken.
///
/// Thread: the GUI's; the sandbox judges on its own.
class LessonState final : public QObject
{
    Q_OBJECT

public:
    /// What there is to show; a moment of the sandbox.
    struct View
    {
        std::vector<cmq::scenario::CheckVerdict> verdicts;
        std::vector<cmq::scenario::Receipt> receipts;
        std::vector<cmq::scenario::Actor> actors;
        std::size_t undos = 0;
        std::size_t redos = 0;
        bool isMet = false;
    };

    /// All outlive us.
    LessonState(Connection& connection, cmq::scenario::Sandbox& sandbox, Lab& lab,
                QObject* parent = nullptr);

    [[nodiscard]] cmq::scenario::Sandbox& sandbox() const { return m_sandbox; }
    [[nodiscard]] const cmq::scenario::Scenario& scenario() const { return m_sandbox.scenario(); }
    /// Nothing but a broker: no scenario, nothing to learn.
    [[nodiscard]] bool isPlain() const;
    /// Whether it begins with a topic: then the person begins on the page of topics.
    [[nodiscard]] bool isAboutTopics() const;
    [[nodiscard]] const View& view() const { return m_view; }
    /// Every check was met at some moment since the beginning.
    [[nodiscard]] bool isDone() const { return m_isDone; }
    [[nodiscard]] std::size_t hints() const { return m_hints; }
    [[nodiscard]] bool isSolutionShown() const { return m_isSolutionShown; }
    /// Counters of the queues when the goal is reached; empty until it was asked for.
    [[nodiscard]] const QStringList& goal() const { return m_goal; }
    /// It goes on where the person had left it.
    [[nodiscard]] bool isResumed() const { return m_isResumed; }
    /// What a wrong way that was played shows; empty when none was.
    [[nodiscard]] QString shown() const;

    void refresh();
    void undo();
    void redo();
    /// Takes back or does again until so many things are done.
    void undoTo(std::size_t deeds);
    /// As it was at the start; help that was taken stays taken.
    void beginAgain();
    void showHint();
    void showGoal();
    void showSolution();
    /// From the start.
    void playSolution();
    void playWrongWay(int number);
    /// The steps of a scenario that is no lesson.
    void playSteps();
    void setActor(const cmq::scenario::Actor& actor);
    /// Deletes with a receipt, whatever it is still good for; several together in one request.
    void deleteWith(const cmq::scenario::Receipt& receipt);
    void deleteTogether(const std::vector<cmq::scenario::Receipt>& receipts);
    /// What was done since the start, in this branch and in the others.
    void record(std::function<void(Recording)> done);

signals:
    void changed();
    /// The world is another one, or was moved by a script: what pages show is old.
    void replaced();
    /// A refusal that the person should see: CMQ's words.
    void refused(const QString& text);

private:
    void take(View view);
    void play(const std::vector<cmq::scenario::Step>& steps);
    void afterReplacement();
    void resume();
    void keepWork();

    Connection& m_connection;
    cmq::scenario::Sandbox& m_sandbox;
    Lab& m_lab;
    View m_view;
    bool m_isLooking = false;
    bool m_mustLookAgain = false;
    bool m_isDone = false;
    bool m_isResumed = false;
    QTimer m_keep;                 // what was done is kept a moment later
    bool m_isDemonstrated = false; // a script of ours did it, not the person
    std::size_t m_hints = 0;
    bool m_isGoalShown = false;
    bool m_isSolutionShown = false;
    int m_shown = -1;
    QStringList m_goal;
};

} // namespace ui
