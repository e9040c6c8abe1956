#pragma once

#include "cmq/queueactions.h"

#include <QString>

#include <optional>

namespace ui {

/// Messages a second.
struct QueueRates
{
    double sent = 0;
    double received = 0;
    friend bool operator==(const QueueRates&, const QueueRates&) = default;
};

/// A queue as the table shows it.
struct QueueRow
{
    QString name; ///< the key
    cmq::QueueAttributes attributes;
    std::optional<QueueRates> rates = {}; ///< none where nothing is measured
    bool isStale = false; ///< it did not answer the last time: this is what was known before
    friend bool operator==(const QueueRow&, const QueueRow&) = default;
};

[[nodiscard]] inline QueueRow toRow(cmq::QueueAttributes attributes)
{
    return {QString::fromStdString(attributes.queueName), std::move(attributes)};
}

/// Messages that are not deleted: what is gone with the queue, apart from what could be rewound.
[[nodiscard]] inline std::int64_t backlogOf(const cmq::QueueAttributes& queue)
{
    return queue.activeMsgNum + queue.inactiveMsgNum + queue.delayMsgNum;
}

} // namespace ui
