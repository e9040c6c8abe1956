#pragma once

#include "state.h"

namespace cmq::engine {

// Dead letters: atomic moves from a queue into its dead-letter queue.
// Source: CMQ guide, dead-letter queues.

/// Why a message must leave for the dead-letter queue now; empty when it need not.
/// `isVisibilityEnd`: one of its visibility periods has just ended without a delete.
[[nodiscard]] std::string deadLetterReason(const Context& context, const Queue& queue,
                                           const Message& message, bool isVisibilityEnd);

/// Moves a message to the dead-letter queue; who waits there is not yet served. Where the
/// dead-letter queue cannot take it now, it stays (active) and the move is tried again a second
/// later.
void moveToDeadLetter(const Context& context, Queue& queue, const MessageLog::Cursor& cursor,
                      std::string reason);

/// Whether `queue` may use the dead-letter queue that `policy` names: it exists, does not nest,
/// and serves fewer than six.
[[nodiscard]] std::optional<Error> checkDeadLetterTarget(State& state, const Queue* queue,
                                                         const DeadLetterPolicy& policy);

/// Ties `queue` to the dead-letter queue of its policy, and unties it.
void bindDeadLetter(const Context& context, Queue& queue);
void unbindDeadLetter(const Context& context, Queue& queue);

} // namespace cmq::engine
