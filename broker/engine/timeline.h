#pragma once

#include "state.h"

#include <cstddef>

namespace cmq::engine {

// What time brings about: expiry, delays and visibilities that end, dead letters by age, waits
// that are over; and when that will next be.

/// Does what is due in a queue and in those that it shares dead letters with, at most `budget`
/// steps (which it counts down), and registers their next deadlines.
void advanceFamily(const Context& context, Queue& queue, std::size_t& budget);

/// The same, completely: before any action on a queue.
void settle(const Context& context, Queue& queue);

/// After a change of a queue: serve who waits, register the next deadline.
void afterChange(const Context& context, Queue& queue);

/// Keeps State::queueDeadlines right after a change of a queue that serves nobody.
void registerDeadline(State& state, Queue& queue);

/// Exactly when the queue next has something to do.
[[nodiscard]] std::optional<Time> queueDeadline(const Queue& queue);

} // namespace cmq::engine
