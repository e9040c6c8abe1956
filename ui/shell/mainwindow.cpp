#include "mainwindow.h"

#include "aboutdialog.h"
#include "appearance.h"
#include "connectionbar.h"
#include "menucommands.h"
#include "openingpage.h"
#include "palette/palette.h"
#include "palette/paletteentries.h"
#include "shortcutsheet.h"
#include "stallgauge.h"
#include "statusline.h"
#include "workspace.h"

#include "ui/common/banner.h"
#include "ui/common/icons.h"
#include "ui/common/settings.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"
#include "ui/guide/guidewindow.h"
#include "ui/lab/lab.h"
#include "ui/queues/queuecommands.h"
#include "ui/queues/queuefeed.h"
#include "ui/settings/settingsdialog.h"
#include "ui/topics/topiccommands.h"
#include "ui/topology/topologycommands.h"

#include <QAction>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QMenuBar>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Settings& settings, Theme& theme, Language& language, Prompts& prompts,
                       Receiver& receiver)
    : m_settings(settings)
    , m_prompts(prompts)
    , m_receiver(receiver)
    , m_appearance(new Appearance(settings, theme, language, this))
    , m_lab(new Lab(settings, this))
    , m_status(new StatusLine)
    , m_banner(new Banner(u"connectionBanner"_s))
    , m_middle(new QWidget)
    , m_connectionMenu(new ConnectionMenu(this))
    , m_bar(new ConnectionBar(m_connectionMenu))
    , m_palette(new Palette(this))
    , m_afterPages(new QAction(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"CMQ Console"_s);
    setMinimumSize(960, 600);
    setContextMenuPolicy(Qt::NoContextMenu);
    createActions();
    createMenus();
    setStatusBar(m_status);

    m_middle->setObjectName(u"middle"_s);
    auto* layout = new QVBoxLayout(m_middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_banner);
    setCentralWidget(m_middle);
    keepTranslated(this, [this] { retranslate(); });
    restoreLayout();
}

MainWindow::~MainWindow() = default;

void MainWindow::showConnection(Connection& connection)
{
    if (m_connection == &connection)
        return;
    const auto open = std::ranges::find(m_open, &connection, &OpenConnection::connection);
    // Subscribers on this computer are for the broker on this computer; a sandbox has no network.
    Receiver* receiver = connection.kind() == ConnectionKind::Local ? &m_receiver : nullptr;
    auto* workspace = open != m_open.end()
                          ? open->workspace
                          : new Workspace(connection, m_prompts, m_settings, receiver, m_lab);
    if (open == m_open.end()) {
        m_open.append({&connection, workspace});
        connectTopology(workspace->topologyCommands());
        connect(workspace, &Workspace::placeChanged, this, &MainWindow::fillMessageMenu);
        connect(workspace, &Workspace::alarmRaised, this, &MainWindow::alarmRaised);
        connect(workspace, &Workspace::guideRequested, this, &MainWindow::openGuide);
        connect(workspace, &Workspace::failed, this,
                [this](const QString& text, const QString& detail) {
                    m_banner->show(BannerKind::Error, text, detail);
                });
    }
    m_banner->clear(); // it was about another one
    m_connection = &connection;
    setContent(workspace, workspace);
    m_status->setConnection(&connection, &workspace->queueFeed());
    tellConnections();
}

void MainWindow::connectTopology(TopologyCommands& topology)
{
    topology.setOthers([this] { return connections(); });
    connect(&topology, &TopologyCommands::succeeded, this,
            [this](const QString& text) { m_banner->show(BannerKind::Success, text); });
    connect(&topology, &TopologyCommands::failed, this,
            [this](const QString& text, const QString& detail) {
                m_banner->show(BannerKind::Error, text, detail);
            });
}

void MainWindow::closeConnection(Connection& connection)
{
    const auto open = std::ranges::find(m_open, &connection, &OpenConnection::connection);
    if (open == m_open.end())
        return;
    const OpenConnection closing = *open;
    m_open.erase(open);
    if (m_connection != &connection) {
        m_connectionMenu->setOpen(connections(), m_connection);
    } else {
        m_connection = nullptr;
        if (m_open.isEmpty())
            setContent(nullptr);
        else
            showConnection(*m_open.constLast().connection);
    }
    delete closing.workspace; // at once, before its connection
    tellConnections();
}

