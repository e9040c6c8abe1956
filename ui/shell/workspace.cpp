#include "workspace.h"

#include "bottomdock.h"
#include "connectionbar.h"
#include "monitorarea.h"
#include "navigationrail.h"
#include "palette/paletteentries.h"
#include "palette/subscriptionfinder.h"

#include "ui/activity/activitypanel.h"
#include "ui/common/actiontext.h"
#include "ui/common/errortext.h"
#include "ui/common/icons.h"
#include "ui/common/makeaction.h"
#include "ui/common/onresult.h"
#include "ui/common/settings.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"
#include "ui/find/finddialog.h"
#include "ui/http/calldialog.h"
#include "ui/http/servedialog.h"
#include "ui/http/wiretap.h"
#include "ui/lab/historypanel.h"
#include "ui/lab/lab.h"
#include "ui/lab/labpage.h"
#include "ui/lab/lessonpanel.h"
#include "ui/lab/lessonstate.h"
#include "ui/lab/playback.h"
#include "ui/lab/rehearsaldialog.h"
#include "ui/lab/stagepage.h"
#include "ui/lab/timebar.h"
#include "ui/lab/timescrubber.h"
#include "ui/lab/timetravel.h"
#include "ui/messages/messagespage.h"
#include "ui/monitor/metric.h"
#include "ui/monitor/monitortabs.h"
#include "ui/overview/overviewpage.h"
#include "ui/queues/queuecommands.h"
#include "ui/queues/queuefeed.h"
#include "ui/queues/queuespage.h"
#include "ui/queues/queuetab.h"
#include "ui/receiver/receiverpage.h"
#include "ui/topics/topiccommands.h"
#include "ui/topics/topicfeed.h"
#include "ui/topics/topicspage.h"
#include "ui/topics/topictab.h"
#include "ui/topology/topologycommands.h"
#include "ui/trace/tracepage.h"

#include <QAction>
#include <QBoxLayout>
#include <QSplitter>

#include <algorithm>
#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

