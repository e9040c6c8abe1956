#pragma once

#include "ui/common/formdialog.h"

#include "ui/connections/servicerules.h"

#include "cmq/queueactions.h"

#include <vector>

class QCheckBox;

namespace ui {

class Field;
class QuantityEdit;

/// Changes some attributes of many queues at once: those that are ticked.
class BulkAttributesDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `first` of `count` queues: what it has is where the fields begin.
    BulkAttributesDialog(const cmq::QueueSettings& first, int count, const ServiceRules& rules = {},
                         QWidget* parent = nullptr);

signals:
    void submitted(const cmq::QueueSettingsChange& change);

private:
    struct Row
    {
        const cmq::QueueSettingRule* rule; // in CMQ's constant table
        QCheckBox* isChanged;
        QuantityEdit* edit;
        Field* field;
    };

    void addRow(const cmq::QueueSettingRule& rule, const cmq::QueueSettings& first);
    [[nodiscard]] cmq::QueueSettingsChange change() const;
    void check();

    std::vector<Row> m_rows;
};

} // namespace ui
