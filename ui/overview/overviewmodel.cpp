#include "overviewmodel.h"

#include "ui/common/format.h"
#include "ui/connections/figures.h"
#include "ui/queues/trends.h"

#include <QCoreApplication>

#include <limits>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

using OverviewColumn = Column<OverviewRow>;

constexpr QStringView QueuePrefix = u"queue/";

QString nameIn(const cmq::SubscriptionAttributes& each)
{
    return QString::fromStdString(each.topicName) + u'/' +
           QString::fromStdString(each.subscriptionName);
}

struct OverviewTable
{
    Q_DECLARE_TR_FUNCTIONS(ui::OverviewTable)
};

OverviewColumn overviewCounter(const QString& id, OverviewColumn::Title title,
                               std::int64_t OverviewRow::*count, Tone tone, bool isExact,
                               bool isOfQueues)
{
    return OverviewColumn(id, std::move(title),
                          [count, isExact, isOfQueues](const OverviewRow& row) {
                              return isOfQueues && !row.isQueue ? QString()
                                                                : figureText(row.*count, isExact);
                          })
        .sortedBy([count](const OverviewRow& row) { return QVariant(qint64(row.*count)); })
        .toned(
            [count, tone](const OverviewRow& row) { return row.*count == 0 ? Tone::Muted : tone; })
        .alignedRight();
}

QList<OverviewColumn> overviewColumns(const OverviewModel::Clock& now, bool isExact,
                                      const TrendSource& trends)
{
    const auto age = [now](const OverviewRow& row) {
        return row.oldest ? formatSpan(now() - *row.oldest) : QString();
    };
    return {
        OverviewColumn(
            u"name"_s, [] { return OverviewTable::tr("Name"); },
            [](const OverviewRow& row) { return formatForeign(row.name, 130); }),
        OverviewColumn(
            u"kind"_s, [] { return OverviewTable::tr("Kind"); },
            [](const OverviewRow& row) {
                return row.isQueue ? OverviewTable::tr("Queue") : OverviewTable::tr("Subscription");
            })
            .toned([](const OverviewRow&) { return Tone::Secondary; }),
        OverviewColumn(
            u"trend"_s, [] { return OverviewTable::tr("Trend"); },
            [](const OverviewRow&) { return QString(); })
            .sortedBy([](const OverviewRow& row) { return QVariant(qint64(row.waiting)); })
            .withToolTip([trends](const OverviewRow& row) { return trendText(trends(row.key)); })
            .explained([] { return OverviewTable::tr("The last five minutes"); }),
        overviewCounter(
            u"waiting"_s, [] { return OverviewTable::tr("Backlog"); }, &OverviewRow::waiting,
            Tone::Visible, isExact, false)
            .explained([] {
                return OverviewTable::tr("Messages of a queue that are not deleted; of a "
                                         "subscription, those not delivered yet");
            }),
        overviewCounter(
            u"inFlight"_s, [] { return OverviewTable::tr("In flight"); }, &OverviewRow::inFlight,
            Tone::InFlight, isExact, true),
        overviewCounter(
            u"delayed"_s, [] { return OverviewTable::tr("Delayed"); }, &OverviewRow::delayed,
            Tone::Delayed, isExact, true),
        OverviewColumn(
            u"oldest"_s, [] { return OverviewTable::tr("Oldest"); }, age)
            .sortedBy([](const OverviewRow& row) {
                return QVariant(row.oldest ? -qint64(cmq::toUnixMilliseconds(*row.oldest))
                                           : std::numeric_limits<qint64>::min());
            })
            .alignedRight(),
        OverviewColumn(
            u"target"_s, [] { return OverviewTable::tr("Goes to"); },
            [](const OverviewRow& row) { return formatForeign(row.target, 120); })
            .explained([] {
                return OverviewTable::tr("Where a queue's dead letters go, or a subscription's "
                                         "messages");
            })
            .withToolTip([](const OverviewRow& row) { return formatForeign(row.target, 600); })
            .toned([](const OverviewRow&) { return Tone::Secondary; }),
        OverviewColumn(
            u"problem"_s, [] { return OverviewTable::tr("Problem"); },
            [](const OverviewRow& row) { return formatForeign(row.problem, 120); })
            .withToolTip([](const OverviewRow& row) { return formatForeign(row.problem, 600); })
            .toned([](const OverviewRow&) { return Tone::Dead; }),
    };
}

QString overviewKey(const OverviewRow& row)
{
    return row.key;
}

} // namespace

QString subscriptionKey(const cmq::SubscriptionAttributes& subscription)
{
    return u"subscription/"_s + nameIn(subscription);
}

QString queueNameOf(const QString& key)
{
    return key.startsWith(QueuePrefix) ? key.mid(QueuePrefix.size()) : QString();
}

QList<OverviewRow> overviewRows(const QList<QueueRow>& queues,
                                const std::vector<cmq::SubscriptionAttributes>& subscriptions)
{
    QList<OverviewRow> rows;
    rows.reserve(queues.size() + qsizetype(subscriptions.size()));
    for (const QueueRow& queue : queues) {
        const cmq::QueueAttributes& from = queue.attributes;
        OverviewRow row;
        row.key = QueuePrefix.toString() + queue.name;
        row.name = queue.name;
        row.waiting = backlogOf(from);
        row.inFlight = from.inactiveMsgNum;
        row.delayed = from.delayMsgNum;
        row.oldest = from.minMsgTime;
        if (from.settings.deadLetterPolicy)
            row.target = QString::fromStdString(from.settings.deadLetterPolicy->deadLetterQueue);
        rows.append(std::move(row));
    }
    for (const cmq::SubscriptionAttributes& from : subscriptions) {
        OverviewRow row;
        row.name = nameIn(from);
        row.key = subscriptionKey(from);
        row.isQueue = false;
        row.waiting = from.msgCount;
        row.target = QString::fromStdString(from.endpoint);
        row.problem = QString::fromStdString(from.lastFailure);
        rows.append(std::move(row));
    }
    return rows;
}

OverviewModel::OverviewModel(const Clock& now, bool hasExactFigures, const TrendSource& trends,
                             QObject* parent)
    : TableModel(overviewColumns(now, hasExactFigures, trends), overviewKey, parent)
{
}

} // namespace ui
