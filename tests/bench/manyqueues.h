#pragma once

#include "embeddedbroker.h"

#include <memory>

namespace bench {

/// A broker with the queue "bench" and so many others, "queue-0" and on. Ends the program, with a
/// word, when it cannot be opened.
[[nodiscard]] std::unique_ptr<cmq::EmbeddedBroker> openWithQueues(cmq::BrokerOptions options,
                                                                  int queues);

} // namespace bench
