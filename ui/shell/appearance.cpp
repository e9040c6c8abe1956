#include "appearance.h"

#include "ui/common/icons.h"
#include "ui/common/language.h"
#include "ui/common/settings.h"
#include "ui/common/theme.h"

#include <QActionGroup>
#include <QMenu>

#include <array>
#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

Appearance::Appearance(Settings& settings, Theme& theme, Language& language, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_theme(theme)
    , m_language(language)
    , m_languages(new QActionGroup(this))
    , m_themes(new QActionGroup(this))
    , m_densities(new QActionGroup(this))
    , m_otherLanguage(new QAction(this))
    , m_keptLanguage(settings.language())
    , m_keptTheme(settings.theme())
    , m_keptDensity(settings.density())
{
    const std::array languages{u"languageSystem"_s, u"languageChinese"_s, u"languageEnglish"_s};
    const std::array themes{u"themeSystem"_s, u"themeLight"_s, u"themeDark"_s};
    const std::array densities{u"densityComfortable"_s, u"densityCompact"_s};
    for (int i = 0; i < int(languages.size()); ++i)
        addChoice(m_languages, languages[std::size_t(i)], i == int(language.mode()));
    for (int i = 0; i < int(themes.size()); ++i)
        addChoice(m_themes, themes[std::size_t(i)], i == int(theme.mode()));
    for (int i = 0; i < int(densities.size()); ++i)
        addChoice(m_densities, densities[std::size_t(i)], i == int(theme.density()));

    connect(m_languages, &QActionGroup::triggered, this, [this](QAction* action) {
        const auto mode = LanguageMode(m_languages->actions().indexOf(action));
        m_settings.setLanguage(mode);
        m_language.setMode(mode);
    });
    connect(m_themes, &QActionGroup::triggered, this, [this](QAction* action) {
        const auto mode = ThemeMode(m_themes->actions().indexOf(action));
        m_settings.setTheme(mode);
        m_theme.setMode(mode);
    });
    connect(m_densities, &QActionGroup::triggered, this, [this](QAction* action) {
        const auto density = Density(m_densities->actions().indexOf(action));
        m_settings.setDensity(density);
        m_theme.setDensity(density);
    });
    m_otherLanguage->setObjectName(u"otherLanguage"_s);
    m_otherLanguage->setShortcut(QKeySequence(u"Ctrl+Shift+L"_s));
    connect(m_otherLanguage, &QAction::triggered, this, [this] {
        const auto other = m_language.isChinese() ? LanguageMode::English : LanguageMode::Chinese;
        m_languages->actions().at(int(other))->trigger();
    });
    connect(&settings, &Settings::changed, this, &Appearance::follow);
}

// Only what was changed: the command line may have chosen otherwise for this run.
void Appearance::follow()
{
    if (std::exchange(m_keptLanguage, m_settings.language()) != m_settings.language())
        m_language.setMode(m_settings.language());
    if (std::exchange(m_keptTheme, m_settings.theme()) != m_settings.theme())
        m_theme.setMode(m_settings.theme());
    if (std::exchange(m_keptDensity, m_settings.density()) != m_settings.density())
        m_theme.setDensity(m_settings.density());
    m_languages->actions().at(int(m_language.mode()))->setChecked(true);
    m_themes->actions().at(int(m_theme.mode()))->setChecked(true);
    m_densities->actions().at(int(m_theme.density()))->setChecked(true);
}

void Appearance::addChoice(QActionGroup* group, const QString& name, bool isChecked)
{
    auto* action = new QAction(group);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setChecked(isChecked);
}

void Appearance::addTo(QMenu* menu)
{
    const auto subMenu = [menu](const QString& name, QStringView iconName, QActionGroup* group) {
        QMenu* sub = menu->addMenu(icon(iconName), QString());
        sub->setObjectName(name);
        sub->addActions(group->actions());
        return sub;
    };
    m_languageMenu = subMenu(u"languageMenu"_s, u"translate", m_languages);
    m_languageMenu->addSeparator();
    m_languageMenu->addAction(m_otherLanguage);
    m_themeMenu = subMenu(u"themeMenu"_s, u"circle-half", m_themes);
    m_densityMenu = subMenu(u"densityMenu"_s, u"list-ul", m_densities);
    retranslate();
}

void Appearance::retranslate()
{
    m_languageMenu->setTitle(tr("&Language"));
    m_otherLanguage->setText(tr("&Other language"));
    m_themeMenu->setTitle(tr("&Theme"));
    m_densityMenu->setTitle(tr("&Density"));
    const auto name = [](QActionGroup* group, const QStringList& texts) {
        for (qsizetype i = 0; i < texts.size(); ++i)
            group->actions().at(i)->setText(texts[i]);
    };
    // Each language is written in itself, so that who is lost in the other one finds back.
    name(m_languages, {tr("As the system"), u"中文"_s, u"English"_s});
    name(m_themes, {tr("As the system"), tr("Light"), tr("Dark")});
    name(m_densities, {tr("Comfortable"), tr("Compact")});
}

} // namespace ui
