#pragma once

#include <QStringList>

namespace ui {

/// What else a text of the interface is called: the same in the other language, and the words that
/// Tencent's documents use for what it speaks of. In lower case.
[[nodiscard]] QStringList otherNames(const QString& text);

} // namespace ui
