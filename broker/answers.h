#pragma once

#include "cmq/action.h"
#include "cmq/error.h"
#include "cmq/records.h"
#include "cmq/result.h"
#include "engine/output.h"

#include <functional>
#include <string>

namespace cmq {

// What a broker's callers hear when its store fails.

/// How an action fails when the store does: SendFailed, DeleteFailed … (6000). Source: CMQ API,
/// error codes; where CMQ has none for the action, InternalError.
[[nodiscard]] ErrorId failureOf(const Action& action);
/// Whether an action brings a body.
[[nodiscard]] bool isSend(const Action& action);
/// The error `failure` with the sentence and the outcome of the store's error.
[[nodiscard]] Error storeFailure(ErrorId failure, const Error& cause);
/// Why sends are refused while the disk is full.
[[nodiscard]] Error diskFull();

/// Fills the bodies that answers want in. A received message without its body becomes
/// ReceiveFailed, or leaves its batch; a peeked one stays without.
void fillBodies(engine::Output& out, const std::function<Result<std::string>(BodyId)>& body);

} // namespace cmq
