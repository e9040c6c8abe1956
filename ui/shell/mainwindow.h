#pragma once

#include "connectionmenu.h"

#include "ui/connections/storeproblem.h"

#include <QMainWindow>
#include <QPointer>

namespace ui {

class Appearance;
class Banner;
class Connection;
class ConnectionBar;
class GuideWindow;
class Lab;
class Language;
class Palette;
class Prompts;
class Receiver;
class Settings;
class StatusLine;
class Theme;
class TopologyCommands;
class Workspace;

/// The window: menus, the bar with the switch between connections, the status line, and in the
/// middle the workspace of a connection, or why there is none. The workspaces of other open
/// connections wait behind it.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Settings& settings, Theme& theme, Language& language, Prompts& prompts,
               Receiver& receiver);
    ~MainWindow() override;

    /// The lessons; asks for scenarios to be opened.
    [[nodiscard]] Lab& lab() const { return *m_lab; }

    /// The three things the middle can show. A connection stays open until it is closed, which must
    /// be before it goes.
    void showConnection(Connection& connection);
    void showOpening();
    /// So many messages of so many have been loaded; nothing unless `showOpening` was the last.
    void showOpeningProgress(qint64 done, qint64 total);
    void showProblem(const StoreProblem& problem);
    /// Takes a connection's workspace away; if it was shown, another one is.
    void closeConnection(Connection& connection);
    /// The connection that is shown; null if none is.
    [[nodiscard]] Connection* connection() const { return m_connection; }

    /// What the menu offers besides the open ones.
    void setSavedConnections(const QList<SavedConnection>& saved);

    /// Where the local broker keeps its messages, for the settings.
    void setFolder(const QString& folder) { m_folder = folder; }

    /// Above the middle, for what concerns the whole connection.
    [[nodiscard]] Banner* banner() const { return m_banner; }
    [[nodiscard]] Workspace* workspace() const { return m_workspace; }

signals:
    /// The local broker is wanted, in the folder it had.
    void localRequested();
    void otherFolderRequested();
    void sandboxRequested();
    void savedConnectionRequested(const QString& id);
    void manageConnectionsRequested();
    /// The person wants to close the connection that is shown; others are open.
    void closeRequested();
    /// To be told on the desktop.
    void alarmRaised(const QString& title, const QString& text);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void createActions();
    void createMenus();
    void fillMenus();
    void fillMenusOfWorkspace();
    void retranslate();
    void setContent(QWidget* content, Workspace* workspace = nullptr);
    void connectTopology(TopologyCommands& topology);
    void showAbout();
    void showGuide();
    void openGuide(const QString& chapter);
    void showShortcuts();
    void showSettings();
    void openPalette();
    void fillMessageMenu();
    void restoreLayout();
    [[nodiscard]] QList<Connection*> connections() const;
    void tellConnections();

    Settings& m_settings; // the program's; they outlive the window
    Prompts& m_prompts;
    Receiver& m_receiver;
    Appearance* m_appearance;
    Lab* m_lab;
    StatusLine* m_status;
    Banner* m_banner;
    QWidget* m_middle;
    QWidget* m_content = nullptr;
    Workspace* m_workspace = nullptr; // m_content, if that is one
    Connection* m_connection = nullptr;
    struct OpenConnection
    {
        Connection* connection;
        Workspace* workspace;
    };
    QList<OpenConnection> m_open;

    QMenu* m_fileMenu;
    QMenu* m_viewMenu;
    QList<QAction*> m_pageActions; // those of the view menu that belong to the workspace
    ConnectionMenu* m_connectionMenu;
    ConnectionBar* m_bar;
    QPointer<GuideWindow> m_guide;
    Palette* m_palette;
    QString m_folder;
    QMenu* m_queueMenu;
    QMenu* m_topicMenu;
    QMenu* m_messageMenu;
    QMenu* m_labMenu;
    QMenu* m_toolsMenu;
    QMenu* m_helpMenu;
    QMenu* m_debugMenu;
    QAction* m_afterPages; // a line between the pages and the tabs
    QAction* m_openLocal;
    QAction* m_openFolder;
    QAction* m_openSandbox;
    QAction* m_quit;
    QAction* m_paletteAction;
    QAction* m_settingsAction;
    QAction* m_guideAction;
    QAction* m_watchStalls;
    QAction* m_shortcuts;
    QAction* m_about;
};

} // namespace ui
