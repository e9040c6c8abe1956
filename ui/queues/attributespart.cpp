#include "attributespart.h"

#include "cloudfacts.h"
#include "deadletterform.h"
#include "queuefeed.h"
#include "queuesettingsform.h"
#include "savesettings.h"

#include "ui/common/banner.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/style.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"

#include "cmq/validation.h"

#include <QBoxLayout>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int FormWidthMax = 760;
}

AttributesPart::AttributesPart(Connection& connection, QueueFeed& feed, QWidget* parent)
    : QScrollArea(parent)
    , m_connection(connection)
    , m_feed(feed)
    , m_facts(new Label(TextRole::Caption, Tone::Muted))
    , m_banner(new Banner(u"attributesBanner"_s))
    , m_place(new QVBoxLayout)
    , m_save(new QPushButton)
    , m_revert(new QPushButton)
{
    setObjectName(u"attributesPart"_s);
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    m_facts->setObjectName(u"attributesFacts"_s);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_save->setObjectName(u"attributesSave"_s);
    setButtonKind(m_save, ButtonKind::Primary);
    m_revert->setObjectName(u"attributesRevert"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_revert);
    buttons->addStretch();
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 12, 0, 12);
    layout->setSpacing(12);
    layout->addWidget(m_facts);
    layout->addWidget(m_banner);
    layout->addLayout(m_place);
    layout->addLayout(buttons);
    layout->addStretch();
    content->setMaximumWidth(FormWidthMax);
    setWidget(content);
    connect(m_save, &QPushButton::clicked, this, &AttributesPart::save);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        m_queue->settings = m_latest;
        m_banner->clear();
        makeForm();
    });
    keepTranslated(this, [this] { retranslate(); });
}

void AttributesPart::setQueue(const cmq::QueueAttributes& queue)
{
    const bool isNew = !m_queue;
    const bool isChanged = isNew || queue.settings != m_latest;
    const bool wasEdited = !isNew && isEdited();
    m_latest = queue.settings;
    if (isChanged && wasEdited && !m_isSaving)
        m_banner->show(BannerKind::Warning,
                       tr("The attributes were changed elsewhere meanwhile. Revert shows them; "
                          "saving sets what you changed."));
    m_facts->setText(tr("ID %1 · created %2 · modified %3")
                         .arg(QString::fromStdString(queue.queueId),
                              formatInstant(queue.createTime),
                              formatInstant(queue.lastModifyTime)) +
                     cloudFacts(queue));
    if (isChanged && !wasEdited) {
        m_queue = queue;
        makeForm();
    }
}

bool AttributesPart::isEdited() const
{
    return m_form && m_form->settings() != m_queue->settings;
}

void AttributesPart::makeForm()
{
    delete m_form;
    m_form = new QueueSettingsForm(
        m_queue->settings,
        deadLetterChoices(m_feed.queues(), QString::fromStdString(m_queue->queueName)),
        m_connection.rules());
    m_form->setAdvancedShown(true);
    m_form->setEnabled(m_connection.whyNot(cmq::SetQueueAttributes()).isEmpty());
    m_place->addWidget(m_form);
    connect(m_form, &QueueSettingsForm::edited, this, &AttributesPart::check);
    check();
}

void AttributesPart::check()
{
    const cmq::FieldErrors errors =
        heldErrors(m_connection.rules(),
                   cmq::validate(cmq::CreateQueue{m_queue->queueName, m_form->settings()}));
    m_form->showErrors(errors);
    const bool isValid = errors.empty() && !m_form->hasErrors();
    m_save->setEnabled(isEdited() && isValid && !m_isSaving);
    const QString reason = m_connection.whyNot(cmq::SetQueueAttributes());
    m_save->setToolTip(!reason.isEmpty() ? reason
                       : !isEdited()     ? tr("Nothing has been changed yet")
                       : !isValid        ? tr("Complete the fields first")
                                         : QString());
    const bool canRevert = isEdited() || m_form->hasErrors();
    m_revert->setEnabled(canRevert && !m_isSaving);
    m_revert->setToolTip(canRevert ? QString() : tr("Nothing has been changed yet"));
}

void AttributesPart::save()
{
    m_isSaving = true;
    m_banner->clear();
    const cmq::QueueSettings wanted = m_form->settings();
    check();
    saveSettings(m_connection, m_queue->queueName, m_queue->settings, wanted, this,
                 [this, wanted](const SettingsSaved& saved) {
                     m_isSaving = false;
                     if (saved.isUnbound)
                         m_queue->settings.deadLetterPolicy.reset();
                     if (saved.error) {
                         m_banner->show(BannerKind::Error, errorSentence(*saved.error),
                                        errorDetail(*saved.error));
                     } else {
                         m_banner->show(BannerKind::Success, tr("The attributes were saved."));
                         m_queue->settings = m_latest = wanted;
                     }
                     check();
                 });
}

void AttributesPart::retranslate()
{
    m_save->setText(tr("Save"));
    m_revert->setText(tr("Revert"));
    if (m_form)
        check();
}

} // namespace ui
