#pragma once

#include "alarmrule.h"

#include "ui/common/formdialog.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;

namespace ui {

class Field;

/// Makes or changes a rule: value in, value out.
class AlarmDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `taken`: names that other rules have. `names`: of queues and topics, to choose from.
    AlarmDialog(const AlarmRule& rule, const QStringList& taken, const QStringList& names,
                QWidget* parent = nullptr);

signals:
    void submitted(const ui::AlarmRule& rule);

private:
    void createFields(const AlarmRule& rule, const QStringList& names);
    [[nodiscard]] AlarmRule rule() const;
    [[nodiscard]] Metric metric() const;
    void showUnit();
    void check();
    void retranslate();

    QStringList m_taken;
    bool m_isNew;
    bool m_isEnabled;
    QLineEdit* m_name;
    QComboBox* m_metric;
    QComboBox* m_object;
    QComboBox* m_comparison;
    QDoubleSpinBox* m_threshold;
    QDoubleSpinBox* m_release;
    QSpinBox* m_samples;
    Field* m_nameField;
    Field* m_metricField;
    Field* m_objectField;
    Field* m_comparisonField;
    Field* m_thresholdField;
    Field* m_releaseField;
    Field* m_samplesField;
};

} // namespace ui
