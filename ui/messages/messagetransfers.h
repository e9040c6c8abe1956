#pragma once

#include "messageworks.h"
#include "queuesource.h"
#include "transferdialog.h"

#include "cmq/queueactions.h"

#include <QList>
#include <QObject>
#include <QStringList>

namespace ui {

class Operation;
class Prompts;
class Settings;

/// Asks for a file and writes messages to it. `suggestedName`: without an ending; `source`: asked
/// when the file is chosen; `begun` gets the operation then. All but the functions outlive it.
void exportMessages(Prompts& prompts, Settings& settings, QWidget* window,
                    const QString& suggestedName, ExportFormat format,
                    std::function<std::unique_ptr<MessageSource>()> source,
                    std::function<void(Operation*)> begun = {});

/// Takes messages from one place to another: copies, moves and redrives them, to any open
/// connection, and imports them from a file. Opens the dialog that asks how, then the one that
/// shows what came of it.
class MessageTransfers final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs; the others outlive us.
    MessageTransfers(Connection& connection, Prompts& prompts, Settings& settings, QWidget* window);

    /// The queue that is meant, and what is chosen of it.
    void setSelection(const QString& queueName, const QList<cmq::PeekedMessage>& messages);
    /// What is listed of it.
    void setScope(const MessageScope& scope) { m_scope = scope; }
    /// The queues whose dead letters it holds.
    void setDeadLetterSources(const QStringList& names) { m_deadLetterSources = names; }
    void setQueueNames(const QStringList& names) { m_queueNames = names; }
    /// All that are open, ours among them.
    void setConnections(const QList<Connection*>& connections);

    /// Why nothing could be copied, moved or imported; empty if it could.
    [[nodiscard]] QString whyNotCopy() const;
    [[nodiscard]] QString whyNotMove() const;
    [[nodiscard]] QString whyNotRedrive() const;
    [[nodiscard]] QString whyNotImport() const;
    [[nodiscard]] QString whyNotExport() const;

    void copy();
    void move();
    void redrive();
    void importFile();
    /// What is chosen, or all that is listed if nothing is.
    void exportFile(ExportFormat format);

signals:
    /// It came to its end.
    void operated();

private:
    [[nodiscard]] bool canPeek() const;
    [[nodiscard]] QList<Connection*> targets() const;
    [[nodiscard]] static QString nameOf(const Connection& connection);
    void open(const QString& title, const QString& submitText, bool isMove, bool isRedrive);
    void askQueueNames(TransferDialog* dialog, Connection* connection);
    void start(const Transfer& transfer, const MessageTarget& target, bool isMove);
    void openImport(const QString& path);
    void run(std::unique_ptr<MessageSource> source, std::unique_ptr<MessageWork> work,
             int perSecond);
    [[nodiscard]] std::unique_ptr<MessageSource> source(Connection& connection,
                                                        Transfer::Which which) const;
    [[nodiscard]] Rehearsal rehearsalOf(const Transfer& transfer) const;

    Connection& m_connection;
    Prompts& m_prompts;
    Settings& m_settings;
    QWidget* m_window; // our parent
    QString m_queueName;
    QList<cmq::PeekedMessage> m_chosen;
    MessageScope m_scope;
    QStringList m_deadLetterSources;
    QStringList m_queueNames;
    QList<QPointer<Connection>> m_connections;
};

} // namespace ui
