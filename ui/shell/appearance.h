#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

namespace ui {

class Language;
class Settings;
class Theme;

/// The choices of language, theme and density: they act at once and are remembered.
class Appearance final : public QObject
{
    Q_OBJECT

public:
    Appearance(Settings& settings, Theme& theme, Language& language, QObject* parent = nullptr);

    /// Puts the three sub-menus into a menu.
    void addTo(QMenu* menu);
    void retranslate();

private:
    static void addChoice(QActionGroup* group, const QString& name, bool isChecked);

    Settings& m_settings; // the program's; they outlive the window
    Theme& m_theme;
    Language& m_language;
    QActionGroup* m_languages;
    QActionGroup* m_themes;
    QActionGroup* m_densities;
    QMenu* m_languageMenu = nullptr; // owned by the menu they were put into
    QMenu* m_themeMenu = nullptr;
    QMenu* m_densityMenu = nullptr;
};

} // namespace ui
