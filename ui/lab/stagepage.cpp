#include "stagepage.h"

#include "actorwork.h"
#include "lookinto.h"
#include "playback.h"
#include "stagetable.h"
#include "stageview.h"

#include "ui/common/actionbutton.h"
#include "ui/common/actiontext.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/label.h"
#include "ui/common/makeaction.h"
#include "ui/common/onresult.h"
#include "ui/common/prompts.h"
#include "ui/common/savefile.h"
#include "ui/common/tableproxy.h"
#include "ui/common/tableview.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;
using cmq::scenario::Actor;
using cmq::scenario::Consumer;
using cmq::scenario::Fault;
using cmq::scenario::FaultKind;
using cmq::scenario::Producer;
using cmq::scenario::Receiver;

namespace {

constexpr double ButtonZoom = 1.25;
constexpr int InspectorWidth = 240;

/// What the sandbox's thread makes of the world.
struct Look
{
    StageLayout layout;
    std::vector<Actor> actors;
};

} // namespace

StagePage::StagePage(Connection& connection, cmq::scenario::Sandbox& sandbox, Playback& playback,
                     Settings& settings, Prompts& prompts, QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_sandbox(sandbox)
    , m_playback(playback)
    , m_settings(settings)
    , m_prompts(prompts)
    , m_banner(new Banner(u"stageBanner"_s))
    , m_stack(new QStackedWidget)
    , m_view(new StageView)
    , m_empty(new EmptyState(u"stageEmpty"_s, u"graph"))
    , m_table(new StageTable(this))
    , m_tableView(new TableView(u"stageTable"_s))
    , m_inspector(new Label(TextRole::Body, Tone::Secondary))
{
    setObjectName(u"stagePage"_s);
    createActions();
    createLayout();
    connect(&m_connection, &Connection::changed, this, &StagePage::look);
    connect(&m_playback, &Playback::moved, this, &StagePage::look);
    connect(&m_playback, &Playback::changed, this, &StagePage::updateMotion);
    connect(m_view, &StageView::selectionChanged, this, &StagePage::showSelection);
    connect(m_view, &StageView::openRequested, this, &StagePage::open);
    keepTranslated(this, [this] { retranslate(); });
    updateMotion();
}

QList<QAction*> StagePage::stageActions() const
{
    return {m_addProducer, m_addConsumer, m_addReceiver, m_edit, m_toggleActor,
            m_showTable,   m_zoomIn,      m_zoomOut,     m_fit,  m_exportSvg};
}

void StagePage::createActions()
{
    const auto make = [this](const QString& name, QStringView iconName, void (StagePage::*run)()) {
        return makeAction(this, name, iconName, run);
    };
    m_addProducer = make(u"stageAddProducer"_s, u"box-arrow-right", &StagePage::addProducer);
    m_addConsumer = make(u"stageAddConsumer"_s, u"download", &StagePage::addConsumer);
    m_addReceiver = make(u"stageAddReceiver"_s, u"cloud", &StagePage::addReceiver);
    m_edit = make(u"stageEdit"_s, u"pencil", &StagePage::edit);
    m_toggleActor = make(u"stageToggleActor"_s, u"pause-fill", &StagePage::toggleActor);
    m_showTable = make(u"stageShowTable"_s, u"list-ul", &StagePage::showTable);
    m_showTable->setCheckable(true);
    m_zoomIn = make(u"stageZoomIn"_s, u"plus-lg", &StagePage::zoomIn);
    m_zoomOut = make(u"stageZoomOut"_s, u"dash-lg", &StagePage::zoomOut);
    m_fit = make(u"stageFit"_s, u"fit", &StagePage::fit);
    m_exportSvg = make(u"exportStageSvg"_s, u"save", &StagePage::exportSvg);
    m_faults = new QMenu(this);
    m_faults->setObjectName(u"stageFaults"_s);
    connect(m_faults, &QMenu::aboutToShow, this, &StagePage::fillFaults);
}

void StagePage::createLayout()
{
    auto* faults = new QToolButton;
    faults->setObjectName(u"stageFaultsButton"_s);
    faults->setIcon(icon(u"exclamation-triangle"));
    faults->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    faults->setPopupMode(QToolButton::InstantPopup);
    faults->setMenu(m_faults);
    keepTranslated(faults, [faults] {
        faults->setText(tr("Break something"));
        faults->setToolTip(tr("Faults that befall the broker and those who use it"));
    });
    auto* tools = new QHBoxLayout;
    tools->setSpacing(4);
    auto* add = new QToolButton;
    add->setObjectName(u"stageAddButton"_s);
    add->setIcon(icon(u"plus-lg"));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setPopupMode(QToolButton::InstantPopup);
    add->addActions({m_addProducer, m_addConsumer, m_addReceiver});
    keepTranslated(add, [add] {
        add->setText(tr("Add"));
        add->setToolTip(tr("Add somebody who sends, receives or answers pushes"));
    });
    tools->addWidget(add);
    tools->addWidget(faults);
    tools->addStretch();
    for (QAction* action :
         {m_edit, m_toggleActor, m_showTable, m_zoomIn, m_zoomOut, m_fit, m_exportSvg}) {
        QToolButton* button = makeToolButton(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        tools->addWidget(button);
    }

    auto* proxy = new TableProxy(this);
    proxy->setSourceModel(m_table);
    m_tableView->setProxy(proxy, m_settings);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_tableView);
    m_stack->addWidget(m_empty);
    connect(m_empty->primaryButton(), &QPushButton::clicked, m_addProducer, &QAction::trigger);

    m_inspector->setObjectName(u"stageInspector"_s);
    m_inspector->setWordWrap(true);
    m_inspector->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_inspector->setFixedWidth(InspectorWidth);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_stack, 1);
    row->addWidget(m_inspector);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(tools);
    layout->addWidget(m_banner);
    layout->addLayout(row, 1);
}

