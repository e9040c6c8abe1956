#include "topicmodel.h"

#include "filtertext.h"

#include "ui/common/format.h"
#include "ui/connections/figures.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct TopicTable
{
    Q_DECLARE_TR_FUNCTIONS(ui::TopicTable)
};

/// What two tables show the same way; `value` tells a number of a row.
template <class Row, class Value>
Column<Row> number(const QString& id, typename Column<Row>::Title title, Value value,
                   bool isExact = true)
{
    return Column<Row>(id, std::move(title),
                       [value, isExact](const Row& row) { return figureText(value(row), isExact); })
        .sortedBy([value](const Row& row) { return QVariant(qint64(value(row))); })
        .toned([value](const Row& row) { return value(row) == 0 ? Tone::Muted : Tone::Text; })
        .alignedRight();
}

QList<Column<TopicRow>> topicColumns(bool isExact)
{
    using TopicColumn = Column<TopicRow>;
    return {
        TopicColumn(
            u"name"_s, [] { return TopicTable::tr("Name"); },
            [](const TopicRow& row) { return row.name; })
            .withIcon(icon(u"topic")),
        TopicColumn(
            u"filterType"_s, [] { return TopicTable::tr("Filter by"); },
            [](const TopicRow& row) { return filterTypeText(row.attributes.filterType); }),
        TopicColumn(
            u"subscriptions"_s, [] { return TopicTable::tr("Subscriptions"); },
            [isExact](const TopicRow& row) {
                // Tencent's own service does not say how many there are.
                const std::int64_t count = row.attributes.subscriptionCount;
                return count == 0 && !isExact ? u"–"_s : formatCount(count);
            })
            .sortedBy([](const TopicRow& row) {
                return QVariant(qint64(row.attributes.subscriptionCount));
            })
            .toned([](const TopicRow& row) {
                return row.attributes.subscriptionCount == 0 ? Tone::Muted : Tone::Text;
            })
            .alignedRight(),
        number<TopicRow>(
            u"waiting"_s, [] { return TopicTable::tr("Waiting"); },
            [](const TopicRow& row) { return row.attributes.msgCount; }, isExact)
            .explained([] {
                return TopicTable::tr("Messages that at least one subscription still waits for");
            }),
        TopicColumn(
            u"maxMsgSize"_s, [] { return TopicTable::tr("Max size"); },
            [](const TopicRow& row) { return formatBytes(row.attributes.maxMsgSize); })
            .sortedBy(
                [](const TopicRow& row) { return QVariant(qint64(row.attributes.maxMsgSize)); })
            .alignedRight(),
        TopicColumn(
            u"created"_s, [] { return TopicTable::tr("Created"); },
            [](const TopicRow& row) { return formatInstant(row.attributes.createTime); })
            .sortedBy([](const TopicRow& row) {
                return QVariant(qint64(cmq::toUnixMilliseconds(row.attributes.createTime)));
            })
            .toned([](const TopicRow&) { return Tone::Secondary; }),
    };
}

QString protocolText(cmq::Protocol protocol)
{
    return protocol == cmq::Protocol::Http ? u"HTTP"_s : TopicTable::tr("Queue");
}

QString strategyText(cmq::NotifyStrategy strategy)
{
    return strategy == cmq::NotifyStrategy::BackoffRetry ? TopicTable::tr("Backoff, 3 times")
                                                         : TopicTable::tr("Decay, a day");
}

