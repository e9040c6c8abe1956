#include "topologyfile.h"

#include "topologyreader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct TopologyText
{
    Q_DECLARE_TR_FUNCTIONS(ui::Topology)
};

QJsonObject toJson(const cmq::CreateQueue& queue)
{
    QJsonObject object{{u"queueName"_s, toQString(queue.queueName)}};
    for (const cmq::QueueSettingRule& rule : cmq::queueSettingRules())
        object[toQString(rule.name)] = qint64(rule.get(queue.settings));
    if (const auto& policy = queue.settings.deadLetterPolicy) {
        QJsonObject dead{{u"deadLetterQueue"_s, toQString(policy->deadLetterQueue)},
                         {u"policy"_s, int(policy->policy)}};
        if (policy->policy == cmq::DeadLetterRule::MaxReceiveCount)
            dead[u"maxReceiveCount"_s] = qint64(policy->maxReceiveCount);
        else
            dead[u"maxTimeToLive"_s] = qint64(policy->maxTimeToLive.count());
        object[u"deadLetterPolicy"_s] = dead;
    }
    return object;
}

QJsonObject toJson(const cmq::CreateTopic& topic)
{
    return {{u"topicName"_s, toQString(topic.topicName)},
            {u"maxMsgSize"_s, qint64(topic.maxMsgSize)},
            {u"filterType"_s, int(topic.filterType)}};
}

QJsonArray toJson(const std::vector<std::string>& list)
{
    QJsonArray array;
    for (const std::string& each : list)
        array.append(toQString(each));
    return array;
}

QJsonObject toJson(const cmq::Subscribe& each)
{
    QJsonObject object{{u"topicName"_s, toQString(each.topicName)},
                       {u"subscriptionName"_s, toQString(each.subscriptionName)},
                       {u"protocol"_s, toQString(toString(each.protocol))},
                       {u"endpoint"_s, toQString(each.endpoint)},
                       {u"notifyStrategy"_s, toQString(toString(each.notifyStrategy))},
                       {u"filterTag"_s, toJson(each.filterTag)},
                       {u"bindingKey"_s, toJson(each.bindingKey)}};
    if (each.notifyContentFormat)
        object[u"notifyContentFormat"_s] = toQString(toString(*each.notifyContentFormat));
    return object;
}

QJsonObject toJson(const AlarmRule& rule)
{
    return alarmToJson(rule);
}

template <class Thing>
QJsonArray toJson(const std::vector<Thing>& things)
{
    QJsonArray array;
    for (const Thing& thing : things)
        array.append(toJson(thing));
    return array;
}

} // namespace

QByteArray writeTopology(const Topology& topology)
{
    QJsonObject root{{u"cmqTopology"_s, TopologyFileVersion},
                     {u"queues"_s, toJson(topology.queues)},
                     {u"topics"_s, toJson(topology.topics)},
                     {u"subscriptions"_s, toJson(topology.subscriptions)}};
    // Readers from before there were alarms understand a file without them.
    if (!topology.alarms.empty())
        root[u"alarms"_s] = toJson(topology.alarms);
    return QJsonDocument(root).toJson();
}

TopologyReading readTopology(const QByteArray& bytes)
{
    if (bytes.size() > TopologyFileBytesMax)
        return {{},
                TopologyText::tr("The file is larger than %1 MiB; no topology is.")
                    .arg(TopologyFileBytesMax / 1024 / 1024)};
    const std::string_view text(bytes.constData(), std::size_t(bytes.size()));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return {{},
                TopologyText::tr("Line %1: this is no JSON: %2")
                    .arg(cmq::scenario::lineOfByte(text, std::size_t(error.offset)))
                    .arg(error.errorString())};
    TopologyReader reader(document.object());
    const auto problem = reader.read();
    if (!problem)
        return {reader.topology(), {}};
    const int line = cmq::scenario::jsonLine(text, problem->path);
    return {{}, TopologyText::tr("Line %1: %2").arg(line).arg(problem->text)};
}

} // namespace ui
