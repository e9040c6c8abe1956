#pragma once

#include "topicrow.h"

#include "ui/connections/refresher.h"

#include "cmq/result.h"

#include <QList>
#include <QObject>

namespace ui {

class Connection;

/// Keeps the topics and the subscriptions of one of them fresh while somebody looks.
class TopicFeed final : public QObject
{
    Q_OBJECT

public:
    TopicFeed(Connection& connection, QObject* parent = nullptr);

    [[nodiscard]] const QList<TopicRow>& topics() const { return m_topics; }
    /// How far we are with the subscriptions of the topic that was chosen.
    enum class Listing { Asked, Failed, Known };
    [[nodiscard]] Listing subscriptionListing() const { return m_listing; }
    /// Of the topic that was chosen; empty while they are not known.
    [[nodiscard]] const QList<SubscriptionRow>& subscriptions() const { return m_subscriptions; }
    /// Topics that are there, but did not answer the last time. What was known of them stays.
    [[nodiscard]] const std::vector<cmq::Unanswered>& unanswered() const { return m_unanswered; }
    /// False until the first answer.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

    /// Whose subscriptions are wanted; empty for none.
    void choose(const QString& topicName);
    [[nodiscard]] const QString& chosen() const { return m_chosen; }
    void refresh() { m_refresher.refresh(); }
    void setActive(bool isActive) { m_refresher.setActive(isActive); }
    [[nodiscard]] cmq::Time updatedAt() const { return m_updatedAt; }

signals:
    void updated();
    void failed(const cmq::Error& error);

private:
    void ask();
    void receiveTopics(cmq::Result<cmq::TopicDescriptions> answer);
    void askForSubscriptions();
    void finish();
    [[nodiscard]] cmq::FilterType filterTypeOf(const QString& topicName) const;

    Connection& m_connection; // its owner destroys us first
    Refresher m_refresher;
    QList<TopicRow> m_topics;
    std::vector<cmq::Unanswered> m_unanswered;
    QList<SubscriptionRow> m_subscriptions;
    QString m_chosen;
    Listing m_listing = Listing::Asked;
    bool m_isLoaded = false;
    cmq::Time m_updatedAt;
};

} // namespace ui
