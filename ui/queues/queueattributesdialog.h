#pragma once

#include "ui/common/formdialog.h"

#include "cmq/queueactions.h"

namespace ui {

class QueueSettingsForm;

/// Shows the attributes of a queue and changes those that can be changed. Says beforehand what a
/// change would cost.
class QueueAttributesDialog final : public FormDialog
{
    Q_OBJECT

public:
    explicit QueueAttributesDialog(cmq::QueueAttributes queue, QWidget* parent = nullptr);

signals:
    void submitted(const cmq::SetQueueAttributes& action);

private:
    [[nodiscard]] cmq::SetQueueAttributes action() const;
    void check();
    void warn();
    void submit();

    cmq::QueueAttributes m_queue;
    QueueSettingsForm* m_form;
};

} // namespace ui