Column<SubscriptionRow> nextAttempt(const SubscriptionModel::Clock& now)
{
    return Column<SubscriptionRow>(
               u"nextAttempt"_s, [] { return TopicTable::tr("Next retry"); },
               [now](const SubscriptionRow& row) {
                   const auto& next = row.attributes.nextAttemptTime;
                   return next ? TopicTable::tr("in %1").arg(formatSpan(*next - now())) : u"–"_s;
               })
        .sortedBy([](const SubscriptionRow& row) {
            const auto& next = row.attributes.nextAttemptTime;
            return QVariant(next ? qint64(cmq::toUnixMilliseconds(*next))
                                 : std::numeric_limits<qint64>::max());
        })
        .toned([](const SubscriptionRow& row) {
            return row.attributes.nextAttemptTime ? Tone::Delayed : Tone::Muted;
        })
        .withToolTip([](const SubscriptionRow& row) {
            const auto& next = row.attributes.nextAttemptTime;
            return next ? formatInstant(*next) : QString();
        })
        .alignedRight();
}

QList<Column<SubscriptionRow>> subscriptionColumns(const SubscriptionModel::Clock& now,
                                                   bool isExact)
{
    using SubscriptionColumn = Column<SubscriptionRow>;
    return {
        SubscriptionColumn(
            u"name"_s, [] { return TopicTable::tr("Name"); },
            [](const SubscriptionRow& row) { return row.name; })
            .withIcon(icon(u"subscription")),
        SubscriptionColumn(
            u"protocol"_s, [] { return TopicTable::tr("Protocol"); },
            [](const SubscriptionRow& row) { return protocolText(row.attributes.protocol); }),
        SubscriptionColumn(
            u"endpoint"_s, [] { return TopicTable::tr("Endpoint"); },
            [](const SubscriptionRow& row) {
                return formatForeign(QString::fromStdString(row.attributes.endpoint));
            })
            .withToolTip([](const SubscriptionRow& row) {
                return formatForeign(QString::fromStdString(row.attributes.endpoint), 500);
            }),
        SubscriptionColumn(
            u"filter"_s, [] { return TopicTable::tr("Filter"); },
            [](const SubscriptionRow& row) { return filterText(row.filterType, row.attributes); }),
        SubscriptionColumn(
            u"strategy"_s, [] { return TopicTable::tr("Retries"); },
            [](const SubscriptionRow& row) { return strategyText(row.attributes.notifyStrategy); }),
        SubscriptionColumn(
            u"format"_s, [] { return TopicTable::tr("Format"); },
            [](const SubscriptionRow& row) {
                const auto text = cmq::toString(row.attributes.notifyContentFormat);
                return QString::fromUtf8(text.data(), qsizetype(text.size()));
            }),
        number<SubscriptionRow>(
            u"waiting"_s, [] { return TopicTable::tr("Waiting"); },
            [](const SubscriptionRow& row) { return row.attributes.msgCount; }, isExact)
            .explained([] {
                return TopicTable::tr("Messages that wait for delivery to this subscription");
            }),
        number<SubscriptionRow>(
            u"attempts"_s, [] { return TopicTable::tr("Attempts"); },
            [](const SubscriptionRow& row) { return row.attributes.attempts; })
            .explained([] {
                return TopicTable::tr(
                    "Failed attempts to deliver the message that holds up the others");
            }),
        nextAttempt(now),
        SubscriptionColumn(
            u"lastFailure"_s, [] { return TopicTable::tr("Last failure"); },
            [](const SubscriptionRow& row) {
                return formatForeign(QString::fromStdString(row.attributes.lastFailure));
            })
            .withToolTip([](const SubscriptionRow& row) {
                return formatForeign(QString::fromStdString(row.attributes.lastFailure), 500);
            })
            .toned([](const SubscriptionRow&) { return Tone::Dead; }),
    };
}

} // namespace

TopicModel::TopicModel(bool hasExactFigures, QObject* parent)
    : TableModel(
          topicColumns(hasExactFigures), [](const TopicRow& row) { return row.name; }, parent)
{
}

SubscriptionModel::SubscriptionModel(const Clock& now, bool hasExactFigures, QObject* parent)
    : TableModel(
          subscriptionColumns(now, hasExactFigures),
          [](const SubscriptionRow& row) { return row.name; }, parent)
{
}

} // namespace ui
