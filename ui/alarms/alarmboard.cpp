#include "alarmboard.h"

#include <QSet>

#include <algorithm>

namespace ui {

void AlarmBoard::setRules(const QList<AlarmRule>& rules)
{
    QSet<QString> stays;
    for (const AlarmRule& rule : rules) {
        if (rule.isEnabled && m_rules.contains(rule))
            stays.insert(rule.name);
    }
    m_rules = rules;
    erase_if(m_alarms, [&](const auto& each) { return !stays.contains(each.value().rule); });
    erase_if(m_rows,
             [&](const auto& each) { return !stays.contains(each.key().section(QChar(0), 0, 0)); });
}

QList<Metric> AlarmBoard::metrics() const
{
    QList<Metric> metrics;
    for (const AlarmRule& rule : m_rules) {
        if (rule.isEnabled && !metrics.contains(rule.metric))
            metrics += rule.metric;
    }
    return metrics;
}

QList<Alarm> AlarmBoard::sample(cmq::Time now, const Values& values)
{
    const cmq::Time second = std::chrono::floor<cmq::Seconds>(now);
    if (m_last == second)
        return {};
    m_last = second;
    QList<Alarm> raised;
    for (const AlarmRule& rule : m_rules) {
        if (rule.isEnabled)
            sample(rule, values.value(rule.metric), now, raised);
    }
    tidy();
    std::ranges::sort(raised, {}, &Alarm::key);
    return raised;
}

void AlarmBoard::sample(const AlarmRule& rule, const QHash<QString, double>& values, cmq::Time now,
                        QList<Alarm>& raised)
{
    const AlarmScope scope(rule);
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (!scope.contains(value.key()))
            continue;
        Alarm alarm{rule.name, value.key(), rule.metric, Alarm::State::Raised,
                    false,     *value,      now,         {}};
        const QString key = alarm.key();
        const auto known = m_alarms.find(key);
        const bool isRaised = known != m_alarms.end() && known->state == Alarm::State::Raised;
        if (isRaised)
            known->value = *value;
        const bool counts = isRaised ? isBack(rule, *value) : isBeyond(rule, *value);
        if (!counts) {
            m_rows.remove(key);
            continue;
        }
        Row& row = m_rows[key];
        if (isRaised) {
            if (++row.back >= rule.samples)
                end(*known, now);
        } else if (++row.beyond >= rule.samples) {
            m_rows.remove(key);
            if (known == m_alarms.end() && m_alarms.size() >= AlarmsMax)
                continue;
            m_alarms.insert(key, alarm);
            raised += alarm;
        }
    }
    // Levels are told of everything there is: what has none any more is gone.
    if (values.isEmpty() || needsEvents(rule.metric))
        return;
    for (Alarm& alarm : m_alarms) {
        if (alarm.rule == rule.name && alarm.state == Alarm::State::Raised &&
            !values.contains(alarm.object))
            end(alarm, now);
    }
}

void AlarmBoard::end(Alarm& alarm, cmq::Time now)
{
    alarm.state = Alarm::State::Over;
    alarm.endedAt = now;
    m_rows.remove(alarm.key());
}

void AlarmBoard::acknowledge(const QString& key)
{
    if (const auto found = m_alarms.find(key); found != m_alarms.end())
        found->isAcknowledged = true;
    tidy();
}

void AlarmBoard::acknowledgeAll()
{
    for (Alarm& alarm : m_alarms)
        alarm.isAcknowledged = true;
    tidy();
}

void AlarmBoard::tidy()
{
    erase_if(m_alarms, [](const auto& each) {
        return each.value().isAcknowledged && each.value().state == Alarm::State::Over;
    });
}

QList<Alarm> AlarmBoard::alarms() const
{
    QList<Alarm> list = m_alarms.values();
    std::ranges::sort(list, [](const Alarm& a, const Alarm& b) {
        return a.raisedAt != b.raisedAt ? a.raisedAt > b.raisedAt : a.key() < b.key();
    });
    return list;
}

int AlarmBoard::openCount() const
{
    return int(std::ranges::count_if(m_alarms, [](const Alarm& alarm) {
        return alarm.state == Alarm::State::Raised && !alarm.isAcknowledged;
    }));
}

} // namespace ui
