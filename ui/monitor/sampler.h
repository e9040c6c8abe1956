#pragma once

#include "eventcounter.h"
#include "samplehistory.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace ui {

/// The levels of a queue, or of a topic under its key, at an instant.
struct QueueLevels
{
    QString queue;
    Levels levels{};
};

/// Keeps the history of measurements on a thread of its own and, where it has a file, on disk.
///
/// Thread: the one it was moved to; all slots are to be called there (`Monitor` posts).
class Sampler final : public QObject
{
    Q_OBJECT

public:
    /// `path`: the file; empty: nothing is kept.
    explicit Sampler(QString path);
    ~Sampler() override;

    /// Reads what was kept. A file that is not ours to read is left alone and begun anew.
    void load();
    void save();

    /// All queues there are, as they were at `time`. `isContinued`: the last ones came just before.
    void addLevels(cmq::Time time, const QList<QueueLevels>& queues, bool isContinued);
    /// All topics there are; they are measured when queues are.
    void addTopicLevels(cmq::Time time, const QList<QueueLevels>& topics);
    /// From now on all events are told.
    void beginCounting(cmq::Time now);
    void addCounts(const CountedEvents& events);

    [[nodiscard]] const SampleHistory& history() const { return m_history; }

private:
    /// `present`: those that were there the last time.
    void addAll(cmq::Time time, const QList<QueueLevels>& all, QSet<QString>& present);

    QString m_path;
    QTimer m_save; // moves with us
    SampleHistory m_history;
    cmq::Time m_lastLevels;
    QSet<QString> m_queues;
    QSet<QString> m_topics;
    /// Up to when all events are known; none: nobody tells them.
    std::optional<cmq::Time> m_countedTo;
    cmq::Time m_lastEvent;
    bool m_isChanged = false;
};

} // namespace ui
