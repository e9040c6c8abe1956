#pragma once

#include "dashboard.h"

#include <QWidget>

class QAction;
class QComboBox;
class QGridLayout;
class QScrollArea;

namespace ui {

class Banner;
class ChartCard;
class EmptyState;
class Monitor;
class Prompts;
class Settings;

/// Dashboards that a person puts together from charts, arranges, and finds again next time.
class DashboardPage final : public QWidget
{
    Q_OBJECT

public:
    /// These outlive us.
    DashboardPage(Monitor& monitor, Prompts& prompts, Settings& settings,
                  QWidget* parent = nullptr);

    /// Puts one more chart at the end of the dashboard that is shown; the first one makes one.
    void addChart(const DashboardChart& chart);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void createLayout();
    void retranslate();
    void keep();
    void showNames();
    void showCharts();
    void addCard(int number, const DashboardChart& chart);
    void refresh();
    void chooseRange();
    [[nodiscard]] Dashboard* current();
    void askName(bool isNew);
    void addDashboard();
    void renameDashboard();
    void deleteDashboard();
    void moveChart(int number, int by);
    void switchWidth(int number);
    void removeChart(int number);

    Monitor& m_monitor;
    Prompts& m_prompts;
    Settings& m_settings;
    QString m_keptUnder;
    QList<Dashboard> m_dashboards;
    QList<ChartCard*> m_cards;

    Banner* m_banner;
    QComboBox* m_choice;
    QComboBox* m_range;
    QScrollArea* m_scroll;
    QWidget* m_content = nullptr;
    QGridLayout* m_grid = nullptr;
    EmptyState* m_empty;
    QAction* m_add;
    QAction* m_rename;
    QAction* m_delete;
};

} // namespace ui
