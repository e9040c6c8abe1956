#include "json.h"

#include <algorithm>

namespace ui {

namespace {

class Reader
{
public:
    explicit Reader(const QByteArray& source)
        : m_source(source)
        , m_end(int(source.size()))
    {
    }

    std::optional<std::vector<JsonNode>> read()
    {
        bool wantsValue = true;
        for (;;) {
            skipBlanks();
            if (wantsValue) {
                if (!readValue(wantsValue))
                    return {};
                continue;
            }
            if (m_open.empty())
                return m_at == m_end ? std::optional(std::move(m_nodes)) : std::nullopt;
            if (!readSeparator(wantsValue))
                return {};
        }
    }

    /// How far it came.
    [[nodiscard]] int at() const { return m_at; }

private:
    [[nodiscard]] char peek() const { return m_at < m_end ? m_source[m_at] : '\0'; }

    bool take(char c)
    {
        if (m_at >= m_end || m_source[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    void skipBlanks()
    {
        while (m_at < m_end &&
               (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r'))
            ++m_at;
    }

    int addNode(JsonKind kind)
    {
        JsonNode node;
        node.kind = kind;
        node.start = m_at;
        node.keyStart = m_keyStart;
        node.keyLength = m_keyLength;
        m_keyLength = 0;
        if (!m_open.empty()) {
            node.parent = m_open.back();
            node.row = m_nodes[std::size_t(node.parent)].childCount++;
        }
        m_nodes.push_back(node);
        return int(m_nodes.size()) - 1;
    }

    // A whole scalar, or the beginning of a container.
    bool readValue(bool& wantsValue)
    {
        const char c = peek();
        if (c == '{' || c == '[')
            return open(wantsValue);
        const auto node = std::size_t(addNode(scalarKind(c)));
        const bool isWell = readScalar(c);
        m_nodes[node].length = m_at - m_nodes[node].start;
        wantsValue = false;
        return isWell;
    }

    static JsonKind scalarKind(char c)
    {
        switch (c) {
        case '"': return JsonKind::String;
        case 't': return JsonKind::True;
        case 'f': return JsonKind::False;
        case 'n': return JsonKind::Null;
        default: return JsonKind::Number;
        }
    }

    bool readScalar(char c)
    {
        switch (c) {
        case '"': return readString();
        case 't': return readWord("true");
        case 'f': return readWord("false");
        case 'n': return readWord("null");
        default: return readNumber();
        }
    }

    bool open(bool& wantsValue)
    {
        const bool isObject = peek() == '{';
        m_open.push_back(addNode(isObject ? JsonKind::Object : JsonKind::Array));
        ++m_at;
        skipBlanks();
        if (peek() == (isObject ? '}' : ']')) {
            wantsValue = false;
            return true; // the separator closes it
        }
        return !isObject || readKey();
    }

    bool readSeparator(bool& wantsValue)
    {
        JsonNode& container = m_nodes[std::size_t(m_open.back())];
        const bool isObject = container.kind == JsonKind::Object;
        if (take(isObject ? '}' : ']')) {
            container.length = m_at - container.start;
            m_open.pop_back();
            return true;
        }
        if (container.childCount == 0 || !take(','))
            return false;
        wantsValue = true;
        skipBlanks();
        return !isObject || readKey();
    }

    bool readKey()
    {
        m_keyStart = m_at;
        if (peek() != '"' || !readString())
            return false;
        m_keyLength = m_at - m_keyStart;
        skipBlanks();
        return take(':');
    }

    bool readWord(const char* word)
    {
        for (; *word; ++word) {
            if (!take(*word))
                return false;
        }
        return true;
    }

    bool readString()
    {
        ++m_at; // the quote
        while (m_at < m_end) {
            const char c = m_source[m_at++];
            if (c == '"')
                return true;
            if (uchar(c) < 0x20 || (c == '\\' && !readEscape())) {
                --m_at; // where the fault is
                return false;
            }
        }
        return false;
    }

    bool readEscape()
    {
        if (m_at >= m_end)
            return false;
        const char c = m_source[m_at++];
        if (c != 'u')
            return c != '\0' && QByteArrayView("\"\\/bfnrt").contains(c);
        for (int i = 0; i < 4; ++i) {
            if (m_at >= m_end || !isxdigit(uchar(m_source[m_at++])))
                return false;
        }
        return true;
    }

    bool readDigits()
    {
        const int first = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        return m_at > first;
    }

    bool readNumber()
    {
        take('-');
        if (!take('0') && !readDigits())
            return false;
        if (take('.') && !readDigits())
            return false;
        if (take('e') || take('E')) {
            if (!take('+'))
                take('-');
            return readDigits();
        }
        return true;
    }

    const QByteArray& m_source;
    const int m_end;
    int m_at = 0;
    int m_keyStart = 0;
    int m_keyLength = 0; // of the key that waits for its value
    std::vector<int> m_open;
    std::vector<JsonNode> m_nodes;
};

std::vector<int> groupChildren(std::vector<JsonNode>& nodes)
{
    int used = 0;
    for (JsonNode& node : nodes) {
        node.firstChild = used;
        used += node.childCount;
    }
    std::vector<int> children(std::size_t(used), 0);
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        const JsonNode& parent = nodes[std::size_t(nodes[i].parent)];
        children[std::size_t(parent.firstChild + nodes[i].row)] = int(i);
    }
    return children;
}

} // namespace

QByteArray JsonText::key(const JsonNode& node) const
{
    return source.mid(node.keyStart, node.keyLength);
}

QByteArray JsonText::value(const JsonNode& node) const
{
    return source.mid(node.start, node.length);
}

std::optional<JsonText> readJson(const QByteArray& source)
{
    auto nodes = Reader(source).read();
    if (!nodes)
        return {};
    JsonText text;
    text.source = source;
    text.nodes = std::move(*nodes);
    text.children = groupChildren(text.nodes);
    return text;
}

qsizetype jsonErrorAt(const QByteArray& source)
{
    Reader reader(source);
    return reader.read() ? -1 : reader.at();
}

QByteArray indentedJson(const QByteArray& source)
{
    constexpr int indentMax = 50; // deeper levels would only blow the text up
    QByteArray out;
    out.reserve(source.size() * 2);
    int depth = 0;
    const auto newLine = [&] {
        out += '\n';
        out.append(2 * std::min(depth, indentMax), ' ');
    };
    bool isInString = false;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const char c = source[i];
        if (isInString) {
            out += c;
            if (c == '\\')
                out += source[++i];
            isInString = c != '"';
            continue;
        }
        switch (c) {
        case ' ':
        case '\t':
        case '\n':
        case '\r': break;
        case '{':
        case '[':
            out += c;
            ++depth;
            while (QByteArrayView(" \t\n\r").contains(source[i + 1]))
                ++i;
            if (source[i + 1] != '}' && source[i + 1] != ']')
                newLine();
            break;
        case '}':
        case ']': {
            --depth;
            const char before = out.back();
            if (before != '{' && before != '[')
                newLine();
            out += c;
            break;
        }
        case ',':
            out += c;
            newLine();
            break;
        case ':': out += ": "; break;
        default: isInString = c == '"'; out += c;
        }
    }
    return out;
}

} // namespace ui
