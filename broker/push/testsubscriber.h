#pragma once

#include "httpreceiver.h"

#include <string>
#include <string_view>

namespace cmq::push {

/// A subscriber for tests of other programs: the path of its URL chooses what it answers, so that
/// every subscription has an answer of its own.
///   /status/503   that status, 200 to 599
///   /delay/3      after so many seconds, 600 at most
///   /hang         nothing, and the connection stays
/// Parts can follow one another (/orders/status/500/delay/2); what they do not say is 200 at once.
[[nodiscard]] ReceiverAnswer answerFor(std::string_view target);

/// What arrived as one line of JSON, without its end: method, target, headers, and body; bodyHex
/// instead of a body that is no UTF-8.
[[nodiscard]] std::string toJsonLine(const ReceivedRequest& request);

} // namespace cmq::push
