#include "sampler.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace ui {

namespace {

constexpr int SaveMs = 60'000;

/// What an event adds to the counts of its queue.
Counts countsOf(const cmq::Event& event)
{
    Counts counts{};
    const auto add = [&](Count which, std::int64_t number) {
        counts[std::size_t(which)] = number;
    };
    switch (event.kind) {
    case cmq::EventKind::Sent:
        add(Count::Sent, 1);
        add(Count::SentBytes, event.count);
        break;
    case cmq::EventKind::Received: add(Count::Received, 1); break;
    case cmq::EventKind::Deleted: add(Count::Deleted, 1); break;
    case cmq::EventKind::WaitEnded:
        if (event.rule == cmq::EventRule::PollingWaitSeconds)
            add(Count::EmptyReceives, 1);
        break;
    default: break;
    }
    return counts;
}

} // namespace

CountedEvents countEvents(const cmq::EventBatch& batch)
{
    CountedEvents counted;
    counted.isComplete = batch.missed == 0;
    for (const cmq::Event& event : batch.events) {
        if (&event == &batch.events.front())
            counted.first = event.time;
        counted.last = event.time;
        const Counts counts = countsOf(event);
        if (counts == Counts{})
            continue;
        Counts& sum = counted.queues[event.name][std::chrono::floor<cmq::Seconds>(event.time)];
        for (std::size_t i = 0; i < CountCount; ++i)
            sum[i] += counts[i];
    }
    return counted;
}

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
    if (!m_path.isEmpty())
        m_save.start();
}

void Sampler::save()
{
    if (m_path.isEmpty() || !m_isChanged)
        return;
    QSaveFile file(m_path);
    const QByteArray bytes = m_history.toBytes();
    // Where it cannot be written, it is tried again in a minute; measuring goes on meanwhile.
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        m_isChanged = false;
}

void Sampler::addLevels(cmq::Time time, const QList<QueueLevels>& queues, bool isContinued)
{
    for (const QueueLevels& each : queues)
        m_history.addLevels(time, each.queue, each.levels);
    m_history.coverLevels(isContinued ? std::min(m_lastLevels, time) : time, time);
    m_lastLevels = time;
    // Events come in order and all: up to now there are no others.
    if (m_countedTo) {
        m_history.coverCounts(std::min(*m_countedTo, time), time);
        m_countedTo = time;
    }
    m_isChanged = true;
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
    for (const auto& [queue, seconds] : events.queues) {
        for (const auto& [second, counts] : seconds)
            m_history.addCounts(second, QString::fromStdString(queue), counts);
    }
    m_isChanged = true;
}

} // namespace ui
