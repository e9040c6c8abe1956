#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace ui {

/// How well what was typed fits a text; nothing if it does not. Its letters must occur in their
/// order; together, at the beginning and at the beginnings of words they count more. Both in lower
/// case. Cost: O(length of the text).
[[nodiscard]] std::optional<int> fuzzyScore(QStringView typed, QStringView text);

/// Which letters of the text were meant, to show them; in order, empty if it does not fit.
[[nodiscard]] QList<qsizetype> fuzzyPlaces(QStringView typed, QStringView text);

} // namespace ui
