#pragma once

#include "deadletterform.h"

#include "ui/connections/servicerules.h"

#include "cmq/queuesettings.h"
#include "cmq/validation.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QToolButton;

namespace ui {

class CloudSettingsForm;
class Field;
class QuantityEdit;

/// The fields for a queue's attributes, made from CMQ's own table of them: value in, value out.
/// The rarer ones are folded away under "Advanced".
class QueueSettingsForm final : public QWidget
{
    Q_OBJECT

public:
    QueueSettingsForm(const cmq::QueueSettings& settings, const DeadLetterChoices& deadLetters,
                      const ServiceRules& rules = {}, QWidget* parent = nullptr);

    /// A field that holds no quantity at all has an error, and keeps the value it was given here.
    [[nodiscard]] cmq::QueueSettings settings() const;

    /// Shows the first error of each field that these errors name; the others are well.
    void showErrors(const cmq::FieldErrors& errors);
    [[nodiscard]] bool hasErrors() const;

    void setAdvancedShown(bool shown);

signals:
    void edited();

private:
    struct Row
    {
        cmq::QueueSettingRule rule;
        QuantityEdit* edit;
        Field* field;
    };

    void addRow(std::string_view name, QGridLayout* layout, int row, int column);
    void retranslate();

    std::vector<Row> m_rows;
    cmq::QueueSettings m_settings; // what has no field stays as it was given
    QToolButton* m_advanced;
    QWidget* m_advancedFields;
    DeadLetterForm* m_deadLetter;
    CloudSettingsForm* m_cloud = nullptr; // only where there are such settings
    ServiceRules m_rules;
};

} // namespace ui
