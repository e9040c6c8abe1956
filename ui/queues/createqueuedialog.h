#pragma once

#include "deadletterform.h"

#include "ui/common/formdialog.h"

#include "ui/connections/servicerules.h"

#include "cmq/queueactions.h"

class QCheckBox;
class QLineEdit;

namespace ui {

class Field;
class QueueSettingsForm;

/// Asks for a queue's name and attributes and checks them while they are typed.
class CreateQueueDialog final : public FormDialog
{
    Q_OBJECT

public:
    CreateQueueDialog(const DeadLetterChoices& deadLetters, const ServiceRules& rules,
                      QWidget* parent = nullptr);
    /// To make a queue like `original`.
    CreateQueueDialog(const cmq::QueueAttributes& original, const QString& suggestedName,
                      const DeadLetterChoices& deadLetters, const ServiceRules& rules,
                      QWidget* parent = nullptr);

    /// The queue was created: closes, or makes room for the next one.
    void showCreated(const QString& name);

signals:
    void submitted(const cmq::CreateQueue& action);

private:
    CreateQueueDialog(const cmq::QueueSettings& settings, const DeadLetterChoices& deadLetters,
                      const ServiceRules& rules, QString originalName, QWidget* parent);
    [[nodiscard]] cmq::CreateQueue action() const;
    void check();
    void submit();

    ServiceRules m_rules;
    QString m_originalName; // whose attributes it begins with; empty: the defaults
    QLineEdit* m_name;
    Field* m_nameField;
    QueueSettingsForm* m_form;
    QLineEdit* m_tags;
    Field* m_tagsField;
    QCheckBox* m_another;
    bool m_nameTouched = false; // an untouched empty field is not scolded
};

} // namespace ui
