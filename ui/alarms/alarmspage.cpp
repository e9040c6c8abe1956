#include "alarmspage.h"

#include "alarmdialog.h"

#include "ui/common/actionbutton.h"
#include "ui/common/actiontext.h"
#include "ui/common/emptystate.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/makeaction.h"
#include "ui/common/settings.h"
#include "ui/common/tableview.h"
#include "ui/common/translated.h"
#include "ui/monitor/monitor.h"
#include "ui/queues/queuefeed.h"
#include "ui/topics/topicfeed.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString stateText(const Alarm& alarm)
{
    if (alarm.state == Alarm::State::Over)
        return AlarmsPage::tr("Over");
    return alarm.isAcknowledged ? AlarmsPage::tr("Rings, acknowledged") : AlarmsPage::tr("Rings");
}

Tone stateTone(const Alarm& alarm)
{
    if (alarm.state == Alarm::State::Over)
        return Tone::Expired;
    return alarm.isAcknowledged ? Tone::InFlight : Tone::Dead;
}

QList<Column<Alarm>> alarmColumns()
{
    QList<Column<Alarm>> list;
    list += Column<Alarm>(
                u"state"_s, [] { return AlarmsPage::tr("State"); }, stateText)
                .toned(stateTone);
    list += Column<Alarm>(
        u"object"_s, [] { return AlarmsPage::tr("Queue or topic"); },
        [](const Alarm& row) { return nameOfKey(row.object); });
    list += Column<Alarm>(
        u"metric"_s, [] { return AlarmsPage::tr("Metric"); },
        [](const Alarm& row) { return metricText(row.metric); });
    list += Column<Alarm>(
                u"value"_s, [] { return AlarmsPage::tr("Value"); },
                [](const Alarm& row) { return metricValue(row.metric, row.value); })
                .sortedBy([](const Alarm& row) { return QVariant(row.value); })
                .alignedRight();
    list += Column<Alarm>(
                u"since"_s, [] { return AlarmsPage::tr("Since"); },
                [](const Alarm& row) { return formatInstant(row.raisedAt); })
                .sortedBy([](const Alarm& row) {
                    return QVariant::fromValue(cmq::toUnixMilliseconds(row.raisedAt));
                });
    list += Column<Alarm>(
        u"ended"_s, [] { return AlarmsPage::tr("Ended"); },
        [](const Alarm& row) {
            return row.state == Alarm::State::Over ? formatInstant(row.endedAt) : QString();
        });
    list += Column<Alarm>(
        u"rule"_s, [] { return AlarmsPage::tr("Rule"); },
        [](const Alarm& row) { return row.rule; });
    return list;
}

QList<Column<AlarmRule>> ruleColumns()
{
    QList<Column<AlarmRule>> list;
    list += Column<AlarmRule>(
        u"name"_s, [] { return AlarmsPage::tr("Name"); },
        [](const AlarmRule& row) { return row.name; });
    list += Column<AlarmRule>(
                u"state"_s, [] { return AlarmsPage::tr("State"); },
                [](const AlarmRule& row) {
                    return row.isEnabled ? AlarmsPage::tr("On") : AlarmsPage::tr("Off");
                })
                .toned([](const AlarmRule& row) { return row.isEnabled ? Tone::Ok : Tone::Muted; });
    list += Column<AlarmRule>(
        u"rule"_s, [] { return AlarmsPage::tr("Rings for"); }, ruleText);
    return list;
}

} // namespace

