#include "messagetext.h"

#include "ui/common/csv.h"

#include <QCoreApplication>
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
    case cmq::MessageState::Delayed: return u"delayed"_s;
    case cmq::MessageState::Active: return u"active"_s;
    case cmq::MessageState::Inactive: return u"inactive"_s;
    case cmq::MessageState::Rewindable: return u"rewindable"_s;
    }
    return {};
}

struct MessageText
{
    Q_DECLARE_TR_FUNCTIONS(ui::MessageText)
};

/// The bytes of the body; none if there is none that can be read.
std::optional<QByteArray> bodyOf(const QJsonObject& line)
{
    const QJsonValue text = line[u"body"_s];
    if (text.isString())
        return text.toString().toUtf8();
    const QJsonValue bytes = line[u"bodyBase64"_s];
    if (!bytes.isString())
        return {};
    auto decoded = QByteArray::fromBase64Encoding(bytes.toString().toLatin1(),
                                                  QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(*decoded) : std::nullopt;
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

std::optional<cmq::PeekedMessage> messageOfJsonLine(const QByteArray& line, QString& whyNot)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError) {
        whyNot = MessageText::tr("It is no JSON from column %1 on: %2")
                     .arg(QString::number(error.offset + 1), error.errorString());
        return {};
    }
    const auto body = bodyOf(document.object());
    if (!body) {
        whyNot = MessageText::tr("It has neither a text “body” nor a “bodyBase64”.");
        return {};
    }
    cmq::PeekedMessage message;
    message.msgId = document.object()[u"msgId"_s].toString().toStdString();
    message.msgBody = body->toStdString();
    message.bodyBytes = body->size();
    return message;
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
