#pragma once

#include "world.h"

#include <string>
#include <vector>

namespace cmq::scenario {

/// A receipt handle that the person was given, and what it is still good for.
struct Receipt
{
    enum class State : std::uint8_t {
        Valid, ///< deletes the message until `nextVisibleTime`
        Dead,  ///< the message is still in the queue; its latest receive was another, or is over
        Gone,  ///< the message is in the queue no more
    };

    std::string queueName;
    ReceivedMessage message; ///< with the beginning of its body
    State state = State::Valid;
    friend bool operator==(const Receipt&, const Receipt&) = default;
};

/// The latest receipts of the person, oldest first.
[[nodiscard]] std::vector<Receipt> receiptsOf(const World& world, std::size_t most = 20);

/// The queues of a world with their counters, by name.
[[nodiscard]] std::vector<QueueAttributes> queuesOf(const World& world);

} // namespace cmq::scenario
