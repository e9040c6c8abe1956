#include "topologyplan.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct PlanText
{
    Q_DECLARE_TR_FUNCTIONS(ui::TopologyPlan)
};

enum Phase {
    Unsubscribing, ///< makes room for topics and queues to go
    Unbinding,     ///< before others bind to the same
    CreatingQueues,
    BindingQueues, ///< all dead-letter queues are there
    MakingTopics,
    Subscribing,
    DeletingTopics,
    DeletingSources, ///< of dead letters
    DeletingQueues,
};

QString keyOf(const std::string& name)
{
    return toQString(name).toLower();
}
QString nameOf(const cmq::CreateQueue& queue)
{
    return toQString(queue.queueName);
}
QString nameOf(const cmq::CreateTopic& topic)
{
    return toQString(topic.topicName);
}
QString nameOf(const AlarmRule& rule)
{
    return rule.name;
}
QString nameOf(const cmq::Subscribe& each)
{
    return toQString(each.topicName + '/' + each.subscriptionName);
}

QString policyText(const std::optional<cmq::DeadLetterPolicy>& policy)
{
    if (!policy)
        return PlanText::tr("none", "no dead-letter queue");
    return policy->policy == cmq::DeadLetterRule::MaxReceiveCount
               ? u"%1 (maxReceiveCount %2)"_s.arg(toQString(policy->deadLetterQueue))
                     .arg(policy->maxReceiveCount)
               : u"%1 (maxTimeToLive %2)"_s.arg(toQString(policy->deadLetterQueue))
                     .arg(policy->maxTimeToLive.count());
}

/// "maxMsgSize 1024 → 65536".
class Changes final
{
public:
    void add(const QString& what, const QString& from, const QString& to)
    {
        if (from != to)
            m_parts += u"%1 %2 → %3"_s.arg(what, from, to);
    }
    [[nodiscard]] QString text() const { return m_parts.join(u"; "_s); }

private:
    QStringList m_parts;
};

QString listText(const std::vector<std::string>& list)
{
    QStringList words;
    for (const std::string& each : list)
        words += toQString(each);
    return u'[' + words.join(u", "_s) + u']';
}

PlanItem create(const cmq::CreateQueue& queue)
{
    const int phase = queue.settings.deadLetterPolicy ? BindingQueues : CreatingQueues;
    return {PlanKind::Create, ThingKind::Queue, nameOf(queue), {}, {{phase, queue}}};
}

PlanItem create(const cmq::CreateTopic& topic)
{
    return {PlanKind::Create, ThingKind::Topic, nameOf(topic), {}, {{MakingTopics, topic}}};
}

PlanItem create(const cmq::Subscribe& each)
{
    return {PlanKind::Create, ThingKind::Subscription, nameOf(each), {}, {{Subscribing, each}}};
}

PlanItem change(const cmq::CreateQueue& present, const cmq::CreateQueue& wanted)
{
    PlanItem item{PlanKind::Unchanged, ThingKind::Queue, nameOf(present), {}, {}};
    const cmq::QueueSettings& from = present.settings;
    cmq::QueueSettings to = wanted.settings;
    // The same target in another spelling is the same.
    if (from.deadLetterPolicy && to.deadLetterPolicy &&
        keyOf(from.deadLetterPolicy->deadLetterQueue) ==
            keyOf(to.deadLetterPolicy->deadLetterQueue))
        to.deadLetterPolicy->deadLetterQueue = from.deadLetterPolicy->deadLetterQueue;
    if (from == to)
        return item;
    item.kind = PlanKind::Change;
    Changes changes;
    for (const cmq::QueueSettingRule& rule : cmq::queueSettingRules())
        changes.add(toQString(rule.name), QString::number(rule.get(from)),
                    QString::number(rule.get(to)));
    changes.add(u"deadLetterPolicy"_s, policyText(from.deadLetterPolicy),
                policyText(to.deadLetterPolicy));
    item.details = changes.text();
    // A queue that shall take dead letters from now on must have lost its own queue for them first.
    if (from.deadLetterPolicy && !to.deadLetterPolicy)
        item.steps.push_back({Unbinding, cmq::UnbindDeadLetterQueue{present.queueName}});
    const cmq::QueueSettingsChange rest = cmq::difference(from, to);
    if (rest != cmq::QueueSettingsChange())
        item.steps.push_back({BindingQueues, cmq::SetQueueAttributes{present.queueName, rest}});
    return item;
}

PlanItem change(const cmq::CreateTopic& present, const cmq::CreateTopic& wanted)
{
    PlanItem item{PlanKind::Unchanged, ThingKind::Topic, nameOf(present), {}, {}};
    if (present.filterType != wanted.filterType) {
        item.kind = PlanKind::Impossible;
        item.details =
            PlanText::tr("The filter type of a topic cannot be changed; delete the topic "
                         "first.");
        return item;
    }
    if (present.maxMsgSize == wanted.maxMsgSize)
        return item;
    Changes changes;
    changes.add(u"maxMsgSize"_s, QString::number(present.maxMsgSize),
                QString::number(wanted.maxMsgSize));
    item.kind = PlanKind::Change;
    item.details = changes.text();
    item.steps.push_back(
        {MakingTopics, cmq::SetTopicAttributes{present.topicName, wanted.maxMsgSize}});
    return item;
}

