#pragma once

#include "ui/common/formdialog.h"

namespace ui {

class Field;
class QueuePicker;

/// Asks where copies of messages shall go.
class CopyDialog final : public FormDialog
{
    Q_OBJECT

public:
    CopyDialog(const QStringList& queueNames, int messageCount, QWidget* parent = nullptr);

signals:
    void submitted(const QString& targetName);

private:
    QueuePicker* m_target;
    Field* m_field;
};

} // namespace ui
