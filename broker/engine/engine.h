#pragma once

#include "output.h"

#include "cmq/behaviour.h"
#include "cmq/copysource.h"

#include <cstddef>
#include <limits>
#include <memory>
#include <optional>

namespace cmq::engine {

struct State;

/// The semantics of CMQ as a deterministic state machine.
///
/// A value: copying it forks the world. It does no I/O, has no thread, reads no clock and draws no
/// randomness but from its own seed; equal inputs at equal times give equal outputs. Inputs are
/// given in the order of their times; an earlier time counts as the latest one seen.
///
/// Bodies are not in the engine: those of sent messages leave it with `Output::bodies` under their
/// BodyId, and answers name the bodies to fill in.
///
/// Thread: none of its own; one at a time.
/// Cost: O(log n) in the backlog for each action on a message; counters are kept, never counted.
class Engine final
{
public:
    /// `seed` decides ids and random retry intervals.
    explicit Engine(const Behaviour& behaviour = {}, std::uint64_t seed = 1);
    Engine(const Engine& other);
    Engine(Engine&& other) noexcept;
    Engine& operator=(const Engine& other);
    Engine& operator=(Engine&& other) noexcept;
    ~Engine();

    /// Takes stored records back, before any input: first the engine's, names and all queues,
    /// topics and then subscriptions; then messages and published messages in ascending entry
    /// order; then deliveries in any order.
    void restore(const EngineRecord& record);
    void restore(const ReleasingName& record);
    void restore(const QueueRecord& record);
    void restore(const MessageRecord& record);
    void restore(const TopicRecord& record);
    void restore(const SubscriptionRecord& record);
    void restore(const PublishedRecord& record);
    void restore(const DeliveryRecord& record);

    /// Executes an action. Its answer is in `out`, at once or, for a receive that waits, in the
    /// output of a later input.
    void execute(Time now, Token token, Action&& action, Output& out);

    /// Ends a waiting receive with Cancelled; ignored when nothing waits under the token.
    void cancel(Time now, Token token, Output& out);

    /// The outcome of a push of `Output::pushes`; ignored when it is no longer wanted.
    void pushFinished(Time now, std::uint64_t pushId, const PushOutcome& outcome, Output& out);

    /// Does what time has made due, at most `budget` steps of it, so that a million messages that
    /// become due at once do not hold up everybody. Returns whether more is due.
    bool tick(Time now, Output& out, std::size_t budget = std::numeric_limits<std::size_t>::max());

    /// From now on the account has other limits. What is there stays, also above a lower limit.
    void setBehaviour(const Behaviour& behaviour);
    [[nodiscard]] const Behaviour& behaviour() const;

    /// When time alone will next change something; none when nothing will.
    [[nodiscard]] std::optional<Time> nextDeadline() const;

    /// What to write so that the store holds this state; what was taken is not given again. Changes
    /// of one message between two calls are one change, and a message that came and went is none.
    [[nodiscard]] StoreChanges takeChanges();
    /// What to write so that an empty store holds this state, or a part of it; given back to
    /// `restore` in the order of its lists, it makes an engine that goes on alike. Changes nothing.
    /// Error: CopyTooLarge. Cost: O(n log n) in what is copied.
    [[nodiscard]] Result<StoreChanges> records(const CopyScope& scope) const;

    /// The latest time seen.
    [[nodiscard]] Time now() const;
    /// Messages in all queues in whatever state, for totals.
    [[nodiscard]] std::int64_t messageCount() const;
    /// What is wrong inside, in words; empty when every invariant holds. O(n): for tests.
    [[nodiscard]] std::string brokenInvariant() const;

private:
    std::unique_ptr<State> m_state;
};

} // namespace cmq::engine
