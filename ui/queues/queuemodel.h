#pragma once

#include "queuerow.h"

#include "ui/common/tablemodel.h"

#include <functional>

namespace ui {

/// The columns of the queue table. `now` is the connection's clock: ages are told by it. Counters
/// that are not exact are marked as such.
class QueueModel final : public TableModel<QueueRow>
{
public:
    using Clock = std::function<cmq::Time()>;

    QueueModel(const Clock& now, bool hasExactFigures, QObject* parent = nullptr);
};

} // namespace ui
