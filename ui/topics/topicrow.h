#pragma once

#include "cmq/topicactions.h"

#include <QString>

namespace ui {

/// A topic as the table shows it.
struct TopicRow
{
    QString name; ///< the key
    cmq::TopicAttributes attributes;
    bool isStale = false; ///< it did not answer the last time: this is what was known before
    friend bool operator==(const TopicRow&, const TopicRow&) = default;
};

/// A subscription as the table shows it, with the filter type of its topic.
struct SubscriptionRow
{
    QString name; ///< the key within its topic
    cmq::SubscriptionAttributes attributes;
    cmq::FilterType filterType = cmq::FilterType::Tag;
    friend bool operator==(const SubscriptionRow&, const SubscriptionRow&) = default;
};

} // namespace ui
