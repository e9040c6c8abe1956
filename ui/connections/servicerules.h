#pragma once

#include "cmq/validation.h"

#include <QString>

namespace ui {

/// What forms ask beside CMQ's own rules, by what kind of service it is for.
struct ServiceRules
{
    /// TDMQ for CMQ: see Connection::isTdmq.
    bool isTdmq = false;
    /// Resource tags, trace and the like can be read and set.
    bool hasCloudFields = false;
};

/// The attributes that a new queue begins with.
[[nodiscard]] cmq::QueueSettings newQueueSettings(const ServiceRules& rules);

/// The largest body of a new topic.
[[nodiscard]] std::int64_t newTopicMsgSize(const ServiceRules& rules);

/// What the service refuses of a new queue's, topic's or subscription's name though CMQ would not,
/// in the person's words; else empty.
[[nodiscard]] QString nameProblem(const ServiceRules& rules, const QString& name);

/// Without what does not hold there: TDMQ's rewind time is not bound by the retention.
[[nodiscard]] cmq::FieldErrors heldErrors(const ServiceRules& rules, cmq::FieldErrors errors);

/// The attribute's range there.
[[nodiscard]] cmq::QueueSettingRule ruleOf(const ServiceRules& rules,
                                           const cmq::QueueSettingRule& rule);

} // namespace ui
