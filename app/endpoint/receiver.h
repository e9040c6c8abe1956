#pragma once

#include "cmq/result.h"
#include "push/httpreceiver.h"

#include <memory>

namespace app {

/// Starts a subscriber for tests on a loopback port (0: any that is free) and prints its URL, and
/// then each push that arrives, as a line of JSON on stdout. A reader that stays away for a second
/// misses lines, so that nobody waits for it. Errors: ConnectionFailed.
[[nodiscard]] cmq::Result<std::unique_ptr<cmq::push::HttpReceiver>>
startReceiver(std::uint16_t port);

} // namespace app
