#pragma once

#include "routetrie.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cmq::engine {

/// Finds a topic's subscriptions that get a message, as `matchTags` and `matchRouting` decide, but
/// without asking each. A value.
class FilterIndex final
{
public:
    explicit FilterIndex(FilterType type = FilterType::Tag)
        : m_type(type)
    {
    }

    /// `record`'s filters must be the same at both times.
    void add(const SubscriptionRecord& record);
    void remove(const SubscriptionRecord& record);

    /// Who gets a message with these tags or this routing key, each once, oldest first.
    [[nodiscard]] std::vector<SubscriptionKey> match(std::span<const std::string> msgTag,
                                                     std::string_view routingKey) const;

private:
    FilterType m_type;
    /// Type Tag: who filters by a tag, and who does not filter at all.
    std::map<std::string, std::vector<SubscriptionKey>, std::less<>> m_tags;
    std::vector<SubscriptionKey> m_unfiltered;
    /// Type Routing.
    RouteTrie m_routes;
};

} // namespace cmq::engine
