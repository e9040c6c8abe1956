#include "monitorarea.h"

#include "ratefeed.h"

#include "ui/alarms/alarmspage.h"
#include "ui/connections/connection.h"
#include "ui/consumers/consumers.h"
#include "ui/consumers/consumerspage.h"
#include "ui/consumers/consumerspart.h"
#include "ui/monitor/dashboardpage.h"
#include "ui/monitor/monitorpage.h"
#include "ui/monitor/monitortabs.h"
#include "ui/monitor/objectmonitor.h"

namespace ui {

MonitorArea::MonitorArea(Connection& connection, QueueFeed& queues, TopicFeed& topics,
                         Prompts& prompts, Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_monitor(new Monitor(connection, queues, topics, historyPath(connection), this))
    , m_alarms(new Alarms(*m_monitor, settings, this))
    , m_consumers(new Consumers(connection, this))
    , m_page(new MonitorTabs)
    , m_charts(new MonitorPage(*m_monitor, prompts))
    , m_alarmsPage(new AlarmsPage(*m_alarms, *m_monitor, settings))
{
    addParts(prompts);
    new RateFeed(connection, *m_monitor, queues, this);
    m_charts->setThresholds([this](Metric metric, const QStringList& keys) {
        return thresholds(m_alarms->rules(), metric, keys);
    });
    connect(m_monitor, &Monitor::alarmRequested, m_alarmsPage, &AlarmsPage::addRuleFor);
    connect(m_alarmsPage, &AlarmsPage::titleChanged, m_page, &MonitorTabs::retranslate);
    connect(m_alarmsPage, &AlarmsPage::objectRequested, this, &MonitorArea::objectRequested);
    connect(m_alarms, &Alarms::changed, this, &MonitorArea::tellAttention);
    connect(m_alarms, &Alarms::raised, this, &MonitorArea::alarmRaised);
}

void MonitorArea::addParts(Prompts& prompts)
{
    m_page->addPart(m_charts, [] { return tr("Charts"); });
    auto* dashboard = new DashboardPage(*m_monitor, prompts, m_settings);
    m_page->addPart(dashboard, [] { return tr("Dashboards"); });
    connect(m_charts, &MonitorPage::dashboardRequested, dashboard, &DashboardPage::addChart);
    m_page->addPart(m_alarmsPage, [page = m_alarmsPage] { return page->title(); });
    auto* consumers = new ConsumersPage(*m_consumers, *m_monitor, m_settings);
    m_page->addPart(consumers, [] { return tr("Consumers"); });
    connect(consumers, &ConsumersPage::queueRequested, this, &MonitorArea::objectRequested);
}

void MonitorArea::tellAttention()
{
    QList<Attention> attention;
    for (const Alarm& alarm : m_alarms->board().alarms()) {
        if (alarm.state != Alarm::State::Raised || alarm.isAcknowledged)
            continue;
        const QString name = nameOfKey(alarm.object);
        attention.append({name, isTopicKey(alarm.object) ? name : QString(),
                          Attention::Reason::Alarm, alarmText(alarm)});
    }
    emit attentionChanged(attention);
}

QWidget* MonitorArea::makeCharts(const QString& key) const
{
    return new ObjectMonitor(*m_monitor, key);
}

QWidget* MonitorArea::makeConsumers(const QString& queueName)
{
    auto* part = new ConsumersPart(*m_consumers, queueName, m_settings);
    connect(part, &ConsumersPart::traceRequested, this, &MonitorArea::traceRequested);
    return part;
}

void MonitorArea::refresh()
{
    m_charts->refresh();
}

} // namespace ui
