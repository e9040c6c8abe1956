#pragma once

#include "cmq/queueactions.h"

#include <QString>

namespace ui {

/// What API 3.0 tells of a queue that nobody sets here: its resource tags and limits. Begins with
/// " · "; empty where there is nothing to tell.
[[nodiscard]] QString cloudFacts(const cmq::QueueAttributes& queue);

} // namespace ui
