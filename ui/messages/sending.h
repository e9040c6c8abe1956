#pragma once

#include "repeating.h"

#include <QByteArray>

class QWidget;

namespace ui {

class Connection;
class Prompts;
class SendDialog;

/// Does for a SendDialog what it asks for, and remembers what was sent. Lives as long as the dialog,
/// its parent.
class Sending final : public QObject
{
    Q_OBJECT

public:
    Sending(Connection& connection, SendDialog* dialog);

    /// Opens a dialog on a queue, whose longest body has `maxMsgSize` bytes. `body` is what it begins
    /// with, unless it is null.
    static SendDialog* open(Connection& connection, Prompts& prompts, const QString& queueName,
                            std::int64_t maxMsgSize, QWidget* window,
                            const QByteArray& body = QByteArray());

private:
    void send(qint64 seq, Repeating::Answered answered);

    Connection& m_connection; // outlives every dialog
    SendDialog* m_dialog;     // our parent
    Repeating m_repeating;
};

} // namespace ui
