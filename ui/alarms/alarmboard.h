#pragma once

#include "alarmrule.h"

#include "cmq/time.h"

#include <QHash>
#include <QList>

#include <optional>

namespace ui {

/// A rule that an object has broken.
struct Alarm
{
    enum class State {
        Raised, ///< it is beyond the threshold, or not back at the release yet
        Over,   ///< it was; shown until somebody has acknowledged it
    };
    QString rule;   ///< its name
    QString object; ///< the key of the queue or topic
    Metric metric = Metric::Backlog;
    State state = State::Raised;
    bool isAcknowledged = false;
    double value = 0; ///< the latest while it was raised
    cmq::Time raisedAt;
    cmq::Time endedAt; ///< of one that is over

    /// Identifies it in a list.
    [[nodiscard]] QString key() const { return rule + QChar(0) + object; }
    friend bool operator==(const Alarm&, const Alarm&) = default;
};

/// The state of every rule for every object it watches:
///
///     quiet ── beyond the threshold, `samples` times in a row ──► raised
///     raised ── back at the release, `samples` times in a row, or the object is gone ──► over
///     over ── acknowledged (now or while it was raised), or beyond again ──► quiet, raised
///
/// What is not known for a moment changes nothing and breaks no row. Pure: time comes with values.
/// Cost of a sample: rules × objects; memory: objects that are not quiet.
class AlarmBoard final
{
public:
    /// Most that are listed; where more objects break rules, the first ones are.
    static constexpr qsizetype AlarmsMax = 1000;

    /// What goes on about a rule that stays as it was goes on; what is about others is forgotten.
    void setRules(const QList<AlarmRule>& rules);
    [[nodiscard]] const QList<AlarmRule>& rules() const { return m_rules; }
    /// The metrics that enabled rules watch.
    [[nodiscard]] QList<Metric> metrics() const;

    using Values = QHash<Metric, QHash<QString, double>>;
    /// By metric, what each object has at `now`; at most one sample a second counts. Returns those
    /// that are raised by it.
    QList<Alarm> sample(cmq::Time now, const Values& values);

    void acknowledge(const QString& key);
    void acknowledgeAll();

    /// The latest raised first.
    [[nodiscard]] QList<Alarm> alarms() const;
    /// Raised and not acknowledged.
    [[nodiscard]] int openCount() const;

private:
    struct Row
    {
        int beyond = 0; ///< samples in a row
        int back = 0;
    };

    void sample(const AlarmRule& rule, const QHash<QString, double>& values, cmq::Time now,
                QList<Alarm>& raised);
    void end(Alarm& alarm, cmq::Time now);
    void tidy();

    QList<AlarmRule> m_rules;
    QHash<QString, Row> m_rows;      ///< by the alarm's key; of the quiet there is none
    QHash<QString, Alarm> m_alarms;  ///< by key
    std::optional<cmq::Time> m_last; ///< the second of the latest sample
};

} // namespace ui
