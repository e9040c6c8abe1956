#include "queuefeed.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>

namespace ui {

namespace {

constexpr int PauseMsMin = 500;
constexpr int PauseMsMax = 5000;
/// Handling an answer may take one part in so many of the time.
constexpr int WorkShare = 50;

} // namespace

QueueFeed::QueueFeed(Connection& connection, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &QueueFeed::refresh);
    connect(&connection, &Connection::changed, this, &QueueFeed::refresh);
    refresh();
}

void QueueFeed::refresh()
{
    if (m_isAsking) {
        m_askAgain = true; // what is on its way may not know yet what has just changed
        return;
    }
    m_pause.stop();
    m_isAsking = true;
    m_askAgain = false;
    cmq::DescribeQueues action;
    action.limit = std::numeric_limits<std::int64_t>::max();
    onResult(m_connection.call(action), this,
             [this](cmq::Result<cmq::QueueDescriptions> answer) { receive(std::move(answer)); });
}

void QueueFeed::receive(cmq::Result<cmq::QueueDescriptions> answer)
{
    QElapsedTimer work;
    work.start();
    m_isAsking = false;
    if (answer) {
        m_queues.clear();
        m_queues.reserve(qsizetype(answer->queueList.size()));
        for (cmq::QueueAttributes& queue : answer->queueList)
            m_queues.append(toRow(std::move(queue)));
        m_isLoaded = true;
        m_updatedAt = m_connection.now();
        emit updated();
    } else {
        emit failed(answer.error());
    }
    if (m_askAgain)
        refresh();
    else
        m_pause.start(std::clamp(int(work.elapsed()) * WorkShare, PauseMsMin, PauseMsMax));
}

} // namespace ui
