#include "attention.h"

#include "ui/common/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

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

QList<Attention> attentionTo(const QList<QueueRow>& queues,
                             const std::vector<cmq::SubscriptionAttributes>& subscriptions,
                             cmq::Time now)
{
    QList<Attention> found;
    for (const QueueRow& queue : queues) {
        const cmq::QueueAttributes& q = queue.attributes;
        const auto note = [&](Attention::Reason reason, const QString& details) {
            found.append({queue.name, {}, reason, details});
        };
        const cmq::Milliseconds retention = q.settings.msgRetentionSeconds;
        if (q.minMsgTime &&
            isNear(double((now - *q.minMsgTime).count()), double(retention.count())))
            note(Attention::Reason::OldestNearsRetention,
                 AttentionText::tr("%1 of %2")
                     .arg(formatSpan(now - *q.minMsgTime),
                          formatDuration(q.settings.msgRetentionSeconds)));
        if (isNear(double(backlogOf(q)), double(q.settings.maxMsgHeapNum)))
            note(Attention::Reason::BacklogNearsLimit,
                 AttentionText::tr("%1 of %2")
                     .arg(formatCount(backlogOf(q)), formatCount(q.settings.maxMsgHeapNum)));
        if (!q.deadLetterSource.empty() && backlogOf(q) > 0)
            note(Attention::Reason::DeadLetters, formatCount(backlogOf(q)));
    }
    for (const cmq::SubscriptionAttributes& each : subscriptions) {
        if (each.lastFailure.empty())
            continue;
        const QString topic = QString::fromStdString(each.topicName);
        found.append({topic + u'/' + QString::fromStdString(each.subscriptionName), topic,
                      Attention::Reason::FailingPushes, formatForeign(each.lastFailure, 80)});
    }
    const auto urgency = [](const Attention& each) {
        switch (each.reason) {
        case Attention::Reason::Alarm: return -1;
        case Attention::Reason::OldestNearsRetention: return 0;
        case Attention::Reason::BacklogNearsLimit: return 1;
        case Attention::Reason::FailingPushes: return 2;
        case Attention::Reason::DeadLetters: break;
        }
        return 3;
    };
    std::ranges::stable_sort(found, {}, urgency);
    return found;
}

QString attentionText(const Attention& attention)
{
    switch (attention.reason) {
    case Attention::Reason::Alarm: return attention.details;
    case Attention::Reason::OldestNearsRetention:
        return AttentionText::tr("Its oldest message will soon be lost by age (%1).")
            .arg(attention.details);
    case Attention::Reason::BacklogNearsLimit:
        return AttentionText::tr("Its backlog nears the maximum (%1); then it refuses messages.")
            .arg(attention.details);
    case Attention::Reason::FailingPushes:
        return AttentionText::tr("Its deliveries fail: %1").arg(attention.details);
    case Attention::Reason::DeadLetters: break;
    }
    return AttentionText::tr("It holds dead letters (%1).").arg(attention.details);
}

} // namespace ui
