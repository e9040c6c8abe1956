#pragma once

#include <QByteArray>
#include <QString>

#include <variant>
#include <vector>

namespace ui {

/// A way into a JSON text: the names of members and the places in arrays.
using JsonPath = std::vector<std::variant<QString, qsizetype>>;

/// The line (1 is the first) where the value at `path` begins in a text that is valid JSON; of a
/// member that is not there, where the object begins that should have it. Cost: linear.
[[nodiscard]] int jsonLine(const QByteArray& text, const JsonPath& path);

/// The line of a byte.
[[nodiscard]] int lineOf(const QByteArray& text, qsizetype offset);

} // namespace ui
