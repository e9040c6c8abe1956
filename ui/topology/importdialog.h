#pragma once

#include "planmodel.h"

#include "ui/common/formdialog.h"
#include "ui/common/tableproxy.h"

class QCheckBox;

namespace ui {

class Label;
class Settings;
class TableView;

/// Shows what an import would do, thing by thing. Deleting is asked for, never assumed.
class ImportDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `source`: what the person calls where the topology comes from.
    ImportDialog(Topology present, Topology wanted, const QString& source, Settings& settings,
                 QWidget* parent = nullptr);

signals:
    /// The plan is to be carried out.
    void submitted(const ui::Plan& plan);

private:
    void showPlan();

    Topology m_present;
    Topology m_wanted;
    Plan m_plan;
    PlanModel m_model;
    TableProxy m_proxy;
    Label* m_summary;
    QCheckBox* m_deletes;
    QCheckBox* m_showsUnchanged;
    TableView* m_table;
};

} // namespace ui
