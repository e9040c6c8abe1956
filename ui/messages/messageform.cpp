#include "messageform.h"

#include "bodycomposer.h"
#include "bodyvariables.h"
#include "repetition.h"

#include "ui/common/errortext.h"
#include "ui/common/format.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>

#include <utility>

namespace ui {

MessageForm::MessageForm(Drafts& drafts, Prompts& prompts, Qt::Orientation orientation,
                         QWidget* parent)
    : QWidget(parent)
    , m_composer(new BodyComposer(drafts, prompts))
    , m_fields(new QBoxLayout(orientation == Qt::Horizontal ? QBoxLayout::LeftToRight
                                                            : QBoxLayout::TopToBottom))
    , m_repetition(new Repetition)
{
    m_fields->setSpacing(12);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_composer, 2);
    layout->addLayout(m_fields, 1);
    layout->addWidget(m_repetition);
    connect(m_composer, &BodyComposer::changed, this, &MessageForm::check);
}

void MessageForm::setBody(const QByteArray& body)
{
    m_composer->setBody(body);
}

void MessageForm::focusBody()
{
    m_composer->edit()->setFocus();
}

void MessageForm::setLimit(std::int64_t bytes)
{
    m_composer->setLimit(bytes);
}

void MessageForm::setWhyNot(const QString& reason)
{
    m_whyNot = reason;
    emit stateChanged();
}

QString MessageForm::problem() const
{
    if (!m_whyNot.isEmpty())
        return m_whyNot;
    return m_isValid ? QString() : tr("Complete the fields first");
}

MessageForm::Message MessageForm::message(const VariableValues& values) const
{
    return messageWith(m_composer->body(values));
}

MessageForm::Message MessageForm::sample() const
{
    return messageWith(m_composer->sample());
}

void MessageForm::check()
{
    const cmq::FieldErrors errors =
        std::visit([](const auto& action) { return cmq::validate(action); }, sample());
    m_composer->setRefusal(m_composer->isTouched() ? fieldError(errors, "msgBody") : QString());
    const bool areFieldsRight = showErrors(errors);
    m_isValid = areFieldsRight && errors.empty() && m_composer->error().isEmpty();
    emit stateChanged();
}

void MessageForm::submit()
{
    if (m_isSending || !problem().isEmpty())
        return;
    setSending(true);
    emit submitted(m_repetition->count(), m_repetition->interval());
}

void MessageForm::showProgress(int done, int count)
{
    if (m_isRow)
        emit told(BannerKind::Info, progressText(done, count), {});
}

void MessageForm::showSent(int done, const QString& lastId)
{
    m_sentCount += done;
    setSending(false);
    emit told(BannerKind::Success, sentText(m_sentCount),
              lastId.isEmpty() ? QString() : tr("Message ID %1").arg(formatForeign(lastId)));
}

void MessageForm::showFailure(int done, const cmq::Error& error)
{
    m_sentCount += done;
    setSending(false);
    emit told(
        BannerKind::Error,
        done == 0
            ? errorSentence(error)
            : tr("After %n message(s) it was refused: %1", nullptr, done).arg(errorSentence(error)),
        errorDetail(error));
}

void MessageForm::setSending(bool isSending)
{
    m_isSending = isSending;
    const bool wasRow = std::exchange(m_isRow, isSending && m_repetition->count() > 1);
    m_composer->setEnabled(!m_isRow);
    m_repetition->setEnabled(!m_isRow);
    setFieldsEnabled(!m_isRow);
    if (wasRow && !m_isRow)
        focusBody(); // so that Ctrl+Enter sends again
    emit stateChanged();
}

void MessageForm::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        submit();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui
