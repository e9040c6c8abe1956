#include "topologyreader.h"

#include "topologyfile.h"

#include "ui/common/errortext.h"
#include "ui/common/format.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct TopologyReaderText
{
    Q_DECLARE_TR_FUNCTIONS(ui::TopologyReader)
};

/// Doubles hold integers exactly up to here, and nothing in CMQ is larger.
constexpr double NumberMax = 9e15;

} // namespace

TopologyReader::TopologyReader(const QJsonObject& root)
    : m_root(root)
{
}

std::optional<TopologyReader::Problem> TopologyReader::read()
{
    readVersion();
    readList(u"queues"_s, [this](const QJsonObject& each) { readQueue(each); });
    readList(u"topics"_s, [this](const QJsonObject& each) { readTopic(each); });
    readList(u"subscriptions"_s, [this](const QJsonObject& each) { readSubscription(each); });
    readList(u"alarms"_s, [this](const QJsonObject& each) { readAlarm(each); });
    checkReferences();
    return m_problem;
}

void TopologyReader::readVersion()
{
    if (!m_root.contains(u"cmqTopology")) {
        fail(TopologyReaderText::tr(
            "This is no topology of CMQ Console: “cmqTopology” is missing."));
        return;
    }
    if (m_root[u"cmqTopology"_s].toInt() != TopologyFileVersion)
        fail(
            TopologyReaderText::tr("This console reads version %1 of topology files, not this one.")
                .arg(TopologyFileVersion),
            u"cmqTopology"_s);
    allowOnly(m_root,
              {u"cmqTopology"_s, u"queues"_s, u"topics"_s, u"subscriptions"_s, u"alarms"_s});
}

template <class Read>
void TopologyReader::readList(const QString& name, Read readOne)
{
    if (m_problem || !m_root.contains(name))
        return;
    if (!m_root[name].isArray()) {
        fail(TopologyReaderText::tr("“%1” must be a list.").arg(name), name);
        return;
    }
    const QJsonArray list = m_root[name].toArray();
    if (list.size() > TopologyThingsMax) {
        fail(TopologyReaderText::tr("More than %1 entries.").arg(formatCount(TopologyThingsMax)),
             name);
        return;
    }
    for (qsizetype i = 0; i < list.size() && !m_problem; ++i) {
        m_at = {name.toStdString(), std::to_string(i)};
        if (list[i].isObject())
            readOne(list[i].toObject());
        else
            fail(TopologyReaderText::tr("An object is expected here."));
    }
    m_at.clear();
}

void TopologyReader::readQueue(const QJsonObject& object)
{
    QStringList members{u"queueName"_s, u"deadLetterPolicy"_s};
    cmq::CreateQueue queue;
    queue.queueName = word(object, u"queueName"_s);
    for (const cmq::QueueSettingRule& rule : cmq::queueSettingRules()) {
        const QString name = toQString(rule.name);
        members += name;
        rule.set(queue.settings, number(object, name, rule.defaultValue));
    }
    allowOnly(object, members);
    if (object.contains(u"deadLetterPolicy")) {
        const QJsonObject dead = object[u"deadLetterPolicy"_s].toObject();
        cmq::DeadLetterPolicy policy;
        m_at.emplace_back("deadLetterPolicy");
        policy.deadLetterQueue = word(dead, u"deadLetterQueue"_s);
        const std::int64_t rule = number(dead, u"policy"_s, 0);
        if (rule != 0 && rule != 1)
            fail(TopologyReaderText::tr("“policy” is 0 or 1."), u"policy"_s);
        policy.policy = cmq::DeadLetterRule(rule == 1);
        policy.maxReceiveCount = number(dead, u"maxReceiveCount"_s, 0);
        policy.maxTimeToLive = cmq::Seconds(number(dead, u"maxTimeToLive"_s, 0));
        allowOnly(dead,
                  {u"deadLetterQueue"_s, u"policy"_s, u"maxReceiveCount"_s, u"maxTimeToLive"_s});
        m_at.pop_back();
        queue.settings.deadLetterPolicy = policy;
    }
    validate(queue);
    takeName(m_queueNames, queue.queueName, u"queueName"_s);
    m_topology.queues.push_back(std::move(queue));
}

