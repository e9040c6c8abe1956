#pragma once

#include "ui/common/language.h"
#include "ui/common/theme.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

namespace ui {

class Settings;

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
    void follow();
    static void addChoice(QActionGroup* group, const QString& name, bool isChecked);

    Settings& m_settings; // the program's; they outlive the window
    Theme& m_theme;
    Language& m_language;
    QActionGroup* m_languages;
    QActionGroup* m_themes;
    QActionGroup* m_densities;
    QAction* m_otherLanguage;    // from Chinese to English and back
    LanguageMode m_keptLanguage; // what the settings said last
    ThemeMode m_keptTheme;
    Density m_keptDensity;
    QMenu* m_languageMenu = nullptr; // owned by the menu they were put into
    QMenu* m_themeMenu = nullptr;
    QMenu* m_densityMenu = nullptr;
};

} // namespace ui
