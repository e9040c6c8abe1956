#include "alarms.h"

#include "ui/common/format.h"
#include "ui/common/onresult.h"
#include "ui/common/settings.h"
#include "ui/connections/connection.h"
#include "ui/monitor/monitor.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype ToldMax = 3; ///< alarms that a notification names
}

Alarms::Alarms(Monitor& monitor, Settings& settings, QObject* parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_settings(settings)
    , m_keptUnder(monitor.connection().keptName())
{
    m_board.setRules(readAlarmRules(settings.alarmRules(m_keptUnder)));
    connect(&monitor, &Monitor::measured, this, &Alarms::look);
}

void Alarms::setRules(const QList<AlarmRule>& rules)
{
    m_board.setRules(rules);
    m_settings.setAlarmRules(m_keptUnder, writeAlarmRules(rules));
    emit changed();
}

void Alarms::acknowledge(const QString& key)
{
    m_board.acknowledge(key);
    emit changed();
}

void Alarms::acknowledgeAll()
{
    m_board.acknowledgeAll();
    emit changed();
}

void Alarms::look()
{
    const QList<Metric> metrics = m_board.metrics();
    if (m_isAsking || metrics.isEmpty())
        return;
    m_isAsking = true;
    onResult(
        m_monitor.latest(metrics), this,
        [this, now = m_monitor.connection().now()](const cmq::Result<Monitor::Values>& values) {
            m_isAsking = false;
            if (values)
                take(now, *values);
        });
}

void Alarms::take(cmq::Time now, const AlarmBoard::Values& values)
{
    const QList<Alarm> before = m_board.alarms();
    const QList<Alarm> raisedNow = m_board.sample(now, values);
    if (m_board.alarms() != before)
        emit changed();
    if (raisedNow.isEmpty())
        return;
    QStringList texts;
    for (const Alarm& alarm : raisedNow.first(std::min(ToldMax, raisedNow.size())))
        texts += alarmText(alarm);
    if (raisedNow.size() > ToldMax)
        texts += tr("and %n more", nullptr, int(raisedNow.size() - ToldMax));
    emit raised(tr("%n alarm(s)", nullptr, int(raisedNow.size())), texts.join(u'\n'));
}

QString alarmText(const Alarm& alarm)
{
    //: %1 is a queue or topic, %2 a metric, %3 its value, %4 the name of a rule
    return Alarms::tr("%1: %2 is %3 (rule: %4)")
        .arg(formatForeign(nameOfKey(alarm.object)), metricText(alarm.metric),
             metricValue(alarm.metric, alarm.value), formatForeign(alarm.rule));
}

QByteArray writeAlarmRules(const QList<AlarmRule>& rules)
{
    QJsonArray list;
    for (const AlarmRule& rule : rules)
        list.append(alarmToJson(rule));
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

QList<AlarmRule> readAlarmRules(const QByteArray& json)
{
    QList<AlarmRule> rules;
    for (const QJsonValue& each : QJsonDocument::fromJson(json).array()) {
        QString problem;
        const AlarmRule rule = alarmFromJson(each.toObject(), problem);
        if (problem.isEmpty() && rules.size() < AlarmRulesMax)
            rules += rule;
    }
    return rules;
}

} // namespace ui
