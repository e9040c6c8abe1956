#pragma once

#include "cmq/queuesettings.h"
#include "cmq/result.h"

#include <string>
#include <string_view>

namespace cmq::wire {

/// Reads the parameter deadLetterPolicy, a text that contains a JSON object.
/// Errors: 4000/10710 no object, 10760 no queue, 10770 no policy, 10720 the rest.
/// Source: CMQ API, CreateQueue with dead letter. Ranges are for validation.
[[nodiscard]] Result<DeadLetterPolicy> deadLetterPolicyFromJson(std::string_view text);

/// Writes it; `queue` stands as deadLetterQueue: its name in requests, its id in attributes.
[[nodiscard]] std::string deadLetterPolicyToJson(const DeadLetterPolicy& policy,
                                                 std::string_view queue);

} // namespace cmq::wire
