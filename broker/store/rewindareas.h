#pragma once

#include "cmq/records.h"

#include <cstdint>
#include <map>
#include <vector>

namespace cmq::store {

/// What changes of rewind areas have not reached all rows yet, and what they mean for a row. A row
/// remembers the newest change of its queue at the time it was written (`known`): it is not touched
/// by that one and those before.
class RewindAreas final
{
public:
    enum class Effect : std::uint8_t {
        None,
        Changed, ///< the record is another now
        Gone,    ///< there is no such message any more
    };

    /// In the order of their numbers.
    void add(const RewindAreaChange& change) { m_changes[change.queue].push_back(change); }
    /// Forgets those up to a number, which have reached all rows.
    void removeUpTo(std::uint64_t number);
    void clear() { m_changes.clear(); }

    [[nodiscard]] bool isEmpty() const { return m_changes.empty(); }
    /// The number of a queue's newest change, for a row that is written now; 0 when there is none.
    [[nodiscard]] std::uint64_t newest(QueueKey queue) const;
    /// The number of the newest change of all.
    [[nodiscard]] std::uint64_t newest() const;
    /// Calls `each(const RewindAreaChange&)` for all.
    template <class Each>
    void forEach(Each each) const
    {
        for (const auto& [queue, changes] : m_changes) {
            for (const RewindAreaChange& change : changes)
                each(change);
        }
    }

    /// Makes a record that was read what it really is.
    [[nodiscard]] Effect apply(MessageRecord& record, std::uint64_t known) const;

private:
    std::map<QueueKey, std::vector<RewindAreaChange>> m_changes;
};

} // namespace cmq::store
