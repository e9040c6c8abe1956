#pragma once

#include "scenario.h"

#include <boost/json/value.hpp>

#include <string_view>
#include <utility>

namespace cmq::scenario {

/// Writes one object of a scenario file along the table of fields.h. Private to this room.
class Writer final
{
public:
    template <class T>
    using Of = const T;

    [[nodiscard]] boost::json::object take() { return std::move(m_object); }

    void version(std::string_view name, std::int64_t known) { m_object[name] = known; }
    void text(std::string_view name, const std::string& value, std::string_view usual = {});
    void name(std::string_view name, const std::string& value) { m_object[name] = value; }
    void text(std::string_view name, const std::optional<std::string>& value);
    void texts(std::string_view name, const Texts& value);
    void textsList(std::string_view name, const std::vector<Texts>& value);
    void strings(std::string_view name, const std::vector<std::string>& value);
    void number(std::string_view name, std::int64_t value, std::int64_t, std::int64_t,
                std::int64_t usual = 0);
    void number(std::string_view name, const std::optional<std::int64_t>& value, std::int64_t,
                std::int64_t);
    void seconds(std::string_view name, Milliseconds value, std::int64_t, Milliseconds usual = {},
                 Milliseconds = {});
    void wholeSeconds(std::string_view name, Seconds value, std::int64_t);
    void workTime(std::string_view name, const WorkTime& value);
    void instant(std::string_view name, Time value);
    void flag(std::string_view name, bool value, bool usual);
    void map(std::string_view name, const std::map<std::string, std::string>& value);
    void parameters(std::string_view name,
                    const std::vector<std::pair<std::string, std::string>>& value);
    void word(std::string_view name, FaultKind kind);
    void kind(const Predicate& predicate);
    void role(const std::variant<Producer, Consumer, Receiver>& role);
    void steps(std::string_view name, const std::vector<Step>& value);

    template <class T>
    void object(std::string_view name, const T& value)
    {
        if (boost::json::object written = objectOf(value); !written.empty())
            m_object[name] = std::move(written);
    }
    template <class T>
    void object(std::string_view name, const std::optional<T>& value)
    {
        if (value)
            m_object[name] = objectOf(*value);
    }
    template <class T>
    void objects(std::string_view name, const std::vector<T>& value, std::size_t = 0)
    {
        if (value.empty())
            return;
        boost::json::array list;
        for (const T& each : value)
            list.push_back(objectOf(each));
        m_object[name] = std::move(list);
    }

private:
    template <class T>
    static boost::json::object objectOf(const T& value)
    {
        Writer writer;
        describe(writer, value);
        return writer.take();
    }

    boost::json::object m_object;
};

} // namespace cmq::scenario
