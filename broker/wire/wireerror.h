#pragma once

#include "cmq/error.h"

namespace cmq::wire {

/// CMQ's words for what its API has no code for, because it happens on our side of the wire; every
/// other error as it is. Private to this room.
[[nodiscard]] Error wireError(const Error& error);

} // namespace cmq::wire
