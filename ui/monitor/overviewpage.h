#pragma once

#include "attention.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace ui {

class Connection;
class FigureTile;
class Label;
class QueueFeed;

/// All queues at a glance: totals, what needs attention, the largest backlogs.
class OverviewPage final : public QWidget
{
    Q_OBJECT

public:
    OverviewPage(Connection& connection, QueueFeed& feed, QWidget* parent = nullptr);

signals:
    void queueRequested(const QString& queueName);

private:
    struct Line
    {
        QString queueName;
        QString text;
        friend bool operator==(const Line&, const Line&) = default;
    };

    void createLayout();
    void retranslate();
    void showQueues();
    void showTotals();
    void showAge();
    void fill(QVBoxLayout* list, QList<Line>& shown, const QList<Line>& lines, const QString& none);

    Connection& m_connection; // outlives the window's content
    QueueFeed& m_feed;        // lives in the workspace, our parent
    Label* m_title;
    Label* m_age;
    QTimer m_ages;
    std::vector<FigureTile*> m_tiles; // queues, visible, in flight, delayed, rewindable
    Label* m_attentionTitle;
    Label* m_backlogTitle;
    QVBoxLayout* m_attention;
    QVBoxLayout* m_backlog;
    QList<Line> m_attentionLines;
    QList<Line> m_backlogLines;
};

} // namespace ui
