#include "senddialog.h"

#include "ui/common/banner.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/quantityedit.h"
#include "ui/common/translated.h"

#include "cmq/validation.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// What was typed, byte for byte: toPlainText() would turn no-break spaces into spaces.
QByteArray bytesOf(const QPlainTextEdit* edit)
{
    QString text = edit->document()->toRawText();
    text.replace(QChar::ParagraphSeparator, QChar::LineFeed);
    text.replace(QChar::LineSeparator, QChar::LineFeed);
    return text.toUtf8();
}

} // namespace

SendDialog::SendDialog(QString queueName, std::int64_t maxMsgSize, QWidget* parent)
    : FormDialog(u"sendDialog"_s, parent)
    , m_queueName(std::move(queueName))
    , m_maxMsgSize(maxMsgSize)
    , m_body(new QPlainTextEdit)
    , m_delay(new QuantityEdit(cmq::SettingUnit::Second, u"delaySeconds"_s))
{
    resize(600, 460);
    m_body->setObjectName(u"messageBody"_s);
    m_body->setFont(monoFont());
    m_body->setTabChangesFocus(true);
    m_body->setMinimumHeight(140);
    m_bodyField = new Field(m_body);
    m_delay->setValue(0);
    m_delayField = new Field(m_delay);
    body()->addWidget(m_bodyField, 1);
    body()->addWidget(m_delayField);

    connect(m_body, &QPlainTextEdit::textChanged, this, [this] {
        m_bodyTouched = true;
        check();
    });
    connect(m_delay, &QuantityEdit::edited, this, &SendDialog::check);
    connect(this, &FormDialog::submitRequested, this, &SendDialog::submit);
    keepTranslated(this, [this] {
        setTitle(tr("Send message to %1").arg(formatForeign(m_queueName)));
        m_bodyField->setTitle(tr("Body"));
        m_body->setPlaceholderText(tr("Text in UTF-8, sent as it stands here"));
        m_delayField->setTitle(tr("Delay"));
        m_delayField->setHint(tr("0 s to 1 h. Until it ends the message cannot be received."));
        submitButton()->setText(tr("Send"));
        submitButton()->setToolTip(tr("Ctrl+Enter"));
        closeButton()->setText(tr("Close"));
        check();
    });
    m_body->setFocus();
}

void SendDialog::setBody(const QString& text)
{
    m_body->setPlainText(text);
    if (text.contains(u'\r'))
        banner()->show(BannerKind::Info, tr("Here every line ends with a line feed only."));
}

void SendDialog::showSent(const QString& msgId)
{
    ++m_sentCount;
    setBusy(false);
    const QString sent = m_sentCount == 1
                             ? tr("The message was sent. Ctrl+Enter sends it again.")
                             : tr("%n message(s) were sent from here.", nullptr, m_sentCount);
    banner()->show(BannerKind::Success, sent, tr("Message ID %1").arg(formatForeign(msgId)));
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

cmq::SendMessage SendDialog::action() const
{
    return {m_queueName.toStdString(), bytesOf(m_body).toStdString(),
            cmq::Seconds(m_delay->value().value_or(0))};
}

void SendDialog::check()
{
    const cmq::SendMessage message = action();
    const cmq::FieldErrors errors = cmq::validate(message);
    const auto errorOf = [&](std::string_view parameter) {
        const auto it = std::ranges::find(errors, parameter, &cmq::Error::parameter);
        return it == errors.end() ? QString() : errorSentence(*it);
    };

    const auto length = std::int64_t(message.msgBody.size());
    const bool isTooLong = length > m_maxMsgSize;
    m_bodyField->setHint(tr("%1 of %2").arg(formatBytes(length), formatBytes(m_maxMsgSize)));
    if (isTooLong)
        m_bodyField->setError(tr("%1 is more than the queue takes, %2.")
                                  .arg(formatBytes(length), formatBytes(m_maxMsgSize)));
    else
        m_bodyField->setError(m_bodyTouched ? errorOf("msgBody") : QString());
    m_delayField->setError(m_delay->value() ? errorOf("delaySeconds")
                                            : tr("Write a duration such as 30s or 5m."));
    setValid(errors.empty() && !isTooLong && m_delay->value(), tr("Complete the fields first"));
}

void SendDialog::submit()
{
    banner()->clear();
    setBusy(true);
    emit submitted(action());
}

} // namespace ui
