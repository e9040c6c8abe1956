#pragma once

#include "queuerow.h"
#include "trends.h"

#include "ui/connections/refresher.h"

#include "cmq/result.h"

#include <QHash>
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
    /// Queues that are there, but did not answer the last time. What was known of them stays.
    [[nodiscard]] const std::vector<cmq::Unanswered>& unanswered() const { return m_unanswered; }
    /// Their backlogs over the last minutes.
    [[nodiscard]] const Trends& trends() const { return m_trends; }

    /// What somebody measured; a queue that is missing has none. Rows have it from the next answer
    /// on.
    void setRates(const QHash<QString, QueueRates>& rates) { m_rates = rates; }

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
    std::vector<cmq::Unanswered> m_unanswered;
    Trends m_trends;
    std::optional<QHash<QString, QueueRates>> m_rates; // none: nobody measures
    cmq::Time m_updatedAt;
    bool m_isLoaded = false;
};

} // namespace ui
