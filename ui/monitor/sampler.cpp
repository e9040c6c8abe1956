#include "sampler.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace ui {

namespace {

constexpr int SaveMs = 60'000;
/// Saving may take one part in so many of the time.
constexpr int SaveShare = 200;

} // namespace

Sampler::Sampler(QString path)
    : m_path(std::move(path))
    , m_save(this)
{
    m_save.setInterval(SaveMs);
    connect(&m_save, &QTimer::timeout, this, &Sampler::save);
}

Sampler::~Sampler()
{
    save();
}

void Sampler::load()
{
    QFile file(m_path);
    if (!m_path.isEmpty() && file.open(QIODevice::ReadOnly))
        (void)m_history.fromBytes(file.readAll());
    // What is not there any more the next levels show.
    for (const QString& key : m_history.queues())
        (isTopicKey(key) ? m_topics : m_queues).insert(key);
    if (!m_path.isEmpty())
        m_save.start();
}

void Sampler::save()
{
    if (m_path.isEmpty() || !m_isChanged)
        return;
    QElapsedTimer work;
    work.start();
    QSaveFile file(m_path);
    const QByteArray bytes = m_history.toBytes();
    // Where it cannot be written, it is tried again in a minute; measuring goes on meanwhile.
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        m_isChanged = false;
    m_save.setInterval(std::max(SaveMs, int(work.elapsed()) * SaveShare));
}

void Sampler::addLevels(cmq::Time time, const QList<QueueLevels>& queues, bool isContinued)
{
    addAll(time, queues, m_queues);
    m_history.coverLevels(isContinued ? std::min(m_lastLevels, time) : time, time);
    m_lastLevels = time;
    // Events come in order and all: up to now there are no others.
    if (m_countedTo) {
        m_history.coverCounts(std::min(*m_countedTo, time), time);
        m_countedTo = time;
    }
    m_isChanged = true;
}

void Sampler::addTopicLevels(cmq::Time time, const QList<QueueLevels>& topics)
{
    addAll(time, topics, m_topics);
}

void Sampler::addAll(cmq::Time time, const QList<QueueLevels>& all, QSet<QString>& present)
{
    QSet<QString> gone = present;
    for (const QueueLevels& each : all) {
        m_history.addLevels(time, each.queue, each.levels);
        if (!gone.remove(each.queue))
            present.insert(each.queue);
    }
    for (const QString& name : gone) {
        m_history.endLevels(time, name);
        present.remove(name);
    }
}

void Sampler::beginCounting(cmq::Time now)
{
    m_countedTo = m_lastEvent = now;
}

void Sampler::addCounts(const CountedEvents& events)
{
    if (!events.isComplete)
        m_history.uncoverCounts(m_lastEvent, events.first);
    m_lastEvent = events.last;
    for (const auto& [name, seconds] : events.objects) {
        for (const auto& [second, tally] : seconds)
            m_history.addTally(second, QString::fromStdString(name), tally);
    }
    m_isChanged = true;
}

} // namespace ui
