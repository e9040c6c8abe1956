#pragma once

#include "state.h"

#include <span>

namespace cmq::engine {

/// Whether `bodies` may be sent to the queue now: size, throttling, heap limit, delayed limit, in
/// CMQ's order.
[[nodiscard]] std::optional<Error> checkSend(const Context& context, Queue& queue,
                                             std::span<const std::string> bodies, Seconds delay);

/// Enqueues a message of its own body and hands the body out; returns its msgId.
std::string send(const Context& context, Queue& queue, std::string&& body, Seconds delay);

} // namespace cmq::engine
