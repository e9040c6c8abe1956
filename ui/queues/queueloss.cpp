#include "queueloss.h"

#include "ui/common/format.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct QueueLoss
{
    Q_DECLARE_TR_FUNCTIONS(ui::QueueLoss)
};

struct Loss
{
    std::int64_t visible = 0;
    std::int64_t inFlight = 0;
    std::int64_t delayed = 0;
    std::int64_t rewindable = 0;

    void add(const cmq::QueueAttributes& queue)
    {
        visible += queue.activeMsgNum;
        inFlight += queue.inactiveMsgNum;
        delayed += queue.delayMsgNum;
        rewindable += queue.rewindmsgNum;
    }
    [[nodiscard]] bool isNothing() const { return visible + inFlight + delayed + rewindable == 0; }
};

QStringList linesOf(const Loss& loss)
{
    if (loss.isNothing())
        return {QueueLoss::tr("It holds no messages, so none is lost.")};
    QStringList parts;
    const auto add = [&](std::int64_t count, const QString& word) {
        if (count > 0)
            parts += word.arg(formatCount(count));
    };
    add(loss.visible, QueueLoss::tr("%1 visible"));
    add(loss.inFlight, QueueLoss::tr("%1 in flight"));
    add(loss.delayed, QueueLoss::tr("%1 delayed"));
    add(loss.rewindable, QueueLoss::tr("%1 rewindable"));
    return {QueueLoss::tr("These messages are lost for ever: %1.")
                .arg(parts.join(QueueLoss::tr(", ", "between the parts of an enumeration")))};
}

} // namespace

Confirmation confirmDelete(const QList<QueueRow>& queues)
{
    Loss loss;
    for (const QueueRow& queue : queues)
        loss.add(queue.attributes);
    Confirmation ask;
    ask.losses = linesOf(loss);
    if (queues.size() == 1) {
        const QString& name = queues.first().name;
        ask.title = QueueLoss::tr("Delete queue");
        ask.question = QueueLoss::tr("Delete the queue %1?").arg(name);
        ask.acceptText = QueueLoss::tr("Delete queue");
        if (!loss.isNothing())
            ask.nameToType = name;
    } else {
        const int count = int(queues.size());
        ask.title = QueueLoss::tr("Delete queues");
        ask.question = QueueLoss::tr("Delete %n queue(s)?", nullptr, count);
        ask.acceptText = QueueLoss::tr("Delete %n queue(s)", nullptr, count);
        if (!loss.isNothing())
            ask.nameToType = QString::number(count);
        else
            ask.losses = {QueueLoss::tr("They hold no messages, so none is lost.")};
    }
    return ask;
}

Confirmation confirmClear(const QueueRow& queue)
{
    Loss loss;
    loss.add(queue.attributes);
    Confirmation ask;
    ask.title = QueueLoss::tr("Purge queue");
    ask.question = QueueLoss::tr("Remove all messages of %1?").arg(queue.name);
    ask.losses = linesOf(loss);
    ask.losses += QueueLoss::tr("The queue itself and its attributes stay.");
    ask.acceptText = QueueLoss::tr("Purge");
    if (!loss.isNothing())
        ask.nameToType = queue.name;
    return ask;
}

} // namespace ui
