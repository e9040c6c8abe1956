#include "sending.h"

#include "bodyvariables.h"
#include "senddialog.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"
#include "ui/connections/drafts.h"

namespace ui {

Sending::Sending(Connection& connection, SendDialog* dialog)
    : QObject(dialog)
    , m_connection(connection)
    , m_dialog(dialog)
{
    connect(dialog, &SendDialog::submitted, this,
            [this](int count, std::chrono::milliseconds interval) {
                m_repeating.start(count, interval,
                                  [this](qint64 seq, Repeating::Answered answered) {
                                      send(seq, std::move(answered));
                                  });
            });
    connect(dialog, &SendDialog::stopRequested, &m_repeating, &Repeating::stop);
    connect(&m_repeating, &Repeating::progressed, dialog, &SendDialog::showProgress);
    connect(&m_repeating, &Repeating::finished, dialog, &SendDialog::showSent);
    connect(&m_repeating, &Repeating::failed, dialog, &SendDialog::showFailure);
}

SendDialog* Sending::open(Connection& connection, Prompts& prompts, const QString& queueName,
                          std::int64_t maxMsgSize, QWidget* window, const QByteArray& body)
{
    auto* dialog =
        new SendDialog(queueName, maxMsgSize, connection.drafts(), prompts, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!body.isNull())
        dialog->setBody(body);
    new Sending(connection, dialog); // owned by the dialog
    dialog->open();
    return dialog;
}

void Sending::send(qint64 seq, Repeating::Answered answered)
{
    const cmq::SendMessage action = m_dialog->action(variableValues(seq, m_connection.now()));
    onResult(m_connection.call(action), this,
             [this, action, answered = std::move(answered)](
                 const cmq::Result<cmq::MessageIdReply>& answer) {
                 if (answer)
                     m_connection.drafts().addSent(
                         {QString::fromStdString(action.queueName),
                          QByteArray::fromStdString(action.msgBody),
                          {},
                          m_connection.now(),
                          QString::fromStdString(answer->msgId)});
                 answered(answer);
             });
}

} // namespace ui
