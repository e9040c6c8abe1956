#pragma once

#include "queuerow.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace ui {

class Connection;
class Label;

/// How many messages of a queue are in which state: a number each, in the colour and with the shape
/// of the state.
class QueueGauges final : public QWidget
{
    Q_OBJECT

public:
    /// `columns` counters stand side by side; their labels are named `name` + "Visible" and so on.
    QueueGauges(const QString& name, int columns, const Connection& connection,
                QWidget* parent = nullptr);

    void setQueue(const cmq::QueueAttributes& queue);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Gauge
    {
        QLabel* icon;
        Label* value;
        Label* title;
    };
    void showIcons();

    const Connection& m_connection; // its owner destroys us first
    std::vector<Gauge> m_gauges;    // visible, in flight, delayed, rewindable
};

} // namespace ui
