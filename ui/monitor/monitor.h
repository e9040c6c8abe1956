#pragma once

#include "sampler.h"

#include "cmq/result.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QThread>

namespace ui {

class Connection;
class QueueFeed;
class TopicFeed;

/// Measures a connection as long as it is shown: levels as the feeds hear them (so no request of
/// its own goes to a remote endpoint), counts and times from the events of a broker that tells
/// them. The work is done on a thread of its own.
///
/// Thread: the GUI's.
class Monitor final : public QObject
{
    Q_OBJECT

public:
    struct Answer
    {
        QList<Series> series;
        cmq::Milliseconds step{0};
        std::optional<cmq::Time> begin;
    };

    /// `path`: the file of the history; empty: it is gone with us. Connection and feeds outlive us.
    Monitor(Connection& connection, QueueFeed& feed, TopicFeed& topics, const QString& path,
            QObject* parent = nullptr);
    ~Monitor() override;

    /// Whether what happens is counted and timed, too.
    [[nodiscard]] bool hasCounts() const;
    [[nodiscard]] Connection& connection() const { return m_connection; }
    [[nodiscard]] QueueFeed& queues() const { return m_feed; }
    [[nodiscard]] TopicFeed& topics() const { return m_topics; }
    /// Asks the history.
    [[nodiscard]] QFuture<cmq::Result<Answer>> ask(const SeriesQuery& query);

    /// By metric, what every object has now; see SampleHistory::latest.
    using Values = QHash<Metric, QHash<QString, double>>;
    [[nodiscard]] QFuture<cmq::Result<Values>> latest(const QList<Metric>& metrics);

signals:
    /// There is something newer to show.
    void measured();
    /// A chart wants to be told when an object (by its key) is beyond a value: whoever makes alarms
    /// hears it.
    void alarmRequested(ui::Metric metric, const QString& key, double value);

private:
    template <class Work>
    void post(Work work);
    void measure();
    void measureTopics();

    Connection& m_connection;
    QueueFeed& m_feed;
    TopicFeed& m_topics;
    QThread m_thread;
    Sampler* m_sampler; // lives on the thread, and ends with it
    std::uint64_t m_observer = 0;
    bool m_isContinued = false;
};

/// Where the history of a connection is kept: beside its messages; empty for one that keeps
/// nothing.
[[nodiscard]] QString historyPath(const Connection& connection);

} // namespace ui
