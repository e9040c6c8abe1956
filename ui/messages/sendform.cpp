#include "sendform.h"

#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/quantityedit.h"
#include "ui/common/translated.h"

#include <QBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

SendForm::SendForm(QString queueName, std::int64_t maxMsgSize, Drafts& drafts, Prompts& prompts,
                   QWidget* parent)
    : MessageForm(drafts, prompts, Qt::Vertical, parent)
    , m_queueName(std::move(queueName))
    , m_delay(new QuantityEdit(cmq::SettingUnit::Second, u"delaySeconds"_s))
{
    setObjectName(u"sendForm"_s);
    m_delay->setValue(0);
    m_delayField = new Field(m_delay);
    fields()->addWidget(m_delayField);
    setLimit(maxMsgSize); // has everything checked
    connect(m_delay, &QuantityEdit::edited, this, [this] { check(); });
    keepTranslated(this, [this] {
        m_delayField->setTitle(tr("Delay"));
        m_delayField->setHint(tr("0 s to 1 h. Until it ends the message cannot be received."));
        check();
    });
}

QString SendForm::title() const
{
    return tr("Send message to %1").arg(formatForeign(m_queueName));
}

QString SendForm::submitText() const
{
    return tr("Send");
}

MessageForm::Message SendForm::messageWith(const QByteArray& body) const
{
    return cmq::SendMessage{m_queueName.toStdString(), body.toStdString(),
                            cmq::Seconds(m_delay->value().value_or(0))};
}

bool SendForm::showErrors(const cmq::FieldErrors& errors)
{
    m_delayField->setError(m_delay->value() ? fieldError(errors, "delaySeconds")
                                            : tr("Write a duration such as 30s or 5m."));
    return m_delay->value().has_value();
}

void SendForm::setFieldsEnabled(bool isEnabled)
{
    m_delay->setEnabled(isEnabled);
}

QString SendForm::progressText(int done, int count) const
{
    return tr("%1 of %2 messages were sent.").arg(formatCount(done), formatCount(count));
}

QString SendForm::sentText(int count) const
{
    return count == 1 ? tr("The message was sent. Ctrl+Enter sends it again.")
                      : tr("%n message(s) were sent from here.", nullptr, count);
}

} // namespace ui
