#include "jsonline.h"

#include <boost/json/parse.hpp>

#include <algorithm>

namespace cmq::scenario {

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
                isIt = nameIn(m_text.substr(name, m_at - name)) == step;
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
    /// What a quoted name says, which may be written in many ways.
    static std::string nameIn(std::string_view quoted)
    {
        boost::system::error_code error;
        const boost::json::value name = boost::json::parse(quoted, error);
        return !error && name.is_string() ? std::string(name.get_string()) : std::string();
    }

    [[nodiscard]] char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skipBlanks() { m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size()); }

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

} // namespace

int jsonLine(std::string_view text, const JsonPath& path)
{
    Walker walker(text);
    for (const std::string& step : path) {
        if (!walker.enter(step))
            break;
    }
    return lineOfByte(text, walker.position());
}

int lineOfByte(std::string_view text, std::size_t offset)
{
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, offset), '\n'));
}

} // namespace cmq::scenario
