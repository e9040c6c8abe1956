#pragma once

#include "cmq/records.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cmq::engine {

/// The binding keys of a topic's subscriptions, word by word, so that finding who gets a message
/// costs the words of its routing key and not the number of subscriptions. Matches exactly where
/// `matchRoutingKey` does. A value.
class RouteTrie final
{
public:
    RouteTrie();

    /// The same key may be added several times, and is then to be removed as often.
    void add(std::string_view bindingKey, SubscriptionKey subscription);
    void remove(std::string_view bindingKey, SubscriptionKey subscription);

    /// Appends who has a matching key, perhaps more than once.
    void match(std::string_view routingKey, std::vector<SubscriptionKey>& found) const;

    /// Nodes in use; 1 when there is no key.
    [[nodiscard]] std::size_t nodeCount() const { return m_nodes.size() - m_free.size(); }

private:
    /// Into m_nodes; 0 is the root and, as a child, none.
    using Index = std::uint32_t;
    struct Node
    {
        std::map<std::string, Index, std::less<>> words;
        Index star = 0;
        Index hash = 0;
        bool isHash = false;               ///< stays where it is with any word
        std::vector<SubscriptionKey> ends; ///< of keys that end here
    };

    Index childFor(Index parent, std::string_view word);
    bool removeBelow(Index node, std::span<const std::string_view> words,
                     SubscriptionKey subscription);
    void visit(Index node, std::vector<Index>& reached) const;

    std::vector<Node> m_nodes;
    std::vector<Index> m_free;
};

} // namespace cmq::engine
