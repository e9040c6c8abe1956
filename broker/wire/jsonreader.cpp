#include "jsonreader.h"

#include "deadletterjson.h"
#include "number.h"

namespace cmq::wire {

namespace json = boost::json;

namespace {

std::optional<std::int64_t> numberOf(const json::value& value)
{
    if (value.is_int64() && value.get_int64() <= NumberMax && value.get_int64() >= -NumberMax)
        return value.get_int64();
    if (value.is_string())
        return parseNumber(value.get_string());
    return std::nullopt;
}

std::optional<std::string> textOf(const json::value& value)
{
    if (value.is_string())
        return std::string(value.get_string());
    if (value.is_int64())
        return std::to_string(value.get_int64());
    if (value.is_uint64())
        return std::to_string(value.get_uint64());
    return std::nullopt;
}

} // namespace

const json::value* JsonReader::find(std::string_view name) const
{
    const json::value* value = m_object.if_contains(name);
    return value && !value->is_null() ? value : nullptr;
}

void JsonReader::note(std::string_view name, std::string_view what)
{
    if (m_problem.empty())
        m_problem.append("its member ").append(name).append(" ").append(what);
}

const json::array* JsonReader::findArray(std::string_view name, Need need)
{
    const json::value* value = find(name);
    if (!value) {
        if (need == Required)
            note(name, "is missing");
        return nullptr;
    }
    if (!value->is_array())
        note(name, "is no array");
    return value->if_array();
}

void JsonReader::field(std::string_view name, std::string& value, Need need)
{
    const json::value* found = find(name);
    if (!found) {
        if (need == Required)
            note(name, "is missing");
        return;
    }
    if (auto text = textOf(*found))
        value = std::move(*text);
    else
        note(name, "is no text");
}

void JsonReader::field(std::string_view name, std::int64_t& value, Need need,
                       std::string_view otherName)
{
    const json::value* found = find(name);
    if (!found && !otherName.empty())
        found = find(otherName);
    if (!found) {
        if (need == Required)
            note(name, "is missing");
        return;
    }
    if (const auto number = numberOf(*found))
        value = *number;
    else
        note(name, "is no integer");
}

void JsonReader::field(std::string_view name, Time& value)
{
    std::int64_t seconds = 0;
    field(name, seconds);
    value = fromUnixSeconds(seconds);
}

void JsonReader::field(std::string_view name, std::optional<Time>& value)
{
    std::int64_t seconds = 0;
    field(name, seconds);
    if (seconds != 0)
        value = fromUnixSeconds(seconds);
}

void JsonReader::field(std::string_view name, FilterType& value)
{
    std::int64_t number = static_cast<std::int64_t>(value);
    field(name, number);
    // One old page counts from 0; every newer one and all SDKs from 1.
    value = number == 2 ? FilterType::Routing : FilterType::Tag;
}

void JsonReader::field(std::string_view name, std::vector<std::string>& list, Need need,
                       std::string_view otherName)
{
    const json::array* array = findArray(find(name) ? name : otherName, need);
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        auto text = textOf((*array)[i]);
        if (!text)
            return note(name, "has an element that is no text");
        list.push_back(std::move(*text));
    }
}

void JsonReader::ids(std::string_view name, std::string_view member, std::vector<std::string>& list)
{
    const json::array* array = findArray(name, Required);
    for (std::size_t i = 0; array && i < array->size() && m_problem.empty(); ++i) {
        const json::object* object = (*array)[i].if_object();
        if (!object)
            return note(name, "has an element that is no object");
        JsonReader reader(*object);
        reader.field(member, list.emplace_back(), Required);
        m_problem = std::move(reader.m_problem);
    }
}

void JsonReader::settings(QueueSettings& settings)
{
    for (const QueueSettingRule& rule : queueSettingRules()) {
        std::int64_t value = rule.get(settings);
        field(rule.name, value);
        rule.set(settings, value);
    }
}

std::optional<DeadLetterPolicy> JsonReader::deadLetterPolicy()
{
    std::string text;
    field("deadLetterPolicy", text);
    if (text.empty())
        return std::nullopt;
    auto policy = deadLetterPolicyFromJson(text);
    if (policy)
        return std::move(*policy);
    note("deadLetterPolicy", "is not understood");
    return std::nullopt;
}

void JsonReader::deadLetter(QueueAttributes& queue)
{
    queue.settings.deadLetterPolicy = deadLetterPolicy();
    if (queue.settings.deadLetterPolicy) {
        std::string& name = queue.settings.deadLetterPolicy->deadLetterQueue;
        queue.deadLetterQueueId = name;
        field("deadLetterQueueName", name);
    }
    items("deadLetterSource", queue.deadLetterSource);
}

void JsonReader::deadLetter(QueueSettingsReply& queue)
{
    queue.settings.deadLetterPolicy = deadLetterPolicy();
}

void JsonReader::failures(std::string_view name, BatchDeleteReply& reply)
{
    const json::array* array = findArray(name, Optional);
    for (std::size_t i = 0; array && i < array->size() && m_problem.empty(); ++i) {
        const json::object* object = (*array)[i].if_object();
        if (!object)
            return note(name, "has an element that is no object");
        JsonReader reader(*object);
        DeleteFailure& failure = reply.errorList.emplace_back();
        std::int64_t code = 0;
        std::string message;
        reader.field("receiptHandle", failure.receiptHandle, Required);
        reader.field("code", code, Required);
        reader.field("message", message);
        failure.error =
            errorFromWire(static_cast<int>(std::clamp<std::int64_t>(code, 0, 1'000'000)), message);
        m_problem = std::move(reader.m_problem);
    }
}

} // namespace cmq::wire
