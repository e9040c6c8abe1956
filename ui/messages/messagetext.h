#pragma once

#include "cmq/messageactions.h"

#include <QByteArray>

/// Messages as lines of a file.
namespace ui {

/// One JSON object and a line feed. `body` is the body if it is UTF-8, else `bodyBase64` has its
/// bytes; times are in milliseconds since 1970, UTC.
[[nodiscard]] QByteArray jsonLine(const cmq::PeekedMessage& message);

/// Fields as `csvField` has them.
[[nodiscard]] QByteArray csvHeader();
[[nodiscard]] QByteArray csvLine(const cmq::PeekedMessage& message);

} // namespace ui
