#pragma once

#include "result.h"
#include "time.h"

#include <functional>
#include <optional>

namespace cmq {

/// The clock of a broker whose time moves only when told: an extra of sandboxes.
///
/// Thread: any. Completions are called once, on the broker's thread, never before the call
/// returned.
class TimeControl
{
public:
    TimeControl() = default;
    TimeControl(const TimeControl&) = delete;
    TimeControl& operator=(const TimeControl&) = delete;
    virtual ~TimeControl() = default;

    /// What time it is there.
    [[nodiscard]] virtual Time now() const = 0;

    /// Moves time on. Everything that becomes due on the way happens at its exact time; then the
    /// completion hears the new time. A broker on the world's time answers NotSupported.
    virtual void advance(Milliseconds by, std::function<void(Result<Time>)> completion) = 0;

    /// When something will next happen by itself; none if nothing will.
    virtual void nextChange(std::function<void(Result<std::optional<Time>>)> completion) = 0;
};

} // namespace cmq
