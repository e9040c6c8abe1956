#pragma once

#include "httplistener.h"
#include "keychain.h"
#include "openbroker.h"
#include "options.h"
#include "remotes.h"

#include "ui/connections/connection.h"
#include "ui/lab/lab.h"
#include "ui/receiver/receiver.h"
#include "ui/shell/mainwindow.h"

#include <QObject>

#include <memory>
#include <vector>

/// The program at work: one window and the connections that are open in it.
class Console final : public QObject
{
    Q_OBJECT

public:
    /// `secrets`: null for the desktop's keyring.
    Console(const Options& options, ui::Settings& settings, ui::Theme& theme,
            ui::Language& language, ui::Prompts& prompts, ui::SecretStore* secrets = nullptr);
    ~Console() override;

    void start();
    [[nodiscard]] ui::MainWindow& window() { return m_window; }
    /// The one that is shown; none while there is none.
    [[nodiscard]] ui::Connection* connection() const { return m_window.connection(); }

signals:
    /// A connection is shown and can be used.
    void ready();
    /// There is no connection, and the window says why.
    void failed();

private:
    void openLocal();
    void openFolder();
    void openSandboxInstead();
    void openScenario(const ui::Lab::Lesson& scenario);
    void showCopy(const ui::Lab::Copy& copy, const QString& name);
    void chooseFolder();
    void finishOpening(const BrokerOpening& opening, ui::ConnectionKind kind, const QString& place);
    /// `name` is what the person sees; empty where the kind says enough.
    void show(OpenedBroker&& broker, ui::ConnectionKind kind, const QString& place,
              const QString& name = {});
    void add(std::unique_ptr<ui::Connection> connection);
    void close(ui::Connection& connection);
    [[nodiscard]] ui::Connection* local() const;

    ui::Settings& m_settings; // main's, as the prompts are
    ui::Prompts& m_prompts;
    bool m_isInMemory;
    QString m_folder;
    int m_attempt = 0;       // an answer to an older attempt is void
    HttpListener m_listener; // outlives the connections whose clocks it borrows
    ui::Receiver m_receiver;
    Keychain m_keychain;
    std::vector<std::unique_ptr<ui::Connection>> m_connections;
    const ui::Connection* m_clockOwner = nullptr; // the one whose clock the listener borrows
    ui::MainWindow m_window;                      // goes before the connections it shows
    Remotes m_remotes;
};
