#pragma once

#include "state.h"

namespace cmq::engine {

// Long polling: receives that wait are state, served in arrival order, and obey the engine's time.

/// Receives up to `numOfMsg` active messages, oldest first, and answers `token` with them.
/// There must be at least one. `wait`: the number of the wait that this ends; 0: there was none.
void answerReceive(const Context& context, Queue& queue, const Waiter& waiter,
                   std::uint64_t wait = 0);

/// Answers that there is no message: the receive would not wait (any longer).
void answerEmpty(const Context& context, Queue& queue, Token token, std::uint64_t wait = 0);

void addWaiter(const Context& context, Queue& queue, Waiter waiter);
/// Takes a waiter away and answers it with an error.
void endWaiter(const Context& context, Queue& queue, std::uint64_t number, Error error);
/// Gives what is active to who waits, in arrival order.
void serveWaiters(const Context& context, Queue& queue);
/// Ends the waits whose time is over with NoMessage.
void endWaits(const Context& context, Queue& queue);
/// Ends all waits, because the queue goes.
void endAllWaiters(const Context& context, Queue& queue, const Error& error);

/// Whether this many inactive messages are still allowed (Behaviour::maxInactive).
[[nodiscard]] std::int64_t inactiveRoom(const Context& context, const Queue& queue);

} // namespace cmq::engine
