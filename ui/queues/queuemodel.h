#pragma once

#include "queuerow.h"

#include "ui/common/tablemodel.h"

#include "ui/common/columnsets.h"

#include <functional>

namespace ui {

class Trends;

/// The columns of the queue table. `now` is the connection's clock: ages are told by it. Counters
/// that are not exact are marked as such. The line of the column `Trend` is painted by a
/// SparklineDelegate.
class QueueModel final : public TableModel<QueueRow>
{
public:
    static constexpr int NameColumn = 0;
    static constexpr int OldestColumn = 5;
    static constexpr int DeadLetterColumn = 9;
    static constexpr int TrendColumn = 10;
    static constexpr int SentRateColumn = 16;
    static constexpr int ReceivedRateColumn = 17;

    using Clock = std::function<cmq::Time()>;

    /// `trends` outlives us.
    QueueModel(const Clock& now, bool hasExactFigures, const Trends& trends,
               QObject* parent = nullptr);
};

/// Columns that go well together: the usual ones first, all, and those that lessons talk about.
[[nodiscard]] QList<ColumnSet> queueColumnSets();

} // namespace ui
