#include "alarmrule.h"

#include "ui/common/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct AlarmRuleText
{
    Q_DECLARE_TR_FUNCTIONS(ui::AlarmRule)
};

constexpr double ThresholdMax = 9e15;

} // namespace

AlarmScope::AlarmScope(const AlarmRule& rule)
    : m_isOfTopics(ui::isOfTopics(rule.metric))
    , m_isEverything(rule.object == u"*")
{
    QStringList parts;
    for (const QString& part : rule.object.split(u'*'))
        parts += QRegularExpression::escape(part);
    m_pattern = QRegularExpression(QRegularExpression::anchoredPattern(parts.join(u".*"_s)),
                                   QRegularExpression::CaseInsensitiveOption);
}

bool AlarmScope::contains(const QString& key) const
{
    return isTopicKey(key) == m_isOfTopics &&
           (m_isEverything || m_pattern.match(nameOfKey(key)).hasMatch());
}

bool isBeyond(const AlarmRule& rule, double value)
{
    return rule.comparison == Comparison::Above ? value > rule.threshold : value < rule.threshold;
}

bool isBack(const AlarmRule& rule, double value)
{
    return rule.comparison == Comparison::Above ? value <= rule.release : value >= rule.release;
}

QList<double> thresholds(const QList<AlarmRule>& rules, Metric metric, const QStringList& keys)
{
    QList<double> values;
    for (const AlarmRule& rule : rules) {
        const AlarmScope scope(rule);
        const auto watches = [&](const QString& key) { return scope.contains(key); };
        if (rule.isEnabled && rule.metric == metric && !values.contains(rule.threshold) &&
            std::ranges::any_of(keys, watches))
            values += rule.threshold;
    }
    return values;
}

QString ruleText(const AlarmRule& rule)
{
    const QString threshold = metricValue(rule.metric, rule.threshold);
    //: %1 is a metric, %2 a queue, %3 a number
    QString text = rule.comparison == Comparison::Above ? AlarmRuleText::tr("%1 of %2 above %3")
                                                        : AlarmRuleText::tr("%1 of %2 below %3");
    text = text.arg(metricText(rule.metric), formatForeign(rule.object), threshold);
    if (rule.samples > 1)
        text += AlarmRuleText::tr(", %n samples in a row", "begins with a comma", rule.samples);
    if (rule.release != rule.threshold)
        text += AlarmRuleText::tr("; over at %1", "begins with a semicolon")
                    .arg(metricValue(rule.metric, rule.release));
    return text;
}

QString alarmProblem(const AlarmRule& rule)
{
    if (rule.name.trimmed().isEmpty() || rule.name.size() > AlarmNameMax)
        return AlarmRuleText::tr("A name has 1 to %1 characters.").arg(AlarmNameMax);
    if (rule.object.trimmed().isEmpty())
        return AlarmRuleText::tr("Say which queue or topic; * means all.");
    if (!(rule.threshold >= 0 && rule.threshold <= ThresholdMax))
        return AlarmRuleText::tr("The threshold is a number from 0 on.");
    if (!(rule.release >= 0 && rule.release <= ThresholdMax))
        return AlarmRuleText::tr("What ends the alarm is a number from 0 on.");
    const bool isInOrder = rule.comparison == Comparison::Above ? rule.release <= rule.threshold
                                                                : rule.release >= rule.threshold;
    if (!isInOrder)
        return rule.comparison == Comparison::Above
                   ? AlarmRuleText::tr("What ends the alarm cannot be above the threshold.")
                   : AlarmRuleText::tr("What ends the alarm cannot be below the threshold.");
    if (rule.samples < 1 || rule.samples > AlarmSamplesMax)
        return AlarmRuleText::tr("The samples in a row are 1 to %1.").arg(AlarmSamplesMax);
    return {};
}

QJsonObject alarmToJson(const AlarmRule& rule)
{
    return {{u"name"_s, rule.name},
            {u"metric"_s, metricId(rule.metric)},
            {u"object"_s, rule.object},
            {u"comparison"_s, rule.comparison == Comparison::Above ? u"above"_s : u"below"_s},
            {u"threshold"_s, rule.threshold},
            {u"release"_s, rule.release},
            {u"samples"_s, rule.samples},
            {u"enabled"_s, rule.isEnabled}};
}

QStringList alarmMembers()
{
    return alarmToJson({}).keys();
}

AlarmRule alarmFromJson(const QJsonObject& object, QString& problem)
{
    AlarmRule rule;
    rule.name = object[u"name"_s].toString();
    rule.object = object[u"object"_s].toString(rule.object);
    const auto metric = metricFromId(object[u"metric"_s].toString());
    rule.metric = metric.value_or(rule.metric);
    const QString comparison = object[u"comparison"_s].toString(u"above"_s);
    rule.comparison = comparison == u"below" ? Comparison::Below : Comparison::Above;
    rule.threshold = object[u"threshold"_s].toDouble(-1);
    rule.release = object[u"release"_s].toDouble(object.contains(u"release") ? -1 : rule.threshold);
    rule.samples = object[u"samples"_s].toInt(object.contains(u"samples") ? 0 : 1);
    rule.isEnabled = object[u"enabled"_s].toBool(true);
    if (!metric)
        problem = AlarmRuleText::tr("“metric” is none that this console knows.");
    else if (comparison != u"above" && comparison != u"below")
        problem = AlarmRuleText::tr("“comparison” is “above” or “below”.");
    else
        problem = alarmProblem(rule);
    return rule;
}

} // namespace ui
