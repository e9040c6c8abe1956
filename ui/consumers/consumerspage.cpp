#include "consumerspage.h"

#include "consumers.h"

#include "ui/common/emptystate.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/onresult.h"
#include "ui/common/settings.h"
#include "ui/common/tableview.h"
#include "ui/common/translated.h"
#include "ui/queues/queuefeed.h"

#include <QBoxLayout>
#include <QHeaderView>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int RefreshMs = 1000;
constexpr int SlowestColumn = 4;

using Timed = std::optional<double> ConsumersRow::*;

Column<ConsumersRow> timed(const QString& id, std::function<QString()> title, Timed member)
{
    return Column<ConsumersRow>(id, std::move(title),
                                [member](const ConsumersRow& row) {
                                    return row.*member
                                               ? metricValue(Metric::HandlingP50, *(row.*member))
                                               : u"–"_s;
                                })
        .sortedBy(
            [member](const ConsumersRow& row) { return QVariant((row.*member).value_or(-1)); })
        .alignedRight();
}

QList<Column<ConsumersRow>> columns()
{
    QList<Column<ConsumersRow>> list;
    list += Column<ConsumersRow>(
        u"name"_s, [] { return ConsumersPage::tr("Queue"); },
        [](const ConsumersRow& row) { return row.queueName; });
    list += Column<ConsumersRow>(
                u"waiting"_s, [] { return ConsumersPage::tr("Receivers that wait"); },
                [](const ConsumersRow& row) { return formatCount(row.waiting); })
                .sortedBy([](const ConsumersRow& row) { return QVariant(row.waiting); })
                .alignedRight();
    list += Column<ConsumersRow>(
                u"inFlight"_s, [] { return ConsumersPage::tr("In flight"); },
                [](const ConsumersRow& row) { return formatCount(row.inFlight); })
                .sortedBy([](const ConsumersRow& row) { return QVariant(qint64(row.inFlight)); })
                .alignedRight();
    list += timed(
        u"handlingP50"_s, [] { return ConsumersPage::tr("Handling p50"); },
        &ConsumersRow::handlingP50);
    list += timed(
        u"handlingP95"_s, [] { return ConsumersPage::tr("Handling p95"); },
        &ConsumersRow::handlingP95);
    list += timed(
        u"handlingP99"_s, [] { return ConsumersPage::tr("Handling p99"); },
        &ConsumersRow::handlingP99);
    list += timed(
        u"inQueueP95"_s, [] { return ConsumersPage::tr("Time in queue p95"); },
        &ConsumersRow::inQueueP95);
    return list;
}

} // namespace

ConsumersPage::ConsumersPage(Consumers& consumers, Monitor& monitor, Settings& settings,
                             QWidget* parent)
    : QWidget(parent)
    , m_consumers(consumers)
    , m_monitor(monitor)
    , m_rows(columns(), [](const ConsumersRow& row) { return row.queueName; })
    , m_note(new Label(TextRole::Caption, Tone::Muted))
    , m_table(new TableView(u"consumersTable"_s))
    , m_empty(new EmptyState(u"consumersEmpty"_s, u"hourglass"))
{
    setObjectName(u"consumersPage"_s);
    m_note->setObjectName(u"consumersNote"_s);
    m_note->setWordWrap(true);
    m_proxy.setSourceModel(&m_rows);
    m_table->setProxy(&m_proxy, settings);
    m_table->setPlaceholder(m_empty);
    m_table->setUsualLayout({240, 160, 110, 130, 130, 130, 160}, SlowestColumn,
                            Qt::DescendingOrder);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
    m_tick.setInterval(RefreshMs);
    connect(&m_tick, &QTimer::timeout, this, &ConsumersPage::refresh);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        emit queueRequested(index.data(KeyRole).toString());
    });
    keepTranslated(this, [this] { retranslate(); });
}

void ConsumersPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_consumers.whyNot().isEmpty())
        m_tick.start();
    refresh();
}

void ConsumersPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
}

void ConsumersPage::refresh()
{
    if (!isVisible() || m_isAsking || !m_consumers.whyNot().isEmpty())
        return;
    m_isAsking = true;
    onResult(m_monitor.latest({Metric::HandlingP50, Metric::HandlingP95, Metric::HandlingP99,
                               Metric::InQueueP95}),
             this, [this](const cmq::Result<Monitor::Values>& values) {
                 m_isAsking = false;
                 if (values)
                     show(*values);
             });
}

void ConsumersPage::show(const Monitor::Values& values)
{
    const std::map<std::string, int> waiting = m_consumers.waitingCounts();
    QList<ConsumersRow> rows;
    for (const QueueRow& queue : m_monitor.queues().queues()) {
        const auto value = [&](Metric metric) -> std::optional<double> {
            const QHash<QString, double> all = values.value(metric);
            const auto found = all.find(queue.name);
            return found == all.end() ? std::nullopt : std::optional(*found);
        };
        const auto waits = waiting.find(queue.name.toStdString());
        rows.append({queue.name, waits == waiting.end() ? 0 : waits->second,
                     queue.attributes.inactiveMsgNum, value(Metric::HandlingP50),
                     value(Metric::HandlingP95), value(Metric::HandlingP99),
                     value(Metric::InQueueP95)});
    }
    m_rows.setRows(rows);
    showPlaceholder();
}

void ConsumersPage::showPlaceholder()
{
    const QString whyNot = m_consumers.whyNot();
    if (!whyNot.isEmpty())
        m_empty->setTexts(tr("Consumers cannot be seen here"), whyNot);
    else if (!m_monitor.queues().isLoaded())
        m_empty->showLoading();
    else
        m_empty->setTexts(tr("No queues yet"), tr("Who waits and how long handling takes is shown "
                                                  "for every queue."));
}

void ConsumersPage::retranslate()
{
    m_note->setText(tr("Times are those of this minute, told within 7 %. Open a queue to see who "
                       "holds what."));
    m_table->setAccessibleName(tr("Consumers of all queues"));
    const QString whyNot = m_consumers.whyNot();
    m_note->setVisible(whyNot.isEmpty());
    showPlaceholder();
    m_rows.retranslate();
}

} // namespace ui