void TopologyReader::readTopic(const QJsonObject& object)
{
    allowOnly(object, {u"topicName"_s, u"maxMsgSize"_s, u"filterType"_s});
    cmq::CreateTopic topic;
    topic.topicName = word(object, u"topicName"_s);
    topic.maxMsgSize = number(object, u"maxMsgSize"_s, cmq::TopicMaxMsgSizeDefault);
    const std::int64_t filter = number(object, u"filterType"_s, 1);
    if (filter != 1 && filter != 2)
        fail(TopologyReaderText::tr("“filterType” is 1 (tags) or 2 (routing keys)."),
             u"filterType"_s);
    topic.filterType = filter == 2 ? cmq::FilterType::Routing : cmq::FilterType::Tag;
    validate(topic);
    takeName(m_topicNames, topic.topicName, u"topicName"_s);
    m_topology.topics.push_back(std::move(topic));
}

void TopologyReader::readSubscription(const QJsonObject& object)
{
    allowOnly(object,
              {u"topicName"_s, u"subscriptionName"_s, u"protocol"_s, u"endpoint"_s,
               u"notifyStrategy"_s, u"notifyContentFormat"_s, u"filterTag"_s, u"bindingKey"_s});
    cmq::Subscribe each;
    each.topicName = word(object, u"topicName"_s);
    each.subscriptionName = word(object, u"subscriptionName"_s);
    each.endpoint = word(object, u"endpoint"_s);
    each.filterTag = words(object, u"filterTag"_s);
    each.bindingKey = words(object, u"bindingKey"_s);
    const auto unknown = [&](const QString& member) {
        fail(TopologyReaderText::tr("“%1” has a value that CMQ does not know.").arg(member),
             member);
    };
    if (const auto protocol = cmq::protocolFromString(word(object, u"protocol"_s)))
        each.protocol = *protocol;
    else
        unknown(u"protocol"_s);
    if (const auto strategy = cmq::notifyStrategyFromString(
            word(object, u"notifyStrategy"_s, toQString(toString(each.notifyStrategy)))))
        each.notifyStrategy = *strategy;
    else
        unknown(u"notifyStrategy"_s);
    if (object.contains(u"notifyContentFormat")) {
        each.notifyContentFormat =
            cmq::notifyContentFormatFromString(word(object, u"notifyContentFormat"_s));
        if (!each.notifyContentFormat)
            unknown(u"notifyContentFormat"_s);
    }
    validate(each);
    takeName(m_subscriptionNames, each.topicName + '/' + each.subscriptionName,
             u"subscriptionName"_s);
    m_topology.subscriptions.push_back(std::move(each));
}

void TopologyReader::readAlarm(const QJsonObject& object)
{
    allowOnly(object, alarmMembers());
    QString problem;
    AlarmRule rule = alarmFromJson(object, problem);
    if (!problem.isEmpty())
        fail(problem);
    if (qsizetype(m_topology.alarms.size()) == AlarmRulesMax)
        fail(TopologyReaderText::tr("More than %1 entries.").arg(formatCount(AlarmRulesMax)));
    takeName(m_alarmNames, rule.name.toStdString(), u"name"_s);
    m_topology.alarms.push_back(std::move(rule));
}

