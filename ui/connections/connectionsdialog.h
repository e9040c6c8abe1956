#pragma once

#include "profilemodel.h"

#include "ui/common/tableproxy.h"

#include <QDialog>

class QAction;

namespace ui {

class Banner;
class EmptyState;
class Label;
class ProfileStore;
class Prompts;
class Settings;
class TableView;

/// The saved connections: open, make, change, remove, take to another computer.
class ConnectionsDialog final : public QDialog
{
    Q_OBJECT

public:
    ConnectionsDialog(ProfileStore& profiles, Prompts& prompts, Settings& settings,
                      QWidget* parent = nullptr);

signals:
    void openRequested(const QString& id);
    void newRequested();
    void editRequested(const QString& id);
    /// It was removed; what belongs to it elsewhere may go.
    void removed(const QString& id);

private:
    void createLayout();
    void retranslate();
    void showProfiles();
    void updateActions();
    void openSelected();
    void create();
    void edit();
    void askRemove();
    void chooseImport();
    void chooseExport();
    void importFrom(const QString& path);
    void exportTo(const QString& path);
    [[nodiscard]] QString selected() const;

    ProfileStore& m_profiles; // these outlive the window
    Prompts& m_prompts;
    ProfileModel m_model;
    TableProxy m_proxy;
    Label* m_title;
    Banner* m_banner;
    TableView* m_table;
    EmptyState* m_empty;
    QAction* m_open;
    QAction* m_new;
    QAction* m_edit;
    QAction* m_remove;
    QAction* m_import;
    QAction* m_export;
    QPushButton* m_close;
};

} // namespace ui
