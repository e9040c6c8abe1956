#pragma once

#include "state.h"

namespace cmq::engine {

// What the engine keeps, as a store keeps it.

[[nodiscard]] MessageRecord toRecord(const Queue& queue, const Message& message);
[[nodiscard]] PublishedRecord toRecord(BodyId msgId, const Published& published);
[[nodiscard]] DeliveryRecord toRecord(const Subscription& subscription, BodyId msgId,
                                      const Attempted& delivery);

} // namespace cmq::engine
