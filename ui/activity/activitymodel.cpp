#include "activitymodel.h"

#include "ui/common/csv.h"
#include "ui/common/format.h"

#include <QCoreApplication>
#include <QDateTime>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

using ActivityColumn = Column<ActivityRow>;

struct ActivityTable
{
    Q_DECLARE_TR_FUNCTIONS(ui::ActivityTable)
};

QList<ActivityColumn> columns(const QString& connectionName)
{
    return {
        ActivityColumn(
            u"time"_s, [] { return ActivityTable::tr("Time"); },
            [](const ActivityRow& row) { return formatInstant(row.activity.when); })
            .sortedBy([](const ActivityRow& row) { return QVariant(row.number); }),
        ActivityColumn(
            u"connection"_s, [] { return ActivityTable::tr("Connection"); },
            [connectionName](const ActivityRow&) { return connectionName; })
            .toned([](const ActivityRow&) { return Tone::Secondary; }),
        ActivityColumn(
            u"action"_s, [] { return ActivityTable::tr("Action"); },
            [](const ActivityRow& row) { return row.activity.action; }),
        ActivityColumn(
            u"object"_s, [] { return ActivityTable::tr("Object"); },
            [](const ActivityRow& row) { return formatForeign(row.activity.object, 80); }),
        ActivityColumn(
            u"count"_s, [] { return ActivityTable::tr("Times"); },
            [](const ActivityRow& row) { return formatCount(row.activity.count); })
            .sortedBy([](const ActivityRow& row) { return QVariant(row.activity.count); })
            .explained([] { return ActivityTable::tr("How often in a row"); })
            .alignedRight(),
        ActivityColumn(
            u"code"_s, [] { return ActivityTable::tr("Code"); },
            [](const ActivityRow& row) { return resultText(row.activity); })
            .toned([](const ActivityRow& row) {
                return row.activity.succeeded() ? Tone::Ok : Tone::Dead;
            })
            .explained([] { return ActivityTable::tr("CMQ's code; 0 is success"); })
            .alignedRight(),
        ActivityColumn(
            u"words"_s, [] { return ActivityTable::tr("Result"); },
            [](const ActivityRow& row) {
                return row.activity.succeeded() ? ActivityTable::tr("done")
                                                : formatForeign(row.activity.words);
            })
            .toned([](const ActivityRow& row) {
                return row.activity.succeeded() ? Tone::Muted : Tone::Text;
            }),
    };
}

} // namespace

ActivityModel::ActivityModel(const QString& connectionName, QObject* parent)
    : TableModel(
          columns(connectionName),
          [](const ActivityRow& row) { return QString::number(row.number); }, parent)
{
}

QString resultText(const Activity& activity)
{
    if (activity.succeeded())
        return u"0"_s;
    if (activity.code == 0)
        return u"–"_s; // of this console, which has no codes
    const QString code = QString::number(activity.code);
    return activity.moduleCode == 0 ? code : code + u'/' + QString::number(activity.moduleCode);
}

QByteArray toCsv(const QString& connectionName, const QList<ActivityRow>& rows)
{
    QByteArray csv = csvLine({"time", "connection", "action", "object", "count", "code", "result"});
    for (const ActivityRow& row : rows) {
        const Activity& activity = row.activity;
        const auto when =
            QDateTime::fromMSecsSinceEpoch(cmq::toUnixMilliseconds(activity.when), Qt::UTC);
        csv += csvLine(
            {when.toString(Qt::ISODateWithMs).toUtf8(), connectionName.toUtf8(),
             activity.action.toUtf8(), activity.object.toUtf8(), QByteArray::number(activity.count),
             activity.succeeded() ? "0" : resultText(activity).toUtf8(), activity.words.toUtf8()});
    }
    return csv;
}

} // namespace ui
