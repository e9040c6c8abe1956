#pragma once

#include "messageworks.h"

#include "cmq/error.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <memory>

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
    void setQueueNames(const QStringList& names) { m_queueNames = names; }
    void retranslate();

    /// In the order of menus.
    [[nodiscard]] QList<QAction*> actions() const;

signals:
    void failed(const cmq::Error& error);
    void noticed(const QString& text);
    /// The life of a message is wanted.
    void traceRequested(const QString& msgId);
    /// An operation came to its end.
    void operated();

private:
    QAction* makeAction(const QString& name, QStringView iconName, void (MessageCommands::*run)());
    void updateActions();
    void enable(QAction* action, const QString& description, const QString& reason);
    void operate(std::unique_ptr<MessageWork> work, const QList<cmq::PeekedMessage>& messages);

    void askDelete();
    void resend();
    void edit();
    void openEditor(const cmq::PeekedMessage& message, std::int64_t maxMsgSize);
    void openCopy();
    void trace();
    void exportJson();
    void exportCsv();
    void exportAs(ExportFormat format);

    Connection& m_connection; // these outlive us
    Prompts& m_prompts;
    Settings& m_settings;
    QWidget* m_window; // our parent
    QString m_queueName;
    QList<cmq::PeekedMessage> m_selection;
    QStringList m_queueNames;
    QAction* m_delete;
    QAction* m_resend;
    QAction* m_edit;
    QAction* m_copy;
    QAction* m_trace;
    QAction* m_exportJson;
    QAction* m_exportCsv;
};

} // namespace ui
