#include "cloudattributes.h"

#include <algorithm>

namespace cmq {

bool satisfies(std::span<const ResourceTag> tags, std::span<const ResourceTagFilter> filters)
{
    return std::ranges::all_of(filters, [&](const ResourceTagFilter& filter) {
        return std::ranges::any_of(tags, [&](const ResourceTag& tag) {
            return tag.tagKey == filter.tagKey &&
                   (filter.tagValues.empty() ||
                    std::ranges::find(filter.tagValues, tag.tagValue) != filter.tagValues.end());
        });
    });
}

CloudSettings apply(const CloudSettings& change, CloudSettings settings)
{
    const auto set = [](auto& value, const auto& changed) {
        if (changed)
            value = changed;
    };
    set(settings.trace, change.trace);
    set(settings.transaction, change.transaction);
    set(settings.firstQueryInterval, change.firstQueryInterval);
    set(settings.maxQueryCount, change.maxQueryCount);
    set(settings.retentionSizeInMB, change.retentionSizeInMB);
    return settings;
}

CloudSettings difference(const CloudSettings& from, const CloudSettings& to)
{
    const auto changed = [](const auto& before, const auto& after) {
        return before == after ? std::nullopt : after;
    };
    return {changed(from.trace, to.trace), changed(from.transaction, to.transaction),
            changed(from.firstQueryInterval, to.firstQueryInterval),
            changed(from.maxQueryCount, to.maxQueryCount),
            changed(from.retentionSizeInMB, to.retentionSizeInMB)};
}

} // namespace cmq
