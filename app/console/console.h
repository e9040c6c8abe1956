#pragma once

#include "httplistener.h"
#include "openbroker.h"
#include "options.h"

#include "ui/connections/connection.h"
#include "ui/receiver/receiver.h"
#include "ui/shell/mainwindow.h"

#include <QObject>

#include <memory>

/// The program at work: one window and the connection it shows.
class Console final : public QObject
{
    Q_OBJECT

public:
    Console(const Options& options, ui::Settings& settings, ui::Theme& theme,
            ui::Language& language, ui::Prompts& prompts);
    ~Console() override;

    void start();
    [[nodiscard]] ui::MainWindow& window() { return m_window; }
    /// None while there is no broker.
    [[nodiscard]] ui::Connection* connection() const { return m_connection.get(); }

signals:
    /// A connection is shown and can be used.
    void ready();
    /// There is no connection, and the window says why.
    void failed();

private:
    void openFolder();
    void openSandboxInstead();
    void chooseFolder();
    void finishOpening(const BrokerOpening& opening, ui::ConnectionKind kind, const QString& place);
    void show(OpenedBroker&& broker, ui::ConnectionKind kind, const QString& place);

    ui::Settings& m_settings; // main's, as the prompts are
    ui::Prompts& m_prompts;
    bool m_isInMemory;
    QString m_folder;
    int m_attempt = 0; // an answer to an older attempt is void
    HttpListener m_listener; // outlives the connections whose clocks it borrows
    ui::Receiver m_receiver;
    std::unique_ptr<ui::Connection> m_connection;
    ui::MainWindow m_window; // goes before the connection it shows
};
