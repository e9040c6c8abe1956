#pragma once

#include "ui/common/card.h"

#include "cmq/messageactions.h"

class QPlainTextEdit;
class QPushButton;

namespace ui {

class Countdown;
class Label;

/// One received message: its body, its handle, and how long it stays hidden from others.
class MessageCard final : public Card
{
    Q_OBJECT

public:
    enum class State {
        Held, ///< hidden, the handle is valid
        Deleting,
        Deleted,
        Lapsed, ///< visible again: the handle is void
    };

    MessageCard(cmq::ReceivedMessage message, int number, QWidget* parent = nullptr);

    [[nodiscard]] const cmq::ReceivedMessage& message() const { return m_message; }
    [[nodiscard]] State state() const { return m_state; }
    void setState(State state);

    /// Tells the time, by the connection's clock; a held message lapses when its time has come.
    void tick(cmq::Time now);

signals:
    void deleteRequested();
    /// All of it is wanted, not only how it begins.
    void inspectRequested();
    void stateChanged();

private:
    void createLayout();
    void retranslate();
    void showState();

    cmq::ReceivedMessage m_message;
    int m_number;
    cmq::Time m_now;
    State m_state = State::Held;
    Label* m_title;
    Label* m_facts;
    QPlainTextEdit* m_body;
    Label* m_handle;
    Countdown* m_countdown;
    Label* m_stateText;
    QPushButton* m_inspect;
    QPushButton* m_delete;
};

} // namespace ui
