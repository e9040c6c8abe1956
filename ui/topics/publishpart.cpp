#include "publishpart.h"

#include "publishform.h"

#include "ui/common/banner.h"
#include "ui/common/callhost.h"
#include "ui/common/style.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"
#include "ui/messages/sending.h"

#include <QBoxLayout>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

PublishPart::PublishPart(const cmq::TopicAttributes& topic, Connection& connection,
                         Prompts& prompts, QWidget* parent)
    : QWidget(parent)
    , m_form(new PublishForm(topic, connection.drafts(), prompts, Qt::Horizontal))
    , m_banner(new Banner(u"publishPartBanner"_s))
    , m_call(makeCallButton(
          this, [this] { return cmq::Action(std::get<cmq::PublishMessage>(m_form->sample())); }))
    , m_stop(new QPushButton)
    , m_submit(new QPushButton)
{
    m_call->setObjectName(u"publishPartCall"_s);
    m_stop->setObjectName(u"publishPartStop"_s);
    m_submit->setObjectName(u"publishPartSubmit"_s);
    setButtonKind(m_submit, ButtonKind::Primary);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_call);
    buttons->addStretch();
    buttons->addWidget(m_stop);
    buttons->addWidget(m_submit);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_banner);
    layout->addWidget(m_form, 1);
    layout->addLayout(buttons);

    new Sending(connection, m_form); // owned by the form
    connect(m_submit, &QPushButton::clicked, m_form, &MessageForm::submit);
    connect(m_stop, &QPushButton::clicked, m_form, &MessageForm::stopRequested);
    connect(m_form, &MessageForm::submitted, m_banner, &Banner::clear);
    connect(m_form, &MessageForm::told, m_banner, &Banner::show);
    connect(m_form, &MessageForm::stateChanged, this, &PublishPart::showState);
    keepTranslated(this, [this, &connection] {
        m_form->setWhyNot(connection.whyNot(cmq::PublishMessage()));
        m_stop->setText(tr("Stop"));
        showState();
    });
}

void PublishPart::setSubscriptions(const QList<SubscriptionRow>& subscriptions)
{
    m_form->setSubscriptions(subscriptions);
}

void PublishPart::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_call->setVisible(CallHost::around(this)); // not known before we are in a window
}

void PublishPart::showState()
{
    const QString problem = m_form->problem();
    m_submit->setText(m_form->submitText());
    m_submit->setEnabled(problem.isEmpty() && !m_form->isSending());
    m_submit->setToolTip(problem.isEmpty() ? tr("Ctrl+Enter") : problem);
    m_stop->setVisible(m_form->isRow());
}

} // namespace ui
