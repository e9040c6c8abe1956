#pragma once

#include "metric.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QGridLayout;

namespace ui {

class ChartView;
class Connection;
class Label;
class Monitor;

/// The charts of one queue: what waits, how old it is, what goes in and out.
class QueueMonitor final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive us.
    QueueMonitor(Connection& connection, Monitor& monitor, QString queueName,
                 QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Chart
    {
        Metric metric;
        Label* title;
        ChartView* view;
        Label* value; ///< under the cross-hair, or why there is none
    };

    void addChart(QGridLayout& grid, Metric metric);
    void refresh();
    void refresh(const Chart& chart);
    void showValue(const Chart& chart);
    void retranslate();

    Connection& m_connection;
    Monitor& m_monitor;
    QString m_queueName;
    QComboBox* m_range;
    std::vector<Chart> m_charts;
    int m_underWay = 0; ///< questions
};

} // namespace ui
