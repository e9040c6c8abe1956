#pragma once

#include "topicmodel.h"

#include "ui/common/tableproxy.h"

#include <QTimer>
#include <QWidget>

namespace ui {

class Connection;
class EmptyState;
class Label;
class Settings;
class TableView;
class TopicCommands;
class TopicFeed;

/// The subscriptions of the topic that the feed was told to follow, with what can be done with
/// them.
class SubscriptionsPart final : public QWidget
{
    Q_OBJECT

public:
    /// All outlive us.
    SubscriptionsPart(Connection& connection, TopicFeed& feed, TopicCommands& commands,
                      Settings& settings, QWidget* parent = nullptr);

    /// Takes over what the feed knows now.
    void showSubscriptions();
    [[nodiscard]] QList<SubscriptionRow> selected() const;

signals:
    void selectionChanged();

private:
    void createLayout();
    void showPlaceholder();
    void retranslate();

    TopicFeed& m_feed;
    TopicCommands& m_commands;
    SubscriptionModel m_rows;
    TableProxy m_proxy;
    QTimer m_countdowns;
    bool m_isShowing = false; // rows are coming and going
    Label* m_title;
    TableView* m_table;
    EmptyState* m_none;
};

} // namespace ui
