#pragma once

#include "messagefeed.h"

#include "cmq/copysource.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QAction;
class QLineEdit;
class QPushButton;
class QSplitter;
class QToolButton;

namespace ui {

class Banner;
class BodyViewer;
class Connection;
class EmptyState;
class Label;
class MessageCommands;
class Prompts;
class QueuePicker;
class Settings;
class ShownMessage;
class StateChip;
class TableView;

/// The messages of one queue: which there are, in which state, what is in them, and what can be
/// done with them. Where looking is impossible it says so and offers to receive instead.
class MessagesPage final : public QWidget
{
    Q_OBJECT

public:
    MessagesPage(Connection& connection, Prompts& prompts, Settings& settings,
                 QWidget* parent = nullptr);

    /// The queues there are, in their order.
    void setQueueNames(const QStringList& names);
    void showQueue(const QString& queueName);
    /// Stays with one queue, which is named around us.
    void showOnly(const QString& queueName);
    /// All that are open: messages can be taken from one to another.
    void setConnections(const QList<Connection*>& connections);
    /// What can be done with the selected messages.
    [[nodiscard]] QList<QAction*> messageActions() const;
    void focusFilter();
    void refresh();

signals:
    /// The life of a message is wanted.
    void traceRequested(const QString& msgId);
    /// A message was selected.
    void messageSelected(const QString& msgId);
    /// Copies of messages are wanted in a sandbox.
    void copyRequested(const cmq::CopyScope& scope, const QString& what);
    /// The queue is wanted by itself.
    void queueRequested(const QString& queueName);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void createLayout();
    void connectSignals();
    void retranslate();
    void applyFilter();
    void applyStates();
    void tellScope();
    void showCounts();
    void showSearch();
    void showPlaceholder();
    void showCannotLook(const QString& reason);
    void showSelection();
    void showMessage();
    void tellVisibleRows();
    void takeAndHold();

    Connection& m_connection; // it and the prompts outlive us
    Prompts& m_prompts;
    MessageFeed m_feed;
    MessageCommands* m_commands;
    QTimer m_filterDelay;
    bool m_isForOneQueue = false;

    Label* m_title;
    QueuePicker* m_picker;
    QToolButton* m_openQueue;
    std::array<StateChip*, cmq::MessageStateCount> m_chips;
    QLineEdit* m_filter;
    QToolButton* m_regex;
    Label* m_searchText;
    QPushButton* m_stop;
    QToolButton* m_more;
    Banner* m_banner;
    TableView* m_table;
    EmptyState* m_empty;
    BodyViewer* m_viewer;
    ShownMessage* m_shown; ///< in the viewer
    QSplitter* m_splitter;
};

} // namespace ui
