#pragma once

#include "topicrow.h"

#include <QWidget>

#include <optional>

class QTabWidget;

namespace ui {

class Banner;
class Connection;
class EmptyState;
class FilterPart;
class Label;
class Settings;
class SubscriptionsPart;
class TopicAttributesPart;
class TopicCommands;
class TopicFeed;

/// One topic in a tab of its own: what can be done with it, and a sub-tab for each side of it. If the
/// topic is gone, it says so instead.
class TopicTab final : public QWidget
{
    Q_OBJECT

public:
    /// All outlive us.
    TopicTab(const QString& topicName, Connection& connection, TopicFeed& feed,
             TopicCommands& commands, Settings& settings, QWidget* parent = nullptr);

signals:
    void closeRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void createLayout();
    void connectSignals();
    void showTopic();
    void showFacts();
    void showGone();
    void showFilters();
    void choose();
    void retranslate();

    QString m_name;
    Connection& m_connection;
    TopicFeed& m_feed;
    TopicCommands& m_commands;
    std::optional<TopicRow> m_topic; ///< none before the first answer, and when it is gone

    Label* m_title;
    Label* m_facts;
    Banner* m_banner;
    SubscriptionsPart* m_subscriptions;
    QWidget* m_filters;           ///< the place of the next, which needs to know the topic first
    FilterPart* m_filterPart = nullptr;
    TopicAttributesPart* m_attributes;
    QTabWidget* m_parts;
    QWidget* m_content;
    EmptyState* m_gone;
};

} // namespace ui
