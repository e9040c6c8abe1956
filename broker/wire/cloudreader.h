#pragma once

#include "choices.h"
#include "cloudcodec.h"
#include "cloudfields.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cmq::wire {

/// Walks a table of API 3.0 and fills its members from a JSON object.
///
/// Strict with requests: a member has the type that the API gives it. Lenient with answers, as
/// services differ: numbers may be texts. Members that are absent or null stay as they are, unknown
/// ones are ignored. Keeps the first thing that is wrong. Private to this room.
class CloudReader final
{
public:
    enum class Side : std::uint8_t { Request, Answer };

    CloudReader(const boost::json::object& object, CloudApi api, Side side)
        : m_object(object)
        , m_api(api)
        , m_side(side)
    {
    }

    [[nodiscard]] bool isTdmq() const { return m_api == CloudApi::Tdmq; }

    void field(std::string_view name, std::string& value, Need need = Optional);
    void text(std::string_view name, std::string& value) { field(name, value); }
    void field(std::string_view name, std::int64_t& value, Need need = Optional);
    void field(std::string_view name, bool& value);
    void field(std::string_view name, Seconds& value);
    void field(std::string_view name, Time& value);
    void field(std::string_view name, FilterType& value);
    void field(std::string_view name, DeadLetterRule& value);
    void field(std::string_view name, std::vector<std::string>& list);

    template <Word E>
    void field(std::string_view name, E& value, Need need = Optional)
    {
        std::string text;
        field(name, text, need);
        if (text.empty())
            return; // Node's SDK sends empty texts for what is not given
        if (const std::optional<E> parsed = Choice<E>::parse(text))
            value = *parsed;
        else
            note(makeError(Choice<E>::Undefined, name, "\"" + text + "\" is not known"));
    }
    template <class T>
    void field(std::string_view name, std::optional<T>& value)
    {
        if (!isPresent(name))
            return;
        T present{};
        field(name, present);
        value = std::move(present);
    }
    void field(std::string_view name, std::optional<Time>& value);

    void instant(std::string_view name, Time& value);
    void binary(std::string_view name, std::optional<bool>& value) { field(name, value); }
    void constant(std::string_view, bool) {}
    void numberText(std::string_view name, std::string& value);

    void settings(QueueSettings& settings);
    void settings(QueueSettingsChange& change);
    void deadLetterParameters(std::optional<DeadLetterPolicy>& policy);
    void deadLetter(std::string_view name, QueueAttributes& queue);
    void transactionPolicy(std::string_view name, CloudSettings& settings);

    void page(auto& action)
    {
        field("Offset", action.offset);
        field("Limit", action.limit);
    }
    void found(std::string_view nameMember, std::string_view listMember, auto& action)
    {
        std::string name;
        field(nameMember, name);
        if (isTdmq()) {
            action.searchWord = std::move(name);
            field(listMember, action.names);
        } else if (!name.empty()) {
            action.names.push_back(std::move(name));
        }
        filters(nameMember, action.searchWord, action.tagFilters);
    }
    void subscribedQueue(std::string_view typeMember, std::string_view nameMember,
                         std::string& queueName);

    template <class Read>
    void object(std::string_view name, Read read)
    {
        const boost::json::value* value = find(name);
        if (!value)
            return;
        if (!value->is_object())
            return noteType(name, "an object");
        CloudReader inner(value->get_object(), m_api, m_side);
        read(inner);
        take(inner);
    }
    template <class Item>
    void items(std::string_view name, std::vector<Item>& list)
    {
        items(name, list, [](CloudReader& inner, Item& item) { describeCloud(inner, item); });
    }
    template <class Item, class Describe>
    void items(std::string_view name, std::vector<Item>& list, Describe describeItem)
    {
        const boost::json::array* array = findArray(name);
        for (std::size_t i = 0; array && i < array->size() && !m_error; ++i) {
            if (!(*array)[i].is_object())
                return noteType(name, "a list of objects");
            CloudReader inner((*array)[i].get_object(), m_api, m_side);
            describeItem(inner, list.emplace_back());
            take(inner);
        }
    }

    /// The first thing that was wrong.
    [[nodiscard]] std::optional<Error> takeError() { return std::move(m_error); }

private:
    /// A member that is there and not null.
    [[nodiscard]] const boost::json::value* find(std::string_view name) const;
    [[nodiscard]] const boost::json::array* findArray(std::string_view name);
    [[nodiscard]] bool isPresent(std::string_view name) const { return find(name) != nullptr; }
    [[nodiscard]] std::optional<std::int64_t> numberOf(const boost::json::value& value) const;
    void note(Error error);
    void noteType(std::string_view name, std::string_view wanted);
    void take(CloudReader& inner);
    void filters(std::string_view nameMember, std::string& word,
                 std::vector<ResourceTagFilter>& tagFilters);

    const boost::json::object& m_object;
    const CloudApi m_api;
    const Side m_side;
    std::optional<Error> m_error;
};

} // namespace cmq::wire
