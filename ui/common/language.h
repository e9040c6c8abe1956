#pragma once

#include <QObject>
#include <QTranslator>

namespace ui {

enum class LanguageMode { System, Chinese, English };

/// The language of the interface. Changing it installs other translators, upon which Qt sends every
/// widget a LanguageChange event; see keepTranslated().
class Language final : public QObject
{
    Q_OBJECT

public:
    explicit Language(QObject* parent = nullptr);

    void setMode(LanguageMode mode);
    [[nodiscard]] LanguageMode mode() const { return m_mode; }
    [[nodiscard]] bool isChinese() const;

private:
    LanguageMode m_mode = LanguageMode::System;
    QTranslator m_translator;
};

} // namespace ui
