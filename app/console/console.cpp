#include "console.h"

#include "brokerserver.h"
#include "callencoder.h"
#include "desktopnotifier.h"
#include "exchanges.h"

#include "clock.h"
#include "scenario/sandbox.h"

#include "ui/common/banner.h"
#include "ui/common/onresult.h"
#include "ui/common/prompts.h"
#include "ui/common/settings.h"
#include "ui/lab/lessontext.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>

namespace {

QString folderOf(const Options& options, const ui::Settings& settings)
{
    if (!options.dataFolder.isEmpty())
        return QDir(options.dataFolder).absolutePath();
    if (!settings.dataFolder().isEmpty())
        return settings.dataFolder();
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
}

} // namespace

Console::Console(const Options& options, ui::Settings& settings, ui::Theme& theme,
                 ui::Language& language, ui::Prompts& prompts, ui::SecretStore* secrets)
    : m_settings(settings)
    , m_prompts(prompts)
    , m_isInMemory(options.isInMemory)
    , m_folder(folderOf(options, settings))
    , m_receiver(m_listener, settings)
    , m_window(settings, theme, language, prompts, m_receiver)
    , m_remotes({.settings = settings,
                 .secrets = secrets ? *secrets : m_keychain,
                 .prompts = prompts,
                 .window = m_window,
                 .show = [this](std::unique_ptr<ui::Connection> made) { add(std::move(made)); },
                 .close = [this](ui::Connection& connection) { close(connection); }})
{
    m_window.setFolder(m_folder);
    connect(&m_window, &ui::MainWindow::localRequested, this, &Console::openLocal);
    connect(&m_window, &ui::MainWindow::closeRequested, this, [this] { close(*connection()); });
    connect(&m_window, &ui::MainWindow::alarmRaised, this, &notifyDesktop);
    connect(&m_window, &ui::MainWindow::otherFolderRequested, this, &Console::chooseFolder);
    connect(&m_window, &ui::MainWindow::sandboxRequested, this, &Console::openSandboxInstead);
    // Later: who asks may be a page of the connection that is closed by it.
    connect(&m_window.lab(), &ui::Lab::scenarioRequested, this, &Console::openScenario,
            Qt::QueuedConnection);
    connect(&m_window.lab(), &ui::Lab::copyRequested, this, &Console::showCopy,
            Qt::QueuedConnection);
}

// Pushes that arrive while the broker ends would be told in its time.
Console::~Console()
{
    m_listener.stop();
}

void Console::start()
{
    if (m_isInMemory)
        openSandboxInstead();
    else
        openFolder();
    m_window.show();
}

void Console::openLocal()
{
    if (ui::Connection* open = local())
        m_window.showConnection(*open);
    else
        openFolder();
}

void Console::openFolder()
{
    const int attempt = ++m_attempt;
    m_window.setFolder(m_folder);
    // What is open lets go of its store first, so that the same folder can be opened again.
    if (ui::Connection* open = local())
        close(*open);
    m_window.showOpening();
    const QFuture<BrokerOpening> future = openLocalBroker(m_folder, m_settings.pushesLocally());
    auto* watcher = new QFutureWatcher<BrokerOpening>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this, attempt, watcher](int done) {
                if (attempt == m_attempt)
                    m_window.showOpeningProgress(done, watcher->progressMaximum());
            });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
    ui::onResult(future, this,
                 [this, attempt,
                  folder = m_folder](const cmq::Result<std::shared_ptr<OpenedBroker>>& opening) {
                     if (attempt == m_attempt)
                         finishOpening(opening, ui::ConnectionKind::Local, folder);
                 });
}

void Console::openSandboxInstead()
{
    ++m_attempt;
    cmq::scenario::Scenario empty;
    empty.start = cmq::SystemClock().now();
    finishOpening(openSandbox(std::move(empty)), ui::ConnectionKind::Sandbox, {});
}

/// A lesson that is open already is shown as it was left.
void Console::openScenario(const ui::Lab::Lesson& scenario)
{
    const auto open = std::ranges::find_if(m_connections, [&](const auto& each) {
        const cmq::scenario::Sandbox* sandbox = each->sandbox();
        return sandbox && !scenario->id.empty() && sandbox->scenario().id == scenario->id;
    });
    if (open != m_connections.end()) {
        m_window.showConnection(**open);
        return;
    }
    BrokerOpening opening = openSandbox(*scenario);
    if (opening)
        show(std::move(**opening), ui::ConnectionKind::Sandbox, {},
             ui::lessonText(scenario->title));
    else
        m_window.banner()->show(ui::BannerKind::Error, tr("The scenario cannot begin."),
                                QString::fromStdString(opening.error().detail));
}

void Console::showCopy(const ui::Lab::Copy& copy, const QString& name)
{
    ui::onResult(openCopy(copy), this,
                 [this, name](const cmq::Result<std::shared_ptr<OpenedBroker>>& opening) {
                     if (opening)
                         show(std::move(**opening), ui::ConnectionKind::Sandbox, {}, name);
                 });
}

void Console::chooseFolder()
{
    m_prompts.chooseFolder(&m_window, tr("Folder for the messages of the local broker"), m_folder,
                           [this](const QString& folder) {
                               m_folder = folder;
                               m_settings.setDataFolder(folder);
                               openFolder();
                           });
}

void Console::finishOpening(const BrokerOpening& opening, ui::ConnectionKind kind,
                            const QString& place)
{
    if (opening) {
        show(std::move(**opening), kind, place);
        emit ready();
        return;
    }
    m_window.showProblem({.reason = opening.error().id,
                          .path = place,
                          .detail = QString::fromStdString(opening.error().detail)});
    emit failed();
}

void Console::show(OpenedBroker&& broker, ui::ConnectionKind kind, const QString& place,
                   const QString& name)
{
    m_listener.setClock(broker.clock);
    cmq::Service& service = *broker.service;
    auto connection = std::make_unique<ui::Connection>(
        std::move(broker.service),
        ui::Connection::Description{.kind = kind, .place = place, .name = name},
        std::move(broker.clock));
    connection->setServing(
        std::make_unique<BrokerServer>(service, observeInto(connection->exchanges().sink())));
    connection->setEncoder(callEncoder([serving = connection->serving()](const cmq::Action&) {
        return serving->state() == ui::Serving::State::On
                   ? serving->url() + QStringLiteral("/v2/index.php")
                   : QString();
    }));
    m_clockOwner = connection.get();
    add(std::move(connection));
    if (!broker.salvage.isEmpty())
        m_window.banner()->show(ui::BannerKind::Warning,
                                tr("The store was damaged. What could be read was saved, and the "
                                   "damaged file was kept beside it."),
                                broker.salvage);
}

void Console::add(std::unique_ptr<ui::Connection> connection)
{
    m_connections.push_back(std::move(connection));
    m_window.showConnection(*m_connections.back());
}

void Console::close(ui::Connection& connection)
{
    m_window.closeConnection(connection);
    m_remotes.forget(connection);
    if (m_clockOwner == &connection) {
        m_listener.setClock({});
        m_clockOwner = nullptr;
    }
    std::erase_if(m_connections, [&](const auto& each) { return each.get() == &connection; });
}

ui::Connection* Console::local() const
{
    const auto found = std::ranges::find_if(
        m_connections, [](const auto& each) { return each->kind() == ui::ConnectionKind::Local; });
    return found == m_connections.end() ? nullptr : found->get();
}
