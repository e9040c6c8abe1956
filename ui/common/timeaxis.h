#pragma once

#include "cmq/time.h"

#include <QList>
#include <QString>

namespace ui {

/// A mark on a time axis.
struct TimeTick
{
    cmq::Time at;
    QString label; ///< as short as the distance of the ticks allows
    friend bool operator==(const TimeTick&, const TimeTick&) = default;
};

/// Ticks at round instants (of the machine's time zone) from `from` to `to`, at most `most` of
/// them, which is at least 1. Steps go from a millisecond to years.
[[nodiscard]] QList<TimeTick> timeTicks(cmq::Time from, cmq::Time to, int most);

/// To the millisecond: 2026-01-31 10:32:07.250, in the time zone of the machine.
[[nodiscard]] QString formatExactInstant(cmq::Time instant);

/// For files: ISO 8601 in UTC, to the millisecond: 2026-01-31T02:32:07.250Z.
[[nodiscard]] QString isoInstant(cmq::Time instant);

/// A span as precise as it needs to be: 0 ms, 250 ms, 1.5 s, 2 min 3 s, 4 d 1 h.
[[nodiscard]] QString formatExactSpan(cmq::Milliseconds span);

} // namespace ui
