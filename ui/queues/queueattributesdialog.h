#pragma once

#include "deadletterform.h"

#include "ui/common/formdialog.h"

#include "ui/connections/servicerules.h"

#include "cmq/queueactions.h"

namespace ui {

class QueueSettingsForm;

/// Shows the attributes of a queue and changes those that can be changed. Says beforehand what a
/// change would cost.
class QueueAttributesDialog final : public FormDialog
{
    Q_OBJECT

public:
    QueueAttributesDialog(cmq::QueueAttributes queue, const DeadLetterChoices& deadLetters,
                          const ServiceRules& rules, QWidget* parent = nullptr);

    /// The dead-letter queue is gone, whatever became of the rest: it is no change any more.
    void showUnbound();

signals:
    void submitted(const cmq::QueueSettings& from, const cmq::QueueSettings& to);

private:
    [[nodiscard]] cmq::SetQueueAttributes action() const;
    [[nodiscard]] bool unbinds() const;
    void check();
    void warn();
    void submit();

    cmq::QueueAttributes m_queue;
    ServiceRules m_rules;
    QueueSettingsForm* m_form;
};

} // namespace ui
