#include "lifetext.h"

#include "ui/common/format.h"
#include "ui/common/timeaxis.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

using cmq::EventKind;

struct HandleText
{
    Q_DECLARE_TR_FUNCTIONS(ui::Handle)
};

/// The receive after a step in the same queue; none: there was none.
const LifeStep* nextReceive(const LifeLine& line, int after)
{
    for (qsizetype i = after + 1; i < line.steps.size(); ++i) {
        const LifeStep& step = line.steps[i];
        if (step.lane == line.steps[after].lane && step.event.kind == EventKind::Received)
            return &step;
    }
    return nullptr;
}

/// What ended the validity, as a sentence.
QString endOf(const LifeLine& line, const LifeBar& bar, const LifeStep& end)
{
    const QString at = formatExactInstant(end.event.time);
    const QString after = formatExactSpan(bar.to - bar.from);
    switch (end.event.kind) {
    case EventKind::Deleted:
        return HandleText::tr("It is not valid any more: the message was deleted at %1, and a "
                              "handle works once.")
            .arg(at);
    case EventKind::VisibilityEnded:
        return HandleText::tr("It is not valid any more: the visibilityTimeout ended at %1, %2 "
                              "after the receive, and the message was visible again.")
            .arg(at, after);
    case EventKind::DeadLettered:
        return HandleText::tr("It is not valid any more: the message went to the dead-letter queue "
                              "%1 at %2.")
            .arg(formatForeign(end.event.otherName), at);
    default:
        return HandleText::tr("It is not valid any more since %1: %2")
            .arg(at, stepReason(line, end));
    }
}

} // namespace

QString handleText(const LifeLine& line)
{
    if (!line.handle)
        return {};
    const QString handle = QString::fromStdString(cmq::toString(*line.handle));
    const int index = stepOfHandle(line, *line.handle);
    if (index < 0)
        return HandleText::tr("Receipt handle %1: no receive is known that gave it out.")
            .arg(handle);
    const LifeStep& given = line.steps[index];
    QString text = HandleText::tr("Receipt handle %1 was given out by receive %2 at %3.")
                       .arg(handle, formatCount(given.event.dequeueCount),
                            formatExactInstant(given.event.time));
    const LifeBar& bar = line.bars[given.began];
    const auto end = std::ranges::find(line.steps, given.began, &LifeStep::ended);
    if (bar.isOpen || end == line.steps.end())
        return text + QChar(0x20) +
               HandleText::tr("It is valid until %1.")
                   .arg(formatExactInstant(bar.planned.value_or(bar.to)));
    text += QChar(0x20) + endOf(line, bar, *end);
    if (const LifeStep* next = nextReceive(line, index))
        text += QChar(0x20) + HandleText::tr("Receive %1 took over at %2, with handle %3.")
                                  .arg(formatCount(next->event.dequeueCount),
                                       formatExactInstant(next->event.time),
                                       QString::fromStdString(receiptHandleOf(line, *next)));
    return text;
}

} // namespace ui
