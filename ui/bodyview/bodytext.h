#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace ui {

/// The text of a body, or none if it is not text: not UTF-8, or with a NUL byte in it.
[[nodiscard]] std::optional<QString> textOf(const QByteArray& body);

/// Whether it is worth reading a body as JSON: its first character begins an object or an array.
[[nodiscard]] bool looksLikeJson(const QByteArray& body);

/// A text in which nothing is hidden and nothing changes the direction of what follows: each
/// control and each direction character becomes a sign that can be seen. Position by position the
/// same as `text`; line feeds and tabs stay.
[[nodiscard]] QString visibleText(QString text);

} // namespace ui
