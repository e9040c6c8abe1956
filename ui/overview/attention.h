#pragma once

#include "ui/queues/queuerow.h"

#include "cmq/topicactions.h"

#include <QList>

#include <vector>

namespace ui {

/// Something about a queue or a subscription that somebody should look at.
struct Attention
{
    enum class Reason {
        Alarm,                ///< somebody's own rule rings; `details` says it
        OldestNearsRetention, ///< its oldest message will soon be lost by age
        BacklogNearsLimit,    ///< it will soon refuse messages
        DeadLetters,          ///< other queues have given messages up to it
        FailingPushes,        ///< the latest delivery failed, and is tried again
    };
    QString name;  ///< of the queue, or topic/subscription
    QString topic; ///< of the subscription; empty: it is a queue
    Reason reason;
    QString details; ///< with numbers, or the failure in the broker's words
    friend bool operator==(const Attention&, const Attention&) = default;
};

/// All that needs attention, the most pressing first: what loses or refuses messages, then failing
/// pushes, then dead letters.
[[nodiscard]] QList<Attention>
attentionTo(const QList<QueueRow>& queues,
            const std::vector<cmq::SubscriptionAttributes>& subscriptions, cmq::Time now);

[[nodiscard]] QString attentionText(const Attention& attention);

} // namespace ui
