#pragma once

#include <QIcon>
#include <QStringView>

namespace ui {

/// What an icon or a word is coloured with. The colour itself comes from the theme when it is
/// painted.
enum class Tone {
    Text,
    Secondary,
    Muted,
    Accent,
    OnAccent,
    Visible,
    InFlight,
    Delayed,
    Rewindable,
    Dead,
    Expired,
    Ok,
};

/// The colour of a tone in the theme of `palette`.
[[nodiscard]] QColor toneColor(Tone tone, const QPalette& palette);

/// A monochrome SVG of resources/icons by its file name without ".svg". It is drawn in the colour
/// of its tone, or of disabled things, at the resolution asked for, and follows a change of theme.
[[nodiscard]] QIcon icon(QStringView name, Tone tone = Tone::Secondary);

/// The program's own icon, in its own colours.
[[nodiscard]] QIcon appIcon();

} // namespace ui
