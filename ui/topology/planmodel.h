#pragma once

#include "topologyplan.h"

#include "ui/common/tablemodel.h"

namespace ui {

/// The items of a plan as a table.
class PlanModel final : public TableModel<PlanItem>
{
public:
    explicit PlanModel(QObject* parent = nullptr);
};

[[nodiscard]] QString planKindText(PlanKind kind);

} // namespace ui
