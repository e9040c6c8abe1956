#include "activitylog.h"

#include <QFile>
#include <QFutureWatcher>
#include <QSaveFile>
#include <QtConcurrent>

namespace ui {

namespace {

constexpr int WriteAfterMs = 500;
constexpr auto InARow = std::chrono::seconds(10);

QList<Activity> readFile(const QString& path)
{
    QList<Activity> read;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return read; // there is none yet, or none for us
    while (!file.atEnd()) {
        if (std::optional<Activity> activity = readActivity(file.readLine()))
            read.append(*std::move(activity));
    }
    return read;
}

void appendTo(const QString& path, const QByteArray& lines)
{
    QFile file(path);
    if (file.open(QIODevice::Append))
        file.write(lines);
}

void replace(const QString& path, const QByteArray& lines)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size())
        file.commit();
}

} // namespace

ActivityLog::ActivityLog(const QString& path, QObject* parent)
    : QObject(parent)
    , m_path(path)
{
    m_writer.setMaxThreadCount(1);
    m_writer.setObjectName(QStringLiteral("activity"));
    m_writeSoon.setSingleShot(true);
    m_writeSoon.setInterval(WriteAfterMs);
    connect(&m_writeSoon, &QTimer::timeout, this, &ActivityLog::write);
    if (path.isEmpty())
        return;
    auto* watcher = new QFutureWatcher<QList<Activity>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        putBefore(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(&m_writer, readFile, path));
}

ActivityLog::~ActivityLog()
{
    write();
    m_writer.waitForDone();
}

void ActivityLog::add(Activity activity)
{
    // Only into what is not written yet.
    if (m_unwritten > 0 && isSame(m_activities.back(), activity) &&
        activity.when - m_activities.back().when < InARow) {
        m_activities.back().when = activity.when;
        m_activities.back().count += activity.count;
    } else {
        m_activities.push_back(std::move(activity));
        ++m_unwritten;
    }
    if (m_activities.size() > CountMax) {
        m_activities.pop_front();
        ++m_dropped;
        m_unwritten = std::min(m_unwritten, m_activities.size());
    }
    if (!m_writeSoon.isActive())
        m_writeSoon.start();
    emit changed();
}

void ActivityLog::putBefore(const QList<Activity>& older)
{
    m_lines += std::size_t(older.size());
    for (auto each = older.crbegin(); each != older.crend() && m_activities.size() < CountMax;
         ++each)
        m_activities.push_front(*each);
    emit changed();
}

// A file that has grown to twice of what is kept is written anew, as short as it can be.
void ActivityLog::write()
{
    if (m_path.isEmpty()) {
        m_unwritten = 0;
        return;
    }
    const bool isLong = m_lines + m_unwritten > 2 * CountMax;
    QByteArray lines;
    for (std::size_t i = isLong ? 0 : m_activities.size() - m_unwritten; i < m_activities.size();
         ++i)
        lines += toLine(m_activities[i]);
    m_lines = isLong ? m_activities.size() : m_lines + m_unwritten;
    m_unwritten = 0;
    if (lines.isEmpty())
        return;
    m_writer.start([path = m_path, lines, isLong] {
        if (isLong)
            replace(path, lines);
        else
            appendTo(path, lines);
    });
}

} // namespace ui
