#include "remotes.h"

#include "endpointtest.h"
#include "remoteconnection.h"

#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/common/prompts.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/connections/profiledialog.h"
#include "ui/connections/secretdialog.h"
#include "ui/shell/mainwindow.h"

Remotes::Remotes(Surroundings surroundings)
    : m_around(std::move(surroundings))
    , m_profiles(m_around.settings)
{
    connect(&m_around.window, &ui::MainWindow::manageConnectionsRequested, this, &Remotes::manage);
    connect(&m_around.window, &ui::MainWindow::savedConnectionRequested, this, &Remotes::open);
    connect(&m_profiles, &ui::ProfileStore::changed, this, &Remotes::offerSaved);
    offerSaved();
}

void Remotes::manage()
{
    auto* dialog = new ui::ConnectionsDialog(m_profiles, m_around.prompts, m_around.settings,
                                             &m_around.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ui::ConnectionsDialog::openRequested, this, &Remotes::open);
    connect(dialog, &ui::ConnectionsDialog::newRequested, this,
            [this] { editProfile(ui::newCloudProfile(), true); });
    connect(dialog, &ui::ConnectionsDialog::editRequested, this, &Remotes::edit);
    connect(dialog, &ui::ConnectionsDialog::removed, this, &Remotes::remove);
    dialog->open();
}

void Remotes::edit(const QString& id)
{
    if (const ui::RemoteProfile* profile = m_profiles.find(id))
        editProfile(*profile, false);
}

void Remotes::editProfile(const ui::RemoteProfile& profile, bool isNew)
{
    QWidget* above = m_around.window.findChild<ui::ConnectionsDialog*>();
    auto* dialog = new ui::ProfileDialog({.profile = profile,
                                          .otherNames = m_profiles.namesBesides(profile.id),
                                          .isNew = isNew,
                                          .hasKey = !isNew},
                                         above ? above : &m_around.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ui::ProfileDialog::submitted, this, &Remotes::save);
    connect(dialog, &ui::ProfileDialog::testRequested, this,
            [this, dialog](const ui::RemoteProfile& tried,
                           const std::optional<ui::Credentials>& credentials) {
                test(dialog, tried, credentials);
            });
    dialog->open();
}

void Remotes::save(const ui::RemoteProfile& profile,
                   const std::optional<ui::Credentials>& credentials)
{
    const ui::RemoteProfile* before = m_profiles.find(profile.id);
    const bool isOther = !before || *before != profile || credentials;
    m_profiles.save(profile);
    if (credentials)
        keep(profile.id, *credentials);
    // What is open goes on as it was said now, read-only above all.
    if (ui::Connection* old = isOther ? m_open.take(profile.id) : nullptr) {
        m_around.close(*old);
        open(profile.id);
    }
}

void Remotes::test(ui::ProfileDialog* dialog, const ui::RemoteProfile& profile,
                   const std::optional<ui::Credentials>& credentials)
{
    const auto run = [dialog, profile](const ui::Credentials& key) {
        testEndpoint(remoteOptions(profile, key), dialog,
                     [dialog](const ui::EndpointReport& report) { dialog->showReport(report); });
    };
    if (credentials)
        run(*credentials);
    else
        findCredentials(profile, dialog, run);
}

void Remotes::remove(const QString& id)
{
    m_session.remove(id);
    m_around.secrets.erase(id);
    if (ui::Connection* connection = m_open.take(id))
        m_around.close(*connection);
}

void Remotes::open(const QString& id)
{
    const ui::RemoteProfile* profile = m_profiles.find(id);
    if (!profile)
        return;
    if (ui::Connection* connection = m_open.value(id)) {
        m_around.window.showConnection(*connection);
        return;
    }
    if (ui::isUnencrypted(*profile) && !profile->acceptsPlainHttp) {
        confirmPlainHttp(*profile);
        return;
    }
    findCredentials(
        *profile, &m_around.window,
        [this, profile = *profile](const ui::Credentials& key) { connectTo(profile, key); });
}

void Remotes::confirmPlainHttp(const ui::RemoteProfile& profile)
{
    ui::Confirmation ask;
    ask.title = tr("Not encrypted");
    ask.question = tr("Open %1 without encryption?").arg(ui::formatForeign(profile.name));
    ask.losses = {tr("Its address begins with http://, so whoever is between this computer and the "
                     "endpoint can read and change the messages, and repeat requests. The key "
                     "itself is never sent."),
                  tr("This is asked once for this address.")};
    ask.acceptText = tr("Open without encryption");
    m_around.prompts.confirm(&m_around.window, ask, [this, id = profile.id] {
        if (const ui::RemoteProfile* found = m_profiles.find(id)) {
            ui::RemoteProfile accepted = *found;
            accepted.acceptsPlainHttp = true;
            m_profiles.save(accepted);
            open(id);
        }
    });
}

void Remotes::findCredentials(const ui::RemoteProfile& profile, QWidget* window, const Found& found)
{
    if (profile.secretId.isEmpty()) {
        found({}); // an endpoint on this computer that lets everybody in
    } else if (m_session.contains(profile.id)) {
        found(m_session.value(profile.id));
    } else {
        m_around.secrets.read(
            profile.id, window,
            [this, profile, window, found](const std::optional<ui::Credentials>& kept) {
                if (!kept) {
                    askForCredentials(profile, window, found);
                    return;
                }
                m_session.insert(profile.id, *kept);
                found(*kept);
            });
    }
}

void Remotes::askForCredentials(const ui::RemoteProfile& profile, QWidget* window,
                                const Found& found)
{
    auto* dialog = new ui::SecretDialog(profile.name, profile.secretId, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ui::SecretDialog::entered, this,
            [this, id = profile.id, found](const ui::Credentials& credentials, bool keepsThem) {
                if (keepsThem && m_profiles.find(id)) // a trial of a new one leaves nothing
                    keep(id, credentials);
                m_session.insert(id, credentials);
                found(credentials);
            });
    dialog->open();
}

void Remotes::keep(const QString& id, const ui::Credentials& credentials)
{
    m_session.insert(id, credentials);
    m_around.secrets.write(id, credentials, this, [this](bool isKept) {
        m_keyringIsMissing = !isKept;
        tellOfMissingKeyring();
    });
}

void Remotes::tellOfMissingKeyring()
{
    if (m_keyringIsMissing)
        m_around.window.banner()->show(
            ui::BannerKind::Info,
            tr("This desktop offers no keyring, so the key stays in memory and is asked for again "
               "after the next start."));
}

void Remotes::connectTo(const ui::RemoteProfile& profile, const ui::Credentials& credentials)
{
    if (ui::Connection* open = m_open.value(profile.id)) { // asked for twice
        m_around.window.showConnection(*open);
        return;
    }
    auto connection = openRemote(profile, credentials, m_around.settings);
    m_open.insert(profile.id, connection.get());
    offerSaved();
    m_around.show(std::move(connection)); // which clears what was said about another one
    tellOfMissingKeyring();
    m_keyringIsMissing = false; // once is enough
}

void Remotes::forget(ui::Connection& connection)
{
    m_open.remove(m_open.key(&connection));
    offerSaved();
}

void Remotes::offerSaved()
{
    QList<ui::SavedConnection> saved;
    for (const ui::RemoteProfile& profile : m_profiles.profiles()) {
        if (!m_open.contains(profile.id))
            saved.append({profile.id, profile.name, profile.tone});
    }
    m_around.window.setSavedConnections(saved);
}
