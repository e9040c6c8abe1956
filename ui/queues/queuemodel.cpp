#include "queuemodel.h"

#include "ui/common/format.h"
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
            return row.attributes.*count == 0 ? Tone::Muted : tone;
        })
        .explained([explanation = std::move(explanation), isExact] {
            const QString help = figuresHelp(isExact);
            return help.isEmpty() ? explanation() : explanation() + u'\n' + help;
        })
        .alignedRight();
}

QueueColumn duration(const QString& id, QueueColumn::Title title,
                     cmq::Seconds cmq::QueueSettings::*setting)
{
    return QueueColumn(id, std::move(title),
                       [setting](const QueueRow& row) {
                           return formatDuration(row.attributes.settings.*setting);
                       })
        .sortedBy([setting](const QueueRow& row) {
            return QVariant(qint64((row.attributes.settings.*setting).count()));
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

QList<QueueColumn> columns(const QueueModel::Clock& now, bool isExact)
{
    return {
        QueueColumn(
            u"name"_s, [] { return QueueTable::tr("Name"); },
            [](const QueueRow& row) { return row.name; })
            .withToolTip([](const QueueRow& row) { return formatForeign(row.name); })
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
        duration(
            u"retention"_s, [] { return QueueTable::tr("Retention"); },
            &cmq::QueueSettings::msgRetentionSeconds),
        duration(
            u"visibilityTimeout"_s, [] { return QueueTable::tr("Visibility timeout"); },
            &cmq::QueueSettings::visibilityTimeout),
        QueueColumn(
            u"created"_s, [] { return QueueTable::tr("Created"); },
            [](const QueueRow& row) { return formatInstant(row.attributes.createTime); })
            .sortedBy([](const QueueRow& row) {
                return QVariant(qint64(cmq::toUnixMilliseconds(row.attributes.createTime)));
            })
            .toned([](const QueueRow&) { return Tone::Secondary; }),
    };
}

QString keyOf(const QueueRow& row)
{
    return row.name;
}

} // namespace

QueueModel::QueueModel(const Clock& now, bool hasExactFigures, QObject* parent)
    : TableModel(columns(now, hasExactFigures), keyOf, parent)
{
}

} // namespace ui