AlarmsPage::AlarmsPage(Alarms& alarms, Monitor& monitor, Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_alarms(alarms)
    , m_monitor(monitor)
    , m_list(alarmColumns(), &Alarm::key)
    , m_rules(ruleColumns(), [](const AlarmRule& row) { return row.name; })
    , m_listTitle(new Label(TextRole::Section))
    , m_listTable(new TableView(u"alarmList"_s))
    , m_quiet(new EmptyState(u"alarmsQuiet"_s, u"check-circle"))
    , m_rulesTitle(new Label(TextRole::Section))
    , m_rulesTable(new TableView(u"alarmRules"_s))
    , m_noRules(new EmptyState(u"alarmsNoRules"_s, u"exclamation-triangle"))
    , m_acknowledge(makeAction(this, u"acknowledgeAlarm"_s, u"check-lg", &AlarmsPage::acknowledge))
    , m_acknowledgeAll(
          makeAction(this, u"acknowledgeAllAlarms"_s, u"check-circle", &AlarmsPage::acknowledgeAll))
    , m_open(makeAction(this, u"openAlarmObject"_s, u"queue", &AlarmsPage::openObject))
    , m_add(makeAction(this, u"addAlarmRule"_s, u"plus-lg", &AlarmsPage::addRule))
    , m_edit(makeAction(this, u"editAlarmRule"_s, u"pencil", &AlarmsPage::editRule))
    , m_delete(makeAction(this, u"deleteAlarmRule"_s, u"trash3", &AlarmsPage::deleteRule))
    , m_switch(makeAction(this, u"switchAlarmRule"_s, u"pause-fill", &AlarmsPage::switchRule))
{
    setObjectName(u"alarmsPage"_s);
    createLayout(settings);
    connectSignals();
    keepTranslated(this, [this] { retranslate(); });
}

void AlarmsPage::createLayout(Settings& settings)
{
    m_listTitle->setObjectName(u"alarmListTitle"_s);
    m_rulesTitle->setObjectName(u"alarmRulesTitle"_s);
    m_listProxy.setSourceModel(&m_list);
    m_listTable->setProxy(&m_listProxy, settings);
    m_listTable->setPlaceholder(m_quiet);
    m_listTable->setRowActions({m_acknowledge, m_open});
    m_listTable->horizontalHeader()->setStretchLastSection(true);
    m_rulesProxy.setSourceModel(&m_rules);
    m_rulesTable->setProxy(&m_rulesProxy, settings);
    m_rulesTable->setPlaceholder(m_noRules);
    m_rulesTable->setRowActions({m_edit, m_switch, m_delete});
    m_rulesTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_rulesTable->horizontalHeader()->setStretchLastSection(true);
    m_listTable->setUsualLayout({150, 200, 150, 90, 150, 150});
    m_rulesTable->setUsualLayout({200, 70});

    const auto part = [](Label* title, const QList<QAction*>& actions, QWidget* table) {
        auto* head = new QHBoxLayout;
        head->setSpacing(4);
        head->addWidget(title);
        head->addStretch();
        for (QAction* action : actions)
            head->addWidget(makeToolButton(action));
        auto* widget = new QWidget;
        auto* layout = new QVBoxLayout(widget);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(4);
        layout->addLayout(head);
        layout->addWidget(table, 1);
        return widget;
    };
    auto* parts = new QSplitter(Qt::Vertical);
    parts->setObjectName(u"alarmsSplitter"_s);
    parts->addWidget(part(m_listTitle, {m_acknowledge, m_acknowledgeAll, m_open}, m_listTable));
    parts->addWidget(part(m_rulesTitle, {m_add, m_edit, m_switch, m_delete}, m_rulesTable));
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(12);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->addWidget(parts, 1);
}

void AlarmsPage::connectSignals()
{
    connect(&m_alarms, &Alarms::changed, this, &AlarmsPage::showAll);
    connect(m_listTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AlarmsPage::updateActions);
    connect(m_rulesTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AlarmsPage::updateActions);
    connect(m_listTable, &QAbstractItemView::activated, m_open, &QAction::trigger);
    connect(m_rulesTable, &QAbstractItemView::activated, m_edit, &QAction::trigger);
    connect(m_noRules->primaryButton(), &QPushButton::clicked, m_add, &QAction::trigger);
}

QString AlarmsPage::title() const
{
    const int count = m_alarms.board().openCount();
    return count == 0 ? tr("Alarms") : tr("Alarms (%1)").arg(formatCount(count));
}

void AlarmsPage::showAll()
{
    m_list.setRows(m_alarms.board().alarms());
    m_rules.setRows(m_alarms.rules());
    updateActions();
    const int count = m_alarms.board().openCount();
    if (std::exchange(m_shownCount, count) != count)
        emit titleChanged();
}

void AlarmsPage::updateActions()
{
    const bool hasAlarm = !m_listTable->selectedKeys().isEmpty();
    const bool hasRule = selectedRule() != nullptr;
    const QString noAlarm = hasAlarm ? QString() : tr("Select an alarm first.");
    const QString noRule = hasRule ? QString() : tr("Select a rule first.");
    enableAction(m_acknowledge, tr("I have seen it: it counts no more, and goes when it is over"),
                 noAlarm);
    enableAction(m_acknowledgeAll, tr("I have seen them all"),
                 m_list.rowCount() > 0 ? QString() : tr("There are none."));
    enableAction(m_open, tr("Show the queue or topic"), noAlarm);
    enableAction(m_edit, tr("Change this rule"), noRule);
    enableAction(m_delete, tr("Remove this rule and its alarms"), noRule);
    const bool isOff = hasRule && !selectedRule()->isEnabled;
    m_switch->setText(isOff ? tr("Switch on") : tr("Switch off"));
    m_switch->setIcon(icon(isOff ? u"play-fill" : u"pause-fill"));
    enableAction(m_switch, tr("A rule that is off is kept, and never rings"), noRule);
}

const AlarmRule* AlarmsPage::selectedRule() const
{
    const QStringList keys = m_rulesTable->selectedKeys();
    return keys.isEmpty() ? nullptr : m_rules.find(keys.first());
}

void AlarmsPage::openDialog(const AlarmRule& rule)
{
    QStringList taken;
    for (const AlarmRule& each : m_alarms.rules()) {
        if (each.name != rule.name)
            taken += each.name;
    }
    QStringList names;
    for (const QueueRow& queue : m_monitor.queues().queues())
        names += queue.name;
    for (const TopicRow& topic : m_monitor.topics().topics())
        names += topic.name;
    auto* dialog = new AlarmDialog(rule, taken, names, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AlarmDialog::submitted, this,
            [this, name = rule.name](const AlarmRule& made) { replaceRule(name, made); });
    dialog->open();
}

/// `name`: empty to add one; `rule`: none to remove it.
void AlarmsPage::replaceRule(const QString& name, const std::optional<AlarmRule>& rule)
{
    QList<AlarmRule> rules = m_alarms.rules();
    const auto found = std::ranges::find(rules, name, &AlarmRule::name);
    if (found == rules.end() && rule)
        rules.append(*rule);
    else if (found != rules.end() && rule)
        *found = *rule;
    else if (found != rules.end())
        rules.erase(found);
    m_alarms.setRules(rules);
    if (rule)
        m_rulesTable->selectKey(rule->name);
}

void AlarmsPage::acknowledge()
{
    for (const QString& key : m_listTable->selectedKeys())
        m_alarms.acknowledge(key);
}

void AlarmsPage::acknowledgeAll()
{
    m_alarms.acknowledgeAll();
}

void AlarmsPage::openObject()
{
    const QStringList keys = m_listTable->selectedKeys();
    if (const Alarm* alarm = keys.isEmpty() ? nullptr : m_list.find(keys.first()))
        emit objectRequested(alarm->object);
}

void AlarmsPage::addRule()
{
    openDialog({});
}

void AlarmsPage::addRuleFor(Metric metric, const QString& key, double threshold)
{
    AlarmRule rule;
    rule.metric = metric;
    rule.object = nameOfKey(key);
    rule.threshold = rule.release = threshold;
    openDialog(rule);
}

void AlarmsPage::editRule()
{
    if (const AlarmRule* rule = selectedRule())
        openDialog(*rule);
}

void AlarmsPage::deleteRule()
{
    if (const AlarmRule* rule = selectedRule())
        replaceRule(QString(rule->name), std::nullopt);
}

void AlarmsPage::switchRule()
{
    const AlarmRule* selected = selectedRule();
    if (!selected)
        return;
    AlarmRule rule = *selected;
    rule.isEnabled = !rule.isEnabled;
    replaceRule(QString(rule.name), rule);
}

void AlarmsPage::retranslate()
{
    m_listTitle->setText(tr("What rings"));
    m_rulesTitle->setText(tr("Rules"));
    m_listTable->setAccessibleName(m_listTitle->text());
    m_rulesTable->setAccessibleName(m_rulesTitle->text());
    m_quiet->setTexts(tr("Nothing rings"),
                      tr("Here is what breaks a rule, until somebody has acknowledged it."));
    m_noRules->setTexts(tr("No rules yet"),
                        tr("A rule watches a metric of one queue, or of all, while this connection "
                           "is open, and tells the desktop."));
    m_noRules->primaryButton()->setText(tr("New rule…"));
    m_acknowledge->setText(tr("Acknowledge"));
    m_acknowledgeAll->setText(tr("Acknowledge all"));
    m_open->setText(tr("Show"));
    m_add->setText(tr("New rule…"));
    m_add->setToolTip(tr("Watch one more thing"));
    m_edit->setText(tr("Edit…"));
    m_delete->setText(tr("Delete"));
    m_list.retranslate();
    m_rules.retranslate();
    showAll();
    emit titleChanged();
}

} // namespace ui
