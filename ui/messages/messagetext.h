#pragma once

#include "cmq/messageactions.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// Messages as lines of a file.
namespace ui {

/// One JSON object and a line feed. `body` is the body if it is UTF-8, else `bodyBase64` has its
/// bytes; times are in milliseconds since 1970, UTC.
/// docs/messages-format.md describes it.
[[nodiscard]] QByteArray jsonLine(const cmq::PeekedMessage& message);

/// The message of such a line: its ID, if it has one, and its body; everything else in the line is
/// for people. None if the line is something else; `whyNot` says what is wrong with it.
[[nodiscard]] std::optional<cmq::PeekedMessage> messageOfJsonLine(const QByteArray& line,
                                                                  QString& whyNot);

/// Fields as `csvField` has them.
[[nodiscard]] QByteArray csvHeader();
[[nodiscard]] QByteArray csvLine(const cmq::PeekedMessage& message);

} // namespace ui
