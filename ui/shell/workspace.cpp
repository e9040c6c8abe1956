#include "workspace.h"

#include "navigationrail.h"

#include "ui/common/icons.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"
#include "ui/http/servedialog.h"
#include "ui/http/wiretap.h"
#include "ui/lab/playback.h"
#include "ui/lab/timebar.h"
#include "ui/messages/messagespage.h"
#include "ui/monitor/monitorpage.h"
#include "ui/monitor/overviewpage.h"
#include "ui/queues/queuecommands.h"
#include "ui/queues/queuefeed.h"
#include "ui/queues/queuespage.h"
#include "ui/receiver/receiverpage.h"
#include "ui/topics/topiccommands.h"
#include "ui/topics/topicfeed.h"
#include "ui/topics/topicspage.h"
#include "ui/trace/tracepage.h"

#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QSplitter>
#include <QStackedWidget>

namespace ui {

using namespace Qt::StringLiterals;

Workspace::Workspace(Connection& connection, Prompts& prompts, Settings& settings,
                     Receiver* receiver, QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_settings(settings)
    , m_feed(new QueueFeed(connection, this))
    , m_monitor(new Monitor(connection, *m_feed, historyPath(connection), this))
    , m_commands(new QueueCommands(connection, *m_feed, prompts, settings, this))
    , m_topicFeed(new TopicFeed(connection, this))
    , m_topicCommands(new TopicCommands(connection, *m_topicFeed, prompts, this))
    , m_rail(new NavigationRail)
    , m_pages(new QStackedWidget)
    , m_pageActions(new QActionGroup(this))
    , m_overview(new OverviewPage(connection, *m_feed))
    , m_queues(new QueuesPage(connection, *m_feed, *m_commands, settings))
    , m_topics(new TopicsPage(connection, *m_topicFeed, *m_topicCommands, settings))
    , m_messages(new MessagesPage(connection, prompts, settings))
    , m_trace(new TracePage(connection, prompts, settings))
    , m_monitorPage(new MonitorPage(connection, *m_feed, *m_monitor, prompts))
    , m_overviewAction(addPage(u"overviewPageAction"_s, u"grid", m_overview))
    , m_queuesAction(addPage(u"queuesPageAction"_s, u"queue", m_queues))
    , m_topicsAction(addPage(u"topicsPageAction"_s, u"topic", m_topics))
    , m_messagesAction(addPage(u"messagesPageAction"_s, u"envelope", m_messages))
    , m_traceAction(addPage(u"tracePageAction"_s, u"lifeline", m_trace))
    , m_monitorAction(addPage(u"monitorPageAction"_s, u"graph", m_monitorPage))
    , m_refresh(new QAction(icon(u"arrow-clockwise"), QString(), this))
    , m_filter(new QAction(icon(u"search"), QString(), this))
    , m_serve(new QAction(icon(u"cloud"), QString(), this))
    , m_wireTapAction(new QAction(icon(u"list-ul"), QString(), this))
    , m_wireTap(new WireTap(connection, settings))
{
    setObjectName(u"workspace"_s);
    m_pages->setObjectName(u"pages"_s);
    m_refresh->setObjectName(u"refresh"_s);
    m_refresh->setShortcut(QKeySequence::Refresh);
    m_filter->setObjectName(u"focusFilter"_s);
    m_filter->setShortcut(QKeySequence::Find);
    m_serve->setObjectName(u"serve"_s);
    m_serve->setEnabled(connection.serving() != nullptr);
    connect(m_serve, &QAction::triggered, this, &Workspace::showServing);
    m_wireTapAction->setObjectName(u"wireTapAction"_s);
    m_wireTapAction->setCheckable(true);
    m_wireTapAction->setShortcut(Qt::Key_F12);
    m_wireTap->hide();
    connect(m_wireTapAction, &QAction::toggled, m_wireTap, &QWidget::setVisible);
    connect(m_wireTap, &WireTap::closeRequested, m_wireTapAction, &QAction::toggle);
    connect(m_refresh, &QAction::triggered, this, &Workspace::refresh);
    connect(m_filter, &QAction::triggered, this, &Workspace::focusFilter);
    connectPages();
    if (receiver)
        addReceiverPage(*receiver, prompts, settings);
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] { setActive(isVisible()); });
    m_queuesAction->trigger();

    auto* right = new QSplitter(Qt::Vertical);
    right->setObjectName(u"workspaceSplitter"_s);
    right->addWidget(m_pages);
    right->addWidget(m_wireTap);
    right->setChildrenCollapsible(false);
    right->setStretchFactor(0, 3);
    right->setStretchFactor(1, 2);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    if (cmq::TimeControl* time = connection.timeControl())
        layout->addWidget(createTimeBar(connection, *time));
    keepTranslated(this, [this] { retranslate(); });
}

