#include "receiver.h"

#include "ui/common/settings.h"

#include <QHash>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int PauseMs = 50;
}

Receiver::Receiver(PushListener& listener, Settings& settings, QObject* parent)
    : QObject(parent)
    , m_listener(listener)
    , m_settings(settings)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connect(&m_pause, &QTimer::timeout, this, &Receiver::takeArrivals);
    connect(&m_listener, &PushListener::arrived, this, [this] {
        if (!m_pause.isActive())
            m_pause.start();
    });
}

cmq::Result<void> Receiver::start()
{
    auto started = m_listener.start(port());
    if (started)
        emit changed();
    return started;
}

void Receiver::stop()
{
    m_listener.stop();
    takeArrivals();
    emit changed();
}

quint16 Receiver::port() const
{
    return m_settings.receiverPort();
}

void Receiver::setPort(quint16 port)
{
    m_settings.setReceiverPort(port);
    emit changed();
}

QString Receiver::url() const
{
    return u"http://127.0.0.1:%1/"_s.arg(port());
}

void Receiver::setReply(const ReceiverReply& reply)
{
    m_reply = reply;
    m_listener.setReply(reply);
}

void Receiver::clear()
{
    m_log.clear();
    emit logChanged();
}

void Receiver::takeArrivals()
{
    auto [arrivals, missed] = m_listener.take();
    m_log.skip(missed);
    QHash<QString, int> attempts;
    const auto count = [&](const Arrival& arrival) -> int& {
        return attempts[arrival.messageId() + u' ' + arrival.target];
    };
    for (const Arrival& arrival : m_log.arrivals())
        count(arrival) = arrival.attempt;
    for (Arrival& arrival : arrivals) {
        if (!arrival.messageId().isEmpty())
            arrival.attempt = ++count(arrival);
        m_log.append(std::move(arrival));
    }
    if (!arrivals.isEmpty())
        emit logChanged();
}

} // namespace ui
