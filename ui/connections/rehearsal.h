#pragma once

#include "ui/common/rehearsalhost.h"

#include "cmq/action.h"

#include <vector>

namespace ui {

/// Tries actions, on a copy of the queues and topics that they name.
[[nodiscard]] Rehearsal rehearsalOf(std::vector<cmq::Action> actions);

} // namespace ui
