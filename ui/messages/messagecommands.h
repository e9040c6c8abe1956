#pragma once

#include "messagetransfers.h"
#include "messageworks.h"

#include "cmq/copysource.h"
#include "cmq/error.h"
#include "cmq/result.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

class QAction;
class QWidget;

namespace ui {

class Connection;
class Prompts;
class Settings;

/// What can be done with messages of a queue: the actions that tool bars, context menus and
/// shortcuts share, each with the reason why it is disabled, and the dialogs behind them.
class MessageCommands final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs.
    MessageCommands(Connection& connection, Prompts& prompts, Settings& settings, QWidget* window);

    /// What the actions act on; bodies are not needed.
    void setSelection(const QString& queueName, const QList<cmq::PeekedMessage>& messages);
    /// Where messages come from and go to, beyond the selection.
    [[nodiscard]] MessageTransfers& transfers() const { return *m_transfers; }
    /// What is known of the queue; none while nothing is.
    void setQueue(const std::optional<cmq::QueueAttributes>& queue);
    void retranslate();

    /// In the order of menus: what is done most, and the rest.
    [[nodiscard]] QList<QAction*> mainActions() const;
    [[nodiscard]] QList<QAction*> moreActions() const;
    [[nodiscard]] QList<QAction*> actions() const { return mainActions() + moreActions(); }

signals:
    void failed(const cmq::Error& error);
    void noticed(const QString& text);
    /// The life of a message is wanted.
    void traceRequested(const QString& msgId);
    /// Copies of messages are wanted in a sandbox, with their queue.
    void copyRequested(const cmq::CopyScope& scope, const QString& what);
    /// An operation came to its end.
    void operated();

private:
    void updateActions();
    [[nodiscard]] bool canRemove() const;
    [[nodiscard]] QString whyNotDelete(const QString& nothingSelected) const;
    void operate(std::unique_ptr<MessageWork> work, const QList<cmq::PeekedMessage>& messages);

    void askDelete();
    void resend();
    void edit();
    void copy();
    void move();
    void redrive();
    void importFile();
    void trace();
    void requestCopy();
    void compare();
    using Looked = cmq::Result<cmq::PeekedMessages>;
    void openCompare(const Looked& left, const Looked& right);
    void exportJson();
    void exportCsv();

    Connection& m_connection; // these outlive us
    Prompts& m_prompts;
    Settings& m_settings;
    QWidget* m_window; // our parent
    QString m_queueName;
    QList<cmq::PeekedMessage> m_selection;
    cmq::Seconds m_rewind{0}; // how long what is deleted can be brought back
    MessageTransfers* m_transfers;
    QAction* m_delete;
    QAction* m_resend;
    QAction* m_edit;
    QAction* m_copy;
    QAction* m_move;
    QAction* m_compare;
    QAction* m_redrive;
    QAction* m_import;
    QAction* m_trace;
    QAction* m_exportJson;
    QAction* m_exportCsv;
    QAction* m_sandbox;
};

} // namespace ui
