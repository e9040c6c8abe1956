#include "lifetext.h"

#include "deliverytext.h"

#include "ui/common/format.h"
#include "ui/common/timeaxis.h"
#include "ui/connections/client.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

using cmq::EventKind;
using cmq::EventRule;

struct LifeLineText
{
    Q_DECLARE_TR_FUNCTIONS(ui::LifeLine)
};

QString seconds(std::int64_t count)
{
    return formatDuration(cmq::Seconds(count));
}

QString instant(cmq::Time time)
{
    return formatExactInstant(time);
}

const LifeBar* endedBar(const LifeLine& line, const LifeStep& step)
{
    return step.ended >= 0 ? &line.bars[step.ended] : nullptr;
}

/// How long the state lasted that a step ended; empty where that is not known.
QString lasted(const LifeLine& line, const LifeStep& step)
{
    const LifeBar* bar = endedBar(line, step);
    return bar && !bar->isStartUnknown ? formatExactSpan(bar->to - bar->from) : QString();
}

/// How old the message was in this queue.
QString age(const LifeLine& line, const LifeStep& step)
{
    for (const LifeStep& each : line.steps) {
        const bool isArrival =
            each.event.kind == EventKind::Sent || each.event.kind == EventKind::DeadLetterArrived;
        if (each.lane == step.lane && isArrival)
            return formatExactSpan(step.event.time - each.event.time);
    }
    return {};
}

/// CMQ's name of the setting that ends a life.
QString settingName(EventRule rule)
{
    return rule == EventRule::RewindSeconds ? QStringLiteral("rewindSeconds")
                                            : QStringLiteral("msgRetentionSeconds");
}

QString sent(const cmq::Event& event)
{
    const QString size = formatBytes(event.count);
    if (event.rule == EventRule::Subscription)
        return LifeLineText::tr(
                   "It was published to the topic %1, and the subscription %2 gives it to this "
                   "queue. It has %3 and is visible at once.")
            .arg(formatForeign(event.otherName), formatForeign(event.decidedBy), size);
    if (event.value == 0)
        return LifeLineText::tr(
                   "It has %1. It was sent without a delay (delaySeconds 0), so it is visible "
                   "at once.")
            .arg(size);
    return LifeLineText::tr(
               "It has %1. It was sent with delaySeconds %2, so nobody can receive it before "
               "%3.")
        .arg(size, seconds(event.value), instant(event.until));
}

QString received(const LifeLine& line, const LifeStep& step)
{
    const cmq::Event& event = step.event;
    //: %1 is an address, the name of an actor, or "this console"
    QString text =
        (event.otherName.empty()
             ? LifeLineText::tr("A consumer took it.")
             : LifeLineText::tr("A consumer took it: %1.").arg(clientText(event.otherName))) +
        LifeLineText::tr(" Receipt handle %1 is valid until %2: the queue's "
                         "visibilityTimeout is %3.",
                         "begins with a space")
            .arg(QString::fromStdString(receiptHandleOf(line, step)), instant(event.until),
                 seconds(event.value));
    if (event.handleGeneration > 1)
        text += LifeLineText::tr(" Earlier handles are not valid any more.", "begins with a space");
    return text;
}

QString visibilityEnded(const LifeLine& line, const LifeStep& step)
{
    const QString handle = QString::fromStdString(receiptHandleOf(line, step));
    const QString span = lasted(line, step);
    if (span.isEmpty())
        return LifeLineText::tr(
                   "It was not deleted within the visibilityTimeout, so it is visible again "
                   "and receipt handle %1 is not valid any more.")
            .arg(handle);
    return LifeLineText::tr(
               "It was not deleted within the visibilityTimeout of %1, so it is visible again "
               "and receipt handle %2 is not valid any more.")
        .arg(span, handle);
}

QString deleted(const LifeLine& line, const LifeStep& step)
{
    const cmq::Event& event = step.event;
    const QString handle = QString::fromStdString(receiptHandleOf(line, step));
    const LifeBar* bar = endedBar(line, step);
    QString text = LifeLineText::tr("Its receipt handle %1 was used to delete it.").arg(handle);
    if (!event.reason.empty())
        text = LifeLineText::tr("It was deleted from a console, without a receipt handle.");
    else if (bar && bar->planned)
        text = LifeLineText::tr(
                   "Its receipt handle %1 was used to delete it, %2 after the receive and %3 "
                   "before the handle would have ended.")
                   .arg(handle, formatExactSpan(bar->to - bar->from),
                        formatExactSpan(*bar->planned - bar->to));
    if (event.until > event.time)
        return text +
               LifeLineText::tr(" A rewind can bring it back until %1: %2 is %3, counted from when "
                                "it was sent.",
                                "begins with a space")
                   .arg(instant(event.until), settingName(event.rule), seconds(event.value));
    if (event.rule == EventRule::RewindSeconds && event.value == 0)
        return text + LifeLineText::tr(" It is gone: the queue has no rewinding (rewindSeconds 0).",
                                       "begins with a space");
    return text + LifeLineText::tr(" It is gone: it is older than %1, %2.", "begins with a space")
                      .arg(settingName(event.rule), seconds(event.value));
}

