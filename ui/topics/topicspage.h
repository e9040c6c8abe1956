#pragma once

#include "topicmodel.h"

#include "ui/common/tableproxy.h"

#include "cmq/error.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace ui {

class Banner;
class Connection;
class EmptyState;
class Label;
class Settings;
class TableView;
class TopicCommands;
class TopicFeed;

/// The topics of a connection, and below them the subscriptions of the selected one.
class TopicsPage final : public QWidget
{
    Q_OBJECT

public:
    TopicsPage(Connection& connection, TopicFeed& feed, TopicCommands& commands, Settings& settings,
               QWidget* parent = nullptr);

    void focusFilter();
    void selectTopic(const QString& name);

private:
    void setUpTables(Settings& settings);
    void createLayout();
    void connectSignals();
    void retranslate();
    void showTopics();
    void showCount();
    void showSelection();
    void showPlaceholders();
    void showFailure(const cmq::Error& error);
    void showSuccess(const QString& text);

    const Connection& m_connection; // its owner destroys us first
    TopicFeed& m_feed; // these live in the workspace, our parent
    TopicCommands& m_commands;
    TopicModel m_topics;
    SubscriptionModel m_subscriptions;
    TableProxy m_topicProxy;
    TableProxy m_subscriptionProxy;
    QString m_selectWhenListed; // a topic that was just created
    QTimer m_countdowns;
    bool m_hasFeedFailed = false;
    bool m_isShowing = false; // choosing a topic has the feed call us again

    Label* m_title;
    Label* m_count;
    QLineEdit* m_filter;
    Banner* m_banner;
    TableView* m_topicTable;
    EmptyState* m_noTopics;
    Label* m_subscriptionsTitle;
    TableView* m_subscriptionTable;
    EmptyState* m_noSubscriptions;
};

} // namespace ui
