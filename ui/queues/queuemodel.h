#pragma once

#include "queuerow.h"

#include "ui/common/tablemodel.h"

#include <functional>

namespace ui {

/// The columns of the queue table. `now` is the connection's clock: ages are told by it.
class QueueModel final : public TableModel<QueueRow>
{
public:
    using Clock = std::function<cmq::Time()>;

    explicit QueueModel(const Clock& now, QObject* parent = nullptr);
};

} // namespace ui
