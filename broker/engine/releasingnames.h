#pragma once

#include "cmq/names.h"
#include "cmq/records.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cmq::engine {

/// Names of deleted queues (or topics) that are not free yet, and when they will be. A value.
class ReleasingNames final
{
public:
    /// When the name will be free; none when it is.
    [[nodiscard]] std::optional<Time> freeTime(std::string_view name, Time now) const;

    /// Holds a name back. What is free by now is forgotten: nothing else needs to happen then.
    void add(const std::string& name, Time freeTime, Time now);
    void restore(const std::string& name, Time freeTime);

    /// What the store does not know yet; `isTopics` says whose names these are.
    void takeChanges(bool isTopics, StoreChanges& changes);
    /// All of them.
    void tell(bool isTopics, std::vector<ReleasingName>& names) const;

private:
    struct Held
    {
        Time freeTime;
        bool isStored = false;
        bool isDirty = false;
    };

    void hold(const std::string& name, const Held& held);
    void forgetUpTo(Time now);

    std::map<std::string, Held, LessIgnoringCase> m_names;
    std::set<std::pair<Time, std::string>> m_byTime;
    std::vector<std::string> m_dirty;
    std::set<std::string> m_erased;
};

} // namespace cmq::engine
