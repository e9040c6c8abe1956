#pragma once

#include "choices.h"
#include "cloudcodec.h"
#include "cloudfields.h"
#include "json.h"
#include "jsonobject.h"

#include <string>
#include <vector>

namespace cmq::wire {

/// `Offset` of `offset`: API 3.0 begins its names with a capital.
[[nodiscard]] inline std::string capitalized(std::string_view name)
{
    std::string text(name);
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

/// Walks a table of API 3.0 and appends its members to a JSON text, of requests and of answers.
/// A request leaves out what is empty and not required. Private to this room.
class CloudWriter final : private JsonObject
{
public:
    enum class Side : std::uint8_t { Request, Answer };

    /// Begins an object at the end of `out`, which ends with this.
    CloudWriter(std::string& out, CloudApi api, Side side)
        : JsonObject(out)
        , m_api(api)
        , m_side(side)
    {
    }

    [[nodiscard]] bool isTdmq() const { return m_api == CloudApi::Tdmq; }

    void field(std::string_view name, std::string_view value, Need need = Optional)
    {
        if (isLeftOut(need, value.empty()))
            return;
        member(name);
        appendJsonString(m_out, value);
    }
    void field(std::string_view name, const std::string& value, Need need = Optional)
    {
        field(name, std::string_view(value), need);
    }
    /// Also when it is empty.
    void text(std::string_view name, const std::string& value) { field(name, value, Required); }
    void field(std::string_view name, std::int64_t value, Need = Optional)
    {
        member(name);
        m_out += std::to_string(value);
    }
    void field(std::string_view name, bool value, Need = Optional)
    {
        member(name);
        m_out += value ? "true" : "false";
    }
    void field(std::string_view name, Seconds value) { field(name, std::int64_t{value.count()}); }
    void field(std::string_view name, Time value)
    {
        field(name, isTdmq() ? toUnixMilliseconds(value) : toUnixSeconds(value));
    }
    void field(std::string_view name, FilterType value)
    {
        field(name, static_cast<std::int64_t>(value));
    }
    void field(std::string_view name, DeadLetterRule value)
    {
        field(name, static_cast<std::int64_t>(value));
    }
    void field(std::string_view name, Word auto value, Need = Optional)
    {
        field(name, std::string_view(toString(value)), Required);
    }
    void field(std::string_view name, const std::vector<std::string>& list, Need need = Optional)
    {
        if (!isLeftOut(need, list.empty()))
            array(name, list, [this](const std::string& text) { appendJsonString(m_out, text); });
    }
    /// What is absent has no member; a list that is there and empty has one. An instant that there
    /// is not is 0.
    template <class T>
    void field(std::string_view name, const std::optional<T>& value)
    {
        if constexpr (std::is_same_v<T, std::vector<std::string>>) {
            if (value)
                field(name, *value, Required);
        } else if (value) {
            field(name, *value);
        } else if constexpr (std::is_same_v<T, Time>) {
            field(name, std::int64_t{0});
        }
    }

    void instant(std::string_view name, Time value) { field(name, value); }
    void binary(std::string_view name, const std::optional<bool>& value)
    {
        if (value)
            field(name, std::int64_t{*value});
    }
    void constant(std::string_view name, bool value) { field(name, value); }
    /// An id that is a number here and a text elsewhere.
    void numberText(std::string_view name, const std::string& value)
    {
        const bool isNumber = !value.empty() && value.size() <= 15 &&
                              value.find_first_not_of("0123456789") == value.npos;
        member(name);
        m_out += isNumber ? value : "0";
    }

    template <class Settings>
    void settings(const Settings& settings)
    {
        for (const QueueSettingRule& rule : queueSettingRules()) {
            if constexpr (std::is_same_v<Settings, QueueSettings>)
                field(capitalized(rule.name), rule.get(settings));
            else
                field(capitalized(rule.name), rule.getChange(settings));
        }
    }
    void deadLetterParameters(const std::optional<DeadLetterPolicy>& policy)
    {
        if (policy)
            describeCloud(*this, *policy);
    }
    void deadLetter(std::string_view name, const QueueAttributes& queue)
    {
        if (!queue.settings.deadLetterPolicy)
            return;
        object(name, [&](CloudWriter& inner) {
            inner.field("DeadLetterQueue", queue.deadLetterQueueId);
            describeCloud(inner, *queue.settings.deadLetterPolicy);
        });
    }
    void transactionPolicy(std::string_view name, const CloudSettings& settings)
    {
        if (!settings.firstQueryInterval && !settings.maxQueryCount)
            return;
        object(name, [&](CloudWriter& inner) {
            inner.field("FirstQueryInterval", settings.firstQueryInterval);
            inner.field("MaxQueryCount", settings.maxQueryCount);
        });
    }

    void page(const auto& action)
    {
        field("Offset", action.offset);
        field("Limit", action.limit);
    }
    /// A name that is a word to look for in `tdmq` is the very name in `cmq`, where words are
    /// filters.
    void found(std::string_view nameMember, std::string_view listMember, const auto& action)
    {
        std::vector<Filter> filters;
        if (isTdmq()) {
            field(nameMember, action.searchWord);
            field(listMember, action.names);
        } else {
            if (!action.names.empty())
                field(nameMember, action.names.front());
            if (!action.searchWord.empty())
                filters.push_back({std::string(nameMember), {action.searchWord}});
        }
        for (const ResourceTagFilter& each : action.tagFilters)
            filters.push_back({"tag:" + each.tagKey, each.tagValues});
        if (!action.tagFilters.empty() && isTdmq())
            field("IsTagFilter", true);
        if (filters.empty())
            return;
        array("Filters", filters, [this](const Filter& filter) {
            CloudWriter inner(m_out, m_api, m_side);
            inner.field("Name", filter.name);
            inner.field("Values", filter.values, Required);
        });
    }
    void subscribedQueue(std::string_view typeMember, std::string_view nameMember,
                         const std::string& queueName)
    {
        if (queueName.empty())
            return;
        field(typeMember, std::string_view("queue"));
        field(nameMember, queueName);
    }

    template <class Write>
    void object(std::string_view name, Write write)
    {
        member(name);
        CloudWriter inner(m_out, m_api, m_side);
        write(inner);
    }
    template <class Item>
    void items(std::string_view name, const std::vector<Item>& list)
    {
        items(name, list, [](CloudWriter& inner, const Item& item) { describeCloud(inner, item); });
    }
    template <class Item, class Describe>
    void items(std::string_view name, const std::vector<Item>& list, Describe describeItem)
    {
        if (isLeftOut(Optional, list.empty()))
            return;
        array(name, list, [&](const Item& item) {
            CloudWriter inner(m_out, m_api, m_side);
            describeItem(inner, item);
        });
    }

private:
    struct Filter
    {
        std::string name;
        std::vector<std::string> values;
    };

    [[nodiscard]] bool isLeftOut(Need need, bool isEmpty) const
    {
        return isEmpty && need == Optional && m_side == Side::Request;
    }
    const CloudApi m_api;
    const Side m_side;
};

} // namespace cmq::wire
