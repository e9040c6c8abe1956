#pragma once

#include "cmq/messageactions.h"
#include "cmq/queuesettings.h"
#include "cmq/result.h"

#include <QFuture>
#include <QObject>
#include <QString>

class QWidget;

namespace ui {

class Connection;
class Prompts;
class ReceiveDialog;

/// Does for a ReceiveDialog what it asks for. Lives as long as the dialog, its parent.
class Receiving final : public QObject
{
    Q_OBJECT

public:
    Receiving(Connection& connection, QString queueName, ReceiveDialog* dialog);

    /// Opens a dialog on a queue, in which messages are received as long as it is open.
    static void open(Connection& connection, const QString& queueName,
                     const cmq::QueueSettings& queue, Prompts& prompts, QWidget* window);

private:
    void receive(int count, cmq::Seconds wait);
    void finish(const cmq::Result<cmq::ReceivedMessages>& answer);
    void erase(const QStringList& handles);

    Connection& m_connection; // outlives every dialog: it belongs to the window's owner
    QString m_queueName;
    ReceiveDialog* m_dialog; // our parent
    QFuture<cmq::Result<cmq::ReceivedMessages>> m_request;
};

} // namespace ui
