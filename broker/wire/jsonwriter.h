#pragma once

#include "choices.h"
#include "deadletterjson.h"
#include "fields.h"
#include "json.h"
#include "jsonobject.h"

#include <algorithm>
#include <limits>

namespace cmq::wire {

/// Walks a reply's table and appends its members to a JSON text, under every spelling that SDKs
/// read. Numbers stay within 32 bits, because Java and C++ SDKs read no larger ones.
/// Straight into the text, because most of the answers' bytes are bodies: nothing is copied twice.
/// Private to this room.
class JsonWriter final : private JsonObject
{
public:
    /// Begins an object at the end of `out`, which ends with this.
    explicit JsonWriter(std::string& out)
        : JsonObject(out)
    {
    }

    void field(std::string_view name, std::string_view value, Need = Optional)
    {
        member(name);
        appendJsonString(m_out, value);
    }
    void field(std::string_view name, std::int64_t value, Need = Optional,
               std::string_view otherName = {})
    {
        constexpr std::int64_t min = std::numeric_limits<std::int32_t>::min();
        constexpr std::int64_t max = std::numeric_limits<std::int32_t>::max();
        value = std::clamp(value, min, max);
        longField(name, value);
        if (!otherName.empty())
            longField(otherName, value);
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
        field(name, std::string_view(toString(value)));
        if (!otherName.empty())
            field(otherName, std::string_view(toString(value)));
    }
    void field(std::string_view name, const std::vector<std::string>& list, Need,
               std::string_view otherName)
    {
        for (const std::string_view each : {otherName, name})
            array(each, list, [this](const std::string& text) { appendJsonString(m_out, text); });
    }

    /// A number that no SDK reads as 32 bits.
    void longField(std::string_view name, std::int64_t value)
    {
        member(name);
        m_out += std::to_string(value);
    }
    void longField(std::string_view name, std::uint64_t value)
    {
        member(name);
        m_out += std::to_string(value);
    }

    void constant(std::string_view name, std::int64_t value) { longField(name, value); }
    void constant(std::string_view name, std::initializer_list<int> none)
    {
        array(name, none, [](int) {});
    }

    template <class Item>
    void items(std::string_view name, const std::vector<Item>& list, Need = Optional)
    {
        array(name, list, [this](const Item& item) {
            JsonWriter writer(m_out);
            describe(writer, item);
        });
    }

    /// `[{"msgId":"1"},{"msgId":"2"}]`
    void ids(std::string_view name, std::string_view member, const std::vector<std::string>& list)
    {
        array(name, list, [&](const std::string& id) { JsonWriter(m_out).field(member, id); });
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
        array(name, reply.errorList, [this](const DeleteFailure& failure) {
            JsonWriter writer(m_out);
            writer.field("code", std::int64_t{failure.error.code});
            writer.field("message", wireMessage(failure.error));
            writer.field("receiptHandle", failure.receiptHandle);
        });
    }
};

} // namespace cmq::wire
