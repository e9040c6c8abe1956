#include "tokens.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// The seven state colours were searched by computer: they stay apart for normal, deuter-, prot- and
// tritanopic vision. Do not change one alone.
const Tokens Light{
    .window = 0xF4F6F9,
    .surface = 0xFFFFFF,
    .sunken = 0xE9EDF3,
    .alternateRow = 0xF8FAFC,
    .hairline = 0xD3D9E3,
    .controlBorder = 0x7B8698,
    .text = 0x18202E,
    .secondary = 0x465066,
    .muted = 0x5A6579,
    .disabled = 0x98A2B3,
    .accent = 0x1D5FD1,
    .onAccent = 0xFFFFFF,
    .selection = 0xDCE8FD,
    .visible = 0x094DF0,
    .inFlight = 0xA65E0D,
    .delayed = 0x572973,
    .rewindable = 0x13403C,
    .dead = 0x8A1613,
    .expired = 0x6A7079,
    .ok = 0x198049,
};

const Tokens Dark{
    .window = 0x14181F,
    .surface = 0x1B2029,
    .sunken = 0x10141A,
    .alternateRow = 0x1F2530,
    .hairline = 0x323B4A,
    .controlBorder = 0x7C889E,
    .text = 0xE7EBF2,
    .secondary = 0xB8C1D0,
    .muted = 0x9AA5B8,
    .disabled = 0x5E687A,
    .accent = 0x7FB0FF,
    .onAccent = 0x0B1220,
    .selection = 0x24395C,
    .visible = 0x2991F3,
    .inFlight = 0xFDB627,
    .delayed = 0xD5ADEE,
    .rewindable = 0xD4F7F3,
    .dead = 0xF94540,
    .expired = 0x818A95,
    .ok = 0x31DD84,
};

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

} // namespace

const Tokens& tokens(Scheme scheme)
{
    return scheme == Scheme::Light ? Light : Dark;
}

const Tokens& tokensOf(const QPalette& palette)
{
    return tokens(schemeOf(palette));
}

Scheme schemeOf(const QPalette& palette)
{
    return luminance(palette.color(QPalette::Window)) < 0.18 ? Scheme::Dark : Scheme::Light;
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace ui
