#pragma once

#include "ui/connections/storeproblem.h"

#include <QMainWindow>

namespace ui {

class Appearance;
class Banner;
class Connection;
class Language;
class Prompts;
class Receiver;
class Settings;
class StatusLine;
class Theme;
class Workspace;

/// The window: menus, status line, and in the middle the workspace of a connection, or
/// why there is none.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Settings& settings, Theme& theme, Language& language, Prompts& prompts,
               Receiver& receiver);
    ~MainWindow() override;

    /// The three things the middle can show. A connection must outlive what is shown of it: show
    /// something else before it goes.
    void showConnection(Connection& connection);
    void showOpening();
    void showProblem(const StoreProblem& problem);

    /// Above the middle, for what concerns the whole connection.
    [[nodiscard]] Banner* banner() const { return m_banner; }
    [[nodiscard]] Workspace* workspace() const { return m_workspace; }

signals:
    /// The local broker is wanted, in the folder it had.
    void localRequested();
    void otherFolderRequested();
    void sandboxRequested();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void createActions();
    void createMenus();
    void fillMenus();
    void retranslate();
    void setContent(QWidget* content);
    void showAbout();
    void showShortcuts();
    void restoreLayout();

    Settings& m_settings; // the program's; they outlive the window
    Prompts& m_prompts;
    Receiver& m_receiver;
    Appearance* m_appearance;
    StatusLine* m_status;
    Banner* m_banner;
    QWidget* m_middle;
    QWidget* m_content = nullptr;
    Workspace* m_workspace = nullptr; // m_content, if that is one
    Connection* m_connection = nullptr;

    QMenu* m_fileMenu;
    QMenu* m_viewMenu;
    QMenu* m_queueMenu;
    QMenu* m_topicMenu;
    QMenu* m_toolsMenu;
    QMenu* m_helpMenu;
    QAction* m_openLocal;
    QAction* m_openFolder;
    QAction* m_openSandbox;
    QAction* m_quit;
    QAction* m_shortcuts;
    QAction* m_about;
};

} // namespace ui
