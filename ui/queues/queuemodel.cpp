#include "queuemodel.h"

#include "settingtext.h"
#include "trends.h"

#include "ui/common/format.h"
#include "ui/common/quantity.h"
#include "ui/connections/figures.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

using QueueColumn = Column<QueueRow>;

struct QueueTable
{
    Q_DECLARE_TR_FUNCTIONS(ui::QueueTable)
};

/// A number of messages: quiet when it is zero, in the colour of its state otherwise.
QueueColumn counter(const QString& id, QueueColumn::Title title, QueueColumn::Title explanation,
                    std::int64_t cmq::QueueAttributes::*count, Tone tone, bool isExact)
{
    return QueueColumn(id, std::move(title),
                       [count, isExact](const QueueRow& row) {
                           return figureText(row.attributes.*count, isExact);
                       })
        .sortedBy([count](const QueueRow& row) { return QVariant(qint64(row.attributes.*count)); })
        .toned([count, tone](const QueueRow& row) {
            return row.attributes.*count == 0 || row.isStale ? Tone::Muted : tone;
        })
        .explained([explanation = std::move(explanation), isExact] {
            const QString help = figuresHelp(isExact);
            return help.isEmpty() ? explanation() : explanation() + u'\n' + help;
        })
        .alignedRight();
}

QueueColumn oldestAge(const QueueModel::Clock& now)
{
    const auto ageOf = [now](const QueueRow& row) {
        return row.attributes.minMsgTime ? now() - *row.attributes.minMsgTime
                                         : cmq::Milliseconds(-1);
    };
    return QueueColumn(
               u"oldestAge"_s, [] { return QueueTable::tr("Oldest"); },
               [ageOf](const QueueRow& row) {
                   return row.attributes.minMsgTime ? formatSpan(ageOf(row)) : u"–"_s;
               })
        // By the instant, not the age: the order then holds while time goes by.
        .sortedBy([](const QueueRow& row) {
            return QVariant(row.attributes.minMsgTime
                                ? -qint64(cmq::toUnixMilliseconds(*row.attributes.minMsgTime))
                                : std::numeric_limits<qint64>::min());
        })
        .toned([](const QueueRow& row) {
            return row.attributes.minMsgTime ? Tone::Text : Tone::Muted;
        })
        .withToolTip([](const QueueRow& row) {
            return row.attributes.minMsgTime ? formatInstant(*row.attributes.minMsgTime)
                                             : QString();
        })
        .explained([] { return QueueTable::tr("Age of the oldest message that is not deleted"); })
        .alignedRight();
}

QueueColumn deadLetterQueue()
{
    const auto name = [](const QueueRow& row) {
        const auto& policy = row.attributes.settings.deadLetterPolicy;
        return policy ? formatForeign(policy->deadLetterQueue) : QString();
    };
    return QueueColumn(
               u"deadLetterQueue"_s, [] { return QueueTable::tr("Dead letters to"); },
               [name](const QueueRow& row) {
                   const QString target = name(row);
                   return target.isEmpty() ? u"–"_s : target;
               })
        .sortedBy([name](const QueueRow& row) { return QVariant(name(row)); })
        .toned([](const QueueRow& row) {
            return row.attributes.settings.deadLetterPolicy ? Tone::Text : Tone::Muted;
        })
        .withToolTip(name)
        .explained([] {
            return QueueTable::tr("The queue that gets what nobody managed to consume here");
        });
}

QueueColumn trend(const Trends& trends)
{
    return QueueColumn(
               u"trend"_s, [] { return QueueTable::tr("Trend"); },
               [](const QueueRow&) { return QString(); })
        .sortedBy([](const QueueRow& row) { return QVariant(qint64(backlogOf(row.attributes))); })
        .withToolTip([&trends](const QueueRow& row) {
            return trendText({&trends, row.name});
        })
        .explained([] { return QueueTable::tr("Its backlog in the last five minutes"); });
}

/// Messages a second.
QueueColumn rate(const QString& id, QueueColumn::Title title, QueueColumn::Title explanation,
                 double QueueRates::*value)
{
    return QueueColumn(id, std::move(title),
                       [value](const QueueRow& row) {
                           return row.rates ? formatRate(*row.rates.*value) : u"–"_s;
                       })
        .sortedBy(
            [value](const QueueRow& row) { return QVariant(row.rates ? *row.rates.*value : -1.0); })
        .toned([value](const QueueRow& row) {
            return row.rates && *row.rates.*value > 0 ? Tone::Text : Tone::Muted;
        })
        .explained(std::move(explanation))
        .alignedRight();
}

/// A column of an attribute that is a number.
QueueColumn attribute(const QString& id, std::string_view name)
{
    const cmq::QueueSettingRule& rule = cmq::queueSettingRule(name);
    return QueueColumn(
               id, [&rule] { return settingTitle(rule); },
               [&rule](const QueueRow& row) {
                   return formatQuantity(rule.unit, rule.get(row.attributes.settings));
               })
        .sortedBy([&rule](const QueueRow& row) {
            return QVariant(qint64(rule.get(row.attributes.settings)));
        })
        .explained([&rule] { return settingHelp(rule); })
        .alignedRight();
}

