#include "receiving.h"

#include "receivedialog.h"
#include "takeandhold.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

namespace ui {

Receiving::Receiving(Connection& connection, QString queueName, ReceiveDialog* dialog)
    : QObject(dialog)
    , m_connection(connection)
    , m_queueName(std::move(queueName))
    , m_dialog(dialog)
{
    connect(dialog, &ReceiveDialog::receiveRequested, this, &Receiving::receive);
    connect(dialog, &ReceiveDialog::cancelRequested, this, [this] { m_request.cancel(); });
    connect(dialog, &ReceiveDialog::deleteRequested, this, &Receiving::erase);
}

void Receiving::open(Connection& connection, const QString& queueName,
                     const cmq::QueueSettings& queue, Prompts& prompts, QWidget* window)
{
    ReceiveDialog::Limits limits;
    limits.wait = queue.pollingWaitSeconds;
    limits.visibilityTimeout = queue.visibilityTimeout;
    if (!connection.whyNot(cmq::PeekMessages()).isEmpty())
        limits.consequences = takeAndHoldHelp(queue);
    auto* dialog = new ReceiveDialog(
        queueName, limits, [&connection] { return connection.now(); }, prompts, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    new Receiving(connection, queueName, dialog); // owned by the dialog
    // The clock of a sandbox stays in reach: moving it is what one receives there for.
    if (connection.timeControl())
        dialog->show();
    else
        dialog->open();
}

void Receiving::receive(int count, cmq::Seconds wait)
{
    cmq::BatchReceiveMessage action;
    action.queueName = m_queueName.toStdString();
    action.numOfMsg = count;
    action.pollingWaitSeconds = wait;
    m_request = m_connection.call(std::move(action));
    m_dialog->setWaiting(true);
    onResult(m_request, this,
             [this](const cmq::Result<cmq::ReceivedMessages>& answer) { finish(answer); });
}

void Receiving::finish(const cmq::Result<cmq::ReceivedMessages>& answer)
{
    m_dialog->setWaiting(false);
    if (answer)
        m_dialog->addMessages(answer->msgInfoList);
    else if (answer.error().id == cmq::ErrorId::NoMessage)
        m_dialog->showEmpty();
    else if (answer.error().id != cmq::ErrorId::Cancelled)
        m_dialog->showError(answer.error());
}

void Receiving::erase(const QStringList& handles)
{
    for (const QString& handle : handles) {
        onResult(
            m_connection.call(cmq::DeleteMessage{m_queueName.toStdString(), handle.toStdString()}),
            this, [this, handle](const cmq::Result<cmq::Done>& answer) {
                QHash<QString, cmq::Error> failures;
                if (!answer)
                    failures.insert(handle, answer.error());
                m_dialog->showDeleted({handle}, failures);
            });
    }
}

} // namespace ui
