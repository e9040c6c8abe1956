#pragma once

#include "cmq/behaviour.h"
#include "engine/engine.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cmq::scenario {

/// A whole broker on a clock that obeys: an engine with its bodies, and the time it is.
///
/// A value: copying it forks the world (bodies are shared, they never change). Time moves only when
/// told, and then stops at every instant at which something happens, so that everything happens
/// exactly when it is due. Equal calls give equal results.
///
/// Thread: none of its own; one at a time. Everything is done when a call returns.
class Simulation final
{
public:
    explicit Simulation(const Behaviour& behaviour = {}, std::uint64_t seed = 1,
                        Time start = fromUnixSeconds(0));

    /// Takes over the state of another broker, before anything else is done.
    void restore(const BrokerCopy& copy);
    /// Hands the state out. Error: CopyTooLarge.
    [[nodiscard]] Result<BrokerCopy> copy(const CopyScope& scope) const;

    [[nodiscard]] Time now() const { return m_now; }

    /// Executes an action now. Its answer is there at once, or, of a receive that waits, when time
    /// has brought it.
    engine::Token execute(Action action);
    /// Answers a request that reaches no broker.
    engine::Token refuse(Error error);
    /// The number of the latest request.
    [[nodiscard]] engine::Token lastToken() const { return m_lastToken; }
    /// The answer to an action, once; none while it waits.
    [[nodiscard]] std::optional<Result<Reply>> takeAnswer(engine::Token token);
    /// The answer to an action that only reads: leaves no trace, not even in the numbers of tokens.
    [[nodiscard]] Result<Reply> ask(Action action);
    /// Ends a waiting receive; its answer is Cancelled.
    void cancel(engine::Token token);

    /// Moves time on; an earlier time changes nothing.
    void advanceTo(Time time);
    void advance(Milliseconds duration) { advanceTo(m_now + duration); }
    /// Time leaps: what would have happened on the way happens late, all at once.
    void leap(Milliseconds duration);
    /// When something will happen by itself; none if nothing will.
    [[nodiscard]] std::optional<Time> nextDeadline() const { return m_engine.nextDeadline(); }

    /// HTTP pushes that were started since the last call, and their outcomes.
    [[nodiscard]] std::vector<engine::PushRequest> takePushes();
    void finishPush(std::uint64_t pushId, const engine::PushOutcome& outcome);

    /// What happened since the last call, in order.
    [[nodiscard]] std::vector<Event> takeEvents();

    [[nodiscard]] const Behaviour& behaviour() const { return m_engine.behaviour(); }
    void setBehaviour(const Behaviour& behaviour) { m_engine.setBehaviour(behaviour); }

    /// Messages in all queues, in whatever state.
    [[nodiscard]] std::int64_t messageCount() const { return m_engine.messageCount(); }
    /// Bytes of all bodies that are kept.
    [[nodiscard]] std::size_t bodyBytes() const { return m_bodyBytes; }
    /// The body of a message that is still somewhere. (Bodies of messages that were cleared by the
    /// thousand may be found longer.)
    [[nodiscard]] std::optional<std::string> body(BodyId id) const;

private:
    void collect();
    void fillIn(engine::Answer& answer) const;

    engine::Engine m_engine;
    Time m_now;
    engine::Token m_lastToken = 0;
    engine::Output m_out;
    std::map<engine::Token, Result<Reply>> m_answers;
    std::map<BodyId, std::shared_ptr<const std::string>> m_bodies;
    std::size_t m_bodyBytes = 0;
    std::vector<engine::PushRequest> m_pushes;
    std::vector<Event> m_events;
};

} // namespace cmq::scenario
