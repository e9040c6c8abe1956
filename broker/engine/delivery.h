#pragma once

#include "state.h"

#include <cstddef>

namespace cmq::engine {

// What happens to a published message: one pipeline for each subscription, in which the oldest
// failing delivery holds up those behind it, and no subscription another.
// Source: CMQ guide, delivering messages and retry policies.

/// Gives a published message to a subscription that matched: behind what already waits there, or
/// at once.
void deliver(const Context& context, Subscription& subscription, BodyId msgId);

/// Does what is due: drops what is too old, attempts what may be attempted; at most `budget` steps
/// (which it counts down). Registers when there is more to do.
void advanceSubscription(const Context& context, Subscription& subscription, std::size_t& budget);

/// Brings the subscriptions of a topic, or those that deliver into a queue, up to now: before any
/// action on it. A pipeline that has very much to do goes on with the next tick.
void settle(const Context& context, Topic& topic);
void settleDeliveriesInto(const Context& context, const Queue& queue);

/// The outcome of a push that was in flight.
void finishPush(const Context& context, Subscription& subscription, BodyId msgId,
                const PushOutcome& outcome);

/// Takes back the pushes in flight, because they go to where nobody wants them any more; they will
/// be attempted again.
void recallPushes(const Context& context, Subscription& subscription);

/// After a change of the subscription: attempts what may be attempted now.
void resumeDeliveries(const Context& context, Subscription& subscription);

/// Ends a subscription: its outstanding deliveries are dropped.
void endSubscription(const Context& context, Subscription& subscription, std::string reason);

/// The delivery that holds up the others; none when nothing fails.
[[nodiscard]] const Attempted* failingHead(const Subscription& subscription);

/// Exactly when the subscription next has something to do.
[[nodiscard]] std::optional<Time> subscriptionDeadline(const State& state,
                                                       const Subscription& subscription);
/// Keeps Topics::deadlines right after a change of a subscription.
void registerDeadline(State& state, Subscription& subscription);

} // namespace cmq::engine
