#pragma once

#include "samplehistory.h"

#include "cmq/eventsource.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <map>

namespace ui {

/// What an observer counted: by queue and second.
struct CountedEvents
{
    std::map<std::string, std::map<cmq::Time, Counts>> queues;
    cmq::Time first;
    cmq::Time last;
    bool isComplete = true; ///< nothing was missed before them
};

/// The counts of events. Of retries and the like nothing is counted.
[[nodiscard]] CountedEvents countEvents(const cmq::EventBatch& batch);

/// The levels of a queue at an instant.
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
    /// From now on all events are told.
    void beginCounting(cmq::Time now);
    void addCounts(const CountedEvents& events);

    [[nodiscard]] const SampleHistory& history() const { return m_history; }

private:
    QString m_path;
    QTimer m_save; // moves with us
    SampleHistory m_history;
    cmq::Time m_lastLevels;
    /// Up to when all events are known; none: nobody tells them.
    std::optional<cmq::Time> m_countedTo;
    cmq::Time m_lastEvent;
    bool m_isChanged = false;
};

} // namespace ui
