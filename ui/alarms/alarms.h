#pragma once

#include "alarmboard.h"

#include <QObject>

namespace ui {

class Monitor;
class Settings;

/// The alarms of one connection: its rules, which are remembered, and what they found. It looks
/// whenever the monitor has measured. Thread: the GUI's.
class Alarms final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us.
    Alarms(Monitor& monitor, Settings& settings, QObject* parent = nullptr);

    [[nodiscard]] const QList<AlarmRule>& rules() const { return m_board.rules(); }
    /// Replaces all rules; each must be valid and have a name of its own.
    void setRules(const QList<AlarmRule>& rules);

    [[nodiscard]] const AlarmBoard& board() const { return m_board; }
    void acknowledge(const QString& key);
    void acknowledgeAll();

signals:
    /// Rules or alarms are others.
    void changed();
    /// Something was raised just now: what to tell somebody who looks elsewhere.
    void raised(const QString& title, const QString& text);

private:
    void look();
    void take(cmq::Time now, const AlarmBoard::Values& values);

    Monitor& m_monitor;
    Settings& m_settings;
    QString m_keptUnder;
    AlarmBoard m_board;
    bool m_isAsking = false;
};

/// "orders: Backlog is 1,204 (rule: too many)".
[[nodiscard]] QString alarmText(const Alarm& alarm);

/// Rules as they are kept, and back; rules that are not valid are left out.
[[nodiscard]] QByteArray writeAlarmRules(const QList<AlarmRule>& rules);
[[nodiscard]] QList<AlarmRule> readAlarmRules(const QByteArray& json);

} // namespace ui
