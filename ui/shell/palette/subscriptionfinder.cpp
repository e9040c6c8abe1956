#include "subscriptionfinder.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

namespace ui {

namespace {
constexpr int NamesPerTopic = 1000; // CMQ's own limit
}

SubscriptionFinder::SubscriptionFinder(Connection& connection, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
{
}

void SubscriptionFinder::find(const QStringList& topicNames, Found found)
{
    ++m_generation;
    m_toAsk = m_connection.hasExactFigures() ? topicNames : QStringList();
    m_found = std::move(found);
    m_all.clear();
    askNext();
}

void SubscriptionFinder::askNext()
{
    if (m_toAsk.isEmpty()) {
        m_found(m_all);
        return;
    }
    const QString topic = m_toAsk.takeFirst();
    const cmq::DescribeSubscriptions ask{topic.toStdString(), 0, NamesPerTopic};
    onResult(m_connection.call(ask), this,
             [this, topic,
              generation = m_generation](const cmq::Result<cmq::SubscriptionDescriptions>& answer) {
                 if (generation != m_generation)
                     return;
                 if (answer) { // else the topic is gone
                     for (const cmq::SubscriptionAttributes& each : answer->subscriptionList)
                         m_all.append({topic, QString::fromStdString(each.subscriptionName)});
                 }
                 askNext();
             });
}

} // namespace ui
