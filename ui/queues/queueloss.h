#pragma once

#include "queuerow.h"

#include "ui/common/prompts.h"

namespace ui {

class Connection;

/// What to ask before queues are deleted or cleared: with the numbers of what would be lost, and
/// the name to type if anything would, or if the connection is somebody's production.
[[nodiscard]] Confirmation confirmDelete(const QList<QueueRow>& queues,
                                         const Connection& connection);
[[nodiscard]] Confirmation confirmClear(const QList<QueueRow>& queues,
                                        const Connection& connection);

} // namespace ui
