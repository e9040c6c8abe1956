#pragma once

#include <QFont>

namespace ui {

enum class TextRole {
    Caption,   ///< 8.5 pt
    Body,      ///< 10 pt
    Section,   ///< 11.5 pt semibold
    PageTitle, ///< 15 pt semibold
    Figure,    ///< 22 pt semibold, for key figures
};

/// The interface font. It names the Chinese family itself: left to the system, a fallback may show
/// Han characters in their Japanese form, whatever the locale is.
[[nodiscard]] QFont textFont(TextRole role = TextRole::Body);

/// Families that come before ours; empty: ours alone. To be set before the first widget.
void setFontFamilies(const QString& text, const QString& mono);

/// For ids, handles and bodies.
[[nodiscard]] QFont monoFont();

} // namespace ui
