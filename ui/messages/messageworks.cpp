#include "messageworks.h"

#include "messagetext.h"

#include "ui/common/background.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

#include "cmq/messageactions.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

struct MessageWorkText
{
    Q_DECLARE_TR_FUNCTIONS(ui::MessageWork)
};

WorkOutcome outcomeOf(const cmq::Error& error)
{
    return {error.outcome == cmq::Outcome::MayHaveHappened ? WorkState::Unknown : WorkState::Failed,
            errorSentence(error)};
}

void finishLater(QObject* context, const MessageWork::Finish& finish, const WorkOutcome& outcome)
{
    QMetaObject::invokeMethod(
        context, [finish, outcome] { finish(outcome); }, Qt::QueuedConnection);
}

/// Deletes one message as the connection can, and says in an outcome what came of it.
void deleteOne(Connection& connection, const QString& queueName, QObject* context,
               const cmq::PeekedMessage& message, const MessageWork::Finish& finish)
{
    const auto tell = [finish](const cmq::Result<cmq::Done>& answer) {
        finish(answer ? WorkOutcome{WorkState::Done, MessageWorkText::tr("Deleted")}
                      : outcomeOf(answer.error()));
    };
    const cmq::RemoveMessage remove{queueName.toStdString(), message.entry};
    if (message.entry != 0 && connection.whyNot(remove).isEmpty())
        onResult(connection.call(remove), context, tell);
    else if (message.receiptHandle.empty())
        finishLater(context, finish,
                    {WorkState::Failed, MessageWorkText::tr("It is not in flight any more.")});
    else
        onResult(
            connection.call(cmq::DeleteMessage{queueName.toStdString(), message.receiptHandle}),
            context, tell);
}

/// The queue a message goes to.
std::string targetOf(const MessageTarget& target, const cmq::PeekedMessage& message)
{
    return target.queueName.isEmpty() ? message.originQueueName : target.queueName.toStdString();
}

QString nameOf(const MessageTarget& target)
{
    return target.queueName.isEmpty() ? MessageWorkText::tr("the queues they came from")
                                      : formatForeign(target.queueName);
}

/// What is left of a delay: the copy becomes visible when the original would have.
cmq::Seconds delayOf(const cmq::PeekedMessage& message, cmq::Time now)
{
    if (message.state != cmq::MessageState::Delayed || !message.nextVisibleTime)
        return cmq::Seconds(0);
    return std::clamp(std::chrono::ceil<cmq::Seconds>(*message.nextVisibleTime - now),
                      cmq::Seconds(0), cmq::DelaySecondsMax);
}

using Sent = std::function<void(const cmq::Result<cmq::MessageIdReply>&)>;

/// Sends a copy; why it cannot be tried, if so.
QString sendCopy(const MessageTarget& target, QObject* context, const cmq::PeekedMessage& message,
                 Sent sent)
{
    if (!target.connection)
        return MessageWorkText::tr("The connection it goes to was closed.");
    const std::string queue = targetOf(target, message);
    if (queue.empty())
        return MessageWorkText::tr("It is no dead letter: nobody knows where it came from.");
    onResult(target.connection->call(cmq::SendMessage{queue, message.msgBody,
                                                      delayOf(message, target.connection->now())}),
             context, std::move(sent));
    return {};
}

} // namespace

DeleteWork::DeleteWork(Connection& connection, QString queueName)
    : m_connection(connection)
    , m_queueName(std::move(queueName))
{
}

QString DeleteWork::title() const
{
    return MessageWorkText::tr("Delete messages from %1").arg(formatForeign(m_queueName));
}

void DeleteWork::perform(QObject* context, const cmq::PeekedMessage& message, Finish finish)
{
    deleteOne(m_connection, m_queueName, context, message, finish);
}

CopyWork::CopyWork(MessageTarget target)
    : m_target(std::move(target))
{
}

QString CopyWork::title() const
{
    return MessageWorkText::tr("Send messages to %1").arg(nameOf(m_target));
}

