#pragma once

#include "arrivallog.h"
#include "pushlistener.h"

#include <QTimer>

namespace ui {

class Settings;

/// The built-in HTTP receiver: whether it listens and where, what it answers, and what arrived. It
/// belongs to the console and not to a connection, so that it outlives them.
class Receiver final : public QObject
{
    Q_OBJECT

public:
    /// `listener` and `settings`, which remembers the port, outlive us.
    Receiver(PushListener& listener, Settings& settings, QObject* parent = nullptr);

    /// Errors: ConnectionFailed when the port is taken; then nothing has changed.
    [[nodiscard]] cmq::Result<void> start();
    void stop();
    [[nodiscard]] bool isListening() const { return m_listener.isListening(); }

    [[nodiscard]] quint16 port() const;
    /// While it does not listen.
    void setPort(quint16 port);
    /// What a subscription is given to come here.
    [[nodiscard]] QString url() const;

    [[nodiscard]] const ReceiverReply& reply() const { return m_reply; }
    void setReply(const ReceiverReply& reply);

    [[nodiscard]] const ArrivalLog& log() const { return m_log; }
    void clear();

signals:
    /// Whether or where it listens.
    void changed();
    void logChanged();

private:
    void takeArrivals();

    PushListener& m_listener;
    Settings& m_settings;
    ReceiverReply m_reply;
    ArrivalLog m_log;
    QTimer m_pause; ///< many arrivals, one look
};

} // namespace ui