Workspace::Workspace(Connection& connection, Prompts& prompts, Settings& settings,
                     Receiver* receiver, Lab* lab, QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_prompts(prompts)
    , m_lab(lab)
    , m_settings(settings)
    , m_feed(new QueueFeed(connection, this))
    , m_topicFeed(new TopicFeed(connection, this))
    , m_monitorArea(new MonitorArea(connection, *m_feed, *m_topicFeed, prompts, settings, this))
    , m_commands(new QueueCommands(connection, *m_feed, prompts, settings, this))
    , m_topicCommands(new TopicCommands(connection, *m_topicFeed, prompts, this))
    , m_topology(new TopologyCommands(connection, prompts, settings, this))
    , m_rail(new NavigationRail)
    , m_deck(new Deck([this](const Place& place) { return makeTab(place); }))
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_overview(new OverviewPage(connection, *m_feed, *m_topicFeed, prompts, settings))
    , m_queues(new QueuesPage(connection, *m_feed, *m_commands, settings))
    , m_topics(new TopicsPage(connection, *m_topicFeed, *m_topicCommands, settings))
    , m_messages(new MessagesPage(connection, prompts, settings))
    , m_trace(new TracePage(connection, prompts, settings))
    , m_overviewAction(addPage(u"overviewPageAction"_s, u"grid", m_overview))
    , m_queuesAction(addPage(u"queuesPageAction"_s, u"queue", m_queues))
    , m_topicsAction(addPage(u"topicsPageAction"_s, u"topic", m_topics))
    , m_messagesAction(addPage(u"messagesPageAction"_s, u"envelope", m_messages))
    , m_traceAction(addPage(u"tracePageAction"_s, u"lifeline", m_trace))
    , m_monitorAction(addPage(u"monitorPageAction"_s, u"graph", m_monitorArea->page()))
    , m_refresh(new QAction(icon(u"arrow-clockwise"), QString(), this))
    , m_filter(new QAction(icon(u"search"), QString(), this))
    , m_serve(new QAction(icon(u"cloud"), QString(), this))
    , m_find(makeAction(this, u"findEverywhere"_s, u"search", &Workspace::showFind))
    , m_copy(makeAction(this, u"copyToSandbox"_s, u"memory", &Workspace::openCopyOfAll))
    , m_bottom(new BottomDock)
    , m_subscriptionFinder(new SubscriptionFinder(connection, this))
{
    setObjectName(u"workspace"_s);
    connection.drafts().keepIn(settings);
    m_refresh->setObjectName(u"refresh"_s);
    m_refresh->setShortcut(QKeySequence::Refresh);
    m_filter->setObjectName(u"focusFilter"_s);
    m_filter->setShortcut(QKeySequence::Find);
    m_serve->setObjectName(u"serve"_s);
    m_find->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    m_serve->setEnabled(connection.serving() != nullptr);
    connect(m_serve, &QAction::triggered, this, &Workspace::showServing);
    connect(m_refresh, &QAction::triggered, this, &Workspace::refresh);
    connect(m_filter, &QAction::triggered, this, &Workspace::focusFilter);
    createPanels();
    connectPages();
    followSettings();
    connect(&settings, &Settings::changed, this, &Workspace::followSettings);
    if (receiver)
        addReceiverPage(*receiver, prompts, settings);
    if (cmq::TimeControl* time = connection.timeControl())
        m_playback = new Playback(*time, this);
    if (lab)
        addLab(*lab);
    if (isGuided()) // begins where it is about
        (m_lesson->isAboutTopics() ? m_topicsAction : m_queuesAction)->trigger();
    else
        m_deck->restorePage(m_settings.layout(layoutName(u"tabs"_s)), m_queuesAction);
    createLayout();
    keepTranslated(this, [this] { retranslate(); });
}

void Workspace::createPanels()
{
    auto* wireTap = new WireTap(m_connection, m_settings);
    m_wireTapAction = m_bottom->addPanel(wireTap, u"wireTapAction"_s, u"list-ul");
    m_wireTapAction->setShortcut(Qt::Key_F12);
    connect(wireTap, &WireTap::closeRequested, m_wireTapAction, &QAction::toggle);
    auto* activity = new ActivityPanel(m_connection.activity(), connectionName(m_connection),
                                       m_prompts, m_settings);
    m_activityAction = m_bottom->addPanel(activity, u"activityAction"_s, u"clock-history");
    m_activityAction->setShortcut(Qt::SHIFT | Qt::Key_F12);
    connect(activity, &ActivityPanel::closeRequested, m_activityAction, &QAction::toggle);
}

void Workspace::createLayout()
{
    m_splitter->setObjectName(u"workspaceSplitter"_s);
    m_splitter->addWidget(m_deck);
    m_splitter->addWidget(m_bottom);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    if (m_lessonPanel) {
        auto* beside = new QSplitter;
        beside->setObjectName(u"lessonSplitter"_s);
        beside->setChildrenCollapsible(false);
        beside->addWidget(m_splitter);
        beside->addWidget(m_lessonPanel);
        beside->setStretchFactor(0, 1);
        beside->setSizes({840, 400});
        middle->addWidget(beside, 1);
    } else {
        middle->addWidget(m_splitter, 1);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    if (m_playback)
        layout->addWidget(createTimeBar());
}

void Workspace::connectPages()
{
    connect(m_feed, &QueueFeed::updated, this, &Workspace::showNames);
    connect(m_topicFeed, &TopicFeed::updated, this, &Workspace::showNames);
    connect(m_messages, &MessagesPage::traceRequested, this, &Workspace::showTrace);
    connect(m_messages, &MessagesPage::queueRequested, this, &Workspace::openQueue);
    connect(m_commands, &QueueCommands::messagesRequested, this, [this](const QString& name) {
        m_messagesAction->trigger();
        m_messages->showQueue(name);
    });
    connect(m_commands, &QueueCommands::queueRequested, this, &Workspace::openQueue);
    connect(m_commands, &QueueCommands::copyRequested, this, &Workspace::openCopy);
    connect(m_messages, &MessagesPage::messageSelected, this, &Workspace::chooseMessage);
    connect(m_messages, &MessagesPage::copyRequested, this, &Workspace::openCopy);
    connect(m_overview, &OverviewPage::queueRequested, this, &Workspace::openQueue);
    connect(m_trace, &TracePage::queueRequested, this, &Workspace::openQueue);
    connect(m_trace, &TracePage::guideRequested, this, &Workspace::guideRequested);
    connect(m_deck, &Deck::shown, this, [this] {
        setActive(isVisible());
        actOnWhatIsShown();
        emit placeChanged();
    });
    m_topology->setAlarms(m_monitorArea->alarms());
    connect(m_monitorArea, &MonitorArea::attentionChanged, m_overview, &OverviewPage::setAlarms);
    connect(m_monitorArea, &MonitorArea::alarmRaised, this, &Workspace::alarmRaised);
    connect(m_monitorArea, &MonitorArea::traceRequested, this, &Workspace::showTrace);
    connect(m_monitorArea, &MonitorArea::objectRequested, this, [this](const QString& key) {
        go({isTopicKey(key) ? Place::Kind::Topic : Place::Kind::Queue, nameOfKey(key)});
    });
    const auto openTopic = [this](const QString& name) { go({Place::Kind::Topic, name}); };
    connect(m_overview, &OverviewPage::topicRequested, this, openTopic);
    connect(m_topicCommands, &TopicCommands::topicRequested, this, openTopic);
    connect(m_deck, &Deck::changed, this, &Workspace::keepLayout);
    connect(m_feed, &QueueFeed::updated, this, &Workspace::restoreTabs);
}

void Workspace::showTrace(const QString& msgId)
{
    m_traceAction->trigger();
    m_trace->showMessage(msgId.toULongLong());
    chooseMessage(msgId);
}

void Workspace::openQueue(const QString& queueName)
{
    m_deck->go({Place::Kind::Queue, queueName});
}

void Workspace::go(const Place& place)
{
    m_deck->go(place);
}

QString Workspace::chapter() const
{
    const Place& place = m_deck->current();
    if (place.kind == Place::Kind::Queue)
        return m_queuesAction->text();
    if (place.kind == Place::Kind::Topic)
        return m_topicsAction->text();
    for (const QAction* page : m_deck->pageActions()) {
        if (page->objectName() == place.name)
            return page->text();
    }
    return {};
}

QList<QAction*> Workspace::messageActions() const
{
    if (const auto* tab = qobject_cast<QueueTab*>(m_deck->currentWidget()))
        return tab->messageActions();
    return m_messages->messageActions();
}

QList<PaletteEntry> Workspace::objects()
{
    return objectEntries(*m_feed, *m_topicFeed, [this](const Place& place) { go(place); });
}

void Workspace::findMoreObjects(std::function<void(const QList<PaletteEntry>&)> found)
{
    QStringList topics;
    for (const TopicRow& topic : m_topicFeed->topics())
        topics += topic.name;
    m_subscriptionFinder->find(
        topics, [this, found = std::move(found)](
                    const QList<SubscriptionFinder::Subscription>& subscriptions) {
            QList<PaletteEntry> entries;
            for (const auto& each : subscriptions)
                entries += subscriptionEntry(each.topicName, each.name,
                                             [this](const Place& place) { go(place); });
            found(entries);
        });
}

Deck::Tab Workspace::makeTab(const Place& place)
{
    return place.kind == Place::Kind::Topic ? makeTopicTab(place) : makeQueueTab(place);
}

Deck::Tab Workspace::makeTopicTab(const Place& place)
{
    auto* tab = new TopicTab(place.name, m_connection, *m_topicFeed, *m_topicCommands, m_prompts,
                             m_settings);
    tab->addPart(m_monitorArea->makeCharts(topicKey(place.name)), [] { return tr("Monitor"); });
    connect(tab, &TopicTab::closeRequested, m_deck, [this, place] { m_deck->close(place); });
    return {tab, icon(u"topic")};
}

Deck::Tab Workspace::makeQueueTab(const Place& place)
{
    auto* tab = new QueueTab(place.name, m_connection, *m_feed, *m_commands, m_prompts, m_settings);
    connect(tab, &QueueTab::queueChanged, this, &Workspace::actOnWhatIsShown);
    connect(tab, &QueueTab::traceRequested, this, &Workspace::showTrace);
    connect(tab, &QueueTab::messageSelected, this, &Workspace::chooseMessage);
    connect(tab, &QueueTab::copyRequested, this, &Workspace::openCopy);
    for (MessagesPage* page : tab->findChildren<MessagesPage*>())
        page->setConnections(m_connections);
    connect(tab, &QueueTab::queueRequested, this, &Workspace::openQueue);
    tab->addPart(m_monitorArea->makeCharts(place.name), [] { return tr("Monitor"); });
    tab->addPart(m_monitorArea->makeConsumers(place.name), [] { return tr("Consumers"); });
    connect(tab, &QueueTab::closeRequested, m_deck, [this, place] { m_deck->close(place); });
    return {tab, icon(u"queue")};
}

/// The queue that has the middle to itself is the one that commands mean.
void Workspace::actOnWhatIsShown()
{
    const auto* tab = qobject_cast<QueueTab*>(m_deck->currentWidget());
    if (!tab)
        m_commands->setSubject({});
    else
        m_commands->setSubject(tab->queue() ? QList{*tab->queue()} : QList<QueueRow>());
}

bool Workspace::exists(const Place& place) const
{
    const auto has = [&](const auto& rows) {
        return std::ranges::any_of(rows, [&](const auto& row) { return row.name == place.name; });
    };
    if (place.kind == Place::Kind::Queue)
        return has(m_feed->queues());
    return !m_topicFeed->isLoaded() || has(m_topicFeed->topics()); // not asked for yet
}

void Workspace::restoreTabs()
{
    if (isGuided() || std::exchange(m_isRestored, true))
        return;
    m_deck->restoreTabs(m_settings.layout(layoutName(u"tabs"_s)),
                        [this](const Place& place) { return exists(place); });
}

void Workspace::keepLayout()
{
    if (m_isRestored) // else what was kept would be lost before it is read
        m_settings.setLayout(layoutName(u"tabs"_s), m_deck->state());
}

/// How often an endpoint is asked, the person decides.
void Workspace::followSettings()
{
    const std::chrono::seconds pause(m_settings.refreshSeconds());
    if (pause == m_connection.refreshPause())
        return;
    m_connection.setRefreshPause(pause);
    refreshFeeds();
}

/// Layouts are remembered for each kind of connection.
QString Workspace::layoutName(const QString& what) const
{
    const QStringList kinds{u"local"_s, u"sandbox"_s, u"remote"_s}; // in the order of the enum
    return what + u'.' + kinds.at(int(m_connection.kind()));
}

void Workspace::setConnections(const QList<Connection*>& connections)
{
    m_connections = connections;
    for (MessagesPage* page : findChildren<MessagesPage*>())
        page->setConnections(connections);
}

void Workspace::showCall(const cmq::Action& action, QWidget* window)
{
    const Connection::Request request = m_connection.requestOf(action);
    auto* dialog = new CallDialog(request.url, request.parameters, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QString Workspace::whyNotRehearse() const
{
    return m_connection.whyNotCopy();
}

void Workspace::rehearse(const Rehearsal& rehearsal, QWidget* window)
{
    auto* dialog = new RehearsalDialog(m_connection, rehearsal, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Workspace::openCopyOfAll()
{
    openCopy({}, connectionName(m_connection));
}

void Workspace::openCopy(const cmq::CopyScope& scope, const QString& what)
{
    onResult(m_connection.copy(scope), this,
             [this, name = tr("Copy of %1").arg(what)](const cmq::Result<Connection::Copy>& copy) {
                 if (!copy)
                     emit failed(tr("No copy could be made."), errorSentence(copy.error()));
                 else if (m_lab)
                     m_lab->open(*copy, name);
             });
}

/// What there is, for the pages that let people choose.
void Workspace::showNames()
{
    QStringList queues;
    for (const QueueRow& queue : m_feed->queues())
        queues += queue.name;
    QStringList topics;
    for (const TopicRow& topic : m_topicFeed->topics())
        topics += topic.name;
    m_messages->setQueueNames(queues);
    m_trace->setNames(queues + topics);
    if (m_serveDialog)
        m_serveDialog->setObjects(queues, topics);
}

/// A sandbox with something to read or to look at closely; else it is an empty broker.
bool Workspace::isGuided() const
{
    return m_lesson && !m_lesson->isPlain();
}

/// The time of a sandbox runs as ours does until somebody takes hold of it; in a lesson it stands
/// still until then, because reading takes as long as it takes, and so does looking at a copy.
QWidget* Workspace::createTimeBar()
{
    connect(m_playback, &Playback::moved, m_feed, &QueueFeed::refresh);
    connect(m_playback, &Playback::moved, m_trace, [this] {
        if (m_trace->isVisible())
            m_trace->refresh();
    });
    connect(&m_connection, &Connection::changed, m_playback, &Playback::refresh);
    if (!isGuided() && !(m_lesson && m_lesson->sandbox().isCopy()))
        m_playback->play();
    if (m_lesson)
        connect(m_playback, &Playback::moved, m_lesson, &LessonState::refresh);
    auto* bar = new TimeBar(*m_playback);
    if (m_stepOfMessage)
        bar->addStep(m_stepOfMessage);
    m_timeActions = bar->timeActions();
    if (!m_travel)
        return bar;
    auto* both = new QWidget;
    auto* layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(new TimeScrubber(*m_travel, m_lessonActions[0], m_lessonActions[1]));
    return both;
}

void Workspace::addLab(Lab& lab)
{
    m_labAction = addPage(u"labPageAction"_s, u"lightbulb", new LabPage(lab, m_prompts));
    cmq::scenario::Sandbox* sandbox = m_connection.sandbox();
    if (!sandbox)
        return;
    m_lesson = new LessonState(m_connection, *sandbox, lab, this);
    auto* panel = new LessonPanel(*m_lesson, lab, m_prompts);
    m_lessonPanel = panel;
    m_lessonPanelAction = new QAction(icon(u"layout-three-columns"), QString(), this);
    m_lessonPanelAction->setObjectName(u"lessonPanelAction"_s);
    m_lessonPanelAction->setCheckable(true);
    m_lessonPanelAction->setChecked(isGuided());
    panel->setVisible(isGuided());
    connect(m_lessonPanelAction, &QAction::toggled, panel, &QWidget::setVisible);
    m_lessonActions = panel->lessonActions() << m_lessonPanelAction;
    addHistory();
    m_travel = new TimeTravel(m_connection, *sandbox, *m_playback, this);
    connect(m_travel, &TimeTravel::replaced, m_lesson, &LessonState::refresh);
    connect(m_lesson, &LessonState::replaced, m_travel, &TimeTravel::refresh);
    m_stepOfMessage =
        makeAction(this, u"timeStepOfMessage"_s, u"lifeline", &Workspace::goToChangeOfMessage);
    m_stepOfMessage->setShortcut(QKeySequence(u"Shift+F7"_s));
    connect(m_travel, &TimeTravel::nothingToCome, this, [this] {
        emit failed(tr("Nothing will happen to message %1 by itself.").arg(m_message), {});
    });
    addStage(*sandbox);
    // A world that was taken back: all that was learned of the other one is wrong.
    connect(m_lesson, &LessonState::replaced, this, [this] {
        m_playback->pause();
        m_playback->refresh();
        refresh();
    });
    connect(m_travel, &TimeTravel::replaced, this, &Workspace::refresh);
}

void Workspace::chooseMessage(const QString& msgId)
{
    m_message = msgId;
    showStepOfMessage();
}

void Workspace::goToChangeOfMessage()
{
    m_travel->advanceToChangeOf(m_message.toULongLong());
}

void Workspace::showStepOfMessage()
{
    if (!m_stepOfMessage)
        return;
    m_stepOfMessage->setText(tr("Step to the next change of the &message"));
    enableAction(m_stepOfMessage,
                 tr("Moves time to when something happens to message %1").arg(m_message),
                 m_message.isEmpty() ? tr("Select a message first.") : QString());
}

void Workspace::addHistory()
{
    auto* history = new HistoryPanel(*m_lesson, m_settings);
    m_historyAction = m_bottom->addPanel(history, u"historyAction"_s, u"rewind-fill");
    m_historyAction->setShortcut(QKeySequence(u"Ctrl+F12"_s));
    connect(history, &HistoryPanel::closeRequested, m_historyAction, &QAction::toggle);
}

void Workspace::addStage(cmq::scenario::Sandbox& sandbox)
{
    auto* stage = new StagePage(m_connection, sandbox, *m_playback, m_settings, m_prompts);
    m_stageAction = addPage(u"stagePageAction"_s, u"eye", stage);
    connect(stage, &StagePage::messageSelected, this, &Workspace::chooseMessage);
    connect(stage, &StagePage::queueRequested, this, &Workspace::openQueue);
    connect(stage, &StagePage::topicRequested, this, [this](const QString& name) {
        go({Place::Kind::Topic, name});
    });
    connect(m_lesson, &LessonState::replaced, stage, &StagePage::look);
    connect(m_travel, &TimeTravel::replaced, stage, &StagePage::look);
}

void Workspace::addReceiverPage(Receiver& receiver, Prompts& prompts, Settings& settings)
{
    m_receiver = new ReceiverPage(receiver, prompts, settings);
    m_receiverAction = addPage(u"receiverPageAction"_s, u"inbox", m_receiver);
    keepTranslated(m_receiver, [this] {
        m_receiver->setSubscribeProblem(m_connection.whyNot(cmq::Subscribe()));
    });
    connect(m_topicFeed, &TopicFeed::updated, m_receiver, [this] {
        QStringList names;
        for (const TopicRow& topic : m_topicFeed->topics())
            names += topic.name;
        m_receiver->setTopicNames(names);
    });
    connect(m_receiver, &ReceiverPage::subscriptionRequested, this,
            [this](const QString& topicName, const QString& url) {
                go({Place::Kind::Topic, topicName});
                m_topicCommands->subscribe(topicName, url);
            });
}

QAction* Workspace::addPage(const QString& name, QStringView iconName, QWidget* page)
{
    auto* action = new QAction(icon(iconName), QString(), this);
    action->setObjectName(name);
    action->setCheckable(true);
    m_deck->addPage(action, page);
    action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(m_deck->pageActions().size())));
    m_rail->addPage(action);
    return action;
}

void Workspace::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    setActive(true);
}

void Workspace::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    setActive(false);
}

// Where requests are counted, a workspace behind another one asks for nothing, and topics are asked
// for on their own page and on the overview. A broker of ours is always followed: its monitor
// measures.
void Workspace::setActive(bool isActive)
{
    const bool isFree = m_connection.hasExactFigures();
    m_feed->setActive(isActive || isFree);
    const QWidget* page = m_deck->currentWidget();
    m_topicFeed->setActive(isFree || (isActive && (page == m_topics || page == m_overview ||
                                                   qobject_cast<const TopicTab*>(page))));
}

QList<QAction*> Workspace::toolActions() const
{
    return QList{m_find, m_serve} + m_bottom->panelActions() + m_topology->actions() << m_copy;
}

void Workspace::showFind()
{
    if (!m_findDialog) {
        m_findDialog = new FindDialog(m_connection, *m_feed, m_settings, this);
        m_findDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_findDialog, &FindDialog::traceRequested, this, &Workspace::showTrace);
        connect(m_findDialog, &FindDialog::queueRequested, this, &Workspace::openQueue);
    }
    m_findDialog->show();
    m_findDialog->raise();
    m_findDialog->activateWindow();
}

/// Not modal: it stands beside the work of whoever writes a client.
void Workspace::showServing()
{
    if (!m_serveDialog) {
        m_serveDialog = new ServeDialog(*m_connection.serving(), m_settings, this);
        m_serveDialog->setAttribute(Qt::WA_DeleteOnClose);
        showNames();
    }
    m_serveDialog->show();
    m_serveDialog->raise();
    m_serveDialog->activateWindow();
}

void Workspace::focusFilter()
{
    if (auto* tab = qobject_cast<QueueTab*>(m_deck->currentWidget())) {
        tab->focusFilter();
        return;
    }
    if (qobject_cast<TopicTab*>(m_deck->currentWidget()))
        m_topicsAction->trigger();
    if (m_topics->isVisible()) {
        m_topics->focusFilter();
        return;
    }
    if (m_overview->isVisible()) {
        m_overview->focusFilter();
        return;
    }
    if (m_messages->isVisible()) {
        m_messages->focusFilter();
        return;
    }
    if (m_trace->isVisible()) {
        m_trace->focusId();
        return;
    }
    m_queuesAction->trigger();
    m_queues->focusFilter();
}

void Workspace::refreshFeeds()
{
    m_feed->refresh();
    m_topicFeed->refresh();
}

void Workspace::refresh()
{
    refreshFeeds();
    if (m_messages->isVisible())
        m_messages->refresh();
    if (auto* tab = qobject_cast<QueueTab*>(m_deck->currentWidget()))
        tab->refresh();
    m_trace->refresh();
    m_monitorArea->refresh();
    m_overview->refresh();
}

void Workspace::retranslate()
{
    m_overviewAction->setText(tr("Overview"));
    m_queuesAction->setText(tr("Queues"));
    m_topicsAction->setText(tr("Topics"));
    m_messagesAction->setText(tr("Messages"));
    if (m_receiverAction)
        m_receiverAction->setText(tr("HTTP receiver"));
    if (m_labAction)
        m_labAction->setText(tr("Lab"));
    if (m_lesson) {
        m_stageAction->setText(tr("Stage"));
        m_lessonPanelAction->setText(tr("&Panel of the lab"));
        m_lessonPanelAction->setToolTip(tr("The lesson, what was received, and who acts"));
        m_historyAction->setText(tr("&History"));
        m_historyAction->setToolTip(tr("What was done in this sandbox, to take it back"));
    }
    m_traceAction->setText(tr("Trace"));
    m_monitorAction->setText(tr("Monitor"));
    m_refresh->setText(tr("&Refresh"));
    m_refresh->setIconText(tr("Refresh"));
    m_refresh->setToolTip(tr("Ask for the latest counters now (F5)"));
    m_filter->setText(tr("&Find"));
    showStepOfMessage();
    m_copy->setText(tr("Open a &copy in a sandbox"));
    enableAction(m_copy, tr("Everything of this broker exactly as it is, in a sandbox of its own"),
                 m_connection.whyNotCopy());
    m_find->setText(tr("Find &messages everywhere…"));
    m_find->setToolTip(
        tr("In all queues, dead-letter queues and the trace: by ID, body, tag, key or time"));
    m_serve->setText(tr("&Serve over HTTP…"));
    m_wireTapAction->setText(tr("&Requests over HTTP"));
    m_activityAction->setText(tr("&Activity"));
    m_activityAction->setToolTip(tr("What this console did"));
    m_wireTapAction->setToolTip(tr("Every request that was served or sent"));
    m_serve->setToolTip(m_serve->isEnabled() ? tr("Let other programs use this broker")
                                             : tr("Only a broker of this console can be served."));
    m_deck->retranslate();
    m_commands->retranslate();
    m_topicCommands->retranslate();
    m_topology->retranslate();
}

} // namespace ui
