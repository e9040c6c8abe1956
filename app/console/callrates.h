#pragma once

#include "cmq/time.h"

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>

/// So many calls of one action of API 3.0 a second: more are refused with RequestLimitExceeded.
/// Source: API 3.0, the pages of the actions.
inline constexpr std::size_t CloudCallsPerSecond = 20;
inline constexpr std::size_t CloudDetailCallsPerSecond = 100; ///< DescribeCmqQueueDetail

/// Who may call now: a bucket of tokens for each action, in which a token is again a second after
/// it was taken, so that no second has more calls than there are tokens. A value.
class CallRates final
{
public:
    /// Takes a token; else says how long until there is one.
    [[nodiscard]] std::optional<cmq::Milliseconds> take(std::string_view action, cmq::Time now)
    {
        constexpr cmq::Milliseconds span = cmq::Seconds(1);
        const std::size_t tokens =
            action == "DescribeCmqQueueDetail" ? CloudDetailCallsPerSecond : CloudCallsPerSecond;
        std::deque<cmq::Time>& taken = m_taken[std::string(action)];
        // A clock that was set back must not keep them for ever.
        while (!taken.empty() && (taken.front() + span <= now || taken.front() > now))
            taken.pop_front();
        if (taken.size() >= tokens)
            return taken.front() + span - now;
        taken.push_back(now);
        return std::nullopt;
    }

private:
    std::map<std::string, std::deque<cmq::Time>> m_taken; // in the order of time
};
