#include "receivedmessages.h"

#include "ui/common/errortext.h"
#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct ReceivedMessagesText
{
    Q_DECLARE_TR_FUNCTIONS(ui::MessageSource)
};

} // namespace

cmq::PeekedMessage asPeeked(const cmq::ReceivedMessage& received)
{
    cmq::PeekedMessage message;
    message.msgId = received.msgId;
    message.msgBody = received.msgBody;
    message.bodyBytes = std::ssize(received.msgBody);
    message.state = cmq::MessageState::Inactive;
    message.enqueueTime = received.enqueueTime;
    message.nextVisibleTime = received.nextVisibleTime;
    message.firstDequeueTime = received.firstDequeueTime;
    message.dequeueCount = received.dequeueCount;
    message.receiptHandle = received.receiptHandle;
    return message;
}

ReceivedMessages::ReceivedMessages(Connection& connection, QString queueName)
    : m_connection(connection)
    , m_queueName(std::move(queueName))
{
}

void ReceivedMessages::findMore(QObject* context, FoundHandler handler)
{
    cmq::BatchReceiveMessage receive;
    receive.queueName = m_queueName.toStdString();
    receive.numOfMsg = std::int64_t(cmq::BatchMax);
    receive.pollingWaitSeconds = cmq::Seconds(0);
    onResult(
        m_connection.call(std::move(receive)), context,
        [this, handler = std::move(handler)](const cmq::Result<cmq::ReceivedMessages>& answer) {
            if (answer)
                handler(keep(*answer));
            else if (answer.error().id == cmq::ErrorId::NoMessage)
                handler({{}, true, {}});
            else
                handler({{}, true, errorSentence(answer.error())});
        });
}

MessageSource::Page ReceivedMessages::keep(const cmq::ReceivedMessages& batch)
{
    Page page;
    for (const cmq::ReceivedMessage& received : batch.msgInfoList) {
        if (!m_seen.insert(received.msgId).second) {
            page.isLast = true;
            continue;
        }
        page.messages.push_back({++m_last, QString::fromStdString(received.msgId)});
        m_held.emplace(m_last, asPeeked(received));
    }
    return page;
}

// A handle that is about to end is not worth a copy: the original could not be deleted after it.
void ReceivedMessages::read(QObject* context, std::uint64_t key, bool, ReadHandler handler)
{
    Reading reading;
    const auto held = m_held.find(key);
    if (held == m_held.end() || *held->second.nextVisibleTime <= m_connection.now())
        reading.whyNot = ReceivedMessagesText::tr("It is visible in the queue again.");
    else
        reading.message = held->second;
    QMetaObject::invokeMethod(
        context, [reading, handler = std::move(handler)] { handler(reading); },
        Qt::QueuedConnection);
}

void ReceivedMessages::forget(std::uint64_t key)
{
    m_held.erase(key);
}

} // namespace ui
