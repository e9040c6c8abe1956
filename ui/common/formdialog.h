#pragma once

#include "rehearsalhost.h"

#include "cmq/action.h"
#include "cmq/error.h"

#include <QDialog>

#include <functional>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace ui {

class Banner;
class Label;

/// The frame of every form in a window: title, a banner for what was refused, the fields, and the
/// buttons. The window stays open, with what was typed, until the owner of the action says it was
/// done; Esc leaves, Enter presses the primary button.
class FormDialog : public QDialog
{
    Q_OBJECT

public:
    /// While an answer is awaited nothing can be submitted twice.
    void setBusy(bool busy);
    /// The action was refused or lost: says why and lets the person correct it.
    void showRefusal(const cmq::Error& error);

protected:
    FormDialog(const QString& name, QWidget* parent);

    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// At the left of the buttons.
    [[nodiscard]] QHBoxLayout* footer() const { return m_footer; }
    [[nodiscard]] Banner* banner() const { return m_banner; }
    [[nodiscard]] QPushButton* submitButton() const { return m_submit; }
    [[nodiscard]] QPushButton* closeButton() const { return m_close; }

    void setTitle(const QString& title);
    /// Whether what is typed could be submitted; `reason` says why not.
    void setValid(bool valid, const QString& reason = {});

    /// Shows on demand which call of CMQ submitting would be, as the form is filled in then.
    void offerCall(std::function<cmq::Action()> action);
    /// Tries on demand, on a copy, what submitting would do.
    void offerRehearsal(std::function<Rehearsal()> rehearsal);

    bool event(QEvent* event) override;

signals:
    /// The primary button, while the form is valid.
    void submitRequested();

private:
    void updateSubmit();

    Label* m_title;
    Banner* m_banner;
    QVBoxLayout* m_body;
    QHBoxLayout* m_footer;
    QPushButton* m_submit;
    QPushButton* m_close;
    bool m_isBusy = false;
    bool m_isValid = true;
};

} // namespace ui
