#include "sending.h"

#include "bodyvariables.h"
#include "messagedialog.h"
#include "sendform.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"
#include "ui/connections/drafts.h"

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize DialogSize(760, 560);

SentMessage sentOf(const cmq::SendMessage& action)
{
    return {QString::fromStdString(action.queueName),
            QByteArray::fromStdString(action.msgBody),
            {},
            {},
            {}};
}

SentMessage sentOf(const cmq::PublishMessage& action)
{
    QStringList filter;
    for (const std::string& tag : action.msgTag)
        filter += QString::fromStdString(tag);
    if (action.routingKey)
        filter += QString::fromStdString(*action.routingKey);
    return {QString::fromStdString(action.topicName),
            QByteArray::fromStdString(action.msgBody),
            filter,
            {},
            {}};
}

} // namespace

Sending::Sending(Connection& connection, MessageForm* form)
    : QObject(form)
    , m_connection(connection)
{
    connect(form, &MessageForm::submitted, this,
            [this, form](int count, std::chrono::milliseconds interval) {
                m_repeating.start(
                    count, interval, [this, form](qint64 seq, Repeating::Answered answered) {
                        std::visit([&](const auto& action) { send(action, std::move(answered)); },
                                   form->message(variableValues(seq, m_connection.now())));
                    });
            });
    connect(form, &MessageForm::stopRequested, &m_repeating, &Repeating::stop);
    connect(&m_repeating, &Repeating::progressed, form, &MessageForm::showProgress);
    connect(&m_repeating, &Repeating::finished, form, &MessageForm::showSent);
    connect(&m_repeating, &Repeating::failed, form, &MessageForm::showFailure);
}

MessageDialog* Sending::open(Connection& connection, Prompts& prompts, const QString& queueName,
                             std::int64_t maxMsgSize, QWidget* window, const QByteArray& body)
{
    auto* form = new SendForm(queueName, maxMsgSize, connection.drafts(), prompts);
    if (!body.isNull())
        form->setBody(body);
    new Sending(connection, form); // owned by the form
    auto* dialog = new MessageDialog(u"sendDialog"_s, form, DialogSize, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

template <cmq::ActionType A>
void Sending::send(const A& action, Repeating::Answered answered)
{
    onResult(m_connection.call(action), this,
             [this, sent = sentOf(action), answered = std::move(answered)](
                 const cmq::Result<cmq::MessageIdReply>& answer) mutable {
                 if (answer) {
                     sent.time = m_connection.now();
                     sent.msgId = QString::fromStdString(answer->msgId);
                     m_connection.drafts().addSent(sent);
                 }
                 answered(answer);
             });
}

} // namespace ui
