#pragma once

#include "cmq/cloudattributes.h"
#include "cmq/validation.h"

#include <QWidget>

class QCheckBox;

namespace ui {

class Field;
class QuantityEdit;

/// The fields for what a queue has in API 3.0 only: value in, value out. What is not touched stays
/// as it was given, also unsaid.
class CloudSettingsForm final : public QWidget
{
    Q_OBJECT

public:
    explicit CloudSettingsForm(const cmq::CloudSettings& settings, QWidget* parent = nullptr);

    [[nodiscard]] cmq::CloudSettings settings() const;
    void showErrors(const cmq::FieldErrors& errors);
    [[nodiscard]] bool hasErrors() const;

signals:
    void edited();

private:
    void retranslate();

    cmq::CloudSettings m_settings;
    QCheckBox* m_trace;
    QCheckBox* m_transaction;
    QuantityEdit* m_firstQueryInterval;
    QuantityEdit* m_maxQueryCount;
    QuantityEdit* m_retentionSize;
    Field* m_firstQueryIntervalField;
    Field* m_maxQueryCountField;
    Field* m_retentionSizeField;
};

} // namespace ui
