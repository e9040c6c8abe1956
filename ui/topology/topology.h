#pragma once

#include "cmq/queueactions.h"
#include "cmq/topicactions.h"

#include "ui/alarms/alarmrule.h"

#include <QString>

#include <string_view>
#include <vector>

namespace ui {

/// What there is, without messages: as the actions that would make it, ordered by name.
struct Topology
{
    std::vector<cmq::CreateQueue> queues;
    std::vector<cmq::CreateTopic> topics;
    std::vector<cmq::Subscribe> subscriptions;
    /// Of this console: CMQ itself keeps none.
    std::vector<AlarmRule> alarms;
    friend bool operator==(const Topology&, const Topology&) = default;
};

[[nodiscard]] inline QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// From what a connection tells.
[[nodiscard]] Topology toTopology(const std::vector<cmq::QueueAttributes>& queues,
                                  const std::vector<cmq::TopicAttributes>& topics,
                                  const std::vector<cmq::SubscriptionAttributes>& subscriptions);

} // namespace ui
