#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace cmq::wire {

/// The headers of a request as one text, `name:value\n` for each, names in lower case, values
/// without blanks around them. A view.
class HeaderFields final
{
public:
    explicit HeaderFields(std::string_view text)
        : m_text(text)
    {
    }

    /// The value of the only header of that name; none when there is none, or more than one: two
    /// readers could take different ones.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const
    {
        std::optional<std::string_view> found;
        for (std::string_view rest = m_text; !rest.empty();) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            if (line.size() <= name.size() || line[name.size()] != ':' || !line.starts_with(name))
                continue;
            if (found)
                return std::nullopt;
            found = line.substr(name.size() + 1);
        }
        return found;
    }

private:
    std::string_view m_text;
};

} // namespace cmq::wire
