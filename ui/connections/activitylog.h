#pragma once

#include "activity.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <deque>

namespace ui {

/// What this console did to a connection: the latest activities, from the oldest to the latest, the
/// same one in a row counted and not repeated. With a path it is kept in a file, which is read when
/// it begins and written a moment after each change, both on a thread of its own.
///
/// Thread: the GUI's.
class ActivityLog final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t CountMax = 5000;

    /// An empty path: it is forgotten with the connection.
    explicit ActivityLog(const QString& path, QObject* parent = nullptr);
    /// Writes what is left.
    ~ActivityLog() override;

    void add(Activity activity);
    [[nodiscard]] const std::deque<Activity>& activities() const { return m_activities; }
    /// How many were there before those that are kept.
    [[nodiscard]] quint64 dropped() const { return m_dropped; }

signals:
    void changed();

private:
    void putBefore(const QList<Activity>& older);
    void write();

    QString m_path;
    std::deque<Activity> m_activities;
    quint64 m_dropped = 0;
    std::size_t m_unwritten = 0; // at the end of m_activities
    std::size_t m_lines = 0;     // of the file
    QTimer m_writeSoon;
    QThreadPool m_writer; // one thread, so that writes keep their order
};

} // namespace ui
