#pragma once

#include "queuerow.h"

#include "cmq/copysource.h"

#include <QList>
#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QTabWidget;

namespace ui {

class AttributesPart;
class Banner;
class Connection;
class DeadLetterPart;
class EmptyState;
class Label;
class MessagesPage;
class Prompts;
class QueueCommands;
class QueueFeed;
class QueueGauges;
class RewindPart;
class Settings;

/// One queue in a tab of its own: its name and live gauges, what can be done with it, and a sub-tab
/// for each side of it. If the queue is gone, it says so instead.
class QueueTab final : public QWidget
{
    Q_OBJECT

public:
    QueueTab(const QString& queueName, Connection& connection, QueueFeed& feed,
             QueueCommands& commands, Prompts& prompts, Settings& settings,
             QWidget* parent = nullptr);

    [[nodiscard]] const QString& queueName() const { return m_name; }
    /// As of the latest answer; none before the first, and when it is gone.
    [[nodiscard]] const std::optional<QueueRow>& queue() const { return m_queue; }

    [[nodiscard]] QList<QAction*> messageActions() const;
    void focusFilter();
    void refresh();

    using Title = std::function<QString()>;
    /// One more side of the queue, behind the others.
    void addPart(QWidget* part, Title title);

signals:
    /// Another queue is wanted.
    void queueRequested(const QString& queueName);
    /// There is news about the queue, which may be gone.
    void queueChanged();
    /// The life of a message is wanted.
    void traceRequested(const QString& msgId);
    /// A message was selected.
    void messageSelected(const QString& msgId);
    /// Copies of messages are wanted in a sandbox.
    void copyRequested(const cmq::CopyScope& scope, const QString& what);
    void closeRequested();

private:
    void createLayout(QueueCommands& commands);
    void addParts();
    void connectSignals(QueueCommands& commands);
    void showQueue();
    void showGone();
    void retranslate();

    QString m_name;
    Connection& m_connection; // outlives us, as the feed does
    QueueFeed& m_feed;
    std::optional<QueueRow> m_queue;
    QList<Title> m_partTitles; // in the order of the sub-tabs

    Label* m_title;
    Label* m_oldest;
    QueueGauges* m_gauges;
    Banner* m_banner;
    MessagesPage* m_messages;
    AttributesPart* m_attributes;
    DeadLetterPart* m_deadLetters;
    RewindPart* m_rewind;
    QTabWidget* m_parts;
    QWidget* m_content;
    EmptyState* m_gone;
};

} // namespace ui
