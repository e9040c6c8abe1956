#pragma once

#include "choices.h"
#include "fields.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>

namespace cmq::wire {

/// Walks a reply's table and fills its members from a JSON object. Tolerates what CMQ's versions
/// differ in: members that are absent or null, numbers written as text and the reverse. Keeps the
/// first thing that it cannot understand, as a sentence. Private to this room.
class JsonReader final
{
public:
    explicit JsonReader(const boost::json::object& object)
        : m_object(object)
    {
    }

    void field(std::string_view name, std::string& value, Need need = Optional);
    void field(std::string_view name, std::int64_t& value, Need need = Optional,
               std::string_view otherName = {});
    void field(std::string_view name, Time& value);
    void field(std::string_view name, std::optional<Time>& value);
    void field(std::string_view name, FilterType& value);
    void field(std::string_view name, std::vector<std::string>& list, Need need,
               std::string_view otherName);

    template <Word E>
    void field(std::string_view name, E& value, Need need = Optional,
               std::string_view otherName = {})
    {
        std::string text;
        field(find(name) || otherName.empty() ? name : otherName, text, need);
        if (text.empty())
            return;
        if (const std::optional<E> parsed = Choice<E>::parse(text))
            value = *parsed;
        else
            note(name, "is \"" + text + "\", which is not known");
    }

    void longField(std::string_view name, std::int64_t& value) { field(name, value); }
    void constant(std::string_view, std::int64_t) {}
    void constant(std::string_view, std::initializer_list<int>) {}

    template <class Item>
    void items(std::string_view name, std::vector<Item>& list, Need need = Optional)
    {
        const boost::json::array* array = findArray(name, need);
        for (std::size_t i = 0; array && i < array->size() && m_problem.empty(); ++i) {
            const boost::json::object* object = (*array)[i].if_object();
            if (!object)
                return note(name, "has an element that is no object");
            JsonReader reader(*object);
            describe(reader, list.emplace_back());
            m_problem = std::move(reader.m_problem);
        }
    }

    void ids(std::string_view name, std::string_view member, std::vector<std::string>& list);
    void settings(QueueSettings& settings);
    void deadLetter(QueueAttributes& queue);
    void deadLetter(QueueSettingsReply& queue);
    void failures(std::string_view name, BatchDeleteReply& reply);

    /// Empty when everything was understood.
    [[nodiscard]] std::string takeProblem() { return std::move(m_problem); }

private:
    /// A member that is there and not null.
    [[nodiscard]] const boost::json::value* find(std::string_view name) const;
    [[nodiscard]] const boost::json::array* findArray(std::string_view name, Need need);
    void note(std::string_view name, std::string_view what);
    [[nodiscard]] std::optional<DeadLetterPolicy> deadLetterPolicy();

    const boost::json::object& m_object;
    std::string m_problem;
};

} // namespace cmq::wire
