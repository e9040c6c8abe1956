#include "messagedialog.h"

#include "messageform.h"

#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QPushButton>

namespace ui {

MessageDialog::MessageDialog(const QString& name, MessageForm* form, QSize size, QWidget* parent)
    : FormDialog(name, parent)
    , m_form(form)
{
    resize(size);
    body()->addWidget(form, 1);
    offerCall([form] {
        return std::visit([](auto&& message) { return cmq::Action(message); }, form->sample());
    });
    connect(this, &FormDialog::submitRequested, form, &MessageForm::submit);
    connect(form, &MessageForm::submitted, banner(), &Banner::clear);
    connect(form, &MessageForm::told, banner(), &Banner::show);
    connect(form, &MessageForm::stateChanged, this, &MessageDialog::showState);
    keepTranslated(this, [this] {
        setTitle(m_form->title());
        showState();
    });
    form->focusBody();
}

void MessageDialog::showState()
{
    submitButton()->setText(m_form->submitText());
    closeButton()->setText(m_form->isRow() ? tr("Stop") : tr("Close"));
    setValid(m_form->problem().isEmpty(), m_form->problem());
    setBusy(m_form->isSending());
    if (m_form->problem().isEmpty())
        submitButton()->setToolTip(tr("Ctrl+Enter"));
}

void MessageDialog::reject()
{
    if (m_form->isRow())
        emit m_form->stopRequested();
    else
        FormDialog::reject();
}

} // namespace ui
