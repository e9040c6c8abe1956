#pragma once

#include "tokens.h"

#include <QObject>
#include <QPalette>

class QApplication;

namespace ui {

enum class ThemeMode { System, Light, Dark };
enum class Density { Comfortable, Compact };

class Style;

/// The looks of the application: palette, style, font. One object, made by the program before its
/// first window. "System" follows the brightness of the palette the desktop started us with.
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication& application);

    void setMode(ThemeMode mode);
    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    [[nodiscard]] Scheme scheme() const;

    /// What the desktop wants, if it says so otherwise than by its palette.
    void setSystemScheme(Scheme scheme);

    void setDensity(Density density);
    [[nodiscard]] Density density() const;

    /// The palette of a scheme, all three colour groups.
    [[nodiscard]] static QPalette palette(Scheme scheme);

signals:
    void changed();

private:
    void apply();

    QApplication& m_application; // outlives us: it is made first
    Style* m_style;              // owned by the application
    Scheme m_systemScheme;
    ThemeMode m_mode = ThemeMode::System;
};

} // namespace ui
