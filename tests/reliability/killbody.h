#pragma once

#include "cmq/topicactions.h"

#include <cstdint>
#include <string>
#include <vector>

// What the process that is killed and the one that kills agree on.

namespace kill9 {

inline constexpr char QueueName[] = "ledger";
/// Where things happen to thousands of messages at once.
inline constexpr char BulkQueueName[] = "bulk";
inline constexpr int HideSeconds = 3600; ///< visibility timeout, and delay of delayed messages

/// Each message tells its number, and the number its bytes.
inline std::string bodyOf(std::uint64_t id)
{
    return std::to_string(id) + ' ' +
           std::string(id * 7919 % 2000, static_cast<char>('a' + id % 26));
}

inline constexpr char TopicName[] = "news";
inline constexpr char LaterQueueName[] = "later"; ///< there is none until the end
inline constexpr char HopelessTag[] = "hopeless"; ///< for the subscriber that takes nothing
inline constexpr std::uint64_t HopelessOneIn = 40;
inline constexpr int Pushed = 3; ///< subscribers at /ok/0, /ok/1 …

/// A queue, one that is missing, some that listen at `port`, and one there that always fails.
inline std::vector<cmq::Subscribe> subscriptions(const std::string& port)
{
    using namespace cmq;
    std::vector<Subscribe> all{{TopicName, "queue", Protocol::Queue, QueueName},
                               {TopicName, "later", Protocol::Queue, LaterQueueName}};
    for (int i = 0; i < Pushed; ++i)
        all.push_back(
            {TopicName, "ok" + std::to_string(i), Protocol::Http,
             "http://127.0.0.1:" + port + "/ok/" + std::to_string(i),
             i % 2 == 0 ? NotifyStrategy::ExponentialDecayRetry : NotifyStrategy::BackoffRetry});
    Subscribe hopeless{TopicName, "hopeless", Protocol::Http,
                       "http://127.0.0.1:" + port + "/hopeless", NotifyStrategy::BackoffRetry};
    hopeless.filterTag = {HopelessTag};
    all.push_back(hopeless);
    return all;
}

} // namespace kill9
