#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace ui {

/// Where a text stops being JSON. Lines and columns count from 1, columns in characters.
struct JsonError
{
    int line = 1;
    int column = 1;
    QString text; ///< what is wrong there, for people
};

/// None if the text is RFC 8259 JSON.
[[nodiscard]] std::optional<JsonError> jsonErrorOf(const QByteArray& text);

} // namespace ui
