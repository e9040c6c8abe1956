#pragma once

#include "arrival.h"

#include "cmq/result.h"

#include <QObject>

#include <functional>

namespace ui {

/// Listens for HTTP on loopback: what the receiver stands on, so that pages know no socket.
///
/// Thread: the functions and the signal are the GUI's, and none of them blocks.
class PushListener : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<cmq::Time()>;

    using QObject::QObject;

    /// Listens on 127.0.0.1 at `port`, which must be free. Errors: ConnectionFailed.
    [[nodiscard]] virtual cmq::Result<void> start(quint16 port) = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual bool isListening() const = 0;
    /// Of requests from now on.
    virtual void setReply(const ReceiverReply& reply) = 0;
    /// Whose time arrivals are told in, called on any thread; empty for the world's.
    virtual void setClock(Clock clock) = 0;
    /// What has arrived since the last call: the newest, as far as an ArrivalLog keeps them, and
    /// how many came before those.
    [[nodiscard]] virtual std::pair<QList<Arrival>, qint64> take() = 0;

signals:
    /// Something has arrived since the last `take`.
    void arrived();
};

} // namespace ui
