#pragma once

#include "settingssection.h"

namespace ui {

class Label;

/// Language, theme, density, scale and fonts.
class AppearanceSection final : public SettingsSection
{
    Q_OBJECT

public:
    explicit AppearanceSection(Settings& settings);

    [[nodiscard]] QString title() const override { return tr("Appearance"); }

protected:
    void showSettings() override;
    void retranslate() override;

private:
    void showRestart();

    QComboBox* m_language;
    QComboBox* m_theme;
    QComboBox* m_density;
    QComboBox* m_scale;
    QComboBox* m_font;
    QComboBox* m_mono;
    Field* m_languageField;
    Field* m_themeField;
    Field* m_densityField;
    Field* m_scaleField;
    Field* m_fontField;
    Field* m_monoField;
};

} // namespace ui
