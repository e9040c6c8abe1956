#pragma once

#include "ui/common/tablemodel.h"
#include "ui/queues/queuerow.h"
#include "ui/queues/trends.h"

#include "cmq/topicactions.h"

#include <functional>
#include <optional>
#include <vector>

namespace ui {

/// A queue or a subscription in the grid of everything.
struct OverviewRow
{
    QString key;  ///< "queue/orders", "subscription/events/billing"
    QString name; ///< of a subscription: topic/name
    bool isQueue = true;
    std::int64_t waiting = 0;  ///< backlog, or messages that wait for delivery
    std::int64_t inFlight = 0; ///< of queues
    std::int64_t delayed = 0;  ///< of queues
    std::optional<cmq::Time> oldest;
    QString target;  ///< where dead letters go, or where the subscription delivers
    QString problem; ///< why the latest delivery failed
    friend bool operator==(const OverviewRow&, const OverviewRow&) = default;
};

[[nodiscard]] QString subscriptionKey(const cmq::SubscriptionAttributes& subscription);
/// Of a queue's key; empty for other keys.
[[nodiscard]] QString queueNameOf(const QString& key);

[[nodiscard]] QList<OverviewRow>
overviewRows(const QList<QueueRow>& queues,
             const std::vector<cmq::SubscriptionAttributes>& subscriptions);

/// The grid of all queues and subscriptions. The line of the column `Trend` is painted by a
/// SparklineDelegate.
class OverviewModel final : public TableModel<OverviewRow>
{
public:
    using Clock = std::function<cmq::Time()>;
    static constexpr int TrendColumn = 2;

    OverviewModel(const Clock& now, bool hasExactFigures, const TrendSource& trends,
                  QObject* parent = nullptr);
};

} // namespace ui
