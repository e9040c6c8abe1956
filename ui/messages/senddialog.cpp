#include "senddialog.h"

#include "bodycomposer.h"
#include "bodyvariables.h"
#include "repetition.h"

#include "ui/common/banner.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/quantityedit.h"
#include "ui/common/translated.h"

#include "cmq/validation.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>

#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

SendDialog::SendDialog(QString queueName, std::int64_t maxMsgSize, Drafts& drafts,
                       Prompts& prompts, QWidget* parent)
    : FormDialog(u"sendDialog"_s, parent)
    , m_queueName(std::move(queueName))
    , m_maxMsgSize(maxMsgSize)
    , m_composer(new BodyComposer(drafts, prompts))
    , m_delay(new QuantityEdit(cmq::SettingUnit::Second, u"delaySeconds"_s))
    , m_repetition(new Repetition)
{
    resize(760, 560);
    m_composer->setLimit(maxMsgSize);
    m_delay->setValue(0);
    m_delayField = new Field(m_delay);
    body()->addWidget(m_composer, 1);
    body()->addWidget(m_delayField);
    body()->addWidget(m_repetition);

    offerCall([this] { return actionWith(m_composer->sample()); });
    connect(m_composer, &BodyComposer::changed, this, &SendDialog::check);
    connect(m_delay, &QuantityEdit::edited, this, &SendDialog::check);
    connect(this, &FormDialog::submitRequested, this, &SendDialog::submit);
    keepTranslated(this, [this] {
        setTitle(tr("Send message to %1").arg(formatForeign(m_queueName)));
        m_delayField->setTitle(tr("Delay"));
        m_delayField->setHint(tr("0 s to 1 h. Until it ends the message cannot be received."));
        submitButton()->setText(tr("Send"));
        submitButton()->setToolTip(tr("Ctrl+Enter"));
        closeButton()->setText(m_isRow ? tr("Stop") : tr("Close"));
        check();
    });
    m_composer->edit()->setFocus();
}

void SendDialog::setBody(const QByteArray& body)
{
    m_composer->setBody(body);
}

void SendDialog::showProgress(int done, int count)
{
    if (m_isRow)
        banner()->show(BannerKind::Info, tr("%1 of %2 messages were sent.")
                                             .arg(formatCount(done), formatCount(count)));
}

void SendDialog::showSent(int done, const QString& lastId)
{
    m_sentCount += done;
    setSending(false);
    const QString sent = m_sentCount == 1
                             ? tr("The message was sent. Ctrl+Enter sends it again.")
                             : tr("%n message(s) were sent from here.", nullptr, m_sentCount);
    banner()->show(BannerKind::Success, sent,
                   lastId.isEmpty() ? QString() : tr("Message ID %1").arg(formatForeign(lastId)));
}

void SendDialog::showFailure(int done, const cmq::Error& error)
{
    m_sentCount += done;
    setSending(false);
    if (done == 0)
        showRefusal(error);
    else
        banner()->show(BannerKind::Error,
                       tr("After %n message(s) it was refused: %1", nullptr, done)
                           .arg(errorSentence(error)),
                       errorDetail(error));
}

void SendDialog::reject()
{
    if (m_isRow)
        emit stopRequested();
    else
        FormDialog::reject();
}

void SendDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
        submitButton()->click();
        return;
    }
    FormDialog::keyPressEvent(event);
}

cmq::SendMessage SendDialog::action(const VariableValues& values) const
{
    return actionWith(m_composer->body(values));
}

cmq::SendMessage SendDialog::actionWith(const QByteArray& body) const
{
    return {m_queueName.toStdString(), body.toStdString(),
            cmq::Seconds(m_delay->value().value_or(0))};
}

void SendDialog::check()
{
    const cmq::SendMessage message = actionWith(m_composer->sample());
    const cmq::FieldErrors errors = cmq::validate(message);
    m_composer->setRefusal(m_composer->isTouched() ? fieldError(errors, "msgBody") : QString());
    m_delayField->setError(m_delay->value() ? fieldError(errors, "delaySeconds")
                                            : tr("Write a duration such as 30s or 5m."));
    setValid(errors.empty() && m_composer->error().isEmpty() && m_delay->value(),
             tr("Complete the fields first"));
}

void SendDialog::submit()
{
    banner()->clear();
    setSending(true);
    emit submitted(m_repetition->count(), m_repetition->interval());
}

void SendDialog::setSending(bool isSending)
{
    const bool wasRow = std::exchange(m_isRow, isSending && m_repetition->count() > 1);
    m_composer->setEnabled(!m_isRow);
    m_delay->setEnabled(!m_isRow);
    m_repetition->setEnabled(!m_isRow);
    closeButton()->setText(m_isRow ? tr("Stop") : tr("Close"));
    setBusy(isSending);
    if (wasRow && !m_isRow)
        m_composer->edit()->setFocus(); // so that Ctrl+Enter sends again
}

} // namespace ui
