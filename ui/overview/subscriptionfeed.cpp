#include "subscriptionfeed.h"

#include "ui/connections/connection.h"
#include "ui/topics/subscriptionlisting.h"
#include "ui/topics/topicfeed.h"

namespace ui {

SubscriptionFeed::SubscriptionFeed(Connection& connection, TopicFeed& topics, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
    , m_topics(topics)
    , m_refresher(connection, [this] { ask(); })
{
    m_refresher.setActive(false);
    m_refresher.refresh();
    connect(&topics, &TopicFeed::updated, this, [this] {
        if (topicNames() != m_asked)
            refresh();
    });
}

QStringList SubscriptionFeed::topicNames() const
{
    QStringList names;
    for (const TopicRow& topic : m_topics.topics()) {
        // Ours say how many there are; CMQ does not.
        if (topic.attributes.subscriptionCount > 0 || !m_connection.hasExactFigures())
            names += topic.name;
    }
    return names;
}

void SubscriptionFeed::ask()
{
    m_asked = topicNames();
    listSubscriptions(m_connection, m_asked, this,
                      [this](cmq::Result<std::vector<cmq::SubscriptionAttributes>> answer) {
                          m_refresher.beginWork();
                          // A refusal is told by the topic feed, which asks the same connection.
                          if (answer) {
                              m_subscriptions = std::move(*answer);
                              emit updated();
                          }
                          m_refresher.answered();
                      });
}

} // namespace ui
