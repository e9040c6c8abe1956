#include "filterindex.h"

#include <algorithm>

namespace cmq::engine {

namespace {

void removeOne(std::vector<SubscriptionKey>& keys, SubscriptionKey key)
{
    if (const auto place = std::ranges::find(keys, key); place != keys.end())
        keys.erase(place);
}

} // namespace

void FilterIndex::add(const SubscriptionRecord& record)
{
    if (m_type == FilterType::Routing) {
        for (const std::string& key : record.bindingKey)
            m_routes.add(key, record.key);
        return;
    }
    if (record.filterTag.empty())
        m_unfiltered.push_back(record.key);
    for (const std::string& tag : record.filterTag)
        m_tags[tag].push_back(record.key);
}

void FilterIndex::remove(const SubscriptionRecord& record)
{
    if (m_type == FilterType::Routing) {
        for (const std::string& key : record.bindingKey)
            m_routes.remove(key, record.key);
        return;
    }
    if (record.filterTag.empty())
        removeOne(m_unfiltered, record.key);
    for (const std::string& tag : record.filterTag) {
        const auto found = m_tags.find(tag);
        removeOne(found->second, record.key);
        if (found->second.empty())
            m_tags.erase(found);
    }
}

std::vector<SubscriptionKey> FilterIndex::match(std::span<const std::string> msgTag,
                                                std::string_view routingKey) const
{
    std::vector<SubscriptionKey> found;
    if (m_type == FilterType::Routing) {
        m_routes.match(routingKey, found);
    } else {
        found = m_unfiltered;
        for (const std::string& tag : msgTag) {
            if (const auto keys = m_tags.find(tag); keys != m_tags.end())
                found.insert(found.end(), keys->second.begin(), keys->second.end());
        }
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

} // namespace cmq::engine
