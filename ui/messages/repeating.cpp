#include "repeating.h"

namespace ui {

Repeating::Repeating(QObject* parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Repeating::next);
}

void Repeating::start(int count, std::chrono::milliseconds interval, Send send)
{
    if (m_isRunning)
        return;
    m_send = std::move(send);
    m_count = count;
    m_done = 0;
    m_isRunning = true;
    m_isStopped = false;
    m_pause.setInterval(interval);
    next();
}

void Repeating::stop()
{
    m_isStopped = true;
    if (m_pause.isActive()) {
        m_pause.stop();
        m_isRunning = false;
        emit finished(m_done, {});
    }
}

void Repeating::next()
{
    m_send(m_done + 1, [this](const cmq::Result<cmq::MessageIdReply>& answer) { take(answer); });
}

void Repeating::take(const cmq::Result<cmq::MessageIdReply>& answer)
{
    if (!answer) {
        m_isRunning = false;
        emit failed(m_done, answer.error());
        return;
    }
    ++m_done;
    emit progressed(m_done, m_count);
    if (m_done < m_count && !m_isStopped) {
        m_pause.start();
        return;
    }
    m_isRunning = false;
    emit finished(m_done, QString::fromStdString(answer->msgId));
}

} // namespace ui
