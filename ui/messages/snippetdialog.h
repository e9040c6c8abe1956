#pragma once

#include "ui/common/formdialog.h"

class QCheckBox;
class QLineEdit;

namespace ui {

class Field;

/// Asks under which name a body shall be kept, and for which connections.
class SnippetDialog final : public FormDialog
{
    Q_OBJECT

public:
    explicit SnippetDialog(QWidget* parent = nullptr);

signals:
    void submitted(const QString& name, bool isEverywhere);

private:
    QLineEdit* m_name;
    Field* m_nameField;
    QCheckBox* m_isEverywhere;
};

} // namespace ui
