#pragma once

#include "ui/common/banner.h"

#include "cmq/messageactions.h"
#include "cmq/topicactions.h"
#include "cmq/validation.h"

#include <QWidget>

#include <chrono>
#include <variant>

class QBoxLayout;

namespace ui {

class BodyComposer;
class Drafts;
class Prompts;
class Repetition;
struct VariableValues;

/// Where a message is written and checked as it is typed: its body, the fields that its target asks
/// for, and how often it goes. A dialog or a part of a tab is around it, has the buttons, and shows
/// what is told here; `Sending` sends.
class MessageForm : public QWidget
{
    Q_OBJECT

public:
    using Message = std::variant<cmq::SendMessage, cmq::PublishMessage>;

    /// Begins with these bytes instead of nothing.
    void setBody(const QByteArray& body);
    void focusBody();
    /// Why nothing can be sent, whatever is written; empty if it can.
    void setWhyNot(const QString& reason);

    /// Why what is written cannot be sent; empty if it can.
    [[nodiscard]] QString problem() const;
    /// An answer is awaited.
    [[nodiscard]] bool isSending() const { return m_isSending; }
    /// More than one is being sent.
    [[nodiscard]] bool isRow() const { return m_isRow; }

    /// With its variables filled in.
    [[nodiscard]] Message message(const VariableValues& values) const;
    /// As it would be now, for checks and for the call behind it.
    [[nodiscard]] Message sample() const;

    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString submitText() const = 0;

    /// Asks for what is written to be sent, if it can be.
    void submit();

    // What came of it.
    void showProgress(int done, int count);
    void showSent(int done, const QString& lastId);
    /// The one after `done` was refused.
    void showFailure(int done, const cmq::Error& error);

signals:
    /// To be sent so often.
    void submitted(int count, std::chrono::milliseconds interval);
    /// No more of the row, please.
    void stopRequested();
    /// What can be done with the form is something else.
    void stateChanged();
    /// To be shown, in place of what was told before.
    void told(ui::BannerKind kind, const QString& text, const QString& detail);

protected:
    /// How the fields are laid out, below the body.
    MessageForm(Drafts& drafts, Prompts& prompts, Qt::Orientation orientation, QWidget* parent);

    /// For the fields that the target asks for.
    [[nodiscard]] QBoxLayout* fields() const { return m_fields; }
    [[nodiscard]] BodyComposer* composer() const { return m_composer; }
    /// The longest body, in bytes.
    void setLimit(std::int64_t bytes);
    /// Looks at everything again.
    void check();

    [[nodiscard]] virtual Message messageWith(const QByteArray& body) const = 0;
    /// Shows what is wrong with the fields; false: something is that `errors` does not know.
    virtual bool showErrors(const cmq::FieldErrors& errors) = 0;
    virtual void setFieldsEnabled(bool isEnabled) = 0;
    /// "3 of 10 messages were sent."
    [[nodiscard]] virtual QString progressText(int done, int count) const = 0;
    [[nodiscard]] virtual QString sentText(int count) const = 0;

    void keyPressEvent(QKeyEvent* event) override;

private:
    void setSending(bool isSending);

    BodyComposer* m_composer;
    QBoxLayout* m_fields;
    Repetition* m_repetition;
    QString m_whyNot;
    bool m_isValid = false;
    bool m_isSending = false;
    bool m_isRow = false;
    int m_sentCount = 0;
};

} // namespace ui