void CopyWork::perform(QObject* context, const cmq::PeekedMessage& message, Finish finish)
{
    const QString whyNot = sendCopy(
        m_target, context, message, [finish](const cmq::Result<cmq::MessageIdReply>& answer) {
            if (answer)
                finish({WorkState::Done,
                        MessageWorkText::tr("Sent as %1")
                            .arg(formatForeign(QString::fromStdString(answer->msgId)))});
            else
                finish(outcomeOf(answer.error()));
        });
    if (!whyNot.isEmpty())
        finishLater(context, finish, {WorkState::Failed, whyNot});
}

MoveWork::MoveWork(Connection& source, QString queueName, MessageTarget target)
    : m_source(source)
    , m_queueName(std::move(queueName))
    , m_target(std::move(target))
{
}

QString MoveWork::title() const
{
    return MessageWorkText::tr("Move messages from %1 to %2")
        .arg(formatForeign(m_queueName), nameOf(m_target));
}

void MoveWork::perform(QObject* context, const cmq::PeekedMessage& message, Finish finish)
{
    const QString key =
        message.entry != 0 ? QString::number(message.entry) : QString::fromStdString(message.msgId);
    if (m_copies.contains(key)) {
        erase(context, message, key, finish);
        return;
    }
    const QString whyNot = sendCopy(
        m_target, context, message,
        [this, context, message, key, finish](const cmq::Result<cmq::MessageIdReply>& answer) {
            if (!answer) {
                finish(outcomeOf(answer.error()));
                return;
            }
            m_copies.insert(key, formatForeign(QString::fromStdString(answer->msgId)));
            erase(context, message, key, finish);
        });
    if (!whyNot.isEmpty())
        finishLater(context, finish, {WorkState::Failed, whyNot});
}

void MoveWork::erase(QObject* context, const cmq::PeekedMessage& message, const QString& key,
                     const Finish& finish)
{
    const QString copyId = m_copies.value(key);
    const auto moved = MessageWorkText::tr("Moved, as %1").arg(copyId);
    if (message.state == cmq::MessageState::Rewindable) { // deleted before
        finishLater(context, finish, {WorkState::Done, moved});
        return;
    }
    deleteOne(m_source, m_queueName, context, message, [=, this](const WorkOutcome& outcome) {
        if (outcome.state == WorkState::Done) {
            m_copies.remove(key);
            finish({WorkState::Done, moved});
        } else {
            finish({outcome.state, MessageWorkText::tr("Copied as %1, but the original is still "
                                                       "there: %2")
                                       .arg(copyId, outcome.text)});
        }
    });
}

ExportWork::ExportWork(ExportFormat format, const QString& path)
    : m_format(format)
    , m_file(std::make_shared<File>())
{
    m_file->file.setFileName(path);
}

QString ExportWork::title() const
{
    return MessageWorkText::tr("Export messages to %1").arg(m_file->file.fileName());
}

void ExportWork::perform(QObject* context, const cmq::PeekedMessage& message, Finish finish)
{
    const auto write = [file = m_file, format = m_format, message] {
        QByteArray text;
        if (!file->isOpen) {
            if (!file->file.open(QIODevice::WriteOnly))
                return file->file.errorString();
            file->isOpen = true;
            if (format == ExportFormat::Csv)
                text = csvHeader();
        }
        text += format == ExportFormat::Csv ? csvLine(message) : jsonLine(message);
        return file->file.write(text) == text.size() ? QString() : file->file.errorString();
    };
    inBackground(context, write, [finish = std::move(finish)](const QString& error) {
        finish(error.isEmpty() ? WorkOutcome{WorkState::Done, MessageWorkText::tr("Written")}
                               : WorkOutcome{WorkState::Failed, error});
    });
}

QString ExportWork::conclude(bool isComplete)
{
    if (!isComplete) {
        m_file->file.cancelWriting();
        return MessageWorkText::tr("No file was written.");
    }
    const bool isWritten = m_file->isOpen && m_file->file.commit();
    return isWritten ? QString()
                     : MessageWorkText::tr("%1 could not be written: %2")
                           .arg(m_file->file.fileName(), m_file->file.errorString());
}

} // namespace ui
