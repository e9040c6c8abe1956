#pragma once

#include "ui/common/formdialog.h"

namespace ui {

class MessageForm;

/// A message form in a window, which stays open, so that the next one is a Ctrl+Enter away. While a
/// row of messages is being sent, the first Esc stops it.
class MessageDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// Takes ownership of the form.
    MessageDialog(const QString& name, MessageForm* form, QSize size, QWidget* parent = nullptr);

    [[nodiscard]] MessageForm* form() const { return m_form; }

    void reject() override;

private:
    void showState();

    MessageForm* m_form;
};

} // namespace ui