void StagePage::retranslate()
{
    m_view->setAccessibleName(tr("Stage: producers, topics, queues, consumers and messages"));
    m_tableView->setAccessibleName(tr("The stage as a table"));
    m_empty->setTexts(
        tr("Nobody is on the stage yet"),
        tr("Create a queue on the page Queues, then add those who send and receive."));
    m_empty->primaryButton()->setText(tr("Add a producer…"));
    m_addProducer->setText(tr("Producer…"));
    m_addConsumer->setText(tr("Consumer…"));
    m_addReceiver->setText(tr("HTTP receiver…"));
    m_edit->setText(tr("Set…"));
    m_showTable->setText(tr("As a table"));
    m_zoomIn->setText(tr("Larger"));
    m_zoomOut->setText(tr("Smaller"));
    m_fit->setText(tr("Show all"));
    m_exportSvg->setText(tr("Export SVG…"));
    m_zoomIn->setToolTip(tr("Larger (+)"));
    m_zoomOut->setToolTip(tr("Smaller (-)"));
    m_fit->setToolTip(tr("Show all (0)"));
    enableActions();
    showSelection();
    look(); // the layout has words, too
}

void StagePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    look();
}

void StagePage::look()
{
    if (!isVisible())
        return;
    if (m_isLooking) {
        m_mustLookAgain = true;
        return;
    }
    m_isLooking = true;
    const auto future = lookInto<Look>(
        m_sandbox, [](const cmq::scenario::World& world, cmq::scenario::Sandbox::Undoing) -> Look {
            const cmq::scenario::Picture picture =
                cmq::scenario::pictureOf(world, StageLaneTokensMax);
            return {layOutStage(picture), picture.actors};
        });
    onResult(future, this, [this](const cmq::Result<Look>& seen) {
        m_isLooking = false;
        if (seen) {
            m_actors = seen->actors;
            showLayout(seen->layout);
        }
        if (std::exchange(m_mustLookAgain, false))
            look();
    });
}

