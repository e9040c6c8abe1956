#pragma once

#include <string>
#include <string_view>

namespace cmq::wire {

/// The object that a writer appends to a JSON text: its braces, names and commas. What the members
/// are is the derived class's. Private to this room.
class JsonObject
{
public:
    JsonObject(const JsonObject&) = delete;
    JsonObject& operator=(const JsonObject&) = delete;

protected:
    /// Begins an object at the end of `out`.
    explicit JsonObject(std::string& out)
        : m_out(out)
    {
        m_out += '{';
    }
    /// Ends it.
    ~JsonObject() { m_out += '}'; }

    void member(std::string_view name)
    {
        if (m_out.back() != '{')
            m_out += ',';
        m_out.append("\"").append(name).append("\":");
    }

    template <class List, class Write>
    void array(std::string_view name, const List& list, Write write)
    {
        member(name);
        m_out += '[';
        for (const auto& item : list) {
            if (m_out.back() != '[')
                m_out += ',';
            write(item);
        }
        m_out += ']';
    }

    std::string& m_out;
};

} // namespace cmq::wire
