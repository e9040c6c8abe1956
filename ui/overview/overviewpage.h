#pragma once

#include "attention.h"
#include "overviewmodel.h"

#include "ui/common/tableproxy.h"
#include "ui/queues/trends.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QLineEdit;
class QTabWidget;

namespace ui {

class AttentionList;
class Banner;
class Connection;
class DiagramPanel;
struct DiagramNode;
class EmptyState;
class FeedNotice;
class FigureTile;
class Label;
class Prompts;
class QueueFeed;
class Settings;
class SubscriptionFeed;
class TableView;
class TopicFeed;

/// All of a connection at a glance: totals, what needs attention, and, in one place, every queue
/// and subscription as a grid or as a diagram.
class OverviewPage final : public QWidget
{
    Q_OBJECT

public:
    /// These outlive us.
    OverviewPage(Connection& connection, QueueFeed& queues, TopicFeed& topics, Prompts& prompts,
                 Settings& settings, QWidget* parent = nullptr);

    void focusFilter();
    void refresh();
    /// What rings, before all that we find ourselves.
    void setAlarms(const QList<Attention>& alarms);

signals:
    void queueRequested(const QString& queueName);
    void topicRequested(const QString& topicName);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QLayout* createHead();
    QLayout* createTiles();
    QWidget* createGrid();
    void connectSignals();
    void retranslate();
    void showAll();
    void showAttention();
    void showTotals();
    void showPlaceholder();
    void showAge();
    [[nodiscard]] TrendOf trendOf(const QString& key) const;
    void showDiagram();
    void openRow(const QModelIndex& index);
    void openNode(const DiagramNode& node);

    Connection& m_connection;
    QueueFeed& m_queues;
    TopicFeed& m_topics;
    SubscriptionFeed* m_subscriptions;
    Trends m_subscriptionTrends; ///< by the keys of the grid
    QList<Attention> m_alarms;
    OverviewModel m_model;
    TableProxy m_proxy;
    QTimer m_ages;

    Label* m_title;
    Label* m_age;
    Banner* m_banner;
    std::vector<FigureTile*> m_tiles;
    QTabWidget* m_views;
    QLineEdit* m_filter;
    TableView* m_table;
    DiagramPanel* m_diagram;
    AttentionList* m_attention;
    EmptyState* m_empty;
    FeedNotice* m_notice = nullptr;
};

} // namespace ui