void Workspace::connectPages()
{
    connect(m_feed, &QueueFeed::updated, this, &Workspace::showNames);
    connect(m_topicFeed, &TopicFeed::updated, this, &Workspace::showNames);
    connect(m_messages, &MessagesPage::traceRequested, this, [this](const QString& msgId) {
        m_traceAction->trigger();
        m_trace->showMessage(msgId.toULongLong());
    });
    connect(m_commands, &QueueCommands::messagesRequested, this, [this](const QString& name) {
        m_messagesAction->trigger();
        m_messages->showQueue(name);
    });
    connect(m_overview, &OverviewPage::queueRequested, this, [this](const QString& name) {
        m_queuesAction->trigger();
        m_queues->selectQueue(name);
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

/// The time of a sandbox runs as ours does until somebody takes hold of it.
QWidget* Workspace::createTimeBar(Connection& connection, cmq::TimeControl& time)
{
    auto* playback = new Playback(time, this);
    connect(playback, &Playback::moved, m_feed, &QueueFeed::refresh);
    connect(playback, &Playback::moved, m_trace, [this] {
        if (m_trace->isVisible())
            m_trace->refresh();
    });
    connect(&connection, &Connection::changed, playback, &Playback::refresh);
    playback->play();
    return new TimeBar(*playback);
}

void Workspace::addReceiverPage(Receiver& receiver, Prompts& prompts, Settings& settings)
{
    m_receiver = new ReceiverPage(receiver, prompts, settings);
    m_receiverAction = addPage(u"receiverPageAction"_s, u"inbox", m_receiver);
    connect(m_topicFeed, &TopicFeed::updated, m_receiver, [this] {
        QStringList names;
        for (const TopicRow& topic : m_topicFeed->topics())
            names += topic.name;
        m_receiver->setTopicNames(names);
    });
    connect(m_receiver, &ReceiverPage::subscriptionRequested, this,
            [this](const QString& topicName, const QString& url) {
                m_topicsAction->trigger();
                m_topics->selectTopic(topicName);
                m_topicCommands->subscribe(topicName, url);
            });
}

QAction* Workspace::addPage(const QString& name, QStringView iconName, QWidget* page)
{
    auto* action = new QAction(icon(iconName), QString(), this);
    action->setObjectName(name);
    action->setCheckable(true);
    m_pageActions->addAction(action);
    m_pages->addWidget(page);
    action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(m_pages->count())));
    connect(action, &QAction::triggered, this, [this, page] { m_pages->setCurrentWidget(page); });
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
// for on their own page. A broker of ours is always followed: its monitor measures.
void Workspace::setActive(bool isActive)
{
    const bool isFree = m_connection.hasExactFigures();
    m_feed->setActive(isActive || isFree);
    m_topicFeed->setActive(isFree || (isActive && m_pages->currentWidget() == m_topics));
}

QList<QAction*> Workspace::pageActions() const
{
    return m_pageActions->actions();
}

QList<QAction*> Workspace::toolActions() const
{
    return {m_serve, m_wireTapAction};
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
    if (m_topics->isVisible()) {
        m_topics->focusFilter();
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

void Workspace::refresh()
{
    m_feed->refresh();
    m_topicFeed->refresh();
    if (m_messages->isVisible())
        m_messages->refresh();
    m_trace->refresh();
    m_monitorPage->refresh();
}

void Workspace::retranslate()
{
    m_overviewAction->setText(tr("Overview"));
    m_queuesAction->setText(tr("Queues"));
    m_topicsAction->setText(tr("Topics"));
    m_messagesAction->setText(tr("Messages"));
    if (m_receiverAction)
        m_receiverAction->setText(tr("HTTP receiver"));
    m_traceAction->setText(tr("Trace"));
    m_monitorAction->setText(tr("Monitor"));
    m_refresh->setText(tr("&Refresh"));
    m_refresh->setIconText(tr("Refresh"));
    m_refresh->setToolTip(tr("Ask for the latest counters now (F5)"));
    m_filter->setText(tr("&Find"));
    m_serve->setText(tr("&Serve over HTTP…"));
    m_wireTapAction->setText(tr("&Requests over HTTP"));
    m_wireTapAction->setToolTip(tr("Every request that was served or sent"));
    m_serve->setToolTip(m_serve->isEnabled() ? tr("Let other programs use this broker")
                                             : tr("Only a broker of this console can be served."));
    m_commands->retranslate();
    m_topicCommands->retranslate();
}

} // namespace ui
