#pragma once

#include <QByteArray>
#include <QString>

/// Bytes as people write them: two hexadecimal digits a byte, blanks and line ends where they like.
namespace ui {

struct HexBytes
{
    QByteArray bytes;
    qsizetype errorAt = -1; ///< where something else stands, or a digit is alone; -1: nowhere
};

[[nodiscard]] HexBytes bytesOfHex(const QString& text);

/// Sixteen bytes a line.
[[nodiscard]] QString hexOfBytes(const QByteArray& bytes);

} // namespace ui
