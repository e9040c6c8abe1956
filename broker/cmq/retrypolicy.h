#pragma once

#include "time.h"
#include "topicactions.h"

#include <algorithm>
#include <cstdint>

namespace cmq {

// When a failed delivery is tried again. Source: CMQ guide, delivering messages.

/// A published message lives this long, whatever the retries.
inline constexpr Seconds TopicMessageLife{TopicMsgRetentionSeconds};

/// Retries after the first attempt; when the last one fails the message is dropped. 176 retries
/// of the decay (1, 2, 4 … 512, 512 … s) take 86,015 s: as many as fit into a message's day.
[[nodiscard]] constexpr std::uint32_t maxRetries(NotifyStrategy strategy)
{
    return strategy == NotifyStrategy::BackoffRetry ? 3 : 176;
}

/// From the failure of an attempt to retry `retry` (from 1). `random` is any number; only
/// BACKOFF_RETRY uses it: 10 to 20 s.
[[nodiscard]] constexpr Milliseconds retryDelay(NotifyStrategy strategy, std::uint32_t retry,
                                                std::uint64_t random)
{
    if (strategy == NotifyStrategy::BackoffRetry) {
        constexpr Milliseconds least = Seconds(10), most = Seconds(20);
        const auto spread = static_cast<std::uint64_t>((most - least).count()) + 1;
        return least + Milliseconds(random % spread);
    }
    constexpr std::uint32_t doublings = 9; // 2^9 = 512 s is the longest
    return Seconds(std::int64_t{1} << std::min(retry - 1, doublings));
}

} // namespace cmq
