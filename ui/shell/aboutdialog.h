#pragma once

#include <QDialog>

namespace ui {

/// What this program is, its version and what it is made of.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

} // namespace ui
