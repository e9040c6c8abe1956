#pragma once

#include "deck.h"
#include "palette/entry.h"

#include "ui/common/callhost.h"
#include "ui/common/rehearsalhost.h"

#include <QList>
#include <QPointer>
#include <QWidget>

class QAction;
class QSplitter;

namespace cmq::scenario {
class Sandbox;
}

namespace ui {

class BottomDock;
class Connection;
class FindDialog;
class Lab;
class LabPage;
class LessonState;
class MessagesPage;
class MonitorArea;
class NavigationRail;
class OverviewPage;
class Playback;
class Prompts;
class QueueCommands;
class QueueFeed;
class QueuesPage;
class Receiver;
class ReceiverPage;
class ServeDialog;
class Settings;
class SubscriptionFinder;
class TimeTravel;
class TopicCommands;
class TopologyCommands;
class TopicFeed;
class TopicsPage;
class TracePage;

/// Everything that belongs to one connection: its pages, the way between them, what keeps them
/// fresh.
class Workspace final : public QWidget, public CallHost, public RehearsalHost
{
    Q_OBJECT

public:
    /// `receiver` and `lab` outlive us; a console without them has no pages for them.
    Workspace(Connection& connection, Prompts& prompts, Settings& settings,
              Receiver* receiver = nullptr, Lab* lab = nullptr, QWidget* parent = nullptr);

    [[nodiscard]] QueueCommands& queueCommands() const { return *m_commands; }
    [[nodiscard]] TopicCommands& topicCommands() const { return *m_topicCommands; }
    [[nodiscard]] TopologyCommands& topologyCommands() const { return *m_topology; }
    [[nodiscard]] QueueFeed& queueFeed() const { return *m_feed; }
    /// The pages, in the order of the rail, and the tabs.
    [[nodiscard]] Deck& deck() const { return *m_deck; }
    /// Shows a page, or an object in its tab.
    void go(const Place& place);
    /// What can be done with the messages that are shown; others after `placeChanged`.
    [[nodiscard]] QList<QAction*> messageActions() const;
    /// Of the clock of a sandbox; none elsewhere.
    [[nodiscard]] QList<QAction*> timeActions() const { return m_timeActions; }
    /// Of a lesson; none elsewhere.
    [[nodiscard]] QList<QAction*> lessonActions() const { return m_lessonActions; }
    /// The objects there are, for the palette. Those that must be asked for come later.
    [[nodiscard]] QList<PaletteEntry> objects();
    void findMoreObjects(std::function<void(const QList<PaletteEntry>&)> found);
    /// What can be done with the connection as a whole.
    [[nodiscard]] QList<QAction*> toolActions() const;
    [[nodiscard]] QAction* refreshAction() const { return m_refresh; }
    [[nodiscard]] QAction* filterAction() const { return m_filter; }
    /// The chapter of the user guide about what is shown, by its title.
    [[nodiscard]] QString chapter() const;
    /// All that are open, ours among them.
    void setConnections(const QList<Connection*>& connections);

    void showCall(const cmq::Action& action, QWidget* window) override;
    [[nodiscard]] QString whyNotRehearse() const override;
    void rehearse(const Rehearsal& rehearsal, QWidget* window) override;

signals:
    void placeChanged();
    /// Something that a person wants to know, whatever they look at.
    void alarmRaised(const QString& title, const QString& text);
    /// Something that was asked for could not be done.
    void failed(const QString& text, const QString& detail);
    /// A chapter of the user guide is wanted, by its title.
    void guideRequested(const QString& chapter);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void createLayout();
    void setActive(bool isActive);
    QWidget* createTimeBar();
    void addLab(Lab& lab);
    void addStage(cmq::scenario::Sandbox& sandbox);
    void addHistory();
    void chooseMessage(const QString& msgId);
    void goToChangeOfMessage();
    void showStepOfMessage();
    void openCopy(const cmq::CopyScope& scope, const QString& what);
    void openCopyOfAll();
    [[nodiscard]] bool isGuided() const;
    void addReceiverPage(Receiver& receiver, Prompts& prompts, Settings& settings);
    [[nodiscard]] Deck::Tab makeTab(const Place& place);
    [[nodiscard]] Deck::Tab makeQueueTab(const Place& place);
    [[nodiscard]] Deck::Tab makeTopicTab(const Place& place);
    void openQueue(const QString& queueName);
    void showTrace(const QString& msgId);
    void actOnWhatIsShown();
    void keepLayout();
    [[nodiscard]] QString layoutName(const QString& what) const;
    void restoreTabs();
    [[nodiscard]] bool exists(const Place& place) const;
    QAction* addPage(const QString& name, QStringView iconName, QWidget* page);
    void createPanels();
    void connectPages();
    void showNames();
    void retranslate();
    void focusFilter();
    void refresh();
    void refreshFeeds();
    void followSettings();
    void showServing();
    void showFind();

    Connection& m_connection; // outlives us, as the prompts and settings do
    Prompts& m_prompts;
    Lab* m_lab; // null: there is nowhere to open sandboxes
    Settings& m_settings;
    QList<Connection*> m_connections; // those that are open, as long as they are
    QueueFeed* m_feed;
    TopicFeed* m_topicFeed;
    MonitorArea* m_monitorArea;
    QueueCommands* m_commands;
    TopicCommands* m_topicCommands;
    TopologyCommands* m_topology;
    NavigationRail* m_rail;
    Deck* m_deck;
    QSplitter* m_splitter;
    bool m_isRestored = false; // the tabs: once it is known which objects exist
    OverviewPage* m_overview;
    QueuesPage* m_queues;
    TopicsPage* m_topics;
    MessagesPage* m_messages;
    ReceiverPage* m_receiver = nullptr;
    TracePage* m_trace;
    QAction* m_overviewAction;
    QAction* m_queuesAction;
    QAction* m_topicsAction;
    QAction* m_messagesAction;
    QAction* m_receiverAction = nullptr;
    QAction* m_labAction = nullptr;
    QAction* m_stageAction = nullptr;
    LessonState* m_lesson = nullptr; // of a sandbox
    QWidget* m_lessonPanel = nullptr;
    QAction* m_lessonPanelAction = nullptr; // shows and hides it
    QAction* m_historyAction = nullptr;
    QAction* m_stepOfMessage = nullptr; // to the next change of the message that was selected last
    QString m_message;
    TimeTravel* m_travel = nullptr; // likewise
    Playback* m_playback = nullptr; // of a connection whose time can be moved
    QAction* m_traceAction;
    QAction* m_monitorAction;
    QAction* m_refresh;
    QAction* m_filter;
    QAction* m_serve;
    QAction* m_find;
    QAction* m_copy;
    QAction* m_wireTapAction;
    QAction* m_activityAction;
    BottomDock* m_bottom;
    QList<QAction*> m_timeActions;
    QList<QAction*> m_lessonActions;
    SubscriptionFinder* m_subscriptionFinder;
    QPointer<ServeDialog> m_serveDialog; // while it is open
    QPointer<FindDialog> m_findDialog;   // likewise
};

} // namespace ui