PlanItem change(const cmq::Subscribe& present, const cmq::Subscribe& wanted)
{
    PlanItem item{PlanKind::Unchanged, ThingKind::Subscription, nameOf(present), {}, {}};
    Changes changes;
    cmq::SetSubscriptionAttributes set;
    set.topicName = present.topicName;
    set.subscriptionName = present.subscriptionName;
    const auto compare = [&](const QString& name, const auto& from, const auto& to, auto& member,
                             auto toText) {
        if (from == to)
            return;
        changes.add(name, toText(from), toText(to));
        member = to;
    };
    const auto enumText = [](auto value) { return toQString(toString(value)); };
    compare(u"protocol"_s, present.protocol, wanted.protocol, set.protocol, enumText);
    compare(u"endpoint"_s, present.endpoint, wanted.endpoint, set.endpoint,
            [](const std::string& value) { return toQString(value); });
    compare(u"notifyStrategy"_s, present.notifyStrategy, wanted.notifyStrategy, set.notifyStrategy,
            enumText);
    if (wanted.notifyContentFormat && present.notifyContentFormat)
        compare(u"notifyContentFormat"_s, *present.notifyContentFormat, *wanted.notifyContentFormat,
                set.notifyContentFormat, enumText);
    compare(u"filterTag"_s, present.filterTag, wanted.filterTag, set.filterTag, listText);
    compare(u"bindingKey"_s, present.bindingKey, wanted.bindingKey, set.bindingKey, listText);
    item.details = changes.text();
    if (item.details.isEmpty())
        return item;
    item.kind = PlanKind::Change;
    item.steps.push_back({Subscribing, set});
    return item;
}

PlanItem remove(const cmq::CreateQueue& queue)
{
    const int phase = queue.settings.deadLetterPolicy ? DeletingSources : DeletingQueues;
    return {PlanKind::Delete,
            ThingKind::Queue,
            nameOf(queue),
            {},
            {{phase, cmq::DeleteQueue{queue.queueName}}}};
}

PlanItem remove(const cmq::CreateTopic& topic)
{
    return {PlanKind::Delete,
            ThingKind::Topic,
            nameOf(topic),
            {},
            {{DeletingTopics, cmq::DeleteTopic{topic.topicName}}}};
}

PlanItem remove(const cmq::Subscribe& each)
{
    return {PlanKind::Delete,
            ThingKind::Subscription,
            nameOf(each),
            {},
            {{Unsubscribing, cmq::Unsubscribe{each.topicName, each.subscriptionName}}}};
}

PlanItem create(const AlarmRule& rule)
{
    return {PlanKind::Create, ThingKind::Alarm, nameOf(rule), ruleText(rule), {}};
}

PlanItem change(const AlarmRule& present, const AlarmRule& wanted)
{
    if (present == wanted)
        return {PlanKind::Unchanged, ThingKind::Alarm, nameOf(present), {}, {}};
    return {PlanKind::Change, ThingKind::Alarm, nameOf(present), ruleText(wanted), {}};
}

PlanItem remove(const AlarmRule& rule)
{
    return {PlanKind::Delete, ThingKind::Alarm, nameOf(rule), {}, {}};
}

/// Those that are wanted, and, unless they are to go, the others.
QList<AlarmRule> alarmsAfter(const Topology& present, const Topology& wanted, bool deletes)
{
    QList<AlarmRule> rules(wanted.alarms.begin(), wanted.alarms.end());
    for (const AlarmRule& rule : present.alarms) {
        const bool isWanted = std::ranges::any_of(wanted.alarms, [&](const AlarmRule& each) {
            return nameOf(each).toLower() == nameOf(rule).toLower();
        });
        if (!isWanted && !deletes)
            rules.append(rule);
    }
    return rules;
}

template <class Thing>
void compare(const std::vector<Thing>& present, const std::vector<Thing>& wanted, bool deletes,
             QList<PlanItem>& items)
{
    std::map<QString, const Thing*> there;
    for (const Thing& each : present)
        there.emplace(nameOf(each).toLower(), &each);
    for (const Thing& each : wanted) {
        const auto found = there.find(nameOf(each).toLower());
        if (found == there.end()) {
            items.append(create(each));
            continue;
        }
        items.append(change(*found->second, each));
        there.erase(found);
    }
    if (!deletes)
        return;
    for (const auto& [key, each] : there)
        items.append(remove(*each));
}

} // namespace

int Plan::count(PlanKind kind) const
{
    return int(std::ranges::count(items, kind, &PlanItem::kind));
}

bool Plan::isEmpty() const
{
    return count(PlanKind::Create) + count(PlanKind::Change) + count(PlanKind::Delete) == 0;
}

std::vector<std::pair<QString, PlanStep>> Plan::steps() const
{
    std::vector<std::pair<QString, PlanStep>> all;
    for (const PlanItem& item : items) {
        for (const PlanStep& step : item.steps)
            all.emplace_back(item.name, step);
    }
    std::ranges::stable_sort(all, {}, [](const auto& each) { return each.second.phase; });
    return all;
}

Plan planTopology(const Topology& present, const Topology& wanted, bool deletes)
{
    Plan plan;
    compare(present.queues, wanted.queues, deletes, plan.items);
    compare(present.topics, wanted.topics, deletes, plan.items);
    compare(present.subscriptions, wanted.subscriptions, deletes, plan.items);
    compare(present.alarms, wanted.alarms, deletes, plan.items);
    plan.alarms = alarmsAfter(present, wanted, deletes);
    return plan;
}

} // namespace ui
