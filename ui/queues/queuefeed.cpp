#include "queuefeed.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"
#include "ui/connections/stalerows.h"

#include <limits>

namespace ui {

QueueFeed::QueueFeed(Connection& connection, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
    , m_refresher(connection, [this] { ask(); })
{
    refresh();
}

void QueueFeed::ask()
{
    cmq::DescribeQueues action;
    action.limit = std::numeric_limits<std::int64_t>::max();
    action.toleratesGaps = true;
    onResult(m_connection.call(action), this,
             [this](cmq::Result<cmq::QueueDescriptions> answer) { receive(std::move(answer)); });
}

void QueueFeed::receive(cmq::Result<cmq::QueueDescriptions> answer)
{
    m_refresher.beginWork();
    if (answer) {
        const QList<QueueRow> stale = staleRows(m_queues, answer->unanswered);
        m_unanswered = std::move(answer->unanswered);
        m_queues.clear();
        m_queues.reserve(qsizetype(answer->queueList.size()));
        for (cmq::QueueAttributes& queue : answer->queueList) {
            m_queues.append(toRow(std::move(queue)));
            if (m_rates)
                m_queues.last().rates = m_rates->value(m_queues.constLast().name);
        }
        m_queues += stale;
        m_isLoaded = true;
        m_updatedAt = m_connection.now();
        m_trends.add(m_updatedAt, m_queues);
        emit updated();
    } else {
        emit failed(answer.error());
    }
    m_refresher.answered();
}

} // namespace ui
