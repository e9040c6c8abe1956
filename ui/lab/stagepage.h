#pragma once

#include "actordialog.h"
#include "stagelayout.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QMenu;
class QStackedWidget;

namespace cmq::scenario {
class Sandbox;
}

namespace ui {

class Banner;
class Connection;
class EmptyState;
class Label;
class Playback;
class Prompts;
class Settings;
class StageTable;
class StageView;
class TableView;

/// The stage of a sandbox: who sends, who receives, and every message on its way, as a picture or
/// as a table; with those who act there, and what can go wrong, to add and to set.
class StagePage final : public QWidget
{
    Q_OBJECT

public:
    /// All outlive us.
    StagePage(Connection& connection, cmq::scenario::Sandbox& sandbox, Playback& playback,
              Settings& settings, Prompts& prompts, QWidget* parent = nullptr);

    /// For the menu: the same actions as the bar's.
    [[nodiscard]] QList<QAction*> stageActions() const;

    /// Looks at the world, which may be another one; nothing while nobody sees the page.
    void look();

protected:
    void showEvent(QShowEvent* event) override;

signals:
    /// The person wants to see a queue or topic.
    void queueRequested(const QString& queueName);
    void topicRequested(const QString& topicName);
    /// A message was selected.
    void messageSelected(const QString& msgId);

private:
    void createActions();
    void createLayout();
    void retranslate();
    void showLayout(const StageLayout& layout);
    void showSelection();
    void enableActions();
    void updateMotion();

    void addProducer();
    void addConsumer();
    void addReceiver();
    void edit();
    void toggleActor();
    void zoomIn();
    void zoomOut();
    void fit();
    void showTable();
    void exportSvg();
    void open(const StageBox& box);
    void openActorDialog(const cmq::scenario::Actor& actor);
    void fillFaults();
    void begin(cmq::scenario::Fault fault);
    void play(cmq::scenario::Step step);
    [[nodiscard]] const cmq::scenario::Actor* selectedActor() const;
    [[nodiscard]] StageNames names() const;

    Connection& m_connection;
    cmq::scenario::Sandbox& m_sandbox;
    Playback& m_playback;
    Settings& m_settings;
    Prompts& m_prompts;

    std::vector<cmq::scenario::Actor> m_actors; ///< as of the last look
    bool m_isLooking = false; ///< one at a time: what happens meanwhile is seen by the next
    bool m_mustLookAgain = false;

    QAction* m_addProducer;
    QAction* m_addConsumer;
    QAction* m_addReceiver;
    QAction* m_edit;
    QAction* m_toggleActor;
    QAction* m_showTable;
    QAction* m_zoomIn;
    QAction* m_zoomOut;
    QAction* m_fit;
    QAction* m_exportSvg;
    QMenu* m_faults;
    Banner* m_banner;
    QStackedWidget* m_stack;
    StageView* m_view;
    EmptyState* m_empty;
    StageTable* m_table;
    TableView* m_tableView;
    Label* m_inspector;
    QPointer<ActorDialog> m_dialog;
};

} // namespace ui
