#pragma once

#include <QByteArrayList>

namespace ui {

/// One field of a CSV file (RFC 4180): quoted where needed. What a spreadsheet would take for a
/// formula begins with an apostrophe.
[[nodiscard]] QByteArray csvField(const QByteArray& text);

/// A line of fields, each as `csvField` has it.
[[nodiscard]] QByteArray csvLine(const QByteArrayList& fields);

} // namespace ui
