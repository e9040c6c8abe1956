#pragma once

#include "ui/connections/refresher.h"

#include "cmq/result.h"
#include "cmq/topicactions.h"

#include <QObject>

#include <vector>

namespace ui {

class Connection;
class TopicFeed;

/// Keeps the subscriptions of all topics fresh while somebody looks; the topics are the topic
/// feed's. Every topic is a request, so where requests count, only looking asks.
class SubscriptionFeed final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us.
    SubscriptionFeed(Connection& connection, TopicFeed& topics, QObject* parent = nullptr);

    /// Of all topics, in their order.
    [[nodiscard]] const std::vector<cmq::SubscriptionAttributes>& subscriptions() const
    {
        return m_subscriptions;
    }
    void refresh() { m_refresher.refresh(); }
    void setActive(bool isActive) { m_refresher.setActive(isActive); }

signals:
    void updated();

private:
    void ask();
    [[nodiscard]] QStringList topicNames() const;

    Connection& m_connection;
    TopicFeed& m_topics;
    Refresher m_refresher;
    QStringList m_asked; ///< the topics that were asked about last
    std::vector<cmq::SubscriptionAttributes> m_subscriptions;
};

} // namespace ui
