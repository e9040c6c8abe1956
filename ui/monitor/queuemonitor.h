#pragma once

#include <QList>
#include <QWidget>

class QComboBox;

namespace ui {

class ChartCard;
class Monitor;

/// The charts of one queue: what waits, how old it is, what goes in and out, how long that takes.
class QueueMonitor final : public QWidget
{
    Q_OBJECT

public:
    /// `monitor` outlives us.
    QueueMonitor(Monitor& monitor, const QString& queueName, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void retranslate();

    QComboBox* m_range;
    QList<ChartCard*> m_cards;
};

} // namespace ui
