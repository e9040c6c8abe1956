#include "story.h"

using namespace cmq;

namespace conformance {

namespace {

std::string join(std::string text, const std::string& word)
{
    if (!text.empty())
        text += ' ';
    return text + word;
}

} // namespace

void Story::addBackendRows()
{
    QTest::addColumn<int>("backend");
    int index = 0;
    for (const BackendRow& each : backendRows())
        QTest::newRow(each.name) << index++;
}

const BackendRow& Story::row()
{
    QFETCH_GLOBAL(int, backend);
    return backendRows()[static_cast<std::size_t>(backend)];
}

bool Story::isDurable()
{
    return row().isDurable;
}

bool Story::isCloud()
{
    return row().isCloud;
}

void Story::begin(const Behaviour& behaviour)
{
    m_backend.reset();
    m_backend = row().make(behaviour);
}

Backend& Story::backend()
{
    if (!m_backend) {
        // Small queues can be full without a million messages.
        begin({.minMsgHeapNum = 1});
    }
    return *m_backend;
}

void Story::failed(const Error& error, const Where& where)
{
    QTest::qFail(toString(error).c_str(), where.file_name(), static_cast<int>(where.line()));
}

void Story::create(const std::string& queue, const QueueSettings& settings, const Where& where)
{
    must(CreateQueue{queue, settings}, where);
}

void Story::change(const std::string& queue, const QueueSettingsChange& change, const Where& where)
{
    must(SetQueueAttributes{queue, change}, where);
}

QueueAttributes Story::attributes(const std::string& queue, const Where& where)
{
    return must(GetQueueAttributes{queue}, where);
}

std::string Story::counters(const std::string& queue, const Where& where)
{
    const QueueAttributes now = attributes(queue, where);
    std::string text;
    const auto add = [&](std::int64_t count, const char* state) {
        if (count != 0)
            text += (text.empty() ? "" : ", ") + std::to_string(count) + ' ' + state;
    };
    add(now.activeMsgNum, "active");
    add(now.inactiveMsgNum, "inactive");
    add(now.delayMsgNum, "delayed");
    add(now.rewindmsgNum, "rewindable");
    return text.empty() ? "empty" : text;
}

std::string Story::oldest(const std::string& queue, const Where& where)
{
    const auto time = attributes(queue, where).minMsgTime;
    return time ? std::to_string(at(*time)) : "none";
}

std::string Story::names(const QueueList& list)
{
    std::string text;
    for (const QueueListItem& item : list.queueList)
        text = join(std::move(text), item.queueName);
    return text;
}

std::string Story::send(const std::string& queue, const std::string& body, Seconds delay,
                        const Where& where)
{
    return must(SendMessage{queue, body, delay}, where).msgId;
}

ReceivedMessage Story::receive(const std::string& queue, const Where& where)
{
    return must(ReceiveMessage{queue, 0s}, where);
}

std::string Story::drain(const std::string& queue, const Where& where)
{
    std::string text;
    for (;;) {
        const auto batch = ask(BatchReceiveMessage{queue, 16, 0s});
        if (!batch) {
            if (batch.error().id != ErrorId::NoMessage)
                failed(batch.error(), where);
            return text;
        }
        text = join(std::move(text), bodies(*batch));
    }
}

void Story::remove(const std::string& queue, const ReceivedMessage& message, const Where& where)
{
    must(DeleteMessage{queue, message.receiptHandle}, where);
}

ReceivedMessage Story::consume(const std::string& queue, const std::string& body,
                               const Where& where)
{
    send(queue, body, 0s, where);
    ReceivedMessage message = receive(queue, where);
    remove(queue, message, where);
    return message;
}

std::string Story::toldDelete(const std::string& queue, const ReceivedMessage& message)
{
    return told(DeleteMessage{queue, message.receiptHandle});
}

std::string Story::received(const std::string& queue)
{
    return heard(start(ReceiveMessage{queue, 0s}));
}

Poll Story::startReceive(const std::string& queue, std::optional<Seconds> wait)
{
    return start(ReceiveMessage{queue, wait});
}

BatchPoll Story::startReceive(const std::string& queue, std::int64_t numOfMsg, Seconds wait)
{
    return start(BatchReceiveMessage{queue, numOfMsg, wait});
}

std::string Story::heard(const Poll& poll)
{
    const auto answer = poll.result();
    return answer && *answer ? (*answer)->msgBody : poll.state();
}

std::string Story::heard(const BatchPoll& poll)
{
    const auto answer = poll.result();
    return answer && *answer ? bodies(**answer) : poll.state();
}

void Story::answer(const Pushed& push, int httpStatus)
{
    const bool isDelivered = httpStatus >= 200 && httpStatus < 300;
    backend().finishPush(
        push.request.pushId,
        {isDelivered, httpStatus, isDelivered ? "" : "HTTP status " + std::to_string(httpStatus)});
    backend().settle();
}

std::string bodies(const ReceivedMessages& messages)
{
    std::string text;
    for (const ReceivedMessage& message : messages.msgInfoList)
        text = join(std::move(text), message.msgBody);
    return text;
}

} // namespace conformance
