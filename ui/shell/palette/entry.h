#pragma once

#include <QIcon>
#include <QStringList>

#include <functional>

namespace ui {

/// Something the palette offers: a command or an object.
struct PaletteEntry
{
    QString title;  ///< on one line, without mnemonic
    QString where;  ///< its menu, or what kind of object it is
    QString keys;   ///< its shortcut, if it has one
    QString whyNot; ///< why it cannot be chosen now; empty if it can
    QIcon icon;
    QStringList names; ///< what it is found by, in lower case: its title first
    std::function<void()> run;
};

} // namespace ui