void MainWindow::tellConnections()
{
    for (const OpenConnection& each : m_open)
        each.workspace->setConnections(connections());
}

void MainWindow::setSavedConnections(const QList<SavedConnection>& saved)
{
    m_connectionMenu->setSaved(saved);
}

QList<Connection*> MainWindow::connections() const
{
    QList<Connection*> all;
    for (const OpenConnection& each : m_open)
        all.append(each.connection);
    return all;
}

void MainWindow::showOpening()
{
    m_connection = nullptr;
    setContent(new OpeningPage);
}

void MainWindow::showOpeningProgress(qint64 done, qint64 total)
{
    if (auto* page = qobject_cast<OpeningPage*>(m_content))
        page->setProgress(done, total);
}

void MainWindow::showProblem(const StoreProblem& problem)
{
    auto* page = new StoreProblemPage(problem);
    m_connection = nullptr;
    setContent(page);
    connect(page, &StoreProblemPage::tryAgainRequested, this, &MainWindow::localRequested);
    connect(page, &StoreProblemPage::otherFolderRequested, this, &MainWindow::otherFolderRequested);
    connect(page, &StoreProblemPage::sandboxRequested, this, &MainWindow::sandboxRequested);
}

void MainWindow::setContent(QWidget* content, Workspace* workspace)
{
    m_status->setConnection(nullptr, nullptr);
    m_palette->hide(); // it offers what is going
    for (QMenu* menu : {m_queueMenu, m_topicMenu, m_messageMenu, m_labMenu, m_toolsMenu})
        menu->clear();
    m_bar->setWay(nullptr, nullptr);
    for (QAction* action : std::exchange(m_pageActions, {}))
        m_viewMenu->removeAction(action);
    if (m_content) {
        m_middle->layout()->removeWidget(m_content);
        m_content->hide();
        if (!m_workspace)
            m_content->deleteLater(); // a page may be inside its own signal
    }
    m_workspace = workspace;
    m_content = content;
    if (content) {
        m_middle->layout()->addWidget(content);
        content->show();
    }
    fillMenus();
    retranslate();
}

