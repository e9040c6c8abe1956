#include "routetrie.h"

#include "cmq/filter.h"

#include <algorithm>

namespace cmq::engine {

RouteTrie::RouteTrie()
    : m_nodes(1)
{
}

RouteTrie::Index RouteTrie::childFor(Index parent, std::string_view word)
{
    const auto place = [&]() -> Index& {
        Node& node = m_nodes[parent];
        if (word == "*")
            return node.star;
        if (word == "#")
            return node.hash;
        return node.words.try_emplace(std::string(word), 0).first->second;
    };
    if (const Index known = place(); known != 0)
        return known;
    Index child = 0;
    if (m_free.empty()) {
        child = static_cast<Index>(m_nodes.size());
        m_nodes.emplace_back();
    } else {
        child = m_free.back();
        m_free.pop_back();
    }
    m_nodes[child].isHash = word == "#";
    place() = child;
    return child;
}

void RouteTrie::add(std::string_view bindingKey, SubscriptionKey subscription)
{
    Index node = 0;
    for (const std::string_view word : keyWords(bindingKey))
        node = childFor(node, word);
    m_nodes[node].ends.push_back(subscription);
}

void RouteTrie::remove(std::string_view bindingKey, SubscriptionKey subscription)
{
    removeBelow(0, keyWords(bindingKey), subscription);
}

/// Returns whether nothing is left of the node, which is freed then.
bool RouteTrie::removeBelow(Index index, std::span<const std::string_view> words,
                            SubscriptionKey subscription)
{
    Node& node = m_nodes[index];
    if (words.empty()) {
        if (const auto end = std::ranges::find(node.ends, subscription); end != node.ends.end())
            node.ends.erase(end);
    } else if (words.front() == "*" || words.front() == "#") {
        Index& child = words.front() == "*" ? node.star : node.hash;
        if (child != 0 && removeBelow(child, words.subspan(1), subscription))
            child = 0;
    } else if (const auto child = node.words.find(words.front()); child != node.words.end()) {
        if (removeBelow(child->second, words.subspan(1), subscription))
            node.words.erase(child);
    }
    const bool isEmpty =
        node.ends.empty() && node.words.empty() && node.star == 0 && node.hash == 0;
    if (!isEmpty || index == 0)
        return false;
    node = Node();
    m_free.push_back(index);
    return true;
}

void RouteTrie::visit(Index node, std::vector<Index>& reached) const
{
    reached.push_back(node);
    // `#` is also no word at all.
    for (Index hash = m_nodes[node].hash; hash != 0; hash = m_nodes[hash].hash)
        reached.push_back(hash);
}

void RouteTrie::match(std::string_view routingKey, std::vector<SubscriptionKey>& found) const
{
    std::vector<Index> reached;
    std::vector<Index> next;
    visit(0, reached);
    for (const std::string_view word : keyWords(routingKey)) {
        next.clear();
        for (const Index index : reached) {
            const Node& node = m_nodes[index];
            if (node.isHash)
                next.push_back(index);
            if (node.star != 0)
                visit(node.star, next);
            if (const auto child = node.words.find(word); child != node.words.end())
                visit(child->second, next);
        }
        // Many `#` reach the same node in many ways; once is enough.
        std::ranges::sort(next);
        next.erase(std::ranges::unique(next).begin(), next.end());
        reached.swap(next);
    }
    for (const Index index : reached)
        found.insert(found.end(), m_nodes[index].ends.begin(), m_nodes[index].ends.end());
}

} // namespace cmq::engine
