#pragma once

#include "cmq/time.h"

#include <QString>

#include <cstdint>

namespace ui {

class Connection;

/// A number of messages: `1,204` where counters are exact, `≈ 1,204` elsewhere.
[[nodiscard]] QString figureText(std::int64_t count, bool isExact);
[[nodiscard]] QString figureText(std::int64_t count, const Connection& connection);

/// How old counters are that were asked for at `askedAt`: `≈ asked 34 s ago`; empty where they are
/// exact and followed live.
[[nodiscard]] QString figuresAge(const Connection& connection, cmq::Time askedAt);

/// Why such a number may differ from what is in the queue; empty where it does not.
[[nodiscard]] QString figuresHelp(bool isExact);
/// The same of the number of delayed messages.
[[nodiscard]] QString delayedHelp(const Connection& connection);

} // namespace ui
