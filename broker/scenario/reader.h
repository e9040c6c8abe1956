#pragma once

#include "jsontext.h"
#include "scenario.h"

#include <boost/json/value.hpp>

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cmq::scenario {

/// What was wrong first, and where; shared by the readers of all parts of a file.
struct Problem
{
    std::string pointer; ///< JSON pointer of the place
    std::string sentence;

    void add(const std::string& where, std::string what)
    {
        if (sentence.empty()) {
            pointer = where;
            sentence = std::move(what);
        }
    }
};

/// Reads one object of a scenario file along the table of fields.h. Goes on after a problem: the
/// first one counts. Private to this room.
class Reader final
{
public:
    template <class T>
    using Of = T;

    Reader(const boost::json::object& object, std::string pointer, Problem& problem)
        : m_object(object)
        , m_pointer(std::move(pointer))
        , m_problem(problem)
    {
    }
    /// Complains about members that nobody asked for: mostly they are mistyped.
    void finish();

    void version(std::string_view name, std::int64_t known);
    void text(std::string_view name, std::string& value, std::string_view = {});
    /// A text that must not be empty.
    void name(std::string_view name, std::string& value);
    void text(std::string_view name, std::optional<std::string>& value);
    void texts(std::string_view name, Texts& value);
    void textsList(std::string_view name, std::vector<Texts>& value);
    void strings(std::string_view name, std::vector<std::string>& value);
    void number(std::string_view name, std::int64_t& value, std::int64_t min, std::int64_t max,
                std::int64_t = 0);
    void number(std::string_view name, std::optional<std::int64_t>& value, std::int64_t min,
                std::int64_t max);
    void seconds(std::string_view name, Milliseconds& value, std::int64_t maxSeconds,
                 Milliseconds = {}, Milliseconds min = {});
    void wholeSeconds(std::string_view name, Seconds& value, std::int64_t max);
    void workTime(std::string_view name, WorkTime& value);
    void instant(std::string_view name, Time& value);
    void flag(std::string_view name, bool& value, bool);
    void map(std::string_view name, std::map<std::string, std::string>& value);
    void parameters(std::string_view name, std::vector<std::pair<std::string, std::string>>& value);
    void word(std::string_view name, FaultKind& kind);
    void kind(Predicate& predicate);
    void role(std::variant<Producer, Consumer, Receiver>& role);
    void steps(std::string_view name, std::vector<Step>& value);

    template <class T>
    void object(std::string_view name, T& value)
    {
        const boost::json::value* found = find(name);
        if (found)
            readObject(*found, at(name), value);
    }
    template <class T>
    void object(std::string_view name, std::optional<T>& value)
    {
        const boost::json::value* found = find(name);
        if (found)
            readObject(*found, at(name), value.emplace());
    }
    template <class T>
    void objects(std::string_view name, std::vector<T>& value, std::size_t max = 100)
    {
        const boost::json::array* list = findList(name, max);
        for (std::size_t i = 0; list && i < list->size(); ++i)
            readObject((*list)[i], at(name) + '/' + std::to_string(i), value.emplace_back());
    }

private:
    [[nodiscard]] std::string at(std::string_view name) const;
    const boost::json::value* find(std::string_view name);
    const boost::json::object* findObject(std::string_view name);
    const boost::json::array* findList(std::string_view name, std::size_t max);
    void wrong(std::string_view name, std::string sentence);
    void readTexts(const boost::json::value& value, const std::string& where, Texts& texts);
    void readSteps(const boost::json::value& value, const std::string& where,
                   std::vector<Step>& steps, const std::string& repetition);
    void readStep(const boost::json::value& value, const std::string& where,
                  std::vector<Step>& steps, const std::string& repetition);
    void checkPredicate(const Predicate& predicate);

    template <class T>
    void readObject(const boost::json::value& value, const std::string& where, T& into)
    {
        const boost::json::object* found = value.if_object();
        if (!found) {
            m_problem.add(where, "must be an object");
            return;
        }
        Reader reader(*found, where, m_problem);
        describe(reader, into);
        if constexpr (std::is_same_v<T, Predicate>)
            reader.checkPredicate(into);
        reader.finish();
    }

    const boost::json::object& m_object;
    std::string m_pointer;
    Problem& m_problem; // outlives us, as the object does
    std::set<std::string_view> m_known;
};

} // namespace cmq::scenario
