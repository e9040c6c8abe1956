#include "messageoperation.h"

#include "ui/common/errortext.h"
#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

namespace ui {

MessageOperation::MessageOperation(Connection& connection, QString queueName,
                                   const QList<cmq::PeekedMessage>& messages,
                                   std::unique_ptr<MessageWork> work, QObject* parent)
    : Operation(parent)
    , m_connection(connection)
    , m_queueName(std::move(queueName))
    , m_work(std::move(work))
{
    QStringList ids;
    m_entries.reserve(std::size_t(messages.size()));
    for (const cmq::PeekedMessage& message : messages) {
        m_entries.push_back(message.entry);
        ids += QString::fromStdString(message.msgId);
    }
    setSubjects(ids);
}

MessageOperation::~MessageOperation() = default;

QString MessageOperation::subjectTitle() const
{
    return tr("Message ID");
}

QString MessageOperation::conclude(bool isComplete)
{
    return m_work->conclude(isComplete);
}

void MessageOperation::begin(int row)
{
    const std::uint64_t entry = m_entries[std::size_t(row)];
    cmq::PeekMessages look;
    look.queueName = m_queueName.toStdString();
    look.after = entry - 1;
    look.limit = 1;
    look.withBodies = m_work->needsBodies();
    onResult(m_connection.call(std::move(look)), this,
             [this, row, entry](const cmq::Result<cmq::PeekedMessages>& answer) {
                 if (!answer) {
                     finish(row, {WorkState::Failed, errorSentence(answer.error())});
                     return;
                 }
                 if (answer->messages.empty() || answer->messages.front().entry != entry) {
                     finish(row, {WorkState::Failed, tr("It is not in the queue any more.")});
                     return;
                 }
                 m_work->perform(this, answer->messages.front(), [this, row](WorkOutcome outcome) {
                     finish(row, std::move(outcome));
                 });
             });
}

} // namespace ui
