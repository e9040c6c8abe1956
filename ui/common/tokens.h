#pragma once

#include <QColor>
#include <QPalette>

namespace ui {

enum class Scheme { Light, Dark };

/// Every colour of the console, by what it is for. Widgets take the token, never a colour of their
/// own; the contrast of each pair that occurs is a test.
struct Tokens
{
    QColor window;  ///< frame
    QColor surface; ///< tables, editors, cards
    QColor sunken;  ///< wells, hovered flat buttons
    QColor alternateRow;
    QColor hairline;      ///< dividers only
    QColor controlBorder; ///< inputs: 3:1 on window and surface
    QColor text;
    QColor secondary;
    QColor muted; ///< captions, units
    QColor disabled;
    QColor accent;    ///< focus, primary button, links
    QColor onAccent;  ///< text on accent and on danger
    QColor selection; ///< selected rows keep their text colour

    // The states of a message. Their shapes and words differ too: see stateicon.h.
    QColor visible;
    QColor inFlight;
    QColor delayed;
    QColor rewindable;
    QColor dead;
    QColor expired;
    QColor ok;
};

[[nodiscard]] const Tokens& tokens(Scheme scheme);

/// The tokens behind a palette of ours: for painting code, which has a palette and no theme.
[[nodiscard]] const Tokens& tokensOf(const QPalette& palette);
[[nodiscard]] Scheme schemeOf(const QPalette& palette);

/// WCAG 2 contrast of two opaque colours: 1 to 21.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

} // namespace ui
