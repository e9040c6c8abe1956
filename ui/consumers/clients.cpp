#include "clients.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ui {

using namespace Qt::StringLiterals;

QStringList handlesOf(const Exchange& exchange)
{
    const bool isReceive =
        exchange.actionName == u"ReceiveMessage" || exchange.actionName == u"BatchReceiveMessage";
    if (!isReceive || exchange.code != 0)
        return {};
    const QJsonObject answer = QJsonDocument::fromJson(exchange.answer).object();
    QStringList handles;
    if (const QString one = answer[u"receiptHandle"_s].toString(); !one.isEmpty())
        handles += one;
    for (const QJsonValue& message : answer[u"msgInfoList"_s].toArray())
        handles += message.toObject()[u"receiptHandle"_s].toString();
    return handles;
}

void Clients::add(const Exchange& exchange)
{
    if (exchange.direction == Exchange::Direction::Served)
        add(handlesOf(exchange), exchange.peer);
}

void Clients::add(const QStringList& handles, const QString& client)
{
    for (const QString& handle : handles)
        m_recent.insert(handle, client);
    if (m_recent.size() > HandlesMax / 2)
        m_earlier = std::exchange(m_recent, {});
}

QString Clients::of(const QString& handle) const
{
    const auto recent = m_recent.find(handle);
    return recent != m_recent.end() ? *recent : m_earlier.value(handle);
}

} // namespace ui
