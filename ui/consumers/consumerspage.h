#pragma once

#include "ui/common/tablemodel.h"
#include "ui/common/tableproxy.h"
#include "ui/monitor/monitor.h"

#include <QTimer>
#include <QWidget>

namespace ui {

class Consumers;
class EmptyState;
class Label;
class Settings;
class TableView;

/// How the consumers of one queue do; times in ms, none where nothing was timed lately.
struct ConsumersRow
{
    QString queueName;
    int waiting = 0;
    std::int64_t inFlight = 0;
    std::optional<double> handlingP50;
    std::optional<double> handlingP95;
    std::optional<double> handlingP99;
    std::optional<double> inQueueP95;
    friend bool operator==(const ConsumersRow&, const ConsumersRow&) = default;
};

/// The consumers of all queues, those with the slowest handlers first.
class ConsumersPage final : public QWidget
{
    Q_OBJECT

public:
    /// These outlive us.
    ConsumersPage(Consumers& consumers, Monitor& monitor, Settings& settings,
                  QWidget* parent = nullptr);

signals:
    /// A queue is wanted by itself.
    void queueRequested(const QString& queueName);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void retranslate();
    void showPlaceholder();
    void refresh();
    void show(const Monitor::Values& values);

    Consumers& m_consumers;
    Monitor& m_monitor;
    TableModel<ConsumersRow> m_rows;
    TableProxy m_proxy;
    QTimer m_tick;
    bool m_isAsking = false;
    Label* m_note;
    TableView* m_table;
    EmptyState* m_empty;
};

} // namespace ui
