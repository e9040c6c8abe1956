#include "monitor.h"

#include "ui/connections/connection.h"
#include "ui/queues/queuefeed.h"
#include "ui/topics/topicfeed.h"

#include <QDir>
#include <QPromise>

#include <memory>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Events that may wait while others are counted: some tenths of a second of a busy broker.
constexpr std::size_t WaitingEventsMax = 100'000;

QueueLevels levelsOf(const QueueRow& row)
{
    const cmq::QueueAttributes& queue = row.attributes;
    QueueLevels levels{row.name, {}};
    const auto set = [&](Level which, std::int64_t value) {
        levels.levels[std::size_t(which)] = value;
    };
    set(Level::Visible, queue.activeMsgNum);
    set(Level::InFlight, queue.inactiveMsgNum);
    set(Level::Delayed, queue.delayMsgNum);
    set(Level::Rewindable, queue.rewindmsgNum);
    set(Level::Oldest, queue.minMsgTime ? cmq::toUnixMilliseconds(*queue.minMsgTime) : 0);
    return levels;
}

} // namespace

QString historyPath(const Connection& connection)
{
    return connection.kind() == ConnectionKind::Local && !connection.place().isEmpty()
               ? QDir(connection.place()).filePath(u"monitor.history"_s)
               : QString();
}

template <class Work>
void Monitor::post(Work work)
{
    QMetaObject::invokeMethod(
        m_sampler, [sampler = m_sampler, work = std::move(work)] { work(*sampler); },
        Qt::QueuedConnection);
}

Monitor::Monitor(Connection& connection, QueueFeed& feed, TopicFeed& topics, const QString& path,
                 QObject* parent)
    : QObject(parent)
    , m_connection(connection)
    , m_feed(feed)
    , m_topics(topics)
    , m_sampler(new Sampler(path))
{
    m_sampler->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_sampler, &QObject::deleteLater);
    m_thread.setObjectName(u"monitor"_s);
    m_thread.start(QThread::LowPriority);
    post([](Sampler& sampler) { sampler.load(); });
    if (cmq::EventSource* events = connection.events()) {
        post([now = connection.now()](Sampler& sampler) { sampler.beginCounting(now); });
        m_observer = events->observe(
            [this, counter = std::make_shared<EventCounter>()](const cmq::EventBatch& batch) {
                post([counted = counter->count(batch)](Sampler& sampler) {
                    sampler.addCounts(counted);
                });
            },
            WaitingEventsMax);
    }
    connect(&m_feed, &QueueFeed::updated, this, &Monitor::measure);
    connect(&m_feed, &QueueFeed::failed, this, [this] { m_isContinued = false; });
    // Elsewhere topics are asked for now and then only, while all levels count as known.
    if (connection.hasExactFigures())
        connect(&m_topics, &TopicFeed::updated, this, &Monitor::measureTopics);
}

Monitor::~Monitor()
{
    if (m_observer != 0)
        m_connection.events()->stopObserving(m_observer);
    m_thread.quit();
    m_thread.wait(); // it saves what is not saved yet
}

bool Monitor::hasCounts() const
{
    return m_observer != 0;
}

void Monitor::measure()
{
    QList<QueueLevels> levels;
    levels.reserve(m_feed.queues().size());
    // One that did not answer leaves a gap: what is missing here is not known from now on.
    for (const QueueRow& row : m_feed.queues()) {
        if (!row.isStale)
            levels.append(levelsOf(row));
    }
    post([levels, time = m_feed.updatedAt(), isContinued = m_isContinued](Sampler& sampler) {
        sampler.addLevels(time, levels, isContinued);
    });
    m_isContinued = true;
    emit measured();
}

void Monitor::measureTopics()
{
    QList<QueueLevels> levels;
    for (const TopicRow& row : m_topics.topics()) {
        levels.append({topicKey(row.name), {}});
        levels.last().levels[std::size_t(Level::Visible)] = row.attributes.msgCount;
    }
    post([levels, time = m_topics.updatedAt()](Sampler& sampler) {
        sampler.addTopicLevels(time, levels);
    });
}

QFuture<cmq::Result<Monitor::Values>> Monitor::latest(const QList<Metric>& metrics)
{
    auto promise = std::make_shared<QPromise<cmq::Result<Values>>>();
    promise->start();
    post([promise, metrics](Sampler& sampler) {
        Values values;
        for (const Metric metric : metrics)
            values.insert(metric, sampler.history().latest(metric));
        promise->addResult(cmq::Result<Values>(std::move(values)));
        promise->finish();
    });
    return promise->future();
}

QFuture<cmq::Result<Monitor::Answer>> Monitor::ask(const SeriesQuery& query)
{
    auto promise = std::make_shared<QPromise<cmq::Result<Answer>>>();
    promise->start();
    post([promise, query](Sampler& sampler) {
        const SampleHistory& history = sampler.history();
        promise->addResult(
            Answer{history.series(query), history.stepOf(query.from), history.begin()});
        promise->finish();
    });
    return promise->future();
}

} // namespace ui
