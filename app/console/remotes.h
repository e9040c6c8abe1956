#pragma once

#include "ui/connections/connection.h"
#include "ui/connections/profilestore.h"
#include "ui/connections/secretstore.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace ui {
class ConnectionsDialog;
class MainWindow;
class ProfileDialog;
class Prompts;
class Settings;
} // namespace ui

/// The remote side of the console: the saved connections, their keys, the dialogs about them, and
/// which of them are open.
///
/// A key comes from this session, else from the keyring, else from the person. It is given to the
/// service that signs with it and kept in memory until the console closes; only the keyring has it
/// longer.
class Remotes final : public QObject
{
    Q_OBJECT

public:
    /// All outlive us. `show` takes a new connection and shows it; `close` takes one away again.
    struct Surroundings
    {
        ui::Settings& settings;
        ui::SecretStore& secrets;
        ui::Prompts& prompts;
        ui::MainWindow& window;
        std::function<void(std::unique_ptr<ui::Connection>)> show;
        std::function<void(ui::Connection&)> close;
    };

    explicit Remotes(Surroundings surroundings);

    /// The dialog with all saved connections.
    void manage();
    /// Opens a saved connection, or shows it if it is open. May ask for its key, and once whether
    /// an unencrypted one is meant.
    void open(const QString& id);
    /// A connection is gone.
    void forget(ui::Connection& connection);

private:
    using Found = std::function<void(const ui::Credentials&)>;

    void edit(const QString& id);
    void editProfile(const ui::RemoteProfile& profile, bool isNew);
    void save(const ui::RemoteProfile& profile, const std::optional<ui::Credentials>& credentials);
    void test(ui::ProfileDialog* dialog, const ui::RemoteProfile& profile,
              const std::optional<ui::Credentials>& credentials);
    void remove(const QString& id);

    void confirmPlainHttp(const ui::RemoteProfile& profile);
    void findCredentials(const ui::RemoteProfile& profile, QWidget* window, const Found& found);
    void askForCredentials(const ui::RemoteProfile& profile, QWidget* window, const Found& found);
    void keep(const QString& id, const ui::Credentials& credentials);
    void tellOfMissingKeyring();
    void connectTo(const ui::RemoteProfile& profile, const ui::Credentials& credentials);
    void offerSaved();

    Surroundings m_around;
    ui::ProfileStore m_profiles;
    QHash<QString, ui::Credentials> m_session; // keys that are known already
    QHash<QString, ui::Connection*> m_open;
    bool m_keyringIsMissing = false;
};