QString lifeEnded(const LifeLine& line, const LifeStep& step)
{
    const cmq::Event& event = step.event;
    const QString setting = settingName(event.rule);
    const QString old = age(line, step);
    const QString limit = seconds(event.value);
    QString text =
        old.isEmpty() ? LifeLineText::tr("Its life ended: %1 is %2, counted from when it was sent.")
                            .arg(setting, limit)
                      : LifeLineText::tr("It was %1 old; %2 is %3.").arg(old, setting, limit);
    if (event.count > 1)
        text += LifeLineText::tr(" %n message(s) of this queue went at once.",
                                 "begins with a space", int(event.count));
    return text;
}

QString deadLettered(const cmq::Event& event)
{
    if (event.rule == EventRule::MaxTimeToLive)
        return LifeLineText::tr(
                   "It was not deleted for %1 since it first became visible, the queue's "
                   "maxTimeToLive. It went to the dead-letter queue %2.")
            .arg(seconds(event.value), formatForeign(event.otherName));
    return LifeLineText::tr("It was received %n time(s) without being deleted; the queue's "
                            "maxReceiveCount is %1. It went to the dead-letter queue %2.",
                            nullptr, int(event.dequeueCount))
        .arg(formatCount(event.value), formatForeign(event.otherName));
}

QString matched(const LifeLine& line, const cmq::Event& event)
{
    const auto published = std::ranges::find_if(
        line.steps, [](const LifeStep& step) { return step.event.kind == EventKind::Published; });
    const QString details =
        published == line.steps.end() ? QString() : matchDetails(event, published->event);
    return details.isEmpty() ? deliveryReason(event)
                             : deliveryReason(event) + QChar(0x20) + details;
}

QString blocked(const cmq::Event& event)
{
    const QString queue = formatForeign(event.otherName);
    const QString next = instant(event.until);
    switch (event.rule) {
    case EventRule::DeadLetterQueueMissing:
        return LifeLineText::tr(
                   "It should go to the dead-letter queue %1, which does not exist. Tried "
                   "again at %2.")
            .arg(queue, next);
    case EventRule::DeadLetterQueueFull:
        return LifeLineText::tr(
                   "It should go to the dead-letter queue %1, which is full (maxMsgHeapNum "
                   "%2). Tried again at %3.")
            .arg(queue, formatCount(event.value), next);
    default:
        return LifeLineText::tr(
                   "It should go to the dead-letter queue %1, which still holds messages from "
                   "before it became one; they must be consumed first. Tried again at %2.")
            .arg(queue, next);
    }
}

} // namespace

QString stepText(const LifeStep& step)
{
    const cmq::Event& event = step.event;
    switch (event.kind) {
    case EventKind::Sent: return LifeLineText::tr("Sent");
    case EventKind::DelayEnded: return LifeLineText::tr("Delay ended");
    case EventKind::Received:
        return LifeLineText::tr("Receive %1", "which receive it was")
            .arg(formatCount(event.dequeueCount));
    case EventKind::VisibilityEnded: return LifeLineText::tr("Visible again");
    case EventKind::Deleted: return LifeLineText::tr("Deleted");
    case EventKind::Rewound:
    case EventKind::QueueRewound: return LifeLineText::tr("Rewound");
    case EventKind::RetentionEnded:
    case EventKind::RetentionPurged: return LifeLineText::tr("Expired");
    case EventKind::RewindWindowEnded:
    case EventKind::RewindTurnedOff:
    case EventKind::RewindAreaPurged: return LifeLineText::tr("No longer rewindable");
    case EventKind::DeadLettered: return LifeLineText::tr("Dead-lettered");
    case EventKind::DeadLetterArrived: return LifeLineText::tr("Arrived as dead letter");
    case EventKind::DeadLetterBlocked: return LifeLineText::tr("Dead-lettering is blocked");
    case EventKind::QueueCleared: return LifeLineText::tr("Queue purged");
    case EventKind::QueueDeleted: return LifeLineText::tr("Queue deleted");
    default: return deliveryText(event);
    }
}

