#pragma once

#include "queuerow.h"

#include "ui/common/prompts.h"

namespace ui {

/// What to ask before queues are deleted or cleared: with the numbers of what would be lost, and
/// the name to type if anything would.
[[nodiscard]] Confirmation confirmDelete(const QList<QueueRow>& queues);
[[nodiscard]] Confirmation confirmClear(const QueueRow& queue);

} // namespace ui
