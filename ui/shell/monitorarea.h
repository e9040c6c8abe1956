#pragma once

#include "ui/overview/attention.h"

#include <QObject>

namespace ui {

class Alarms;
class AlarmsPage;
class Connection;
class Consumers;
class Monitor;
class MonitorPage;
class MonitorTabs;
class Prompts;
class QueueFeed;
class Settings;
class TopicFeed;

/// Everything that watches a connection: what is measured, the alarms about it, who consumes; the
/// page with all of it, and the parts of it for the tabs of queues and topics.
class MonitorArea final : public QObject
{
    Q_OBJECT

public:
    /// All outlive us.
    MonitorArea(Connection& connection, QueueFeed& queues, TopicFeed& topics, Prompts& prompts,
                Settings& settings, QObject* parent = nullptr);

    [[nodiscard]] Alarms& alarms() const { return *m_alarms; }
    /// For the rail; whoever shows it owns it.
    [[nodiscard]] MonitorTabs* page() const { return m_page; }
    /// The charts of a queue or topic, by its key.
    [[nodiscard]] QWidget* makeCharts(const QString& key) const;
    /// The consumers of a queue.
    [[nodiscard]] QWidget* makeConsumers(const QString& queueName);
    void refresh();

signals:
    /// A queue or topic is wanted by itself.
    void objectRequested(const QString& key);
    /// The life of a message is wanted.
    void traceRequested(const QString& msgId);
    /// Alarms that ring and that nobody has acknowledged.
    void attentionChanged(const QList<ui::Attention>& attention);
    /// Something that a person wants to know, whatever they look at.
    void alarmRaised(const QString& title, const QString& text);

private:
    void addParts(Prompts& prompts);
    void tellAttention();

    Settings& m_settings;
    Monitor* m_monitor;
    Alarms* m_alarms;
    Consumers* m_consumers;
    MonitorTabs* m_page;
    MonitorPage* m_charts;
    AlarmsPage* m_alarmsPage;
};

} // namespace ui
