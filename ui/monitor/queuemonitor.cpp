#include "queuemonitor.h"

#include "chartcard.h"
#include "monitor.h"
#include "rangebox.h"

#include "ui/common/translated.h"

#include <QGridLayout>

namespace ui {

using namespace Qt::StringLiterals;

QueueMonitor::QueueMonitor(Monitor& monitor, const QString& queueName, QWidget* parent)
    : QWidget(parent)
    , m_range(makeRangeBox(u"queueMonitorRange"_s))
{
    setObjectName(u"queueMonitor"_s);
    auto* charts = new QGridLayout;
    charts->setSpacing(12);
    for (const Metric metric : {Metric::Backlog, Metric::OldestAge, Metric::Sent, Metric::Deleted,
                                Metric::InQueueP95, Metric::HandlingP95}) {
        const int number = int(m_cards.size());
        m_cards += new ChartCard(u"queueChart%1"_s.arg(number), monitor, metric, {queueName});
        charts->addWidget(m_cards.last(), number / 2, number % 2);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_range, 0, Qt::AlignLeft);
    layout->addLayout(charts, 1);
    connect(m_range, &QComboBox::currentIndexChanged, this, &QueueMonitor::refresh);
    connect(&monitor, &Monitor::measured, this, &QueueMonitor::refresh);
    keepTranslated(this, [this] { retranslate(); });
}

void QueueMonitor::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void QueueMonitor::refresh()
{
    if (!isVisible())
        return;
    for (ChartCard* card : m_cards)
        card->refresh(rangeOf(m_range));
}

void QueueMonitor::retranslate()
{
    retranslateRangeBox(m_range);
    for (ChartCard* card : m_cards)
        card->retranslate();
}

} // namespace ui
