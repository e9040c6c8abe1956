#include "messageworks.h"

#include "messagetext.h"

#include "ui/common/background.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

#include <QCoreApplication>

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
    // Without a handle the broker says itself that it is not valid.
    cmq::DeleteMessage action{m_queueName.toStdString(), message.receiptHandle};
    if (message.state != cmq::MessageState::Inactive) {
        QMetaObject::invokeMethod(
            context,
            [finish = std::move(finish)] {
                finish({WorkState::Failed, MessageWorkText::tr("It is not in flight any more.")});
            },
            Qt::QueuedConnection);
        return;
    }
    onResult(m_connection.call(std::move(action)), context,
             [finish = std::move(finish)](const cmq::Result<cmq::Done>& answer) {
                 finish(answer ? WorkOutcome{WorkState::Done, MessageWorkText::tr("Deleted")}
                               : outcomeOf(answer.error()));
             });
}

SendWork::SendWork(Connection& connection, QString targetName)
    : m_connection(connection)
    , m_targetName(std::move(targetName))
{
}

QString SendWork::title() const
{
    return MessageWorkText::tr("Send copies to %1").arg(formatForeign(m_targetName));
}

void SendWork::perform(QObject* context, const cmq::PeekedMessage& message, Finish finish)
{
    cmq::SendMessage action{m_targetName.toStdString(), message.msgBody, {}};
    onResult(m_connection.call(std::move(action)), context,
             [finish = std::move(finish)](const cmq::Result<cmq::MessageIdReply>& answer) {
                 if (answer)
                     finish({WorkState::Done,
                             MessageWorkText::tr("Sent as %1")
                                 .arg(formatForeign(QString::fromStdString(answer->msgId)))});
                 else
                     finish(outcomeOf(answer.error()));
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
