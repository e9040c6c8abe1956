#pragma once

#include "queuerow.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QDateTimeEdit;
class QPushButton;

namespace ui {

class Banner;
class Connection;
class Field;
class Label;
class RewindStrip;
class Rewindables;

/// Rewinding one queue: the time it can go back to as a strip, and how many messages would come
/// back, always as of now.
class RewindPart final : public QWidget
{
    Q_OBJECT

public:
    /// `connection` outlives us.
    RewindPart(Connection& connection, const QString& queueName, QWidget* parent = nullptr);

    void setQueue(const cmq::QueueAttributes& queue);

signals:
    /// Rewind is off; somebody wants to switch it on.
    void attributesRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void createLayout();
    void showRange();
    void showCount();
    void choose(cmq::Time time);
    void rewind();
    void retranslate();
    [[nodiscard]] bool isOn() const;

    Connection& m_connection;
    Rewindables* m_rewindables;
    std::optional<cmq::QueueAttributes> m_queue;
    std::int64_t m_readAt = -1; ///< the counter when the times were read last
    bool m_isAtFarthest = true; ///< the start follows the farthest until somebody chooses
    bool m_isRewinding = false;
    QTimer m_tick; // the range moves with the time

    QWidget* m_off;
    Label* m_offText;
    QPushButton* m_switchOn;
    QWidget* m_on;
    Label* m_explanation;
    Banner* m_banner;
    RewindStrip* m_strip;
    QDateTimeEdit* m_start;
    Field* m_startField;
    Label* m_count;
    QPushButton* m_rewind;
};

} // namespace ui
