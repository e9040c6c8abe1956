#include "publishing.h"

#include "publishdialog.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"
#include "ui/connections/drafts.h"
#include "ui/messages/bodyvariables.h"

namespace ui {

Publishing::Publishing(Connection& connection, PublishDialog* dialog)
    : QObject(dialog)
    , m_connection(connection)
    , m_dialog(dialog)
{
    connect(dialog, &PublishDialog::submitted, this,
            [this](int count, std::chrono::milliseconds interval) {
                m_repeating.start(count, interval,
                                  [this](qint64 seq, Repeating::Answered answered) {
                                      publish(seq, std::move(answered));
                                  });
            });
    connect(dialog, &PublishDialog::stopRequested, &m_repeating, &Repeating::stop);
    connect(&m_repeating, &Repeating::progressed, dialog, &PublishDialog::showProgress);
    connect(&m_repeating, &Repeating::finished, dialog, &PublishDialog::showPublished);
    connect(&m_repeating, &Repeating::failed, dialog, &PublishDialog::showFailure);
}

void Publishing::publish(qint64 seq, Repeating::Answered answered)
{
    const cmq::PublishMessage action = m_dialog->action(variableValues(seq, m_connection.now()));
    onResult(m_connection.call(action), this,
             [this, action, answered = std::move(answered)](
                 const cmq::Result<cmq::MessageIdReply>& answer) {
                 if (answer) {
                     QStringList filter;
                     for (const std::string& tag : action.msgTag)
                         filter += QString::fromStdString(tag);
                     if (action.routingKey)
                         filter += QString::fromStdString(*action.routingKey);
                     m_connection.drafts().addSent(
                         {QString::fromStdString(action.topicName),
                          QByteArray::fromStdString(action.msgBody), filter, m_connection.now(),
                          QString::fromStdString(answer->msgId)});
                 }
                 answered(answer);
             });
}

} // namespace ui
