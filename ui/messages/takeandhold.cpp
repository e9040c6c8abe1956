#include "takeandhold.h"

#include "ui/common/format.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui {

namespace {

struct TakeAndHold
{
    Q_DECLARE_TR_FUNCTIONS(ui::TakeAndHold)
};

QString deadLetterHelp(const cmq::DeadLetterPolicy& policy)
{
    const QString target = formatForeign(QString::fromStdString(policy.deadLetterQueue));
    if (policy.policy == cmq::DeadLetterRule::MaxReceiveCount)
        return TakeAndHold::tr("The receive counts: after %1 of them a message goes to the "
                               "dead-letter queue %2.")
            .arg(formatCount(policy.maxReceiveCount), target);
    return TakeAndHold::tr("What is not deleted within %1 goes to the dead-letter queue %2.")
        .arg(formatDuration(policy.maxTimeToLive), target);
}

} // namespace

QString takeAndHoldHelp(const cmq::QueueSettings& queue)
{
    QStringList sentences{
        TakeAndHold::tr("CMQ itself has no way to look at a message without receiving it."),
        TakeAndHold::tr("Whatever is taken is hidden from its real consumers for %1, counts as "
                        "received, and is billed like any request.")
            .arg(formatDuration(queue.visibilityTimeout))};
    if (queue.deadLetterPolicy)
        sentences += deadLetterHelp(*queue.deadLetterPolicy);
    return sentences.join(QChar(0x20));
}

} // namespace ui
