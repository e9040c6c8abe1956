#pragma once

#include "action.h"
#include "behaviour.h"
#include "error.h"

#include <optional>
#include <vector>

namespace cmq {

/// What is wrong with an action's parameters, before any look at what exists: one error per
/// field, `Error::parameter` names the field as CMQ spells it. Empty = valid.
///
/// Pure: the same function serves the forms of the console, the remote client, the endpoint and
/// the engine. The order is that of CMQ's checks, so that the first error is the API's answer.
/// Source: CMQ API, the pages of the actions.
using FieldErrors = std::vector<Error>;

[[nodiscard]] FieldErrors validate(const Action& action, const Behaviour& behaviour = {});

/// The first of `validate`, which is what the API answers.
[[nodiscard]] std::optional<Error> firstError(const Action& action,
                                              const Behaviour& behaviour = {});

/// One field at a time, for forms that check while somebody types.
[[nodiscard]] std::optional<Error> checkQueueName(std::string_view name,
                                                  std::string_view parameter = "queueName");
[[nodiscard]] std::optional<Error> checkQueueSettings(const QueueSettings& settings,
                                                      const Behaviour& behaviour = {});
[[nodiscard]] std::optional<Error> checkDeadLetterPolicy(const DeadLetterPolicy& policy,
                                                         Seconds msgRetentionSeconds);
[[nodiscard]] std::optional<Error> checkReceiptHandle(std::string_view handle);

} // namespace cmq
