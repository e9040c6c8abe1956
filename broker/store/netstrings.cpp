#include "netstrings.h"

#include <charconv>

namespace cmq::store {

std::string toNetstrings(const std::vector<std::string>& list)
{
    std::string text;
    for (const std::string& each : list)
        text += std::to_string(each.size()) + ':' + each + ',';
    return text;
}

std::vector<std::string> fromNetstrings(std::string_view text)
{
    std::vector<std::string> list;
    while (!text.empty()) {
        std::size_t size = 0;
        const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), size);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (status != std::errc() || size + 2 > text.size())
            return {}; // the sum tells
        list.emplace_back(text.substr(1, size));
        text.remove_prefix(size + 2);
    }
    return list;
}

} // namespace cmq::store
