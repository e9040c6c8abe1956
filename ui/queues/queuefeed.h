#pragma once

#include "queuerow.h"

#include "ui/connections/refresher.h"

#include "cmq/result.h"

#include <QList>
#include <QObject>

namespace ui {

class Connection;

/// Keeps the list of queues and their counters fresh while somebody looks.
class QueueFeed final : public QObject
{
    Q_OBJECT

public:
    QueueFeed(Connection& connection, QObject* parent = nullptr);

    [[nodiscard]] const QList<QueueRow>& queues() const { return m_queues; }
    /// False until the first answer.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] cmq::Time updatedAt() const { return m_updatedAt; }

    void refresh() { m_refresher.refresh(); }
    void setActive(bool isActive) { m_refresher.setActive(isActive); }

signals:
    void updated();
    void failed(const cmq::Error& error);

private:
    void ask();
    void receive(cmq::Result<cmq::QueueDescriptions> answer);

    Connection& m_connection; // its owner destroys us first
    Refresher m_refresher;
    QList<QueueRow> m_queues;
    cmq::Time m_updatedAt;
    bool m_isLoaded = false;
};

} // namespace ui
