#pragma once

#include "queuerow.h"

#include "cmq/result.h"

#include <QList>
#include <QObject>
#include <QTimer>

namespace ui {

class Connection;

/// Keeps the list of queues and their counters fresh: asks again a while after each answer, at once
/// after every change of our own, and never twice at a time. With many queues the pause grows, so
/// that refreshing stays a small part of the time.
class QueueFeed final : public QObject
{
    Q_OBJECT

public:
    QueueFeed(Connection& connection, QObject* parent = nullptr);

    [[nodiscard]] const QList<QueueRow>& queues() const { return m_queues; }
    /// False until the first answer.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] cmq::Time updatedAt() const { return m_updatedAt; }

    void refresh();

signals:
    void updated();
    void failed(const cmq::Error& error);

private:
    void receive(cmq::Result<cmq::QueueDescriptions> answer);

    Connection& m_connection; // its owner destroys us first
    QTimer m_pause;
    QList<QueueRow> m_queues;
    cmq::Time m_updatedAt;
    bool m_isLoaded = false;
    bool m_isAsking = false;
    bool m_askAgain = false;
};

} // namespace ui
