#pragma once

#include "messageform.h"
#include "repeating.h"

namespace ui {

class Connection;
class MessageDialog;

/// Does for a message form what it asks for, and remembers what was sent. Lives as long as the
/// form, its parent.
class Sending final : public QObject
{
    Q_OBJECT

public:
    Sending(Connection& connection, MessageForm* form);

    /// Opens a dialog on a queue, whose longest body has `maxMsgSize` bytes. `body` is what it
    /// begins with, unless it is null.
    static MessageDialog* open(Connection& connection, Prompts& prompts, const QString& queueName,
                               std::int64_t maxMsgSize, QWidget* window,
                               const QByteArray& body = QByteArray());

private:
    template <cmq::ActionType A>
    void send(const A& action, Repeating::Answered answered);

    Connection& m_connection; // outlives every form
    Repeating m_repeating;
};

} // namespace ui
