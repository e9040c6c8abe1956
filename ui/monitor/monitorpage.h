#pragma once

#include "dashboard.h"
#include "monitor.h"

#include <QCollator>
#include <QWidget>

class QAction;
class QComboBox;
class QListWidget;
class QListWidgetItem;
class QStackedWidget;

namespace ui {

class Banner;
class ChartView;
class EmptyState;
class FeedNotice;
class Label;
class Prompts;

/// A metric of up to six queues over time.
class MonitorPage final : public QWidget
{
    Q_OBJECT

public:
    /// These outlive us.
    MonitorPage(Monitor& monitor, Prompts& prompts, QWidget* parent = nullptr);

    void refresh();
    /// What is watched for of these objects: lines across the chart.
    using Thresholds = std::function<QList<double>(Metric metric, const QStringList& keys)>;
    void setThresholds(Thresholds thresholds) { m_thresholds = std::move(thresholds); }

signals:
    /// The chart is wanted on the dashboard.
    void dashboardRequested(const ui::DashboardChart& chart);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void createLayout();
    void connectSignals();
    void retranslate();
    void showObjects();
    [[nodiscard]] QStringList objects() const;
    [[nodiscard]] QStringList largest() const;
    [[nodiscard]] Metric metric() const;
    void limitChoice(QListWidgetItem* changed);
    void chooseRange();
    void showSpan(cmq::Time from, cmq::Time to);
    void showAnswer(const Monitor::Answer& answer, const SeriesQuery& query);
    void showTexts();
    void showPlaceholder();
    [[nodiscard]] SeriesQuery query() const;
    [[nodiscard]] QStringList chosen() const;
    void addToDashboard();
    void addAlarm();
    void exportPng();
    void exportSvg();
    void exportCsv();
    void exportAs(const QString& title, const QString& suffix, const QByteArray& bytes);

    Monitor& m_monitor;
    Thresholds m_thresholds;
    Prompts& m_prompts;
    /// The span that somebody chose by hand; none: the range, up to now.
    std::optional<std::pair<cmq::Time, cmq::Time>> m_span;
    std::optional<cmq::Time> m_begin; ///< of what is known
    cmq::Milliseconds m_step{0};
    QCollator m_order; ///< names as people count: q2 before q10
    bool m_hasChosen = false;
    bool m_isAsking = false;
    bool m_isStale = false;

    QComboBox* m_metric;
    QComboBox* m_range;
    Banner* m_banner;
    Label* m_queuesTitle;
    QListWidget* m_queues;
    ChartView* m_chart;
    EmptyState* m_empty;
    QStackedWidget* m_content; ///< the chart, or why there is none
    FeedNotice* m_notice = nullptr;
    Label* m_values;
    Label* m_note;
    QAction* m_addToDashboard;
    QAction* m_addAlarm;
    QAction* m_exportPng;
    QAction* m_exportSvg;
    QAction* m_exportCsv;
};

} // namespace ui
