#pragma once

#include "cmq/records.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace cmq {

/// The bodies that a broker holds: those that are not committed yet, all of them, and of the others
/// as many as fit, the oldest going first. Not for several threads.
class BodyCache final
{
public:
    explicit BodyCache(std::uint64_t capacityBytes);

    /// Takes bodies that came with actions; they stay until `commit` or `clear`.
    void pin(std::vector<std::pair<BodyId, std::string>>&& bodies);
    /// The bytes, or none (data() == nullptr); valid until the next change.
    [[nodiscard]] std::string_view find(BodyId body) const;
    /// `stored` are in the store now, `erased` no longer; whatever else was pinned came and went.
    void commit(const std::vector<BodyId>& stored, const std::vector<BodyId>& erased);
    void clear();

private:
    [[nodiscard]] std::string* findPinned(BodyId body);
    void evict();

    const std::uint64_t m_capacityBytes;
    std::uint64_t m_bytes = 0;
    std::unordered_map<BodyId, std::string> m_bodies;
    std::deque<BodyId> m_order; ///< as they came; those erased since are still in it
    std::vector<std::pair<BodyId, std::string>> m_pinned; ///< ordered by id
};

} // namespace cmq
