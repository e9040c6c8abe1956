#pragma once

#include "cmq/time.h"

#include <algorithm>
#include <cstdint>

namespace cmq::engine {

/// A token bucket that holds one second's worth. Source: CMQ FAQ, throttling counts messages.
class Bucket final
{
public:
    /// Whether something may go on at `now` with `perSecond` tokens a second (0 = always).
    [[nodiscard]] bool hasToken(Time now, std::int64_t perSecond)
    {
        if (perSecond <= 0)
            return true;
        fill(now, perSecond);
        return m_milliTokens >= MilliPerToken;
    }

    /// Takes what something cost; it may leave a debt.
    void take(std::int64_t tokens, std::int64_t perSecond)
    {
        if (perSecond > 0)
            m_milliTokens -= tokens * MilliPerToken;
    }

private:
    static constexpr std::int64_t MilliPerToken = 1000;

    void fill(Time now, std::int64_t perSecond)
    {
        const std::int64_t full = perSecond * MilliPerToken;
        if (!m_isUsed) {
            m_milliTokens = full;
            m_isUsed = true;
        } else {
            // A millisecond brings `perSecond` thousandths of a token; a long pause fills it.
            const std::int64_t pauseMs = (now - m_filled).count();
            const std::int64_t missing = full - m_milliTokens;
            m_milliTokens =
                pauseMs > missing / perSecond ? full : m_milliTokens + pauseMs * perSecond;
        }
        m_filled = now;
    }

    std::int64_t m_milliTokens = 0;
    Time m_filled;
    bool m_isUsed = false;
};

} // namespace cmq::engine
