#pragma once

#include "ui/queues/queuerow.h"

#include <QList>

namespace ui {

/// Something about a queue that somebody should look at.
struct Attention
{
    enum class Reason {
        OldestNearsRetention, ///< its oldest message will soon be lost by age
        BacklogNearsLimit,    ///< it will soon refuse messages
        DeadLetters,          ///< other queues have given messages up to it
    };
    QString queueName;
    Reason reason;
    friend bool operator==(const Attention&, const Attention&) = default;
};

/// All that needs attention, in the order of the queues.
[[nodiscard]] QList<Attention> attentionTo(const QList<QueueRow>& queues, cmq::Time now);

[[nodiscard]] QString attentionText(const Attention& attention);

} // namespace ui
