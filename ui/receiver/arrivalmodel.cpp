#include "arrivalmodel.h"

#include "ui/common/format.h"

#include <QCoreApplication>
#include <QDateTime>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct ArrivalTable
{
    Q_DECLARE_TR_FUNCTIONS(ui::ArrivalTable)
};

using ArrivalColumn = Column<Arrival>;

/// With milliseconds: the time between two attempts is what one wants to see.
QString timeText(cmq::Time time)
{
    return QDateTime::fromMSecsSinceEpoch(cmq::toUnixMilliseconds(time))
        .toString(u"HH:mm:ss.zzz"_s);
}

Tone replyTone(const ReceiverReply& reply)
{
    return !reply.isSilent && reply.status / 100 == 2 ? Tone::Ok : Tone::Dead;
}

QList<ArrivalColumn> columns()
{
    return {
        ArrivalColumn(
            u"number"_s, [] { return ArrivalTable::tr("No."); },
            [](const Arrival& row) { return formatCount(row.number); })
            .sortedBy([](const Arrival& row) { return QVariant(row.number); })
            .toned([](const Arrival&) { return Tone::Muted; })
            .alignedRight(),
        ArrivalColumn(
            u"time"_s, [] { return ArrivalTable::tr("Time"); },
            [](const Arrival& row) { return timeText(row.time); })
            .sortedBy([](const Arrival& row) {
                return QVariant(qint64(cmq::toUnixMilliseconds(row.time)));
            })
            .withToolTip([](const Arrival& row) { return formatInstant(row.time); }),
        ArrivalColumn(
            u"message"_s, [] { return ArrivalTable::tr("Message ID"); },
            [](const Arrival& row) { return formatForeign(row.messageId()); }),
        ArrivalColumn(
            u"attempt"_s, [] { return ArrivalTable::tr("Attempt"); },
            [](const Arrival& row) { return formatCount(row.attempt); })
            .sortedBy([](const Arrival& row) { return QVariant(row.attempt); })
            .toned([](const Arrival& row) { return row.attempt > 1 ? Tone::Delayed : Tone::Muted; })
            .explained(
                [] { return ArrivalTable::tr("How often this message has come to this path"); })
            .alignedRight(),
        ArrivalColumn(
            u"reply"_s, [] { return ArrivalTable::tr("Answered"); },
            [](const Arrival& row) { return replyText(row.reply); })
            .toned([](const Arrival& row) { return replyTone(row.reply); }),
        ArrivalColumn(
            u"tags"_s, [] { return ArrivalTable::tr("Tags"); },
            [](const Arrival& row) { return formatForeign(row.tags()); }),
        ArrivalColumn(
            u"target"_s, [] { return ArrivalTable::tr("Path"); },
            [](const Arrival& row) { return formatForeign(row.target); }),
        ArrivalColumn(
            u"size"_s, [] { return ArrivalTable::tr("Size"); },
            [](const Arrival& row) { return formatBytes(row.body.size()); })
            .sortedBy([](const Arrival& row) { return QVariant(qint64(row.body.size())); })
            .alignedRight(),
    };
}

} // namespace

ArrivalModel::ArrivalModel(QObject* parent)
    : TableModel(
          columns(), [](const Arrival& row) { return QString::number(row.number); }, parent)
{
}

QString replyText(const ReceiverReply& reply)
{
    if (reply.isSilent)
        return ArrivalTable::tr("nothing");
    const QString status = QString::number(reply.status);
    if (reply.delay == cmq::Milliseconds(0))
        return status;
    return ArrivalTable::tr("%1 after %2")
        .arg(status, formatDuration(std::chrono::ceil<cmq::Seconds>(reply.delay)));
}

QList<Property> arrivalProperties(const Arrival& arrival)
{
    QList<Property> list{
        {ArrivalTable::tr("Arrived"), formatInstant(arrival.time)},
        {ArrivalTable::tr("Answered"), replyText(arrival.reply)},
        {ArrivalTable::tr("Request"), formatForeign(arrival.method + u' ' + arrival.target, 1000),
         true},
    };
    for (const auto& [name, value] : arrival.headers)
        list.append({formatForeign(name), formatForeign(value, 1000), true});
    return list;
}

} // namespace ui
