#pragma once

#include "state.h"

#include <algorithm>

namespace cmq::engine {

// What several queue actions share: finding a queue, describing it, cutting a page.

/// The queue of that name, brought up to now; QueueNotFound when there is none.
[[nodiscard]] Result<Queue*> settledQueue(const Context& context, std::string_view name);

/// Settings, counters and facts of a queue that was brought up to now.
[[nodiscard]] QueueAttributes describe(const Context& context, const Queue& queue);

/// What the two actions that describe many things leave out: other names, other tags.
template <class Describe>
[[nodiscard]] bool isAskedFor(const Describe& action, std::string_view name,
                              std::span<const ResourceTag> tags)
{
    const bool isNamed =
        action.names.empty() || std::ranges::find(action.names, name) != action.names.end();
    return isNamed && containsIgnoringCase(name, action.searchWord) &&
           satisfies(tags, action.tagFilters);
}

/// Calls `each(item)` for the items of a page; returns how many there are in all.
template <class Items, class Matches, class Each>
std::int64_t forPage(const Items& items, Matches matches, std::int64_t offset, std::int64_t limit,
                     Each each)
{
    std::int64_t total = 0;
    std::int64_t taken = 0;
    for (const auto& item : items) {
        if (!matches(item))
            continue;
        if (total >= offset && taken < limit) {
            each(item);
            ++taken;
        }
        ++total;
    }
    return total;
}

} // namespace cmq::engine
