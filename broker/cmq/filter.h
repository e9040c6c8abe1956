#pragma once

#include "topicactions.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cmq {

// Which subscriptions of a topic get a message, and why. Pure: the engine decides with it, forms
// ask it before anything is sent.

/// The rule that decided.
enum class FilterRule : std::uint8_t {
    Unfiltered,      ///< matches: a subscription without filter tags gets everything
    SharedTag,       ///< matches: message and subscription share the tag `decidedBy`
    MessageUntagged, ///< does not: the subscription filters, the message has no tag
    NoSharedTag,     ///< does not
    KeyMatches,      ///< matches: the binding key `decidedBy`
    NoKeyMatches,    ///< does not
    NoBindingKey,    ///< does not: without a binding key a routing subscription gets nothing
};

/// Whether a message goes to a subscription. Plain value.
struct FilterDecision
{
    FilterRule rule = FilterRule::Unfiltered;
    /// The tag or binding key that let the message through; the first one where several would.
    std::string decidedBy;

    [[nodiscard]] bool isMatch() const
    {
        return rule == FilterRule::Unfiltered || rule == FilterRule::SharedTag ||
               rule == FilterRule::KeyMatches;
    }
    friend bool operator==(const FilterDecision&, const FilterDecision&) = default;
};

/// The decision in words: English, for events and logs.
[[nodiscard]] std::string toString(const FilterDecision& decision);

/// Filter type Tag: no filter tags, or one that the message has, too (exact, with case).
/// Source: CMQ guide, tag filtering.
[[nodiscard]] FilterDecision matchTags(std::span<const std::string> filterTag,
                                       std::span<const std::string> msgTag);

/// Filter type Routing: any binding key that matches.
[[nodiscard]] FilterDecision matchRouting(std::span<const std::string> bindingKey,
                                          std::string_view routingKey);

/// Whether one binding key matches, as RabbitMQ has it: words between dots, `*` is one word (also
/// an empty one), `#` is none or more; an empty key is no word at all. Wildcards are whole words.
/// Cost: words of the one times words of the other, whatever the wildcards.
/// Source: CMQ guide, routing; RabbitMQ where pages differ.
[[nodiscard]] bool matchRoutingKey(std::string_view bindingKey, std::string_view routingKey);

/// The words of a binding or routing key; an empty key has none. The views are into `key`.
[[nodiscard]] std::vector<std::string_view> keyWords(std::string_view key);

} // namespace cmq
