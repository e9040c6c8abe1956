#include "attention.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct AttentionText
{
    Q_DECLARE_TR_FUNCTIONS(ui::AttentionText)
};

/// Above this share of a limit somebody should look.
constexpr double NearShare = 0.8;

bool isNear(double value, double limit)
{
    return limit > 0 && value >= limit * NearShare;
}

} // namespace

QList<Attention> attentionTo(const QList<QueueRow>& queues, cmq::Time now)
{
    QList<Attention> found;
    for (const QueueRow& queue : queues) {
        const cmq::QueueAttributes& q = queue.attributes;
        if (!q.deadLetterSource.empty() && backlogOf(q) > 0)
            found.append({queue.name, Attention::Reason::DeadLetters});
        const cmq::Milliseconds retention = q.settings.msgRetentionSeconds;
        if (q.minMsgTime &&
            isNear(double((now - *q.minMsgTime).count()), double(retention.count())))
            found.append({queue.name, Attention::Reason::OldestNearsRetention});
        if (isNear(double(backlogOf(q)), double(q.settings.maxMsgHeapNum)))
            found.append({queue.name, Attention::Reason::BacklogNearsLimit});
    }
    return found;
}

QString attentionText(const Attention& attention)
{
    switch (attention.reason) {
    case Attention::Reason::OldestNearsRetention:
        return AttentionText::tr("Its oldest message will soon be lost by age.");
    case Attention::Reason::BacklogNearsLimit:
        return AttentionText::tr("Its backlog nears the maximum; then it refuses messages.");
    case Attention::Reason::DeadLetters: break;
    }
    return AttentionText::tr("It holds dead letters.");
}

} // namespace ui
