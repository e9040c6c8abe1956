#pragma once

#include <QList>
#include <QWidget>

class QComboBox;

namespace ui {

class ChartCard;
class Monitor;

/// The charts of one queue (what waits, how old it is, what goes in and out, how long that takes)
/// or of one topic (what waits, what is published, what is delivered).
class ObjectMonitor final : public QWidget
{
    Q_OBJECT

public:
    /// `monitor` outlives us. `key`: of the queue or topic; our parts are named after its kind.
    ObjectMonitor(Monitor& monitor, const QString& key, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void retranslate();

    QComboBox* m_range;
    QList<ChartCard*> m_cards;
};

} // namespace ui
