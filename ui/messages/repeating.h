#pragma once

#include "cmq/messageactions.h"
#include "cmq/result.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace ui {

/// Sends a message, or the same one again and again: each after the answer to the one before.
class Repeating final : public QObject
{
    Q_OBJECT

public:
    using Answered = std::function<void(const cmq::Result<cmq::MessageIdReply>&)>;
    /// Sends the `seq`th message, from 1 on, and calls back once with the answer.
    using Send = std::function<void(qint64 seq, Answered answered)>;

    explicit Repeating(QObject* parent = nullptr);

    /// Nothing while it runs.
    void start(int count, std::chrono::milliseconds interval, Send send);
    /// What is under way is finished.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

signals:
    void progressed(int done, int count);
    /// All were sent, or it was stopped after `done`.
    void finished(int done, const QString& lastId);
    /// The one after `done` was refused, and no more are sent.
    void failed(int done, const cmq::Error& error);

private:
    void next();
    void take(const cmq::Result<cmq::MessageIdReply>& answer);

    QTimer m_pause;
    Send m_send;
    int m_count = 0;
    int m_done = 0;
    bool m_isRunning = false;
    bool m_isStopped = false;
};

} // namespace ui