QString stepReason(const LifeLine& line, const LifeStep& step)
{
    const cmq::Event& event = step.event;
    switch (event.kind) {
    case EventKind::Sent: return sent(event);
    case EventKind::DelayEnded: {
        const QString span = lasted(line, step);
        return span.isEmpty()
                   ? LifeLineText::tr("The delay that it was sent with is over.")
                   : LifeLineText::tr("The delay that it was sent with, %1, is over.").arg(span);
    }
    case EventKind::Received: return received(line, step);
    case EventKind::VisibilityEnded: return visibilityEnded(line, step);
    case EventKind::Deleted: return deleted(line, step);
    case EventKind::Rewound:
    case EventKind::QueueRewound:
        return LifeLineText::tr(
                   "The queue was rewound to %1, and this message was not sent before that. "
                   "Its receives are counted anew.")
            .arg(instant(event.until));
    case EventKind::RetentionEnded:
    case EventKind::RetentionPurged:
    case EventKind::RewindWindowEnded: return lifeEnded(line, step);
    case EventKind::RewindAreaPurged:
        if (event.value > 0)
            return lifeEnded(line, step);
        [[fallthrough]];
    case EventKind::RewindTurnedOff:
        return LifeLineText::tr(
            "Rewinding was switched off (rewindSeconds 0), and all that could be "
            "rewound is gone.");
    case EventKind::DeadLettered: return deadLettered(event);
    case EventKind::DeadLetterArrived:
        return LifeLineText::tr(
                   "It comes from the queue %1. Its life here begins anew: receives, age and "
                   "handles are counted from now.")
            .arg(formatForeign(event.otherName));
    case EventKind::DeadLetterBlocked: return blocked(event);
    case EventKind::QueueCleared:
        return LifeLineText::tr("The queue was purged: %n message(s) went, in whatever state.",
                                nullptr, int(event.count));
    case EventKind::QueueDeleted:
        return LifeLineText::tr("The queue was deleted, and %n message(s) with it.", nullptr,
                                int(event.count));
    case EventKind::Matched:
    case EventKind::NotMatched: return matched(line, event);
    default: return deliveryReason(event);
    }
}

QString laneText(const LifeLane& lane)
{
    const QString name = formatForeign(lane.name);
    switch (lane.kind) {
    case LifeLane::Kind::Topic: return LifeLineText::tr("Topic %1").arg(name);
    case LifeLane::Kind::Delivery: return LifeLineText::tr("Subscription %1").arg(name);
    case LifeLane::Kind::Queue: break;
    }
    return LifeLineText::tr("Queue %1").arg(name);
}

QString barText(const LifeBar& bar)
{
    const QString span = bar.isStartUnknown ? QString() : formatExactSpan(bar.to - bar.from);
    QString state;
    switch (bar.kind) {
    case LifeBar::Kind::Delayed: state = LifeLineText::tr("Delayed"); break;
    case LifeBar::Kind::Visible: state = LifeLineText::tr("Visible"); break;
    case LifeBar::Kind::InFlight:
        state = LifeLineText::tr("In flight, handle %1", "which handle: 1, 2, 3")
                    .arg(formatCount(std::int64_t(bar.generation)));
        break;
    case LifeBar::Kind::Rewindable: state = LifeLineText::tr("Rewindable"); break;
    case LifeBar::Kind::Waiting: state = LifeLineText::tr("Waits"); break;
    case LifeBar::Kind::Pushing: state = LifeLineText::tr("Being delivered"); break;
    }
    //: A state of a message and how long it lasted
    return span.isEmpty() ? state : LifeLineText::tr("%1 · %2").arg(state, span);
}

Tone barTone(LifeBar::Kind kind)
{
    switch (kind) {
    case LifeBar::Kind::Delayed: return Tone::Delayed;
    case LifeBar::Kind::Visible: return Tone::Visible;
    case LifeBar::Kind::InFlight: return Tone::InFlight;
    case LifeBar::Kind::Rewindable: return Tone::Rewindable;
    case LifeBar::Kind::Waiting: return Tone::Expired;
    case LifeBar::Kind::Pushing: return Tone::Accent;
    }
    return Tone::Text;
}

Tone stepTone(const LifeStep& step)
{
    switch (step.event.kind) {
    case EventKind::Received:
    case EventKind::VisibilityEnded: return Tone::InFlight;
    case EventKind::Deleted:
    case EventKind::Delivered: return Tone::Ok;
    case EventKind::Rewound:
    case EventKind::QueueRewound: return Tone::Rewindable;
    case EventKind::DelayEnded: return Tone::Delayed;
    case EventKind::DeadLettered:
    case EventKind::DeadLetterArrived:
    case EventKind::DeadLetterBlocked:
    case EventKind::DeliveryFailed:
    case EventKind::DeliveryDropped: return Tone::Dead;
    case EventKind::RetentionEnded:
    case EventKind::RetentionPurged:
    case EventKind::RewindWindowEnded:
    case EventKind::RewindTurnedOff:
    case EventKind::RewindAreaPurged:
    case EventKind::QueueCleared:
    case EventKind::QueueDeleted:
    case EventKind::Unsubscribed:
    case EventKind::NotMatched: return Tone::Expired;
    default: return Tone::Visible;
    }
}

QString gapText(const LifeLine& line)
{
    if (!line.hasGap)
        return {};
    if (line.steps.isEmpty())
        return line.knownSince
                   ? LifeLineText::tr(
                         "Nothing is known of message %1. What happened before %2 is not kept.")
                         .arg(QString::number(line.msgId), instant(*line.knownSince))
                   : LifeLineText::tr("There has been no message %1 here.")
                         .arg(QString::number(line.msgId));
    if (line.knownSince)
        return LifeLineText::tr("The beginning is missing: what happened before %1 is not kept.")
            .arg(instant(*line.knownSince));
    return LifeLineText::tr("The beginning is missing: only the latest %1 steps are shown.")
        .arg(formatCount(line.steps.size()));
}

} // namespace ui
