#include "actorwork.h"

#include "ui/common/format.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui {

using namespace Qt::StringLiterals;
using cmq::scenario::Actor;
using cmq::scenario::Consumer;
using cmq::scenario::Producer;
using cmq::scenario::Receiver;

namespace {

struct ActorWork
{
    Q_DECLARE_TR_FUNCTIONS(ActorWork)

public:
    static QString span(cmq::Milliseconds span)
    {
        if (span.count() % 1000 == 0)
            return formatDuration(std::chrono::floor<cmq::Seconds>(span));
        return tr("%1 ms").arg(span.count());
    }

    static QString of(const Producer& producer)
    {
        QStringList parts{tr("every %1").arg(span(producer.every))};
        if (producer.count > 0)
            parts += tr("%1 in all").arg(formatCount(producer.count));
        if (producer.delay.count() > 0)
            parts += tr("delayed %1").arg(formatDuration(producer.delay));
        for (const std::string& tag : producer.tags)
            parts += formatForeign(tag, 20);
        if (producer.routingKey)
            parts += formatForeign(*producer.routingKey, 30);
        return parts.join(u" · "_s);
    }

    static QString of(const Consumer& consumer)
    {
        QStringList parts;
        if (consumer.workers > 1)
            parts += tr("%1 workers").arg(formatCount(consumer.workers));
        if (consumer.batch > 1)
            parts += tr("batches of %1").arg(formatCount(consumer.batch));
        const cmq::scenario::WorkTime& work = consumer.handling;
        if (work.mean.count() > 0)
            parts += tr("about %1 each").arg(span(work.mean));
        else if (work.least != work.most)
            parts += tr("%1 to %2 each").arg(span(work.least), span(work.most));
        else
            parts += tr("%1 each").arg(span(work.most));
        if (consumer.crashPercent > 0)
            parts += tr("%1 % crash").arg(consumer.crashPercent);
        if (consumer.forgetPercent > 0)
            parts += tr("%1 % forget to delete").arg(consumer.forgetPercent);
        if (!consumer.failsOn.empty())
            parts += tr("fails on some");
        return parts.join(u" · "_s);
    }

    static QString of(const Receiver& receiver)
    {
        QStringList answers;
        for (const cmq::scenario::ReceiverAnswer& answer : receiver.answers) {
            const QString status = QString::number(answer.status);
            answers += answer.times > 1 ? u"%1 × %2"_s.arg(answer.times).arg(status) : status;
        }
        if (answers.isEmpty())
            answers += u"200"_s;
        return tr("answers %1").arg(answers.join(tr(", ")));
    }
};

} // namespace

QString actorWork(const Actor& actor)
{
    const QString text =
        std::visit([](const auto& role) { return ActorWork::of(role); }, actor.role);
    return actor.isRunning ? text : ActorWork::tr("stopped · %1").arg(text);
}

QString actorKindText(const Actor& actor)
{
    if (std::holds_alternative<Producer>(actor.role))
        return ActorWork::tr("Producer");
    if (std::holds_alternative<Consumer>(actor.role))
        return ActorWork::tr("Consumer");
    return ActorWork::tr("HTTP receiver");
}

QString filterKindText(cmq::FilterType type)
{
    return type == cmq::FilterType::Tag ? ActorWork::tr("chooses by tags")
                                        : ActorWork::tr("chooses by routing keys");
}

QString nobodyThereText()
{
    return ActorWork::tr("nobody answers here");
}

} // namespace ui
