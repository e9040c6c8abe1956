#include "lifetext.h"

#include <QCoreApplication>

namespace ui {

namespace {

using cmq::EventKind;

struct ReadingText
{
    Q_DECLARE_TR_FUNCTIONS(ui::Reading)
};

/// The lesson in which it is tried out, by its number and title; empty: none.
QString lessonOf(const cmq::Event& event)
{
    switch (event.kind) {
    case EventKind::Sent:
    case EventKind::Received: return ReadingText::tr("1, Send, receive, delete");
    case EventKind::DelayEnded: return ReadingText::tr("5, Not before: delayed messages");
    case EventKind::VisibilityEnded: return ReadingText::tr("2, Forgot to delete");
    case EventKind::Deleted: return ReadingText::tr("3, The stale handle");
    case EventKind::RetentionEnded:
    case EventKind::RetentionPurged: return ReadingText::tr("6, Retention runs out");
    case EventKind::DeadLettered:
    case EventKind::DeadLetterArrived:
    case EventKind::DeadLetterBlocked:
        return ReadingText::tr("8, The poison message and the dead-letter queue");
    case EventKind::Rewound:
    case EventKind::QueueRewound:
    case EventKind::RewindWindowEnded:
    case EventKind::RewindTurnedOff:
    case EventKind::RewindAreaPurged: return ReadingText::tr("10, Rewind after a bad release");
    case EventKind::Published: return ReadingText::tr("11, One message for many: topics");
    case EventKind::Matched:
    case EventKind::NotMatched:
        return event.filter >= cmq::FilterRule::KeyMatches
                   ? ReadingText::tr("13, Routing keys, * and #")
                   : ReadingText::tr("12, Filter tags");
    case EventKind::DeliveryAttempted:
    case EventKind::Delivered:
    case EventKind::DeliveryFailed:
    case EventKind::DeliveryDropped:
        return ReadingText::tr("14, A subscriber that fails: two retry policies");
    default: return {};
    }
}

} // namespace

QString guideChapter(const cmq::Event& event)
{
    switch (event.kind) {
    case EventKind::Published:
    case EventKind::Matched:
    case EventKind::NotMatched:
    case EventKind::DeliveryAttempted:
    case EventKind::Delivered:
    case EventKind::DeliveryFailed:
    case EventKind::DeliveryDropped:
    case EventKind::Unsubscribed:
        //: The title of a chapter of the user guide
        return ReadingText::tr("Topics");
    case EventKind::Sent:
    case EventKind::Received:
    case EventKind::Deleted:
        //: The title of a chapter of the user guide
        return ReadingText::tr("Messages");
    default:
        //: The title of a chapter of the user guide
        return ReadingText::tr("Queues");
    }
}

QString lessonText(const cmq::Event& event)
{
    const QString lesson = lessonOf(event);
    return lesson.isEmpty() ? QString() : ReadingText::tr("To try it out: lesson %1.").arg(lesson);
}

} // namespace ui
