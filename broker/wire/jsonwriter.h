#pragma once

#include "choices.h"
#include "deadletterjson.h"
#include "fields.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <limits>

namespace cmq::wire {

/// Walks a reply's table and writes its members into a JSON object, under every spelling that SDKs
/// read. Numbers stay within 32 bits, because Java and C++ SDKs read no larger ones.
/// Private to this room.
class JsonWriter final
{
public:
    explicit JsonWriter(boost::json::object& object)
        : m_object(object)
    {
    }

    void field(std::string_view name, const std::string& value, Need = Optional)
    {
        m_object.emplace(name, value);
    }
    void field(std::string_view name, std::int64_t value, Need = Optional,
               std::string_view otherName = {})
    {
        constexpr std::int64_t min = std::numeric_limits<std::int32_t>::min();
        constexpr std::int64_t max = std::numeric_limits<std::int32_t>::max();
        value = std::clamp(value, min, max);
        m_object.emplace(name, value);
        if (!otherName.empty())
            m_object.emplace(otherName, value);
    }
    void field(std::string_view name, Time value) { field(name, toUnixSeconds(value)); }
    /// An instant that there may not be is 0 then.
    void field(std::string_view name, const std::optional<Time>& value)
    {
        field(name, value ? toUnixSeconds(*value) : 0);
    }
    void field(std::string_view name, FilterType value)
    {
        field(name, static_cast<std::int64_t>(value));
    }
    void field(std::string_view name, Word auto value, Need = Optional,
               std::string_view otherName = {})
    {
        m_object.emplace(name, toString(value));
        if (!otherName.empty())
            m_object.emplace(otherName, toString(value));
    }
    void field(std::string_view name, const std::vector<std::string>& list, Need,
               std::string_view otherName)
    {
        boost::json::array array(list.begin(), list.end(), m_object.storage());
        m_object.emplace(otherName, array);
        m_object.emplace(name, std::move(array));
    }

    /// A number that no SDK reads as 32 bits.
    void longField(std::string_view name, std::int64_t value) { m_object.emplace(name, value); }

    void constant(std::string_view name, std::int64_t value) { m_object.emplace(name, value); }
    void constant(std::string_view name, std::initializer_list<int>)
    {
        m_object.emplace(name, boost::json::array(m_object.storage()));
    }

    template <class Item>
    void items(std::string_view name, const std::vector<Item>& list, Need = Optional)
    {
        boost::json::array& array = m_object.emplace(name, boost::json::array(m_object.storage()))
                                        .first->value()
                                        .get_array();
        array.reserve(list.size());
        for (const Item& item : list) {
            JsonWriter writer(
                array.emplace_back(boost::json::object(m_object.storage())).get_object());
            describe(writer, item);
        }
    }

    /// `[{"msgId":"1"},{"msgId":"2"}]`
    void ids(std::string_view name, std::string_view member, const std::vector<std::string>& list)
    {
        boost::json::array& array = m_object.emplace(name, boost::json::array(m_object.storage()))
                                        .first->value()
                                        .get_array();
        for (const std::string& id : list)
            array.emplace_back(boost::json::object({{member, id}}, m_object.storage()));
    }

    void settings(const QueueSettings& settings)
    {
        for (const QueueSettingRule& rule : queueSettingRules())
            field(rule.name, rule.get(settings));
    }

    void deadLetter(const QueueAttributes& queue)
    {
        if (queue.settings.deadLetterPolicy) {
            const DeadLetterPolicy& policy = *queue.settings.deadLetterPolicy;
            field("deadLetterPolicy", deadLetterPolicyToJson(policy, queue.deadLetterQueueId));
            field("deadLetterQueueName", policy.deadLetterQueue); // ours: people know names
        }
        if (!queue.deadLetterSource.empty())
            items("deadLetterSource", queue.deadLetterSource);
    }
    void deadLetter(const QueueSettingsReply& queue)
    {
        if (const auto& policy = queue.settings.deadLetterPolicy)
            field("deadLetterPolicy", deadLetterPolicyToJson(*policy, policy->deadLetterQueue));
    }

    void failures(std::string_view name, const BatchDeleteReply& reply)
    {
        if (reply.errorList.empty())
            return;
        boost::json::array& array = m_object.emplace(name, boost::json::array(m_object.storage()))
                                        .first->value()
                                        .get_array();
        for (const DeleteFailure& failure : reply.errorList)
            array.emplace_back(boost::json::object({{"code", failure.error.code},
                                                    {"message", wireMessage(failure.error)},
                                                    {"receiptHandle", failure.receiptHandle}},
                                                   m_object.storage()));
    }

private:
    boost::json::object& m_object;
};

} // namespace cmq::wire
