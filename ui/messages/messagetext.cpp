#include "messagetext.h"

#include "ui/common/csv.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QByteArray bodyOf(const cmq::PeekedMessage& message)
{
    return QByteArray(message.msgBody.data(), qsizetype(message.msgBody.size()));
}

bool isUtf8(const QByteArray& body)
{
    return QString::fromUtf8(body).toUtf8() == body;
}

QString stateName(cmq::MessageState state)
{
    switch (state) {
    case cmq::MessageState::Delayed:
        return u"delayed"_s;
    case cmq::MessageState::Active:
        return u"active"_s;
    case cmq::MessageState::Inactive:
        return u"inactive"_s;
    case cmq::MessageState::Rewindable:
        return u"rewindable"_s;
    }
    return {};
}

qint64 milliseconds(cmq::Time time)
{
    return cmq::toUnixMilliseconds(time);
}

} // namespace

QByteArray jsonLine(const cmq::PeekedMessage& message)
{
    QJsonObject line;
    const QByteArray body = bodyOf(message);
    line[u"msgId"_s] = QString::fromStdString(message.msgId);
    line[u"state"_s] = stateName(message.state);
    line[u"enqueueTime"_s] = milliseconds(message.enqueueTime);
    line[u"dequeueCount"_s] = qint64(message.dequeueCount);
    if (message.firstDequeueTime)
        line[u"firstDequeueTime"_s] = milliseconds(*message.firstDequeueTime);
    if (message.nextVisibleTime)
        line[u"nextVisibleTime"_s] = milliseconds(*message.nextVisibleTime);
    if (!message.originQueueName.empty())
        line[u"originQueueName"_s] = QString::fromStdString(message.originQueueName);
    if (isUtf8(body))
        line[u"body"_s] = QString::fromUtf8(body);
    else
        line[u"bodyBase64"_s] = QString::fromLatin1(body.toBase64());
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray csvHeader()
{
    return "msgId,state,enqueueTime,dequeueCount,bodyBytes,body\r\n";
}

QByteArray csvLine(const cmq::PeekedMessage& message)
{
    const QByteArray body = bodyOf(message);
    return csvLine(QByteArrayList{
        QByteArray::fromStdString(message.msgId),
        stateName(message.state).toLatin1(),
        QDateTime::fromMSecsSinceEpoch(milliseconds(message.enqueueTime), QTimeZone::utc())
            .toString(Qt::ISODateWithMs)
            .toLatin1(),
        QByteArray::number(qint64(message.dequeueCount)),
        QByteArray::number(body.size()),
        isUtf8(body) ? body : "base64:" + body.toBase64(),
    });
}

} // namespace ui
