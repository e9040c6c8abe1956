#pragma once

#include "topicrow.h"

#include <QWidget>

#include <functional>
#include <optional>

class QTabWidget;

namespace ui {

class Banner;
class Connection;
class EmptyState;
class FilterPart;
class Label;
class Prompts;
class PublishPart;
class Settings;
class SubscriptionsPart;
class TopicAttributesPart;
class TopicCommands;
class TopicFeed;

/// One topic in a tab of its own: what can be done with it, and a sub-tab for each side of it. If
/// the topic is gone, it says so instead.
class TopicTab final : public QWidget
{
    Q_OBJECT

public:
    /// All outlive us.
    TopicTab(const QString& topicName, Connection& connection, TopicFeed& feed,
             TopicCommands& commands, Prompts& prompts, Settings& settings,
             QWidget* parent = nullptr);

    /// A side that another room knows, after our own; the title in the language of the moment.
    using Title = std::function<QString()>;
    void addPart(QWidget* part, Title title);

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
    void createTopicParts();
    void showSubscriptions();
    void choose();
    void retranslate();

    QString m_name;
    Connection& m_connection;
    TopicFeed& m_feed;
    TopicCommands& m_commands;
    Prompts& m_prompts;
    std::optional<TopicRow> m_topic; ///< none before the first answer, and when it is gone

    Label* m_title;
    Label* m_facts;
    Banner* m_banner;
    SubscriptionsPart* m_subscriptions;
    // The places of two that need to know the topic first.
    QWidget* m_publish;
    PublishPart* m_publishPart = nullptr;
    QWidget* m_filters;
    FilterPart* m_filterPart = nullptr;
    TopicAttributesPart* m_attributes;
    QTabWidget* m_parts;
    QList<Title> m_partTitles;
    QWidget* m_content;
    EmptyState* m_gone;
};

} // namespace ui
