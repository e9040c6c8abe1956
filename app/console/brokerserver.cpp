#include "brokerserver.h"

#include <QHostAddress>
#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QUrl>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace {

/// Letters and digits only, as in Tencent's keys: they pass every shell and language unchanged.
QString randomText(int length)
{
    static const QString characters =
        u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"_s;
    QString text;
    for (int i = 0; i < length; ++i)
        text += characters[QRandomGenerator::system()->bounded(int(characters.size()))];
    return text;
}

/// The lengths of Tencent's.
ui::ServingKeys makeKeys()
{
    return {u"AKID"_s + randomText(32), randomText(32)};
}

/// 0.0.0.0 can be listened on, but nobody can be sent there: an address that others can reach.
QString reachable(const QHostAddress& address)
{
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    if (address != QHostAddress(QHostAddress::AnyIPv4) &&
        address != QHostAddress(QHostAddress::AnyIPv6))
        return address.toString();
    for (const QHostAddress& each : QNetworkInterface::allAddresses()) {
        if (!each.isLoopback() && !each.isLinkLocal() && each.protocol() == address.protocol())
            return each.toString();
    }
    return isV6 ? u"::1"_s : u"127.0.0.1"_s;
}

} // namespace

BrokerServer::BrokerServer(cmq::Service& service,
                           std::shared_ptr<cmq::endpoint::RequestObserver> observer)
    : m_service(service)
    , m_observer(std::move(observer))
    , m_keys(makeKeys())
{
    connect(&m_stopping, &QFutureWatcherBase::finished, this, &Serving::changed);
}

BrokerServer::~BrokerServer()
{
    m_stopping.waitForFinished();
}

ui::Serving::State BrokerServer::state() const
{
    if (m_endpoint)
        return State::On;
    return m_stopping.isRunning() ? State::Stopping : State::Off;
}

QString BrokerServer::url() const
{
    if (!m_endpoint)
        return {};
    QUrl url(QString::fromStdString(m_endpoint->url()));
    url.setHost(reachable(QHostAddress(url.host())));
    return url.toString();
}

cmq::Result<quint16> BrokerServer::start(const ui::ServingPlace& place)
{
    cmq::endpoint::EndpointOptions options;
    options.address = place.address.toStdString();
    options.port = place.port;
    options.observer = m_observer;
    // Whoever can reach us over a network has to show a key, whatever was asked for.
    m_needsKeys = place.needsKeys || !ui::isLoopbackAddress(place.address);
    if (m_needsKeys)
        options.keys = {{m_keys.secretId.toStdString(), m_keys.secretKey.toStdString(), true}};
    auto started = cmq::endpoint::Endpoint::start(m_service, std::move(options));
    if (!started)
        return cmq::fail(std::move(started.error()));
    m_endpoint = std::move(*started);
    emit changed();
    return m_endpoint->port();
}

void BrokerServer::stop()
{
    if (!m_endpoint)
        return;
    // Clients get time to hear their answers; the window does not wait for that.
    m_stopping.setFuture(QtConcurrent::run([endpoint = std::shared_ptr<cmq::endpoint::Endpoint>(
                                                std::move(m_endpoint))] { endpoint->stop(); }));
    emit changed();
}

void BrokerServer::renewKeys()
{
    if (state() != State::Off)
        return;
    m_keys = makeKeys();
    emit changed();
}
