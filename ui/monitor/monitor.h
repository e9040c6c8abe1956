#pragma once

#include "sampler.h"

#include "cmq/result.h"

#include <QObject>
#include <QThread>

namespace ui {

class Connection;
class QueueFeed;

/// Measures a connection as long as it is shown: levels as the queue feed hears them (so no request
/// of its own goes to a remote endpoint), counts from the events of a broker that tells them. The
/// work is done on a thread of its own.
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
        QStringList queues; ///< all that anything is known of
        std::optional<cmq::Time> begin;
    };

    /// `path`: the file of the history; empty: it is gone with us. Connection and feed outlive us.
    Monitor(Connection& connection, QueueFeed& feed, const QString& path,
            QObject* parent = nullptr);
    ~Monitor() override;

    /// Whether counts (rates) are measured, too.
    [[nodiscard]] bool hasCounts() const;
    /// Asks the history.
    [[nodiscard]] QFuture<cmq::Result<Answer>> ask(const SeriesQuery& query);

signals:
    /// There is something newer to show.
    void measured();

private:
    template <class Work>
    void post(Work work);
    void measure();

    Connection& m_connection;
    QueueFeed& m_feed;
    QThread m_thread;
    Sampler* m_sampler; // lives on the thread, and ends with it
    std::uint64_t m_observer = 0;
    bool m_isContinued = false;
};

/// Where the history of a connection is kept: beside its messages; empty for one that keeps nothing.
[[nodiscard]] QString historyPath(const Connection& connection);

} // namespace ui
