#pragma once

#include "topology.h"

#include "cmq/validation.h"
#include "scenario/jsonline.h"

#include <QJsonObject>
#include <QSet>

#include <optional>

namespace ui {

/// Reads a topology out of a JSON object, strictly: members that nobody knows, values of another
/// type or out of CMQ's ranges, names that are there twice and references to nothing are problems.
class TopologyReader final
{
public:
    struct Problem
    {
        cmq::scenario::JsonPath path; ///< where it is
        QString text;                 ///< what it is
    };

    explicit TopologyReader(const QJsonObject& root);

    /// The first problem, or none: then `topology` is complete.
    [[nodiscard]] std::optional<Problem> read();
    [[nodiscard]] const Topology& topology() const { return m_topology; }

private:
    void readVersion();
    void readQueue(const QJsonObject& object);
    void readTopic(const QJsonObject& object);
    void readSubscription(const QJsonObject& object);
    void readAlarm(const QJsonObject& object);
    void checkReferences();

    template <class Read>
    void readList(const QString& name, Read readOne);
    void allowOnly(const QJsonObject& object, const QStringList& names);
    [[nodiscard]] std::int64_t number(const QJsonObject& object, const QString& name,
                                      std::int64_t otherwise);
    [[nodiscard]] std::string word(const QJsonObject& object, const QString& name,
                                   const QString& otherwise = {});
    [[nodiscard]] std::vector<std::string> words(const QJsonObject& object, const QString& name);
    void validate(const cmq::Action& action);
    void takeName(QSet<QString>& taken, const std::string& name, const QString& member);
    void fail(const QString& text, const QString& member = {});

    QJsonObject m_root;
    Topology m_topology;
    cmq::scenario::JsonPath m_at; ///< what is being read
    QSet<QString> m_queueNames;   ///< in lower case, as CMQ compares them
    QSet<QString> m_topicNames;
    QSet<QString> m_subscriptionNames;
    QSet<QString> m_alarmNames;
    std::optional<Problem> m_problem;
};

} // namespace ui
