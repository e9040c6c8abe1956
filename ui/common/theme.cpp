#include "theme.h"

#include "fonts.h"
#include "style.h"

#include <QApplication>
#include <QPixmapCache>
#include <QToolTip>

namespace ui {

Theme::Theme(QApplication& application)
    : m_application(application)
    , m_style(new Style)
    , m_systemScheme(schemeOf(application.palette()))
{
    m_application.setStyle(m_style);
    m_application.setFont(textFont());
    QToolTip::setFont(textFont());
    apply();
}

void Theme::setMode(ThemeMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
    emit changed();
}

Scheme Theme::scheme() const
{
    switch (m_mode) {
    case ThemeMode::System: break;
    case ThemeMode::Light: return Scheme::Light;
    case ThemeMode::Dark: return Scheme::Dark;
    }
    return m_systemScheme;
}

void Theme::setSystemScheme(Scheme scheme)
{
    if (scheme == m_systemScheme)
        return;
    m_systemScheme = scheme;
    if (m_mode != ThemeMode::System)
        return;
    apply();
    emit changed();
}

void Theme::setDensity(Density density)
{
    if (density == m_style->density())
        return;
    m_style->setDensity(density);
    emit changed();
}

Density Theme::density() const
{
    return m_style->density();
}

void Theme::apply()
{
    QPixmapCache::clear();
    m_application.setPalette(palette(scheme()));
    QToolTip::setPalette(palette(scheme()));
}

QPalette Theme::palette(Scheme scheme)
{
    const Tokens& t = tokens(scheme);
    QPalette palette;
    const auto all = [&](QPalette::ColorRole role, const QColor& color) {
        palette.setColor(QPalette::All, role, color);
    };
    all(QPalette::Window, t.window);
    all(QPalette::WindowText, t.text);
    all(QPalette::Base, t.surface);
    all(QPalette::AlternateBase, t.alternateRow);
    all(QPalette::Text, t.text);
    all(QPalette::Button, t.surface);
    all(QPalette::ButtonText, t.text);
    all(QPalette::BrightText, t.onAccent);
    all(QPalette::ToolTipBase, t.surface);
    all(QPalette::ToolTipText, t.text);
    all(QPalette::PlaceholderText, t.muted);
    all(QPalette::Highlight, t.selection);
    all(QPalette::HighlightedText, t.text);
    all(QPalette::Link, t.accent);
    all(QPalette::LinkVisited, t.accent);
    all(QPalette::Light, t.surface);
    all(QPalette::Midlight, t.sunken);
    all(QPalette::Mid, t.hairline);
    all(QPalette::Dark, t.controlBorder);
    all(QPalette::Shadow, t.hairline);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::PlaceholderText, QPalette::Link})
        palette.setColor(QPalette::Disabled, role, t.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Base, t.window);
    palette.setColor(QPalette::Disabled, QPalette::Button, t.window);
    return palette;
}

} // namespace ui