/// A file is whole by itself: it names no queue or topic that it does not have. What a subscription
/// delivers to may be missing, as CMQ allows.
void TopologyReader::checkReferences()
{
    for (std::size_t i = 0; i < m_topology.queues.size() && !m_problem; ++i) {
        const auto& policy = m_topology.queues[i].settings.deadLetterPolicy;
        if (!policy || m_queueNames.contains(toQString(policy->deadLetterQueue).toLower()))
            continue;
        m_at = {"queues", std::to_string(i), "deadLetterPolicy"};
        fail(TopologyReaderText::tr("The dead-letter queue “%1” is not among the queues.")
                 .arg(formatForeign(policy->deadLetterQueue, 64)),
             u"deadLetterQueue"_s);
    }
    for (std::size_t i = 0; i < m_topology.subscriptions.size() && !m_problem; ++i) {
        const std::string& topic = m_topology.subscriptions[i].topicName;
        if (m_topicNames.contains(toQString(topic).toLower()))
            continue;
        m_at = {"subscriptions", std::to_string(i)};
        fail(TopologyReaderText::tr("The topic “%1” is not among the topics.")
                 .arg(formatForeign(topic, 64)),
             u"topicName"_s);
    }
}

void TopologyReader::allowOnly(const QJsonObject& object, const QStringList& names)
{
    for (auto it = object.begin(); it != object.end() && !m_problem; ++it) {
        if (!names.contains(it.key()))
            fail(TopologyReaderText::tr("“%1” is not known here.").arg(formatForeign(it.key(), 64)),
                 it.key());
    }
}

std::int64_t TopologyReader::number(const QJsonObject& object, const QString& name,
                                    std::int64_t otherwise)
{
    if (!object.contains(name))
        return otherwise;
    const QJsonValue value = object[name];
    const double number = value.toDouble();
    if (!value.isDouble() || std::trunc(number) != number || std::abs(number) > NumberMax) {
        fail(TopologyReaderText::tr("“%1” must be a whole number.").arg(name), name);
        return otherwise;
    }
    return std::int64_t(number);
}

std::string TopologyReader::word(const QJsonObject& object, const QString& name,
                                 const QString& otherwise)
{
    const QJsonValue value = object[name];
    if (value.isUndefined() && !otherwise.isEmpty())
        return otherwise.toStdString();
    if (value.isUndefined())
        fail(TopologyReaderText::tr("“%1” is missing.").arg(name));
    else if (!value.isString())
        fail(TopologyReaderText::tr("“%1” must be text.").arg(name), name);
    return value.toString().toStdString();
}

std::vector<std::string> TopologyReader::words(const QJsonObject& object, const QString& name)
{
    std::vector<std::string> list;
    const QJsonValue value = object[name];
    if (!value.isUndefined() && !value.isArray())
        fail(TopologyReaderText::tr("“%1” must be a list.").arg(name), name);
    for (const QJsonValue& each : value.toArray()) {
        if (!each.isString())
            fail(TopologyReaderText::tr("“%1” must be a list of texts.").arg(name), name);
        list.push_back(each.toString().toStdString());
    }
    return list;
}

void TopologyReader::validate(const cmq::Action& action)
{
    if (m_problem)
        return;
    if (const auto error = cmq::firstError(action)) {
        const QString member = QString::fromStdString(error->parameter);
        const QString detail = formatForeign(error->detail, 200);
        fail(detail.isEmpty() ? errorSentence(*error)
                              : TopologyReaderText::tr("“%1”: %2").arg(member, detail),
             member);
    }
}

void TopologyReader::takeName(QSet<QString>& taken, const std::string& name, const QString& member)
{
    const qsizetype before = taken.size();
    taken.insert(toQString(name).toLower());
    if (taken.size() == before)
        fail(TopologyReaderText::tr("“%1” is there twice; names differ in more than case.")
                 .arg(formatForeign(name, 130)),
             member);
}

void TopologyReader::fail(const QString& text, const QString& member)
{
    if (m_problem)
        return; // the first one is told
    cmq::scenario::JsonPath path = m_at;
    if (!member.isEmpty())
        path.push_back(member.toStdString());
    m_problem = Problem{std::move(path), text};
}

} // namespace ui
