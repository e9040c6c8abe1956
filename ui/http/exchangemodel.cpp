#include "exchangemodel.h"

#include "ui/common/format.h"

#include <QCoreApplication>
#include <QDateTime>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

using ExchangeColumn = Column<ExchangeRow>;

struct ExchangeTable
{
    Q_DECLARE_TR_FUNCTIONS(ui::ExchangeTable)
};

/// With the milliseconds: requests follow each other closely.
QString timeText(const ExchangeRow& row)
{
    return QDateTime::fromMSecsSinceEpoch(cmq::toUnixMilliseconds(row.time))
        .toString(u"HH:mm:ss.zzz"_s);
}

QString durationText(const ExchangeRow& row)
{
    return row.microseconds < 1'000'000
               ? ExchangeTable::tr("%1 ms").arg(double(row.microseconds) / 1000, 0, 'f', 1)
               : ExchangeTable::tr("%1 s").arg(double(row.microseconds) / 1'000'000, 0, 'f', 1);
}

QList<ExchangeColumn> columns()
{
    return {
        ExchangeColumn(
            u"time"_s, [] { return ExchangeTable::tr("Time"); }, timeText)
            // By the order in which they ended: times can be equal.
            .sortedBy([](const ExchangeRow& row) { return QVariant(row.number); })
            .withToolTip([](const ExchangeRow& row) { return formatInstant(row.time); }),
        ExchangeColumn(
            u"direction"_s, [] { return ExchangeTable::tr("Direction"); },
            [](const ExchangeRow& row) {
                return row.direction == Exchange::Direction::Served ? ExchangeTable::tr("Served")
                                                                    : ExchangeTable::tr("Sent");
            })
            .toned([](const ExchangeRow&) { return Tone::Secondary; }),
        ExchangeColumn(
            u"action"_s, [] { return ExchangeTable::tr("Action"); },
            [](const ExchangeRow& row) { return formatForeign(row.action, 60); }),
        ExchangeColumn(
            u"object"_s, [] { return ExchangeTable::tr("Object"); },
            [](const ExchangeRow& row) { return formatForeign(row.object, 80); }),
        ExchangeColumn(
            u"code"_s, [] { return ExchangeTable::tr("Code"); },
            [](const ExchangeRow& row) { return row.result; })
            .toned([](const ExchangeRow& row) { return row.hasFailed ? Tone::Dead : Tone::Ok; })
            .explained([] { return ExchangeTable::tr("CMQ's code; 0 is success"); })
            .alignedRight(),
        ExchangeColumn(
            u"duration"_s, [] { return ExchangeTable::tr("Duration"); }, durationText)
            .sortedBy([](const ExchangeRow& row) { return QVariant(row.microseconds); })
            .alignedRight(),
    };
}

} // namespace

ExchangeRow toRow(const Exchange& exchange)
{
    const bool isAnswered = exchange.problem.isEmpty();
    // That a queue is empty is no failure.
    const bool isFine = isAnswered && (exchange.code == 0 || exchange.code == 7000);
    return {exchange.number,
            exchange.time,
            exchange.direction,
            exchange.actionName,
            exchange.object,
            isAnswered ? QString::number(exchange.code) : u"–"_s,
            !isFine,
            exchange.duration.count()};
}

ExchangeModel::ExchangeModel(QObject* parent)
    : TableModel(
          columns(), [](const ExchangeRow& row) { return QString::number(row.number); }, parent)
{
}

} // namespace ui
