#include "messageids.h"

#include <algorithm>

namespace cmq {

MessageIds::MessageIds(std::vector<Range> ranges)
{
    if (ranges.empty())
        return;
    std::ranges::sort(ranges);
    m_ranges = std::make_shared<const std::vector<Range>>(std::move(ranges));
}

bool MessageIds::contains(std::uint64_t msgId) const
{
    if (!m_ranges)
        return false;
    const auto after = std::ranges::upper_bound(*m_ranges, msgId, {}, &Range::first);
    return after != m_ranges->begin() && std::prev(after)->second >= msgId;
}

bool operator==(const MessageIds& left, const MessageIds& right)
{
    if (!left.m_ranges || !right.m_ranges)
        return left.m_ranges == right.m_ranges;
    return *left.m_ranges == *right.m_ranges;
}

} // namespace cmq
