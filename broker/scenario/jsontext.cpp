#include "jsontext.h"

#include <algorithm>
#include <charconv>

namespace cmq::scenario {

namespace json = boost::json;

namespace {

/// Walks over a text that is known to be valid JSON.
class Walker final
{
public:
    explicit Walker(std::string_view text)
        : m_text(text)
    {
        skipBlanks();
    }

    [[nodiscard]] std::size_t position() const { return m_at; }

    /// Goes to a member of the object or an element of the list that begins here.
    bool enter(std::string_view step)
    {
        const bool isList = here() == '[';
        if (!isList && here() != '{')
            return false;
        const std::size_t before = m_at++;
        for (std::size_t index = 0;; ++index) {
            skipBlanks();
            if (m_at >= m_text.size() || here() == ']' || here() == '}')
                break;
            bool isIt = isList && std::to_string(index) == step;
            if (!isList) {
                const std::size_t name = m_at;
                skipString();
                isIt = m_text.substr(name + 1, m_at - name - 2) == step;
                skipBlanks();
                ++m_at; // the colon
                skipBlanks();
            }
            if (isIt)
                return true;
            skipValue();
            skipBlanks();
            if (here() == ',')
                ++m_at;
        }
        m_at = before;
        return false;
    }

private:
    [[nodiscard]] char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skipBlanks()
    {
        while (m_at < m_text.size() && std::string_view(" \t\r\n").find(here()) != std::string_view::npos)
            ++m_at;
    }

    void skipString()
    {
        for (++m_at; m_at < m_text.size() && here() != '"'; ++m_at) {
            if (here() == '\\')
                ++m_at;
        }
        ++m_at;
    }

    void skipValue()
    {
        int depth = 0;
        do {
            const char c = here();
            if (c == '"') {
                skipString();
                continue;
            }
            depth += (c == '{' || c == '[') - (c == '}' || c == ']');
            ++m_at;
        } while (m_at < m_text.size() &&
                 (depth > 0 || std::string_view(",]}").find(here()) == std::string_view::npos));
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

constexpr std::size_t LineMax = 96;

void append(std::string& out, const json::value& value, std::size_t indent)
{
    const std::string line = json::serialize(value);
    const bool isFlat = line.size() + indent <= LineMax;
    if (isFlat || (!value.is_object() && !value.is_array())) {
        out += line;
        return;
    }
    const std::string margin(indent + 2, ' ');
    bool isFirst = true;
    const auto next = [&] {
        out += isFirst ? "\n" : ",\n";
        out += margin;
        isFirst = false;
    };
    if (const auto* list = value.if_array()) {
        out += '[';
        for (const json::value& element : *list) {
            next();
            append(out, element, indent + 2);
        }
        out += '\n' + std::string(indent, ' ') + ']';
        return;
    }
    out += '{';
    for (const auto& member : value.get_object()) {
        next();
        out += json::serialize(json::value(member.key())) + ": ";
        append(out, member.value(), indent + 2);
    }
    out += '\n' + std::string(indent, ' ') + '}';
}

} // namespace

int lineOf(std::string_view text, std::string_view pointer)
{
    Walker walker(text);
    while (!pointer.empty()) {
        pointer.remove_prefix(1); // the slash
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        if (!walker.enter(pointer.substr(0, end)))
            break;
        pointer.remove_prefix(end);
    }
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, walker.position()), '\n'));
}

std::string prettyText(const json::value& value)
{
    std::string out;
    append(out, value, 0);
    out += '\n';
    return out;
}

} // namespace cmq::scenario
