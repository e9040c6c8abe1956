#include "queueloss.h"

#include "ui/common/format.h"
#include "ui/connections/connection.h"
#include "ui/connections/figures.h"

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

QStringList linesOf(const Loss& loss, const Connection& connection)
{
    if (loss.isNothing())
        return {connection.hasExactFigures()
                    ? QueueLoss::tr("It holds no messages, so none is lost.")
                    : QueueLoss::tr("It seems to hold no messages, but the counters are late.")};
    QStringList parts;
    const auto add = [&](std::int64_t count, const QString& word) {
        if (count > 0)
            parts += word.arg(figureText(count, connection));
    };
    add(loss.visible, QueueLoss::tr("%1 visible"));
    add(loss.inFlight, QueueLoss::tr("%1 in flight"));
    add(loss.delayed, QueueLoss::tr("%1 delayed"));
    add(loss.rewindable, QueueLoss::tr("%1 rewindable"));
    return {QueueLoss::tr("These messages are lost for ever: %1.")
                .arg(parts.join(QueueLoss::tr(", ", "between the parts of an enumeration")))};
}

} // namespace

Confirmation confirmDelete(const QList<QueueRow>& queues, const Connection& connection)
{
    Loss loss;
    for (const QueueRow& queue : queues)
        loss.add(queue.attributes);
    const bool wantsName = !loss.isNothing() || connection.isProduction();
    Confirmation ask;
    ask.insists = connection.isProduction();
    ask.losses = linesOf(loss, connection);
    if (queues.size() == 1) {
        const QString& name = queues.first().name;
        ask.title = QueueLoss::tr("Delete queue");
        ask.question = QueueLoss::tr("Delete the queue %1?").arg(name);
        ask.acceptText = QueueLoss::tr("Delete queue");
        if (wantsName)
            ask.nameToType = name;
    } else {
        const int count = int(queues.size());
        ask.title = QueueLoss::tr("Delete queues");
        ask.question = QueueLoss::tr("Delete %n queue(s)?", nullptr, count);
        ask.acceptText = QueueLoss::tr("Delete %n queue(s)", nullptr, count);
        if (wantsName)
            ask.nameToType = QString::number(count);
        if (loss.isNothing())
            ask.losses = {connection.hasExactFigures()
                              ? QueueLoss::tr("They hold no messages, so none is lost.")
                              : QueueLoss::tr("They seem to hold no messages, but the counters are "
                                              "late.")};
    }
    if (connection.isTdmq())
        ask.losses += QueueLoss::tr("TDMQ also deletes the subscriptions that deliver there.");
    return ask;
}

Confirmation confirmClear(const QList<QueueRow>& queues, const Connection& connection)
{
    Loss loss;
    for (const QueueRow& queue : queues)
        loss.add(queue.attributes);
    const bool wantsName = !loss.isNothing() || connection.isProduction();
    const int count = int(queues.size());
    const QString& name = queues.first().name;
    Confirmation ask;
    ask.insists = connection.isProduction();
    ask.title = count == 1 ? QueueLoss::tr("Purge queue") : QueueLoss::tr("Purge queues");
    ask.question = count == 1
                       ? QueueLoss::tr("Remove all messages of %1?").arg(name)
                       : QueueLoss::tr("Remove all messages of %n queue(s)?", nullptr, count);
    ask.losses = linesOf(loss, connection);
    ask.losses += count == 1 ? QueueLoss::tr("The queue itself and its attributes stay.")
                             : QueueLoss::tr("The queues themselves and their attributes stay.");
    ask.acceptText =
        count == 1 ? QueueLoss::tr("Purge") : QueueLoss::tr("Purge %n queue(s)", nullptr, count);
    if (wantsName)
        ask.nameToType = count == 1 ? name : QString::number(count);
    return ask;
}

} // namespace ui
