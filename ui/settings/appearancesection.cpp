#include "appearancesection.h"

#include "ui/common/field.h"

#include <QComboBox>
#include <QFontDatabase>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

const std::array Scales{80, 90, 100, 110, 125, 150, 175, 200};

QStringList monoFamilies()
{
    QStringList families;
    for (const QString& family : QFontDatabase::families()) {
        if (QFontDatabase::isFixedPitch(family))
            families += family;
    }
    return families;
}

/// The index of the family in the box, after "standard"; that, if it is none of them.
int indexOf(const QComboBox& box, const QString& family)
{
    return family.isEmpty() ? 0 : std::max(0, box.findText(family));
}

} // namespace

AppearanceSection::AppearanceSection(Settings& all)
    : SettingsSection(u"appearanceSection"_s, all)
    , m_language(addChoice(u"settingLanguage"_s,
                           [&all](int index) { all.setLanguage(LanguageMode(index)); }))
    , m_theme(addChoice(u"settingTheme"_s, [&all](int index) { all.setTheme(ThemeMode(index)); }))
    , m_density(
          addChoice(u"settingDensity"_s, [&all](int index) { all.setDensity(Density(index)); }))
    , m_scale(addChoice(u"settingScale"_s,
                        [&all](int index) { all.setScale(Scales.at(std::size_t(index))); }))
    , m_font(addChoice(u"settingFont"_s,
                       [this, &all](int index) {
                           all.setFontFamily(index == 0 ? QString() : m_font->itemText(index));
                       }))
    , m_mono(addChoice(u"settingMono"_s,
                       [this, &all](int index) {
                           all.setMonoFamily(index == 0 ? QString() : m_mono->itemText(index));
                       }))
    , m_languageField(addField(m_language))
    , m_themeField(addField(m_theme))
    , m_densityField(addField(m_density))
    , m_scaleField(addField(m_scale))
    , m_fontField(addField(m_font))
    , m_monoField(addField(m_mono))
{
    m_font->addItems(QStringList{QString()} + QFontDatabase::families());
    m_mono->addItems(QStringList{QString()} + monoFamilies());
    start();
}

void AppearanceSection::showSettings()
{
    m_language->setCurrentIndex(int(settings().language()));
    m_theme->setCurrentIndex(int(settings().theme()));
    m_density->setCurrentIndex(int(settings().density()));
    m_font->setCurrentIndex(indexOf(*m_font, settings().fontFamily()));
    m_mono->setCurrentIndex(indexOf(*m_mono, settings().monoFamily()));
    const auto* scale = std::ranges::find(Scales, settings().scale());
    m_scale->setCurrentIndex(scale == Scales.end() ? -1 : int(scale - Scales.begin()));
    showRestart();
}

void AppearanceSection::showRestart()
{
    const auto show = [this](Field* field, Settings::Later which, const QString& hint) {
        field->setHint(settings().waitsForRestart(which)
                           ? tr("Holds when the console is started again.")
                           : hint);
    };
    show(m_scaleField, Settings::Later::Scale, tr("Everything, text and icons"));
    show(m_fontField, Settings::Later::FontFamily, tr("Of all texts"));
    show(m_monoField, Settings::Later::MonoFamily, tr("Of ids, handles and bodies"));
}

void AppearanceSection::retranslate()
{
    m_languageField->setTitle(tr("Language"));
    m_themeField->setTitle(tr("Theme"));
    m_densityField->setTitle(tr("Density"));
    m_scaleField->setTitle(tr("Scale"));
    m_fontField->setTitle(tr("Font"));
    m_monoField->setTitle(tr("Font of fixed width"));
    // Each language is written in itself, so that who is lost in the other one finds back.
    setChoices(m_language, {tr("As the system"), u"中文"_s, u"English"_s});
    setChoices(m_theme, {tr("As the system"), tr("Light"), tr("Dark")});
    setChoices(m_density, {tr("Comfortable"), tr("Compact")});
    QStringList scales;
    for (const int scale : Scales)
        scales += u"%1 %"_s.arg(scale);
    setChoices(m_scale, scales);
    m_font->setItemText(0, tr("Standard"));
    m_mono->setItemText(0, tr("Standard"));
    m_densityField->setHint(tr("How high the rows of tables are"));
    showRestart();
}

} // namespace ui
