#pragma once

#include "form.h"

#include "cmq/action.h"
#include "cmq/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cmq::wire {

// Actions and replies as CMQ's HTTP API (v2) writes them. The endpoint reads parameters and writes
// answers, a client does the reverse; both walk the same tables (fields.h).
// Source: CMQ API; sections 2 to 4 and 16 of the protocol notes. Thread: any, no shared state.

/// Reads the action that the parameters name and describe. `sorted`: in `sortForSignature` order,
/// decoded. Does not judge ranges and names: that is cmq::validate.
/// Errors, the earliest of CMQ's order: ActionMissing, ActionUnknown, ParameterKeyFormat,
/// ParameterNotRepeatable, BatchSize, ParameterNotConsequent, ParametersError (not UTF-8),
/// ParameterMissing, ParameterType, then words that are unknown (protocol, strategy, policy).
[[nodiscard]] Result<Action> actionFromParameters(std::span<const Parameter> sorted);

/// The parameters of an action, `Action` first, without the common ones that sign it.
/// An empty list that SetSubscriptionAttributes would set cannot be expressed in CMQ's API: it is
/// left out, and ClearSubscriptionFilterTags does it for tags.
[[nodiscard]] std::vector<FormField> toParameters(const Action& action);

/// Whether the v2 API has this action at all; the in-process extras are not for the wire.
[[nodiscard]] bool isOnWire(const Action& action);

/// The value of the first parameter of that name, if there is one. `sorted` as above.
[[nodiscard]] std::optional<std::string_view> findParameter(std::span<const Parameter> sorted,
                                                            std::string_view name);

/// What every answer carries.
struct Envelope
{
    std::uint64_t requestId = 0;
    std::optional<std::uint64_t> clientRequestId; ///< echoed as the Go SDK wants it
};

/// Appends the JSON text of an answer to `out`. Errors of our own, which CMQ has no code for,
/// become CMQ's nearest one. Returns the code that was written, 0 for success.
int appendAnswer(std::string& out, const Envelope& envelope, const Result<Reply>& result);
int appendAnswer(std::string& out, const Envelope& envelope, const Error& error);

/// An answer as a client reads it.
struct Answer
{
    std::string requestId; ///< may be empty
    Result<Reply> result;
};

/// Reads the answer to `action`. CMQ's errors come as they are; what cannot be understood is
/// ConnectionFailed with a sentence, and may have happened, since the endpoint did answer.
[[nodiscard]] Answer answerFromJson(const Action& action, std::string_view text);

} // namespace cmq::wire
