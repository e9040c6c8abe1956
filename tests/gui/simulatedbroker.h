#pragma once

#include "cmq/eventsource.h"
#include "cmq/service.h"
#include "scenario/simulation.h"

#include <QObject>

#include <map>
#include <memory>
#include <set>
#include <vector>

/// A whole broker on the thread of the test, with a clock that obeys the test. Answers come with
/// the next turn of the event loop. It can be made to lack PeekMessages, like a remote endpoint.
class SimulatedBroker final : public QObject, public cmq::Service, public cmq::EventSource
{
public:
    SimulatedBroker();
    ~SimulatedBroker() override;

    cmq::RequestId call(cmq::Action action, Completion completion) override;
    void cancel(cmq::RequestId request) override;
    [[nodiscard]] bool supports(const cmq::Action& action) const override;

    ObserverId observe(Observer observer, std::size_t bound) override;
    void stopObserving(ObserverId observer) override;
    void history(cmq::EventQuery query, std::function<void(cmq::EventHistory)> completion) override;
    void setHistoryCount(std::size_t events) override;

    [[nodiscard]] cmq::Time now() const { return m_simulation.now(); }
    void advance(cmq::Milliseconds duration);

    /// At once, for what a test needs before it begins. Must succeed.
    template <cmq::ActionType A>
    typename A::Reply execute(A action);

    bool canPeek = true;
    bool canRemove = true;
    /// The next action of this name is refused with InternalError, and does nothing.
    std::string failNext;
    /// What happened before has been forgotten.
    std::optional<cmq::Time> knownSince;
    /// The names of all actions called, in order.
    std::vector<std::string> calls;
    /// What was asked of the history's length.
    std::size_t historyCount = 0;

private:
    void deliver();
    void collectEvents();

    cmq::scenario::Simulation m_simulation;
    std::map<cmq::engine::Token, Completion> m_waiting;
    std::vector<cmq::Event> m_events;
    std::map<ObserverId, Observer> m_observers;
    ObserverId m_lastObserver = 0;
};

template <cmq::ActionType A>
typename A::Reply SimulatedBroker::execute(A action)
{
    const auto token = m_simulation.execute(cmq::Action(std::move(action)));
    const auto answer = m_simulation.takeAnswer(token);
    if (!answer || !*answer)
        qFatal("%s", answer ? cmq::toString(answer->error()).c_str() : "no answer");
    return std::get<typename A::Reply>(**answer);
}
