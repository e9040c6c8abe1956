#include "subscriptionlisting.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace ui {

namespace {

using Subscriptions = std::vector<cmq::SubscriptionAttributes>;
using Done = std::function<void(cmq::Result<Subscriptions>)>;

/// So many topics are asked about at a time.
constexpr int AtOnce = 4;

/// Lives until the last answer; a child of the context.
class Listing final : public QObject
{
public:
    Listing(Connection& connection, const QStringList& topics, QObject* context, Done done)
        : QObject(context)
        , m_connection(connection)
        , m_topics(topics)
        , m_found(std::size_t(topics.size()))
        , m_done(std::move(done))
    {
    }

    void start()
    {
        if (m_topics.isEmpty()) {
            // Always later, as every answer.
            QMetaObject::invokeMethod(
                this, [this] { finish(); }, Qt::QueuedConnection);
            return;
        }
        for (int i = 0; i < AtOnce; ++i)
            askNext();
    }

private:
    void askNext()
    {
        if (m_next == m_topics.size() || m_failure)
            return;
        const qsizetype index = m_next++;
        ++m_underWay;
        cmq::DescribeSubscriptions action;
        action.topicName = m_topics[index].toStdString();
        action.limit = std::numeric_limits<std::int64_t>::max();
        onResult(m_connection.call(std::move(action)), this,
                 [this, index](cmq::Result<cmq::SubscriptionDescriptions> answer) {
                     receive(index, std::move(answer));
                 });
    }

    void receive(qsizetype index, cmq::Result<cmq::SubscriptionDescriptions> answer)
    {
        --m_underWay;
        if (answer)
            m_found[std::size_t(index)] = std::move(answer->subscriptionList);
        else if (answer.error().id != cmq::ErrorId::TopicNotFound && !m_failure)
            m_failure = answer.error();
        askNext();
        if (m_underWay == 0)
            finish();
    }

    void finish()
    {
        deleteLater();
        if (m_failure) {
            m_done(cmq::fail(*m_failure));
            return;
        }
        Subscriptions all;
        for (Subscriptions& each : m_found)
            std::ranges::move(each, std::back_inserter(all));
        m_done(std::move(all));
    }

    Connection& m_connection;
    QStringList m_topics;
    std::vector<Subscriptions> m_found;
    Done m_done;
    std::optional<cmq::Error> m_failure;
    qsizetype m_next = 0;
    int m_underWay = 0;
};

} // namespace

void listSubscriptions(Connection& connection, const QStringList& topics, QObject* context,
                       Done done)
{
    (new Listing(connection, topics, context, std::move(done)))->start();
}

} // namespace ui
