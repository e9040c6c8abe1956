#pragma once

#include "queuerow.h"

#include "cmq/copysource.h"
#include "cmq/error.h"

#include <QList>
#include <QObject>

#include <optional>

class QAction;
class QWidget;

namespace ui {

class Connection;
class CreateQueueDialog;
class Prompts;
class QueueBulk;
class QueueFeed;
class Settings;
struct Confirmation;

/// What can be done with queues: the actions that menus, tool bars, context menus and shortcuts
/// share, each with the reason why it is disabled; and the dialogs behind them.
class QueueCommands final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs.
    QueueCommands(Connection& connection, QueueFeed& feed, Prompts& prompts, Settings& settings,
                  QWidget* window);

    /// What the actions act on. Call it again whenever the selection or its counters change.
    void setSelection(const QList<QueueRow>& queues);
    /// While one queue is shown by itself, the actions act on that (or on nothing, if it is gone)
    /// and not on the selection.
    void setSubject(const std::optional<QList<QueueRow>>& subject);

    void retranslate();

    [[nodiscard]] QAction* createAction() const { return m_create; }
    [[nodiscard]] QAction* cloneAction() const { return m_clone; }
    [[nodiscard]] QAction* openAction() const { return m_open; }
    [[nodiscard]] QAction* sendAction() const { return m_send; }
    [[nodiscard]] QAction* receiveAction() const { return m_receive; }
    [[nodiscard]] QAction* messagesAction() const { return m_messages; }
    [[nodiscard]] QAction* attributesAction() const { return m_attributes; }
    [[nodiscard]] QAction* rewindAction() const { return m_rewind; }
    [[nodiscard]] QAction* clearAction() const { return m_clear; }
    [[nodiscard]] QAction* deleteAction() const { return m_delete; }
    [[nodiscard]] QAction* sandboxAction() const { return m_sandbox; }
    /// Those that act on selected queues, in the order of menus.
    [[nodiscard]] QList<QAction*> rowActions() const;

    /// A few queues to try things with.
    void createSamples();

    /// Takes a queue's dead-letter queue away; what is in that stays there.
    void unbindDeadLetters(const QString& queueName);

signals:
    /// Somebody wants a queue by itself.
    void queueRequested(const QString& queueName);
    /// Somebody wants to see what a queue holds.
    void messagesRequested(const QString& queueName);
    void created(const QString& queueName);
    /// Somebody wants copies of queues in a sandbox.
    void copyRequested(const cmq::CopyScope& scope, const QString& what);
    /// Something was done that the page should say.
    void succeeded(const QString& text);
    void failed(const cmq::Error& error);

private:
    void updateActions();
    [[nodiscard]] QString whyNotOne() const;
    [[nodiscard]] QString whyNotAny() const;

    void act();
    void openCreate();
    void openClone();
    void open(CreateQueueDialog* dialog);
    void requestQueue();
    void openSend();
    void openReceive();
    void requestMessages();
    void openAttributes();
    void openRewind();
    void askClear();
    void askDelete();
    void requestCopy();
    void offerExport(Confirmation& question, const QueueRow& queue);
    void clearQueue(const QString& name);
    void deleteQueue(const QString& name);

    Connection& m_connection; // outlives us, as the next three do
    QueueFeed& m_feed;
    Prompts& m_prompts;
    Settings& m_settings;
    QueueBulk* m_bulk;
    QWidget* m_window; // our parent
    QList<QueueRow> m_selected;
    std::optional<QList<QueueRow>> m_subject;
    QList<QueueRow> m_selection; // what is acted on: the one or the other
    QAction* m_create;
    QAction* m_clone;
    QAction* m_open;
    QAction* m_send;
    QAction* m_receive;
    QAction* m_messages;
    QAction* m_attributes;
    QAction* m_rewind;
    QAction* m_clear;
    QAction* m_delete;
    QAction* m_sandbox;
};

} // namespace ui