void MainWindow::createActions()
{
    const auto make = [this](const QString& name, QStringView iconName) {
        auto* action = new QAction(icon(iconName), QString(), this);
        action->setObjectName(name);
        return action;
    };
    m_openLocal = make(u"openLocal"_s, u"hdd");
    m_openFolder = make(u"openFolder"_s, u"folder2-open");
    m_openSandbox = make(u"openSandbox"_s, u"memory");
    m_quit = make(u"quit"_s, u"box-arrow-right");
    m_quit->setShortcut(QKeySequence(u"Ctrl+Q"_s));
    m_paletteAction = make(u"openPalette"_s, u"search");
    m_paletteAction->setShortcut(QKeySequence(u"Ctrl+K"_s));
    m_settingsAction = make(u"openSettings"_s, u"gear");
    m_settingsAction->setShortcut(QKeySequence(u"Ctrl+,"_s));
    m_guideAction = make(u"openGuide"_s, u"question-circle");
    m_guideAction->setShortcut(Qt::Key_F1);
    m_shortcuts = make(u"shortcuts"_s, u"keyboard");
    m_shortcuts->setShortcut(QKeySequence(u"?"_s));
    // Later: a menu that closes gives the focus back to who had it.
    connect(m_paletteAction, &QAction::triggered, this, &MainWindow::openPalette,
            Qt::QueuedConnection);
    connect(m_settingsAction, &QAction::triggered, this, &MainWindow::showSettings);
    m_bar->addButton(m_paletteAction);
    m_watchStalls = make(u"watchStalls"_s, u"stopwatch");
    m_watchStalls->setCheckable(true);
    connect(m_watchStalls, &QAction::toggled, m_status->stallGauge(), &StallGauge::setWatching);
    m_about = make(u"about"_s, u"info-circle");
    connect(m_openLocal, &QAction::triggered, this, &MainWindow::localRequested);
    connect(m_openFolder, &QAction::triggered, this, &MainWindow::otherFolderRequested);
    connect(m_openSandbox, &QAction::triggered, this, &MainWindow::sandboxRequested);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    connect(m_guideAction, &QAction::triggered, this, &MainWindow::showGuide);
    connect(m_shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(m_about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_connectionMenu, &ConnectionMenu::connectionChosen, this,
            [this](Connection* connection) { showConnection(*connection); });
    connect(m_connectionMenu, &ConnectionMenu::savedChosen, this,
            &MainWindow::savedConnectionRequested);
    connect(m_connectionMenu, &ConnectionMenu::manageRequested, this,
            &MainWindow::manageConnectionsRequested);
    connect(m_connectionMenu, &ConnectionMenu::closeRequested, this, &MainWindow::closeRequested);
}

void MainWindow::createMenus()
{
    const auto make = [this](const QString& name) {
        QMenu* menu = menuBar()->addMenu(QString());
        menu->setObjectName(name);
        menu->setToolTipsVisible(true); // a disabled action says why
        return menu;
    };
    menuBar()->setObjectName(u"menuBar"_s);
    m_fileMenu = make(u"fileMenu"_s);
    menuBar()->addMenu(m_connectionMenu);
    m_viewMenu = make(u"viewMenu"_s);
    m_queueMenu = make(u"queueMenu"_s);
    m_topicMenu = make(u"topicMenu"_s);
    m_messageMenu = make(u"messageMenu"_s);
    m_labMenu = make(u"labMenu"_s);
    m_toolsMenu = make(u"toolsMenu"_s);
    m_helpMenu = make(u"helpMenu"_s);
    m_fileMenu->addActions({m_openLocal, m_openFolder, m_openSandbox});
    m_fileMenu->addSeparator();
    m_fileMenu->addAction(m_quit);
    m_helpMenu->addActions({m_guideAction, m_shortcuts});
    m_debugMenu = m_helpMenu->addMenu(QString());
    m_debugMenu->setObjectName(u"debugMenu"_s);
    m_debugMenu->setToolTipsVisible(true);
    m_debugMenu->addAction(m_watchStalls);
    m_helpMenu->addAction(m_about);
    m_viewMenu->addSeparator(); // the pages and tabs of a connection come before it
    m_afterPages->setSeparator(true);
    m_appearance->addTo(m_viewMenu);
}

void MainWindow::fillMenus()
{
    m_connectionMenu->setOpen(connections(), m_connection);
    m_bar->setConnection(m_connection);
    const bool isOpen = m_workspace != nullptr;
    m_queueMenu->menuAction()->setVisible(isOpen);
    m_topicMenu->menuAction()->setVisible(isOpen);
    m_messageMenu->menuAction()->setVisible(isOpen);
    m_labMenu->menuAction()->setVisible(isOpen && !m_workspace->timeActions().isEmpty());
    m_toolsMenu->addAction(m_paletteAction);
    m_toolsMenu->addSeparator();
    if (isOpen)
        fillMenusOfWorkspace();
    m_toolsMenu->addSeparator();
    m_toolsMenu->addAction(m_settingsAction);
}

/// What the connection that is shown can do.
void MainWindow::fillMenusOfWorkspace()
{
    const QueueCommands& queues = m_workspace->queueCommands();
    m_queueMenu->addAction(queues.createAction());
    m_queueMenu->addAction(m_workspace->filterAction());
    m_queueMenu->addSeparator();
    m_queueMenu->addActions(queues.rowActions() << queues.sandboxAction());
    const TopicCommands& topics = m_workspace->topicCommands();
    m_topicMenu->addAction(topics.createAction());
    m_topicMenu->addSeparator();
    m_topicMenu->addActions(topics.topicActions());
    m_topicMenu->addSeparator();
    m_topicMenu->addAction(topics.subscribeAction());
    m_topicMenu->addActions(topics.subscriptionActions());
    m_toolsMenu->addActions(m_workspace->toolActions());
    m_labMenu->addActions(m_workspace->timeActions());
    m_labMenu->addSeparator();
    m_labMenu->addActions(m_workspace->lessonActions());
    fillMessageMenu();
    const Deck& deck = m_workspace->deck();
    m_pageActions = deck.pageActions() << m_afterPages;
    m_pageActions += deck.tabActions() << m_workspace->refreshAction();
    m_viewMenu->insertActions(m_viewMenu->actions().constFirst(), m_pageActions);
    m_bar->setWay(deck.backAction(), deck.forwardAction());
}

/// Each tab of a queue has messages of its own.
void MainWindow::fillMessageMenu()
{
    m_messageMenu->clear();
    if (m_workspace)
        m_messageMenu->addActions(m_workspace->messageActions());
}

void MainWindow::retranslate()
{
    m_fileMenu->setTitle(tr("&File"));
    m_viewMenu->setTitle(tr("&View"));
    m_queueMenu->setTitle(tr("&Queue"));
    m_topicMenu->setTitle(tr("&Topic"));
    m_messageMenu->setTitle(tr("&Message"));
    m_labMenu->setTitle(tr("&Lab"));
    m_toolsMenu->setTitle(tr("T&ools"));
    m_helpMenu->setTitle(tr("&Help"));
    m_debugMenu->setTitle(tr("&Debug"));
    m_watchStalls->setText(tr("Watch the &event loop"));
    m_watchStalls->setToolTip(
        tr("Show in the line at the bottom how long the window kept events waiting"));
    m_connectionMenu->retranslate();
    m_bar->retranslate();
    const bool isLocal = m_connection && m_connection->kind() == ConnectionKind::Local;
    m_openLocal->setText(tr("&Local broker"));
    m_openLocal->setEnabled(!isLocal);
    m_openLocal->setToolTip(isLocal ? tr("The local broker is shown already.")
                                    : tr("Work with the messages that are kept on this machine"));
    m_openFolder->setText(tr("&Open another folder…"));
    m_openSandbox->setText(tr("New &sandbox in memory"));
    m_quit->setText(tr("&Quit"));
    m_paletteAction->setText(tr("Search or &run a command…"));
    m_paletteAction->setIconText(tr("Search or run a command") + u"   Ctrl+K"_s);
    m_paletteAction->setToolTip(tr("Every command and every object by its name"));
    m_settingsAction->setText(tr("S&ettings…"));
    m_guideAction->setText(tr("User &guide"));
    m_guideAction->setToolTip(tr("What the guide says about this page"));
    m_shortcuts->setText(tr("&Keyboard shortcuts"));
    m_about->setText(tr("&About CMQ Console"));
    m_appearance->retranslate();
    m_status->retranslate();
    setWindowTitle(m_connection ? tr("%1 – CMQ Console").arg(connectionName(*m_connection))
                                : u"CMQ Console"_s);
}

void MainWindow::showAbout()
{
    auto* dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showGuide()
{
    openGuide(m_workspace ? m_workspace->chapter() : QString());
}

/// `chapter`: empty for where the guide is.
void MainWindow::openGuide(const QString& chapter)
{
    if (!m_guide) {
        m_guide = new GuideWindow(this);
        m_guide->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_guide->show();
    m_guide->raise();
    m_guide->activateWindow();
    if (!chapter.isEmpty())
        m_guide->showChapter(chapter);
}

void MainWindow::showShortcuts()
{
    auto* sheet = new ShortcutSheet(commandsOf(*menuBar()), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::showSettings()
{
    auto* dialog = new SettingsDialog(m_settings, m_folder, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::otherFolderRequested, this, &MainWindow::otherFolderRequested);
    dialog->open();
}

void MainWindow::openPalette()
{
    QList<PaletteEntry> entries = commandEntries(*menuBar());
    if (m_workspace)
        entries += m_workspace->objects();
    m_palette->open(std::move(entries));
    if (m_workspace)
        m_workspace->findMoreObjects([this, asked = m_workspace](const QList<PaletteEntry>& found) {
            if (asked == m_workspace)
                m_palette->add(found);
        });
}

void MainWindow::restoreLayout()
{
    resize(QSize(1440, 860).boundedTo(screen()->availableSize() * 0.9));
    restoreGeometry(m_settings.layout(objectName()));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setLayout(objectName(), saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace ui
