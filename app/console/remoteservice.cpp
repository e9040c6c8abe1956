#include "remoteservice.h"

#include "remoteclient.h"
#include "remotelisting.h"

#include "wire/codec.h"

using namespace Qt::StringLiterals;

RemoteService::RemoteService(RemoteOptions options)
    : m_client(new RemoteClient(std::move(options)))
{
    m_thread.setObjectName(u"cmq-remote"_s);
    m_client->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_client, &QObject::deleteLater);
    m_thread.start();
}

RemoteService::~RemoteService()
{
    QMetaObject::invokeMethod(
        m_client, [client = m_client] { client->stop(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

cmq::RequestId RemoteService::call(cmq::Action action, Completion completion)
{
    const cmq::RequestId request = ++m_lastRequest;
    QMetaObject::invokeMethod(
        m_client,
        [client = m_client, request, action = std::move(action),
         completion = std::move(completion)]() mutable {
            client->start(request, action, std::move(completion));
        },
        Qt::QueuedConnection);
    return request;
}

void RemoteService::cancel(cmq::RequestId request)
{
    QMetaObject::invokeMethod(
        m_client, [client = m_client, request] { client->cancel(request); }, Qt::QueuedConnection);
}

bool RemoteService::supports(const cmq::Action& action) const
{
    return cmq::wire::isOnWire(action) || isListing(action);
}

std::optional<cmq::Seconds> RemoteService::clockSkew() const
{
    return m_client->clockSkew();
}

void RemoteService::setListingRequests(int count)
{
    m_client->setListingRequests(count);
}
