#include "topicfeed.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"
#include "ui/connections/stalerows.h"

#include <algorithm>
#include <limits>

namespace ui {

namespace {

constexpr auto All = std::numeric_limits<std::int64_t>::max();

} // namespace

TopicFeed::TopicFeed(Connection& connection, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
    , m_refresher(connection, [this] { ask(); })
{
    refresh();
}

void TopicFeed::choose(const QString& topicName)
{
    if (topicName == m_chosen)
        return;
    m_chosen = topicName;
    m_subscriptions.clear();
    m_listing = Listing::Asked;
    emit updated();
    refresh();
}

void TopicFeed::ask()
{
    cmq::DescribeTopics action;
    action.limit = All;
    action.toleratesGaps = true;
    onResult(m_connection.call(action), this, [this](cmq::Result<cmq::TopicDescriptions> answer) {
        receiveTopics(std::move(answer));
    });
}

void TopicFeed::receiveTopics(cmq::Result<cmq::TopicDescriptions> answer)
{
    m_refresher.beginWork();
    if (!answer) {
        emit failed(answer.error());
        m_refresher.answered();
        return;
    }
    const QList<TopicRow> stale = staleRows(m_topics, answer->unanswered);
    m_unanswered = std::move(answer->unanswered);
    m_topics.clear();
    for (cmq::TopicAttributes& topic : answer->topicList)
        m_topics.append({QString::fromStdString(topic.topicName), std::move(topic)});
    m_topics += stale;
    m_isLoaded = true;
    m_updatedAt = m_connection.now();
    const bool isThere =
        std::ranges::any_of(m_topics, [this](const TopicRow& row) { return row.name == m_chosen; });
    if (isThere) {
        askForSubscriptions();
        return;
    }
    m_subscriptions.clear();
    m_listing = Listing::Known;
    emit updated();
    m_refresher.answered();
}

void TopicFeed::askForSubscriptions()
{
    cmq::DescribeSubscriptions action;
    action.topicName = m_chosen.toStdString();
    action.limit = All;
    onResult(m_connection.call(action), this,
             [this, name = m_chosen](cmq::Result<cmq::SubscriptionDescriptions> answer) {
                 m_refresher.beginWork();
                 // Another topic may have been chosen meanwhile, or this one deleted.
                 const bool isLost = !answer && name == m_chosen &&
                                     answer.error().id != cmq::ErrorId::TopicNotFound;
                 if (isLost && m_listing == Listing::Asked)
                     m_listing = Listing::Failed;
                 if (answer && name == m_chosen) {
                     m_listing = Listing::Known;
                     const cmq::FilterType type = filterTypeOf(name);
                     m_subscriptions.clear();
                     for (cmq::SubscriptionAttributes& each : answer->subscriptionList)
                         m_subscriptions.append({QString::fromStdString(each.subscriptionName),
                                                 std::move(each), type});
                 }
                 emit updated();
                 if (isLost)
                     emit failed(answer.error());
                 m_refresher.answered();
             });
}

cmq::FilterType TopicFeed::filterTypeOf(const QString& topicName) const
{
    const auto found = std::ranges::find(m_topics, topicName, &TopicRow::name);
    return found == m_topics.end() ? cmq::FilterType::Tag : found->attributes.filterType;
}

} // namespace ui
