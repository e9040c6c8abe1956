#include "filter.h"

#include <algorithm>

namespace cmq {

std::string toString(const FilterDecision& decision)
{
    switch (decision.rule) {
    case FilterRule::Unfiltered: return "the subscription has no filter tag: it gets everything";
    case FilterRule::SharedTag: return "both have the tag '" + decision.decidedBy + '\'';
    case FilterRule::MessageUntagged: return "the subscription filters, the message has no tag";
    case FilterRule::NoSharedTag: return "no filter tag is a tag of the message";
    case FilterRule::KeyMatches:
        return "the binding key '" + decision.decidedBy + "' matches the routing key";
    case FilterRule::NoKeyMatches: return "no binding key matches the routing key";
    case FilterRule::NoBindingKey: return "the subscription has no binding key: it gets nothing";
    }
    return {};
}

FilterDecision matchTags(std::span<const std::string> filterTag,
                         std::span<const std::string> msgTag)
{
    if (filterTag.empty())
        return {FilterRule::Unfiltered, {}};
    if (msgTag.empty())
        return {FilterRule::MessageUntagged, {}};
    const auto shared = std::ranges::find_first_of(filterTag, msgTag);
    if (shared == filterTag.end())
        return {FilterRule::NoSharedTag, {}};
    return {FilterRule::SharedTag, *shared};
}

FilterDecision matchRouting(std::span<const std::string> bindingKey, std::string_view routingKey)
{
    if (bindingKey.empty())
        return {FilterRule::NoBindingKey, {}};
    for (const std::string& key : bindingKey) {
        if (matchRoutingKey(key, routingKey))
            return {FilterRule::KeyMatches, key};
    }
    return {FilterRule::NoKeyMatches, {}};
}

std::vector<std::string_view> keyWords(std::string_view key)
{
    std::vector<std::string_view> words;
    if (key.empty())
        return words;
    for (std::size_t dot = key.find('.'); dot != std::string_view::npos; dot = key.find('.')) {
        words.push_back(key.substr(0, dot));
        key.remove_prefix(dot + 1);
    }
    words.push_back(key);
    return words;
}

bool matchRoutingKey(std::string_view bindingKey, std::string_view routingKey)
{
    const auto pattern = keyWords(bindingKey);
    // reached[i]: the first i words of the pattern can take exactly the words read so far.
    std::vector<bool> reached(pattern.size() + 1);
    const auto passHashes = [&] {
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            if (reached[i] && pattern[i] == "#")
                reached[i + 1] = true;
        }
    };
    reached[0] = true;
    passHashes();
    for (const std::string_view word : keyWords(routingKey)) {
        std::vector<bool> next(pattern.size() + 1);
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            if (!reached[i])
                continue;
            if (pattern[i] == "#")
                next[i] = true;
            else if (pattern[i] == "*" || pattern[i] == word)
                next[i + 1] = true;
        }
        reached.swap(next);
        passHashes();
    }
    return reached.back();
}

} // namespace cmq
