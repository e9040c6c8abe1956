#pragma once

#include "cloudcodec.h"

namespace cmq::wire {

// API 3.0 has no action for what a list of its tells, too. Private to this room.

/// The action that is sent instead, or the action itself.
[[nodiscard]] Action substituteFor(const Action& action, CloudApi api);

/// What the answer to the substitute means for the action that was meant.
[[nodiscard]] Result<Reply> afterSubstitute(const Action& action, Result<Reply> result);

} // namespace cmq::wire
