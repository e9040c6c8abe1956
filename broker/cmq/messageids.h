#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace cmq {

/// Which messages something was about that happened to many at once. A value; copies share the
/// numbers. Neighbours cost nothing: a million messages that were sent one after the other are one
/// range.
class MessageIds final
{
public:
    /// First and last msgId, inclusive.
    using Range = std::pair<std::uint64_t, std::uint64_t>;

    MessageIds() = default;
    /// `ranges` in any order.
    explicit MessageIds(std::vector<Range> ranges);

    [[nodiscard]] bool contains(std::uint64_t msgId) const;
    /// Ranges kept, 16 bytes each.
    [[nodiscard]] std::size_t rangeCount() const { return m_ranges ? m_ranges->size() : 0; }

    friend bool operator==(const MessageIds& left, const MessageIds& right);

private:
    std::shared_ptr<const std::vector<Range>> m_ranges; ///< ascending; none when empty
};

/// Adds a message to ranges that are being collected.
inline void addTo(std::vector<MessageIds::Range>& ranges, std::uint64_t msgId)
{
    if (!ranges.empty() && ranges.back().second + 1 == msgId)
        ++ranges.back().second;
    else
        ranges.emplace_back(msgId, msgId);
}

} // namespace cmq
