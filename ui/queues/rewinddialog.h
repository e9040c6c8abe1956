#pragma once

#include "ui/common/formdialog.h"

#include "cmq/queueactions.h"

#include <vector>

class QDateTimeEdit;

namespace ui {

class Field;

/// Asks from when on queues shall be consumed again.
class RewindDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `now` is the time of the connection. All of `queues`, at least one, can be rewound.
    RewindDialog(std::vector<cmq::QueueAttributes> queues, cmq::Time now,
                 QWidget* parent = nullptr);

signals:
    /// One for each queue.
    void submitted(const std::vector<cmq::RewindQueue>& actions);

private:
    [[nodiscard]] cmq::Time chosen() const;
    [[nodiscard]] std::vector<cmq::RewindQueue> actions() const;
    void check();

    std::vector<cmq::QueueAttributes> m_queues;
    cmq::Time m_now;
    cmq::Time m_farthest;
    cmq::Time m_nearest;
    QDateTimeEdit* m_start;
    Field* m_field;
};

/// The range a queue can be rewound to: back to now - rewindSeconds, up to its oldest message that
/// is not deleted (or now). Source: CMQ guide, message rewind.
struct RewindRange
{
    cmq::Time farthest;
    cmq::Time nearest;
};
[[nodiscard]] RewindRange rewindRange(const cmq::QueueAttributes& queue, cmq::Time now);

} // namespace ui
