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
class FeedNotice;
class Label;
class Settings;
class SubscriptionsPart;
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

protected:
    void showEvent(QShowEvent* event) override;

private:
    void setUpTable(Settings& settings);
    void createLayout();
    void connectSignals();
    void retranslate();
    void showTopics();
    void showRows();
    [[nodiscard]] QList<TopicRow> selectedTopics() const;
    void showCount();
    void showSelection();
    void choose();
    void showPlaceholder();
    void showFailure(const cmq::Error& error);
    void showSuccess(const QString& text);

    const Connection& m_connection; // its owner destroys us first
    TopicFeed& m_feed;              // these live in the workspace, our parent
    TopicCommands& m_commands;
    TopicModel m_topics;
    TableProxy m_topicProxy;
    QString m_selectWhenListed; // a topic that was just created
    QTimer m_ageTick;
    bool m_isShowing = false; // rows are coming and going

    Label* m_title;
    Label* m_count;
    QLineEdit* m_filter;
    Banner* m_banner;
    TableView* m_topicTable;
    FeedNotice* m_notice;
    EmptyState* m_noTopics;
    SubscriptionsPart* m_subscriptions;
};

} // namespace ui