void StagePage::showLayout(const StageLayout& layout)
{
    m_view->setLayout(layout);
    m_table->setLayout(layout);
    QWidget* page = m_view;
    if (layout.boxes.empty())
        page = m_empty;
    else if (m_showTable->isChecked())
        page = m_tableView;
    m_stack->setCurrentWidget(page);
    showSelection();
}

/// Nothing moves while time stands still, or for those whose desktop has animations turned off.
void StagePage::updateMotion()
{
    const bool isWanted =
        style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    m_view->stage().setMotion(m_playback.isPlaying() && isWanted);
    m_view->stage().setNow(m_playback.now());
}

void StagePage::showSelection()
{
    const StageScene& stage = m_view->stage();
    if (const StageBox* box = stage.selectedBox())
        m_inspector->setText(describe(*box));
    else if (const StageToken* token = stage.selectedToken()) {
        m_inspector->setText(describe(*token, m_playback.now()));
        emit messageSelected(QString::fromStdString(token->message.msgId));
    } else
        m_inspector->setText(
            tr("Select somebody or a message: by mouse, or with the arrow keys.\n\nThe ring around "
               "a message is the time until its state ends by itself."));
    enableActions();
}

void StagePage::enableActions()
{
    const Actor* actor = selectedActor();
    const QString reason =
        actor ? QString() : tr("Select a producer, a consumer or an HTTP receiver first.");
    enableAction(m_edit, tr("What it does, how fast and how well"), reason);
    m_toggleActor->setText(actor && !actor->isRunning ? tr("Start") : tr("Stop"));
    m_toggleActor->setIcon(icon(actor && !actor->isRunning ? u"play-fill" : u"pause-fill"));
    enableAction(m_toggleActor, tr("Whether it is at work"), reason);
    const bool isEmpty = m_view->stage().layout().boxes.empty();
    const QString nothing = isEmpty ? tr("There is nothing on the stage.") : QString();
    enableAction(m_exportSvg, tr("Write the stage to a drawing"), nothing);
    enableAction(m_showTable, tr("The same in words, for reading and for screen readers"), nothing);
    const bool hasQueues = !names().queues.empty();
    const QString noQueue = hasQueues ? QString() : tr("Create a queue first, on the page Queues.");
    enableAction(m_addProducer, tr("Add somebody who sends or publishes"), noQueue);
    enableAction(m_addConsumer, tr("Add somebody who receives, works and deletes"), noQueue);
    enableAction(m_addReceiver, tr("Add somebody who answers pushes of a subscription"), {});
}

const Actor* StagePage::selectedActor() const
{
    const StageBox* box = m_view->stage().selectedBox();
    if (!box || box->kind == StageBox::Kind::Queue || box->kind == StageBox::Kind::Topic)
        return nullptr;
    for (const Actor& actor : m_actors) {
        if (QString::fromStdString(actor.name) == box->name)
            return &actor;
    }
    return nullptr;
}

StageNames StagePage::names() const
{
    StageNames names;
    for (const StageBox& box : m_view->stage().layout().boxes) {
        if (box.kind == StageBox::Kind::Queue)
            names.queues += box.name;
        else if (box.kind == StageBox::Kind::Topic)
            names.topics += box.name;
        else
            names.actors += box.name;
    }
    return names;
}

void StagePage::addProducer()
{
    openActorDialog({.name = {}, .role = Producer()});
}

void StagePage::addConsumer()
{
    Consumer consumer;
    consumer.handling.least = consumer.handling.most = cmq::Seconds(2);
    openActorDialog({.name = {}, .role = consumer});
}

void StagePage::addReceiver()
{
    Receiver receiver;
    receiver.answers = {{200, 1}};
    openActorDialog({.name = {}, .role = receiver});
}

void StagePage::edit()
{
    if (const Actor* actor = selectedActor())
        openActorDialog(Actor(*actor));
}

void StagePage::toggleActor()
{
    const Actor* selected = selectedActor();
    if (!selected)
        return;
    Actor actor = *selected;
    actor.isRunning = !actor.isRunning;
    play(cmq::scenario::ActorStep{actor});
}

