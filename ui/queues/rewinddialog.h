#pragma once

#include "ui/common/formdialog.h"

#include "cmq/queueactions.h"

class QDateTimeEdit;

namespace ui {

class Field;

/// Asks from when on a queue shall be consumed again.
class RewindDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `now` is the time of the connection.
    RewindDialog(cmq::QueueAttributes queue, cmq::Time now, QWidget* parent = nullptr);

signals:
    void submitted(const cmq::RewindQueue& action);

private:
    [[nodiscard]] cmq::Time chosen() const;
    void check();

    cmq::QueueAttributes m_queue;
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
