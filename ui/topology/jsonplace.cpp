#include "jsonplace.h"

#include <QJsonDocument>
#include <QJsonArray>

#include <algorithm>

namespace ui {

namespace {

/// Walks over a text that is known to be valid JSON.
class Walker final
{
public:
    explicit Walker(const QByteArray& text)
        : m_text(text)
    {
    }

    /// Goes to the value at `path`, as far as there is one.
    qsizetype find(const JsonPath& path)
    {
        skipBlanks();
        qsizetype found = m_at;
        for (const auto& step : path) {
            const bool isThere = std::holds_alternative<QString>(step)
                                     ? enterMember(std::get<QString>(step))
                                     : enterElement(std::get<qsizetype>(step));
            if (!isThere)
                break;
            found = m_at;
        }
        return found;
    }

private:
    [[nodiscard]] char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skipBlanks()
    {
        while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text[m_at]))
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

    /// Numbers and words end where something else begins; brackets are counted.
    void skipValue()
    {
        int depth = 0;
        while (m_at < m_text.size()) {
            const char c = here();
            if (c == '"') {
                skipString();
            } else if (c == '{' || c == '[') {
                ++depth;
                ++m_at;
            } else if (c == '}' || c == ']') {
                if (depth == 0)
                    return;
                --depth;
                ++m_at;
            } else if (c == ',' && depth == 0) {
                return;
            } else {
                ++m_at;
                continue;
            }
            if (depth == 0)
                return;
        }
    }

    bool enterElement(qsizetype index)
    {
        if (here() != '[')
            return false;
        ++m_at;
        for (qsizetype i = 0;; ++i) {
            skipBlanks();
            if (here() == ']' || here() == '\0')
                return false;
            if (i == index)
                return true;
            skipValue();
            skipBlanks();
            if (here() == ',')
                ++m_at;
        }
    }

    bool enterMember(const QString& name)
    {
        if (here() != '{')
            return false;
        ++m_at;
        for (;;) {
            skipBlanks();
            if (here() != '"')
                return false;
            const qsizetype begin = m_at;
            skipString();
            const QByteArray key = m_text.mid(begin, m_at - begin);
            skipBlanks();
            ++m_at; // the colon
            skipBlanks();
            if (nameOf(key) == name)
                return true;
            skipValue();
            skipBlanks();
            if (here() == ',')
                ++m_at;
        }
    }

    static QString nameOf(const QByteArray& quoted)
    {
        return QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString();
    }

    const QByteArray& m_text;
    qsizetype m_at = 0;
};

} // namespace

int jsonLine(const QByteArray& text, const JsonPath& path)
{
    return lineOf(text, Walker(text).find(path));
}

int lineOf(const QByteArray& text, qsizetype offset)
{
    return int(QByteArrayView(text).first(std::clamp<qsizetype>(offset, 0, text.size()))
                   .count('\n')) +
           1;
}

} // namespace ui
