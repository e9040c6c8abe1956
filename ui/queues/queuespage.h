#pragma once

#include "queuefilter.h"
#include "queuemodel.h"

#include "ui/common/tableproxy.h"

#include "cmq/error.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace ui {

class Banner;
class Connection;
class EmptyState;
class FeedNotice;
class Label;
class QueueCommands;
class QueueFeed;
class QueueInspector;
class Settings;
class TableView;

/// The queues of a connection: the table, what can be done with its rows, and the selected one.
class QueuesPage final : public QWidget
{
    Q_OBJECT

public:
    QueuesPage(Connection& connection, QueueFeed& feed, QueueCommands& commands, Settings& settings,
               QWidget* parent = nullptr);

    void focusFilter();
    void selectQueue(const QString& queueName);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void createLayout();
    void connectSignals();
    void retranslate();
    void useFilter();
    void showQueues();
    void showSelection();
    void showCount();
    void showFailure(const cmq::Error& error);
    void showPlaceholder();
    void showSuccess(const QString& text);

    const Connection& m_connection; // its owner destroys us first
    QueueFeed& m_feed;              // these live in the workspace, our parent
    QueueCommands& m_commands;
    QueueModel m_model;
    TableProxy m_proxy;
    QString m_selectWhenListed; // a queue that was just created
    QTimer m_ages;
    QTimer m_filterSoon; // a moment after the last key
    QueueFilter m_queueFilter;

    Label* m_title;
    Label* m_count;
    QLineEdit* m_filter;
    Label* m_filterError;
    QToolButton* m_columns;
    Banner* m_banner;
    TableView* m_table;
    FeedNotice* m_notice;
    EmptyState* m_empty;
    QueueInspector* m_inspector;
};

} // namespace ui
