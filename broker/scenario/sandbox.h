#pragma once

#include "chronicle.h"
#include "scenario.h"
#include "script.h"

#include "cmq/copysource.h"
#include "cmq/eventsource.h"
#include "cmq/service.h"
#include "cmq/timecontrol.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace cmq::scenario {

/// A scenario's world as a service: the lab's sandbox. Whoever calls it is the person; time moves
/// when told; what was done can be undone.
///
/// Thread: any. Completions, observers and jobs are called on the sandbox's own thread, in the
/// order in which things were asked for.
class Sandbox final : public Service, public TimeControl, public EventSource, public CopySource
{
public:
    /// Errors: ParametersError, when the scenario's setup fails.
    [[nodiscard]] static Result<std::unique_ptr<Sandbox>> open(Scenario scenario);
    /// A sandbox that begins as another broker was. No file can hold its beginning.
    [[nodiscard]] static std::unique_ptr<Sandbox> open(const BrokerCopy& copy);
    ~Sandbox() override;

    [[nodiscard]] const Scenario& scenario() const { return m_scenario; }
    /// Whether it began as another broker was.
    [[nodiscard]] bool isCopy() const { return m_isCopy; }

    RequestId call(Action action, Completion completion) override;
    void cancel(RequestId request) override;
    [[nodiscard]] bool supports(const Action&) const override { return true; }

    [[nodiscard]] Time now() const override;
    void advance(Milliseconds by, std::function<void(Result<Time>)> completion) override;
    void nextChange(std::function<void(Result<std::optional<Time>>)> completion) override;

    /// When something will next happen to a message, if nobody does anything; none if nothing will,
    /// or not within a very long way.
    void nextChangeOf(std::uint64_t msgId, std::function<void(std::optional<Time>)> completion);

    ObserverId observe(Observer observer, std::size_t bound) override;
    void stopObserving(ObserverId observer) override;
    void history(EventQuery query, std::function<void(EventHistory)> completion) override;
    /// A world has its own bound.
    void setHistoryCount(std::size_t) override {}

    /// Of the moment that is shown.
    void copy(CopyScope scope, std::function<void(Result<BrokerCopy>)> completion) override;

    /// What can be taken back, and what was.
    struct Undoing
    {
        std::size_t undos = 0;
        std::size_t redos = 0;
    };
    /// Looks at the world as it is after everything that was asked for before.
    void look(std::function<void(const World&, Undoing)> job);
    /// Plays steps as the person, as one step that can be undone.
    void play(std::vector<Step> steps, std::function<void(std::vector<StepVerdict>)> completion);
    /// Does again what was done in an earlier sandbox of the same scenario: each step can be
    /// undone.
    void resume(std::vector<Step> steps, std::function<void()> done);
    /// These replace the world; receives that wait end with Cancelled. Then `done` is called.
    void reset(std::function<void()> done);
    void undo(std::function<void()> done);
    void redo(std::function<void()> done);
    /// Takes back or does again until so many deeds of this branch are done.
    void undoTo(std::size_t deeds, std::function<void()> done);
    /// What was done in this branch since when, and what was taken back.
    void entries(std::function<void(std::vector<Chronicle::Entry>, Time begin)> job);

    /// The moments that can be looked at; see `Chronicle`.
    struct Times
    {
        Time begin;
        Time shown;
        Time end;
        std::vector<Time> deeds; ///< when the person did something
        std::size_t branch = 0;
        std::vector<Time> branchEnds; ///< one for each branch
        friend bool operator==(const Times&, const Times&) = default;
    };
    void times(std::function<void(Times)> job);
    /// Shows another moment; receives that wait go on waiting in the latest one. Whatever is done
    /// in the past begins a new branch.
    void visit(Time time, std::function<void()> done);
    /// Shows the latest moment of a branch.
    void switchTo(std::size_t branch, std::function<void()> done);
    /// Looks at the latest moment of each branch; `shown` is the number of the one that is shown.
    void
    compare(std::function<void(const std::vector<const World*>& worlds, std::size_t shown)> job);

private:
    Sandbox(Scenario scenario, World start, bool isCopy);
    void post(std::function<void()> job);
    void run();
    void deliver();
    void act(const Chronicle::Deed& deed, Chronicle::What what);
    void leaveWaiting();
    void arrive();

    const Scenario m_scenario;
    const bool m_isCopy;

    // The thread's own.
    Chronicle m_chronicle;
    std::map<RequestId, engine::Token> m_tokens;
    std::map<engine::Token, std::pair<RequestId, Completion>> m_waiting;

    std::atomic<RequestId> m_lastRequest{0};
    std::atomic<std::int64_t> m_now;

    std::mutex m_observerMutex; ///< guards the two below; held while observers are called
    std::map<ObserverId, Observer> m_observers;
    ObserverId m_lastObserver = 0;

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_work;
    std::deque<std::function<void()>> m_jobs;
    bool m_isStopped = false;

    std::thread m_thread;
};

} // namespace cmq::scenario
