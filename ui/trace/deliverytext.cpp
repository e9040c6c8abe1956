#include "deliverytext.h"

#include "ui/common/format.h"
#include "ui/common/timeaxis.h"
#include "ui/topics/filtertext.h"
#include "ui/topics/keywalk.h"

#include <QCoreApplication>

namespace ui {

namespace {

using cmq::EventKind;
using cmq::EventRule;

struct DeliveryText
{
    Q_DECLARE_TR_FUNCTIONS(ui::Delivery)
};

QString outcome(const cmq::Event& event)
{
    return event.value > 0 ? DeliveryText::tr("HTTP status %1").arg(event.value)
                           : formatForeign(event.reason);
}

QString failed(const cmq::Event& event)
{
    const QString next = formatExactInstant(event.until);
    const QString pause = formatExactSpan(event.until - event.time);
    if (event.rule == EventRule::BackoffRetry)
        return DeliveryText::tr(
                   "Attempt %1 failed: %2. BACKOFF_RETRY tries again after 10 to 20 s, at most "
                   "3 times: next at %3, %4 later.")
            .arg(formatCount(event.count), outcome(event), next, pause);
    return DeliveryText::tr(
               "Attempt %1 failed: %2. EXPONENTIAL_DECAY_RETRY doubles the pause each time, up "
               "to 512 s: next at %3, %4 later.")
        .arg(formatCount(event.count), outcome(event), next, pause);
}

} // namespace

QString deliveryText(const cmq::Event& event)
{
    switch (event.kind) {
    case EventKind::Published: return DeliveryText::tr("Published");
    case EventKind::Matched: return DeliveryText::tr("Matched");
    case EventKind::NotMatched:
        return DeliveryText::tr("Not for %1").arg(formatForeign(event.otherName));
    case EventKind::DeliveryAttempted:
        return DeliveryText::tr("Delivery attempt %1").arg(formatCount(event.count));
    case EventKind::Delivered: return DeliveryText::tr("Delivered");
    case EventKind::DeliveryFailed:
        return DeliveryText::tr("Attempt %1 failed").arg(formatCount(event.count));
    case EventKind::DeliveryDropped: return DeliveryText::tr("Delivery given up");
    case EventKind::Unsubscribed: return DeliveryText::tr("Unsubscribed");
    //: %1 is an action of CMQ, such as SendMessage
    case EventKind::Refused:
        return DeliveryText::tr("%1 refused").arg(formatForeign(event.otherName));
    default: break;
    }
    const std::string_view name = cmq::toString(event.kind);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

QString matchDetails(const cmq::Event& decision, const cmq::Event& published)
{
    const QString labels = QString::fromStdString(published.decidedBy);
    const QString wanted = QString::fromStdString(decision.decidedBy);
    switch (decision.filter) {
    case cmq::FilterRule::NoSharedTag:
        return DeliveryText::tr("The message has %1; wanted is %2.")
            .arg(formatForeign(labels), formatForeign(wanted));
    case cmq::FilterRule::MessageUntagged:
        return DeliveryText::tr("Wanted is %1.").arg(formatForeign(wanted));
    case cmq::FilterRule::KeyMatches:
    case cmq::FilterRule::NoKeyMatches: {
        QStringList walks;
        for (const QString& key : wanted.split(QStringLiteral(", ")))
            walks += keyWalkText(key.toStdString(), published.decidedBy);
        //: %1 is a routing key, %2 how binding keys go through it
        return DeliveryText::tr("The routing key is %1. %2.")
            .arg(formatForeign(labels), walks.join(QStringLiteral("; ")));
    }
    default: return {};
    }
}

QString deliveryReason(const cmq::Event& event)
{
    switch (event.kind) {
    case EventKind::Published:
        return DeliveryText::tr("It was published to the topic %1; it is for %n subscription(s).",
                                nullptr, int(event.count))
            .arg(formatForeign(event.name));
    case EventKind::Matched:
    case EventKind::NotMatched:
        //: %2 is a sentence without a full stop
        return DeliveryText::tr("Subscription %1: %2.")
            .arg(formatForeign(event.otherName), decisionText({event.filter, event.decidedBy}));
    case EventKind::DeliveryAttempted:
        return DeliveryText::tr("Sent to %1.").arg(formatForeign(event.reason));
    case EventKind::Delivered:
        return event.otherEntry != 0
                   ? DeliveryText::tr("The queue of the subscription took it.")
                   : DeliveryText::tr(
                         "The endpoint took it in attempt %1: %2. Any 2xx is a success.")
                         .arg(formatCount(event.count), outcome(event));
    case EventKind::DeliveryFailed: return failed(event);
    case EventKind::DeliveryDropped:
        return event.rule == EventRule::RetriesUsedUp
                   ? DeliveryText::tr("All %1 retries are used up: %2.")
                         .arg(formatCount(event.value), formatForeign(event.reason))
                   : DeliveryText::tr(
                         "It could not be delivered within %1, the life of a message in a "
                         "topic.")
                         .arg(formatDuration(cmq::Seconds(event.value)));
    case EventKind::Unsubscribed:
        return DeliveryText::tr("The subscription is gone, and with it %n outstanding delivery(s).",
                                nullptr, int(event.count));
    default: return formatForeign(event.reason);
    }
}

} // namespace ui
