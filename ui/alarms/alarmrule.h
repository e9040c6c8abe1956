#pragma once

#include "ui/monitor/metric.h"

#include <QJsonObject>
#include <QList>
#include <QRegularExpression>
#include <QString>

namespace ui {

enum class Comparison { Above, Below };

/// What an alarm watches for.
struct AlarmRule
{
    QString name; ///< its key; 1 to 60 characters
    Metric metric = Metric::Backlog;
    /// Which queues (topics, for a metric of topics): a name; `*` stands for any characters.
    QString object = QStringLiteral("*");
    Comparison comparison = Comparison::Above;
    /// In the metric's unit: messages, per second, bytes, ms.
    double threshold = 0;
    /// Where a raised alarm ends: not beyond the threshold. Between the two it stays as it is, so
    /// that a value that swings around the threshold does not ring all the time.
    double release = 0;
    /// So many samples in a row, at most one a second, before it is raised or ends: 1 to 1000.
    int samples = 1;
    bool isEnabled = true;

    friend bool operator==(const AlarmRule&, const AlarmRule&) = default;
};

inline constexpr int AlarmNameMax = 60;
inline constexpr int AlarmSamplesMax = 1000;
/// Most rules of a connection.
inline constexpr qsizetype AlarmRulesMax = 200;

/// Which objects a rule watches, made ready for asking about many.
class AlarmScope
{
public:
    explicit AlarmScope(const AlarmRule& rule);
    /// Whether it watches the object with this key. Names are compared as CMQ does, without case.
    [[nodiscard]] bool contains(const QString& key) const;

private:
    bool m_isOfTopics;
    bool m_isEverything;
    QRegularExpression m_pattern;
};

/// Whether a value is beyond the threshold; whether it is back at the release.
[[nodiscard]] bool isBeyond(const AlarmRule& rule, double value);
[[nodiscard]] bool isBack(const AlarmRule& rule, double value);

/// What enabled rules watch for, of a metric and any of the objects with these keys: each once.
[[nodiscard]] QList<double> thresholds(const QList<AlarmRule>& rules, Metric metric,
                                       const QStringList& keys);

/// "Backlog of orders-* above 1,000, 3 samples in a row; over at 800".
[[nodiscard]] QString ruleText(const AlarmRule& rule);

/// What is wrong with a rule, in a sentence; empty if nothing is.
[[nodiscard]] QString alarmProblem(const AlarmRule& rule);

/// The members are those of docs/topology.md.
[[nodiscard]] QJsonObject alarmToJson(const AlarmRule& rule);
/// The names of all members that a rule may have.
[[nodiscard]] QStringList alarmMembers();
/// Reads what `alarmToJson` wrote. `problem` says what is wrong; empty: nothing.
[[nodiscard]] AlarmRule alarmFromJson(const QJsonObject& object, QString& problem);

} // namespace ui
