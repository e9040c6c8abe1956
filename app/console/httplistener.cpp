#include "httplistener.h"

#include "push/httpreceiver.h"

#include <utility>

HttpListener::HttpListener(QObject* parent)
    : PushListener(parent)
{
}

HttpListener::~HttpListener() = default;

cmq::Result<void> HttpListener::start(quint16 port)
{
    if (m_server)
        return {};
    auto server = cmq::push::HttpReceiver::listen(
        port, [this](const cmq::push::ReceivedRequest& request) { return answer(request); });
    if (!server)
        return cmq::fail(std::move(server.error()));
    m_server = std::move(*server);
    return {};
}

void HttpListener::stop()
{
    m_server.reset();
}

void HttpListener::setReply(const ui::ReceiverReply& reply)
{
    const std::lock_guard lock(m_mutex);
    m_reply = reply;
}

void HttpListener::setClock(Clock clock)
{
    const std::lock_guard lock(m_mutex);
    m_clock = std::move(clock);
}

std::pair<QList<ui::Arrival>, qint64> HttpListener::take()
{
    const std::lock_guard lock(m_mutex);
    std::pair<QList<ui::Arrival>, qint64> taken{m_inbox.arrivals(), m_inbox.forgotten()};
    m_inbox.clear();
    return taken;
}

/// On the server's thread.
cmq::push::ReceiverAnswer HttpListener::answer(const cmq::push::ReceivedRequest& request)
{
    ui::Arrival arrival;
    arrival.method = QString::fromStdString(request.method);
    arrival.target = QString::fromStdString(request.target);
    for (const auto& [name, value] : request.headers)
        arrival.headers.append({QString::fromStdString(name), QString::fromStdString(value)});
    arrival.body = QByteArray::fromStdString(request.body);

    const std::lock_guard lock(m_mutex);
    arrival.time =
        m_clock
            ? m_clock()
            : cmq::Time(std::chrono::floor<cmq::Milliseconds>(std::chrono::system_clock::now()));
    arrival.reply = m_reply;
    const bool isFirst = m_inbox.arrivals().isEmpty();
    m_inbox.append(std::move(arrival));
    if (isFirst)
        QMetaObject::invokeMethod(this, &PushListener::arrived, Qt::QueuedConnection);
    cmq::push::ReceiverAnswer answer;
    answer.status = m_reply.status;
    answer.delay = m_reply.delay;
    answer.hangs = m_reply.isSilent;
    return answer;
}
