#pragma once

#include "cmq/queuesettings.h"

#include <QString>

namespace ui {

/// What a look at a message does where there is no peek: CMQ's API can only receive, which others
/// notice. With this queue's own numbers.
[[nodiscard]] QString takeAndHoldHelp(const cmq::QueueSettings& queue);

} // namespace ui
