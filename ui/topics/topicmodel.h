#pragma once

#include "topicrow.h"

#include "ui/common/tablemodel.h"

#include <functional>

namespace ui {

/// The columns of the topic table. Counters that are not exact are marked as such.
class TopicModel final : public TableModel<TopicRow>
{
public:
    explicit TopicModel(bool hasExactFigures, QObject* parent = nullptr);
};

/// The columns of a topic's subscriptions. `now` is the connection's clock: times to the next
/// attempt are told by it.
class SubscriptionModel final : public TableModel<SubscriptionRow>
{
public:
    using Clock = std::function<cmq::Time()>;

    SubscriptionModel(const Clock& now, bool hasExactFigures, QObject* parent = nullptr);
};

} // namespace ui
