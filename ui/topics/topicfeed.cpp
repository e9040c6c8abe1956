#include "topicfeed.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

#include <algorithm>
#include <limits>

namespace ui {

namespace {

constexpr int PauseMs = 700;
constexpr auto All = std::numeric_limits<std::int64_t>::max();

} // namespace

TopicFeed::TopicFeed(Connection& connection, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connect(&m_pause, &QTimer::timeout, this, &TopicFeed::refresh);
    connect(&connection, &Connection::changed, this, &TopicFeed::refresh);
    refresh();
}

void TopicFeed::choose(const QString& topicName)
{
    if (topicName == m_chosen)
        return;
    m_chosen = topicName;
    m_subscriptions.clear();
    emit updated();
    refresh();
}

void TopicFeed::refresh()
{
    if (m_isAsking) {
        m_askAgain = true; // what is on its way may not know yet what has just changed
        return;
    }
    m_pause.stop();
    m_isAsking = true;
    m_askAgain = false;
    cmq::DescribeTopics action;
    action.limit = All;
    onResult(m_connection.call(action), this, [this](cmq::Result<cmq::TopicDescriptions> answer) {
        receiveTopics(std::move(answer));
    });
}

void TopicFeed::receiveTopics(cmq::Result<cmq::TopicDescriptions> answer)
{
    if (!answer) {
        emit failed(answer.error());
        finish();
        return;
    }
    m_topics.clear();
    for (cmq::TopicAttributes& topic : answer->topicList)
        m_topics.append({QString::fromStdString(topic.topicName), std::move(topic)});
    m_isLoaded = true;
    const bool isThere =
        std::ranges::any_of(m_topics, [this](const TopicRow& row) { return row.name == m_chosen; });
    if (isThere) {
        askForSubscriptions();
        return;
    }
    m_subscriptions.clear();
    emit updated();
    finish();
}

void TopicFeed::askForSubscriptions()
{
    cmq::DescribeSubscriptions action;
    action.topicName = m_chosen.toStdString();
    action.limit = All;
    onResult(m_connection.call(action), this,
             [this, name = m_chosen](cmq::Result<cmq::SubscriptionDescriptions> answer) {
                 // Another topic may have been chosen meanwhile, or this one deleted.
                 if (answer && name == m_chosen) {
                     const cmq::FilterType type = filterTypeOf(name);
                     m_subscriptions.clear();
                     for (cmq::SubscriptionAttributes& each : answer->subscriptionList)
                         m_subscriptions.append({QString::fromStdString(each.subscriptionName),
                                                 std::move(each), type});
                 }
                 emit updated();
                 finish();
             });
}

void TopicFeed::finish()
{
    m_isAsking = false;
    if (m_askAgain)
        refresh();
    else
        m_pause.start();
}

cmq::FilterType TopicFeed::filterTypeOf(const QString& topicName) const
{
    const auto found = std::ranges::find(m_topics, topicName, &TopicRow::name);
    return found == m_topics.end() ? cmq::FilterType::Tag : found->attributes.filterType;
}

} // namespace ui
