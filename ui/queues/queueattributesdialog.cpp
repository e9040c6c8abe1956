#include "queueattributesdialog.h"

#include "cloudfacts.h"
#include "queuesettingsform.h"

#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"

#include "cmq/validation.h"

#include <QBoxLayout>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

QueueAttributesDialog::QueueAttributesDialog(cmq::QueueAttributes queue,
                                             const DeadLetterChoices& deadLetters,
                                             const ServiceRules& rules, QWidget* parent)
    : FormDialog(u"queueAttributesDialog"_s, parent)
    , m_queue(std::move(queue))
    , m_rules(rules)
    , m_form(new QueueSettingsForm(m_queue.settings, deadLetters, rules))
{
    setMinimumWidth(640);
    auto* facts = new Label(TextRole::Caption, Tone::Muted);
    facts->setObjectName(u"queueFacts"_s);
    facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body()->addWidget(facts);
    body()->addWidget(m_form);
    m_form->setAdvancedShown(true);

    connect(m_form, &QueueSettingsForm::edited, this, [this] {
        check();
        warn();
    });
    offerCall([this] { return action(); });
    connect(this, &FormDialog::submitRequested, this, &QueueAttributesDialog::submit);
    keepTranslated(this, [this, facts] {
        setTitle(tr("Attributes of %1").arg(QString::fromStdString(m_queue.queueName)));
        facts->setText(tr("ID %1 · created %2 · modified %3")
                           .arg(QString::fromStdString(m_queue.queueId),
                                formatInstant(m_queue.createTime),
                                formatInstant(m_queue.lastModifyTime)) +
                       cloudFacts(m_queue));
        facts->setWordWrap(!cloudFacts(m_queue).isEmpty());
        submitButton()->setText(tr("Save"));
        closeButton()->setText(tr("Cancel"));
        check();
    });
}

cmq::SetQueueAttributes QueueAttributesDialog::action() const
{
    return {m_queue.queueName, cmq::difference(m_queue.settings, m_form->settings())};
}

bool QueueAttributesDialog::unbinds() const
{
    return m_queue.settings.deadLetterPolicy && !m_form->settings().deadLetterPolicy;
}

void QueueAttributesDialog::showUnbound()
{
    m_queue.settings.deadLetterPolicy.reset();
    check();
}

void QueueAttributesDialog::check()
{
    const cmq::SetQueueAttributes change = action();
    cmq::FieldErrors errors = cmq::validate(change);
    // A change alone cannot know what the other attributes are; the form does.
    if (auto error = errors.empty() ? cmq::checkQueueSettings(m_form->settings()) : std::nullopt)
        errors.push_back(std::move(*error));
    errors = heldErrors(m_rules, std::move(errors));
    m_form->showErrors(errors);
    const bool isChanged = unbinds() || change.change != cmq::QueueSettingsChange();
    setValid(errors.empty() && !m_form->hasErrors() && isChanged,
             isChanged ? tr("Complete the fields first") : tr("Nothing has been changed yet"));
}

void QueueAttributesDialog::warn()
{
    const cmq::QueueSettingsChange change = action().change;
    if (change.rewindSeconds == cmq::Seconds(0) && m_queue.rewindmsgNum > 0)
        banner()->show(BannerKind::Warning,
                       tr("Without rewind, %n deleted message(s) can no longer be brought back.",
                          nullptr, int(m_queue.rewindmsgNum)));
    else if (change.msgRetentionSeconds &&
             *change.msgRetentionSeconds < m_queue.settings.msgRetentionSeconds)
        banner()->show(BannerKind::Warning,
                       tr("A shorter retention also holds for messages that are in the queue now; "
                          "those that are too old are gone at once."));
    else
        banner()->clear();
}

void QueueAttributesDialog::submit()
{
    banner()->clear();
    setBusy(true);
    emit submitted(m_queue.settings, m_form->settings());
}

} // namespace ui
