#pragma once

#include "ui/common/formdialog.h"

#include <QStringList>

namespace ui {

/// Asks what a dashboard shall be called: value in, value out.
class DashboardNameDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `name`: the one it has, empty for a new one; `taken`: those of others.
    DashboardNameDialog(const QString& name, const QStringList& taken, QWidget* parent = nullptr);

signals:
    void submitted(const QString& name);
};

} // namespace ui