QueueColumn instant(const QString& id, QueueColumn::Title title,
                    cmq::Time cmq::QueueAttributes::*time)
{
    return QueueColumn(id, std::move(title),
                       [time](const QueueRow& row) { return formatInstant(row.attributes.*time); })
        .sortedBy([time](const QueueRow& row) {
            return QVariant(qint64(cmq::toUnixMilliseconds(row.attributes.*time)));
        })
        .toned([](const QueueRow&) { return Tone::Secondary; });
}

QList<QueueColumn> columns(const QueueModel::Clock& now, bool isExact, const Trends& trends)
{
    return {
        QueueColumn(
            u"name"_s, [] { return QueueTable::tr("Name"); },
            [](const QueueRow& row) { return row.name; })
            .withToolTip([](const QueueRow& row) {
                return row.isStale
                           ? QueueTable::tr("%1 did not answer the last time. What is shown "
                                            "was known before.")
                                 .arg(formatForeign(row.name))
                           : formatForeign(row.name);
            })
            .toned([](const QueueRow& row) { return row.isStale ? Tone::Muted : Tone::Text; })
            .withIcon(icon(u"queue")),
        counter(
            u"active"_s, [] { return QueueTable::tr("Visible"); },
            [] { return QueueTable::tr("Active messages: they can be received now"); },
            &cmq::QueueAttributes::activeMsgNum, Tone::Visible, isExact),
        counter(
            u"inactive"_s, [] { return QueueTable::tr("In flight"); },
            [] {
                return QueueTable::tr(
                    "Inactive messages: received, hidden until their visibility timeout ends");
            },
            &cmq::QueueAttributes::inactiveMsgNum, Tone::InFlight, isExact),
        counter(
            u"delayed"_s, [] { return QueueTable::tr("Delayed"); },
            [] { return QueueTable::tr("Sent with a delay that has not ended"); },
            &cmq::QueueAttributes::delayMsgNum, Tone::Delayed, isExact),
        counter(
            u"rewindable"_s, [] { return QueueTable::tr("Rewindable"); },
            [] { return QueueTable::tr("Deleted messages that a rewind can bring back"); },
            &cmq::QueueAttributes::rewindmsgNum, Tone::Rewindable, isExact),
        oldestAge(now),
        attribute(u"retention"_s, "msgRetentionSeconds"),
        attribute(u"visibilityTimeout"_s, "visibilityTimeout"),
        instant(
            u"created"_s, [] { return QueueTable::tr("Created"); },
            &cmq::QueueAttributes::createTime),
        deadLetterQueue(),
        trend(trends),
        attribute(u"pollingWait"_s, "pollingWaitSeconds"),
        attribute(u"maxMsgSize"_s, "maxMsgSize"),
        attribute(u"rewindTime"_s, "rewindSeconds"),
        attribute(u"maxBacklog"_s, "maxMsgHeapNum"),
        instant(
            u"modified"_s, [] { return QueueTable::tr("Modified"); },
            &cmq::QueueAttributes::lastModifyTime),
        rate(
            u"sentRate"_s, [] { return QueueTable::tr("In/s"); },
            [] { return QueueTable::tr("Messages that are sent to it, a second"); },
            &QueueRates::sent),
        rate(
            u"receivedRate"_s, [] { return QueueTable::tr("Out/s"); },
            [] { return QueueTable::tr("Messages that are received from it, a second"); },
            &QueueRates::received),
    };
}

QString keyOf(const QueueRow& row)
{
    return row.name;
}

} // namespace

QueueModel::QueueModel(const Clock& now, bool hasExactFigures, const Trends& trends,
                       QObject* parent)
    : TableModel(columns(now, hasExactFigures, trends), keyOf, parent)
{
}

QList<ColumnSet> queueColumnSets()
{
    return {{u"usual"_s,
             [] { return QueueTable::tr("Usual"); },
             {u"trend"_s, u"active"_s, u"inactive"_s, u"delayed"_s, u"rewindable"_s, u"oldestAge"_s,
              u"sentRate"_s, u"receivedRate"_s, u"deadLetterQueue"_s, u"retention"_s,
              u"visibilityTimeout"_s}},
            {u"full"_s,
             [] { return QueueTable::tr("Full"); },
             {u"active"_s, u"inactive"_s, u"delayed"_s, u"rewindable"_s, u"oldestAge"_s,
              u"retention"_s, u"visibilityTimeout"_s, u"created"_s, u"deadLetterQueue"_s,
              u"trend"_s, u"pollingWait"_s, u"maxMsgSize"_s, u"rewindTime"_s, u"maxBacklog"_s,
              u"modified"_s, u"sentRate"_s, u"receivedRate"_s}},
            {u"teaching"_s,
             [] { return QueueTable::tr("Teaching"); },
             {u"active"_s, u"inactive"_s, u"delayed"_s, u"rewindable"_s, u"visibilityTimeout"_s,
              u"deadLetterQueue"_s}}};
}

} // namespace ui
