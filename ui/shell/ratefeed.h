#pragma once

#include "ui/monitor/monitor.h"
#include "ui/queues/queuerow.h"

#include <QObject>

namespace ui {

class Connection;
class QueueFeed;

/// Tells the queue feed how fast messages come and go, averaged over the last seconds that the
/// monitor measured. Where nobody counts, nothing is told.
class RateFeed final : public QObject
{
    Q_OBJECT

public:
    /// All outlive us.
    RateFeed(const Connection& connection, Monitor& monitor, QueueFeed& queues,
             QObject* parent = nullptr);

private:
    void ask();
    void ask(Metric metric, double QueueRates::*rate);

    const Connection& m_connection;
    Monitor& m_monitor;
    QueueFeed& m_queues;
    QHash<QString, QueueRates> m_rates;
    int m_asking = 0;
};

} // namespace ui
