#pragma once

#include "queuerow.h"

#include "cmq/error.h"

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace ui {

class Connection;
class Prompts;

/// What can be done with queues: the actions that menus, tool bars, context menus and shortcuts
/// share, each with the reason why it is disabled; and the dialogs behind them.
class QueueCommands final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs.
    QueueCommands(Connection& connection, Prompts& prompts, QWidget* window);

    /// What the actions act on. Call it again whenever the selection or its counters change.
    void setSelection(const QList<QueueRow>& queues);

    void retranslate();

    [[nodiscard]] QAction* createAction() const { return m_create; }
    [[nodiscard]] QAction* sendAction() const { return m_send; }
    [[nodiscard]] QAction* receiveAction() const { return m_receive; }
    [[nodiscard]] QAction* attributesAction() const { return m_attributes; }
    [[nodiscard]] QAction* rewindAction() const { return m_rewind; }
    [[nodiscard]] QAction* clearAction() const { return m_clear; }
    [[nodiscard]] QAction* deleteAction() const { return m_delete; }
    /// Those that act on selected queues, in the order of menus.
    [[nodiscard]] QList<QAction*> rowActions() const;

    /// A few queues to try things with.
    void createSamples();

signals:
    /// Somebody wants to see what a queue holds.
    void messagesRequested(const QString& queueName);
    void created(const QString& queueName);
    /// Something was done that the page should say.
    void succeeded(const QString& text);
    void failed(const cmq::Error& error);

private:
    QAction* makeAction(const QString& name, QStringView iconName, void (QueueCommands::*run)());
    void updateActions();
    void enable(QAction* action, const QString& description, const QString& reason);
    [[nodiscard]] QString whyNotOne() const;

    void openCreate();
    void openSend();
    void openReceive();
    void requestMessages();
    void openAttributes();
    void openRewind();
    void askClear();
    void askDelete();
    void clearQueue(const QString& name);
    void deleteQueues(const QList<QueueRow>& queues);

    Connection& m_connection; // outlives us, as `m_prompts` does
    Prompts& m_prompts;
    QWidget* m_window; // our parent
    QList<QueueRow> m_selection;
    QAction* m_create;
    QAction* m_send;
    QAction* m_receive;
    QAction* m_messages;
    QAction* m_attributes;
    QAction* m_rewind;
    QAction* m_clear;
    QAction* m_delete;
};

} // namespace ui