void StagePage::openActorDialog(const Actor& actor)
{
    if (m_dialog)
        return m_dialog->raise();
    m_dialog = new ActorDialog(actor, names(), this);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ActorDialog::submitted, this, [this](const Actor& made) {
        play(cmq::scenario::ActorStep{made});
        m_dialog->close();
    });
    m_dialog->open();
}

void StagePage::zoomIn()
{
    m_view->zoomBy(ButtonZoom);
}

void StagePage::zoomOut()
{
    m_view->zoomBy(1 / ButtonZoom);
}

void StagePage::fit()
{
    m_view->fit();
}

void StagePage::showTable()
{
    showLayout(StageLayout(m_view->stage().layout()));
}

void StagePage::open(const StageBox& box)
{
    if (box.kind == StageBox::Kind::Queue)
        emit queueRequested(box.name);
    else if (box.kind == StageBox::Kind::Topic)
        emit topicRequested(box.name);
    else
        edit();
}

void StagePage::exportSvg()
{
    saveFile(this, m_prompts, *m_banner, tr("Export the stage as SVG"), u"stage.svg"_s,
             m_view->toSvg());
}

void StagePage::fillFaults()
{
    m_faults->clear();
    const auto add = [this](const QString& name, const QString& text, Fault fault,
                            const QString& missing = {}) {
        QAction* action = m_faults->addAction(text);
        action->setObjectName(name);
        enableAction(action, text, missing);
        connect(action, &QAction::triggered, this, [this, fault] { begin(fault); });
    };
    add(u"faultThrottle"_s, tr("Throttle: one message a second, for 30 s"),
        {.kind = FaultKind::Throttle, .subject = {}, .amount = 1, .duration = cmq::Seconds(30)});
    for (const char* action : {"SendMessage", "ReceiveMessage", "DeleteMessage"}) {
        const QString name = QString::fromLatin1(action);
        add(u"faultLose"_s + name, tr("Lose the next answer to %1, after it was done").arg(name),
            {.kind = FaultKind::LostReply, .subject = action, .amount = 1});
    }
    add(u"faultClockJump"_s, tr("The broker's clock leaps one hour ahead"),
        {.kind = FaultKind::ClockJump, .subject = {}, .amount = 3600});
    add(u"faultRestart"_s, tr("Restart the broker"), {.kind = FaultKind::Restart, .subject = {}});
    const StageBox* box = m_view->stage().selectedBox();
    const bool isQueue = box && box->kind == StageBox::Kind::Queue;
    const bool isReceiver = box && box->kind == StageBox::Kind::Receiver && selectedActor();
    m_faults->addSeparator();
    std::int64_t held = 0;
    if (isQueue) {
        for (const StageLane& lane : box->lanes)
            held += lane.state == cmq::MessageState::Rewindable ? 0 : lane.count;
    }
    add(u"faultHeapFull"_s,
        isQueue ? tr("%1 takes no more messages, for one minute").arg(formatCaption(box->name))
                : tr("A queue takes no more messages"),
        {.kind = FaultKind::HeapFull,
         .subject = isQueue ? box->name.toStdString() : std::string(),
         .amount = held,
         .duration = cmq::Seconds(60)},
        isQueue ? QString() : tr("Select the queue first."));
    add(u"faultReceiverDown"_s,
        isReceiver ? tr("%1 does not answer, for one minute").arg(formatCaption(box->name))
                   : tr("An HTTP receiver does not answer"),
        {.kind = FaultKind::ReceiverDown,
         .subject = isReceiver ? box->name.toStdString() : std::string(),
         .duration = cmq::Seconds(60)},
        isReceiver ? QString() : tr("Select the HTTP receiver first."));
}

void StagePage::begin(Fault fault)
{
    play(cmq::scenario::FaultStep{std::move(fault)});
}

void StagePage::play(cmq::scenario::Step step)
{
    m_sandbox.play({std::move(step)}, [](const std::vector<cmq::scenario::StepVerdict>&) {});
    look();
    m_playback.refresh();
}

} // namespace ui
