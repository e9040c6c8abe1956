#pragma once

#include <QDialog>

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace ui {

class Label;
class Settings;
class SettingsSection;

/// Everything that can be set, in sections. What is chosen holds at once, so there is nothing to
/// accept; where it cannot, it says when it does.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `folder` is where the local broker keeps its messages now.
    SettingsDialog(Settings& settings, const QString& folder, QWidget* parent = nullptr);

signals:
    void otherFolderRequested();

private:
    void addSection(SettingsSection* section);
    void createLayout();
    void retranslate();

    Settings& m_settings; // outlives us
    QList<SettingsSection*> m_all;
    Label* m_title;
    QListWidget* m_sections;
    QStackedWidget* m_pages;
    QPushButton* m_reset;
    QPushButton* m_close;
};

} // namespace ui
