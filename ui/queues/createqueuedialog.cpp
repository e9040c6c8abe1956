#include "createqueuedialog.h"

#include "queuesettingsform.h"

#include "ui/common/banner.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/resourcetags.h"
#include "ui/common/translated.h"

#include "cmq/names.h"
#include "cmq/validation.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

CreateQueueDialog::CreateQueueDialog(const DeadLetterChoices& deadLetters,
                                     const ServiceRules& rules, QWidget* parent)
    : CreateQueueDialog(newQueueSettings(rules), deadLetters, rules, QString(), parent)
{
}

CreateQueueDialog::CreateQueueDialog(const cmq::QueueAttributes& original,
                                     const QString& suggestedName,
                                     const DeadLetterChoices& deadLetters,
                                     const ServiceRules& rules, QWidget* parent)
    : CreateQueueDialog(original.settings, deadLetters, rules,
                        QString::fromStdString(original.queueName), parent)
{
    m_name->setText(suggestedName);
    m_name->selectAll();
    m_tags->setText(formatResourceTags(original.tags));
    // All that was taken over is to be seen.
    m_form->setAdvancedShown(true);
}

CreateQueueDialog::CreateQueueDialog(const cmq::QueueSettings& settings,
                                     const DeadLetterChoices& deadLetters,
                                     const ServiceRules& rules, QString originalName,
                                     QWidget* parent)
    : FormDialog(u"createQueueDialog"_s, parent)
    , m_rules(rules)
    , m_originalName(std::move(originalName))
    , m_name(new QLineEdit)
    , m_form(new QueueSettingsForm(settings, deadLetters, rules))
    , m_tags(new QLineEdit)
    , m_tagsField(new Field(m_tags))
    , m_another(new QCheckBox)
{
    setMinimumWidth(640);
    m_name->setObjectName(u"queueName"_s);
    // One more than allowed, so that a pasted longer name is refused and not cut in silence.
    m_name->setMaxLength(int(cmq::NameMaxLength) + 1);
    m_nameField = new Field(m_name);
    m_another->setObjectName(u"createAnother"_s);
    body()->addWidget(m_nameField);
    body()->addWidget(m_form);
    m_tags->setObjectName(u"queueTags"_s);
    body()->addWidget(m_tagsField);
    m_tagsField->setVisible(rules.hasCloudFields);
    footer()->addWidget(m_another);

    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_nameTouched = true;
        check();
    });
    connect(m_form, &QueueSettingsForm::edited, this, &CreateQueueDialog::check);
    connect(m_tags, &QLineEdit::textChanged, this, &CreateQueueDialog::check);
    offerCall([this] { return action(); });
    connect(this, &FormDialog::submitRequested, this, &CreateQueueDialog::submit);
    keepTranslated(this, [this] {
        setTitle(m_originalName.isEmpty() ? tr("New queue")
                                          : tr("New queue like %1").arg(m_originalName));
        m_nameField->setTitle(tr("Queue name"));
        m_nameField->setHint(tr(
            "1 to 64 letters, digits, “-” or “_”, beginning with a letter. It cannot be changed."));
        m_name->setPlaceholderText(tr("for example orders"));
        m_tagsField->setTitle(tr("Resource tags"));
        m_tagsField->setHint(tr("For example owner=me, env=test. They cannot be changed here."));
        m_another->setText(tr("Create another"));
        submitButton()->setText(tr("Create queue"));
        closeButton()->setText(tr("Cancel"));
        check();
    });
    m_name->setFocus();
}

cmq::CreateQueue CreateQueueDialog::action() const
{
    return {m_name->text().toStdString(), m_form->settings(), parseResourceTags(m_tags->text())};
}

void CreateQueueDialog::check()
{
    const cmq::FieldErrors errors = heldErrors(m_rules, cmq::validate(action()));
    m_form->showErrors(errors);
    const QString reserved = nameProblem(m_rules, m_name->text());
    const QString name = fieldError(errors, "queueName");
    m_nameField->setError(!m_nameTouched ? QString() : name.isEmpty() ? reserved : name);
    m_tagsField->setError(fieldError(errors, "tags").isEmpty()
                              ? QString()
                              : tr("Each key once, 1 to 127 bytes; a value up to 255."));
    setValid(errors.empty() && reserved.isEmpty() && !m_form->hasErrors(),
             tr("Complete the fields first"));
}

void CreateQueueDialog::submit()
{
    banner()->clear();
    setBusy(true);
    emit submitted(action());
}

void CreateQueueDialog::showCreated(const QString& name)
{
    setBusy(false);
    if (!m_another->isChecked()) {
        accept();
        return;
    }
    banner()->show(BannerKind::Success, tr("%1 was created.").arg(name));
    m_name->clear();
    m_nameTouched = false;
    m_name->setFocus();
    check();
}

} // namespace ui
