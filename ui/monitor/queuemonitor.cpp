#include "queuemonitor.h"

#include "chartview.h"
#include "monitor.h"

#include "ui/common/card.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/onresult.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"

#include <QComboBox>
#include <QGridLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array RangesInSeconds{60, 300, 900, 3600, 21'600, 86'400, 604'800};
constexpr int FirstRange = 1;

} // namespace

QueueMonitor::QueueMonitor(Connection& connection, Monitor& monitor, QString queueName,
                           QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_monitor(monitor)
    , m_queueName(std::move(queueName))
    , m_range(new QComboBox)
{
    setObjectName(u"queueMonitor"_s);
    m_range->setObjectName(u"queueMonitorRange"_s);
    for (const int seconds : RangesInSeconds)
        m_range->addItem(QString(), seconds);
    m_range->setCurrentIndex(FirstRange);
    auto* charts = new QGridLayout;
    charts->setSpacing(12);
    for (const Metric metric : {Metric::Backlog, Metric::OldestAge, Metric::Sent, Metric::Deleted})
        addChart(*charts, metric);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_range, 0, Qt::AlignLeft);
    layout->addLayout(charts, 1);
    connect(m_range, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
    connect(&m_monitor, &Monitor::measured, this, [this] { refresh(); });
    keepTranslated(this, [this] { retranslate(); });
}

void QueueMonitor::addChart(QGridLayout& grid, Metric metric)
{
    const int number = int(m_charts.size());
    const QString name = u"queueChart%1"_s.arg(number);
    const Chart chart{metric, new Label(TextRole::Section), new ChartView(name),
                      new Label(TextRole::Caption, Tone::Muted)};
    chart.title->setObjectName(name + u"Title"_s);
    chart.value->setObjectName(name + u"Value"_s);
    chart.value->setMinimumHeight(chart.value->fontMetrics().lineSpacing());
    auto* card = new Card(name + u"Card"_s);
    auto* inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(12, 8, 12, 8);
    inCard->setSpacing(4);
    inCard->addWidget(chart.title);
    inCard->addWidget(chart.view, 1);
    inCard->addWidget(chart.value);
    grid.addWidget(card, number / 2, number % 2);
    m_charts.push_back(chart);
    connect(chart.view, &ChartView::cursorMoved, this, [this, chart] { showValue(chart); });
}

void QueueMonitor::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void QueueMonitor::refresh()
{
    if (!isVisible() || m_underWay > 0)
        return;
    for (const Chart& chart : m_charts)
        refresh(chart);
}

void QueueMonitor::refresh(const Chart& chart)
{
    SeriesQuery query;
    query.queues = {m_queueName};
    query.metric = chart.metric;
    query.to = m_connection.now();
    query.from = query.to - cmq::Seconds(m_range->currentData().toInt());
    ++m_underWay;
    onResult(m_monitor.ask(query), this,
             [this, chart, query](const cmq::Result<Monitor::Answer>& answer) {
                 --m_underWay;
                 if (!answer)
                     return;
                 chart.view->setContent({query.metric, answer->series, query.from, query.to});
                 showValue(chart);
             });
}

void QueueMonitor::showValue(const Chart& chart)
{
    if (isRate(chart.metric) && !m_monitor.hasCounts())
        chart.value->setText(tr("This connection does not tell what happens, so nothing can be "
                                "counted."));
    else
        chart.value->setText(chart.view->cursorText());
}

void QueueMonitor::retranslate()
{
    m_range->setAccessibleName(tr("Range"));
    for (int i = 0; i < m_range->count(); ++i)
        m_range->setItemText(
            i, tr("Last %1").arg(formatSpan(cmq::Seconds(RangesInSeconds[std::size_t(i)]))));
    for (const Chart& chart : m_charts) {
        chart.title->setText(metricText(chart.metric));
        chart.view->setAccessibleName(metricText(chart.metric));
        showValue(chart);
    }
}

} // namespace ui
