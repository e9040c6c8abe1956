#pragma once

#include "deadletterform.h"

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
    QueueAttributesDialog(cmq::QueueAttributes queue, const DeadLetterChoices& deadLetters,
                          QWidget* parent = nullptr);

    /// The first half of what was submitted is done: it is no change any more.
    void showUnbound();

signals:
    /// `unbinds`: the dead-letter queue is to be taken away first, which is an action of its own.
    void submitted(const cmq::SetQueueAttributes& action, bool unbinds);

private:
    [[nodiscard]] cmq::SetQueueAttributes action() const;
    [[nodiscard]] bool unbinds() const;
    void check();
    void warn();
    void submit();

    cmq::QueueAttributes m_queue;
    QueueSettingsForm* m_form;
};

} // namespace ui
