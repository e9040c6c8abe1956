#include "cloudreader.h"

#include "cloudwriter.h"
#include "number.h"

namespace cmq::wire {

namespace json = boost::json;

namespace {

constexpr std::string_view TagFilterPrefix = "tag:";
/// No instant of CMQ in milliseconds is below this, and none in seconds above: it is 1973 in the
/// one unit and the year 5138 in the other.
constexpr std::int64_t LeastMilliseconds = 100'000'000'000;

/// `tdmq` counts milliseconds, but its documents do not say so of every member.
Time instantOf(std::int64_t number, bool isTdmq)
{
    return isTdmq && number >= LeastMilliseconds ? fromUnixMilliseconds(number)
                                                 : fromUnixSeconds(number);
}

} // namespace

const json::value* CloudReader::find(std::string_view name) const
{
    const json::value* value = m_object.if_contains(name);
    return value && !value->is_null() ? value : nullptr;
}

void CloudReader::note(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

void CloudReader::noteType(std::string_view name, std::string_view wanted)
{
    note(makeError(ErrorId::ParameterType, name,
                   std::string(name).append(" is not ").append(wanted)));
}

void CloudReader::take(CloudReader& inner)
{
    if (inner.m_error)
        note(std::move(*inner.m_error));
}

const json::array* CloudReader::findArray(std::string_view name)
{
    const json::value* value = find(name);
    if (!value)
        return nullptr;
    if (!value->is_array())
        noteType(name, "a list");
    return value->if_array();
}

std::optional<std::int64_t> CloudReader::numberOf(const json::value& value) const
{
    if (value.is_int64())
        return std::clamp(value.get_int64(), -NumberMax, NumberMax);
    if (value.is_uint64())
        return NumberMax;
    if (m_side == Side::Answer && value.is_string())
        return parseNumber(value.get_string());
    return std::nullopt;
}

void CloudReader::field(std::string_view name, std::string& value, Need need)
{
    const json::value* found = find(name);
    if (!found) {
        if (need == Required)
            note(makeError(ErrorId::ParameterMissing, name));
        return;
    }
    if (found->is_string())
        value = found->get_string();
    else if (const auto number = numberOf(*found); number && m_side == Side::Answer)
        value = std::to_string(*number);
    else
        noteType(name, "a text");
}

void CloudReader::field(std::string_view name, std::int64_t& value, Need need)
{
    const json::value* found = find(name);
    if (!found) {
        if (need == Required)
            note(makeError(ErrorId::ParameterMissing, name));
        return;
    }
    if (const auto number = numberOf(*found))
        value = *number;
    else
        noteType(name, "an integer");
}

void CloudReader::field(std::string_view name, bool& value)
{
    const json::value* found = find(name);
    if (!found)
        return;
    // Some members are 0 and 1 in requests and true and false in answers.
    const auto number = numberOf(*found);
    if (found->is_bool())
        value = found->get_bool();
    else if (number == 0 || number == 1)
        value = *number == 1;
    else
        noteType(name, "a boolean");
}

void CloudReader::field(std::string_view name, Seconds& value)
{
    std::int64_t seconds = value.count();
    field(name, seconds);
    value = Seconds(seconds);
}

void CloudReader::field(std::string_view name, Time& value)
{
    if (!isPresent(name))
        return;
    std::int64_t number = 0;
    field(name, number);
    value = instantOf(number, isTdmq());
}

void CloudReader::field(std::string_view name, std::optional<Time>& value)
{
    Time time;
    field(name, time);
    if (time != Time())
        value = time;
}

void CloudReader::instant(std::string_view name, Time& value)
{
    std::int64_t number = 0;
    field(name, number, Required);
    value = instantOf(number, isTdmq());
}

void CloudReader::field(std::string_view name, FilterType& value)
{
    std::int64_t number = static_cast<std::int64_t>(value);
    field(name, number);
    if (number == 1 || number == 2)
        value = number == 1 ? FilterType::Tag : FilterType::Routing;
    else if (m_side == Side::Request)
        note(makeError(ErrorId::ParameterOutOfRange, name,
                       std::to_string(number) + " is neither 1 (tags) nor 2 (routing)"));
}

void CloudReader::field(std::string_view name, DeadLetterRule& value)
{
    std::int64_t number = static_cast<std::int64_t>(value);
    field(name, number);
    if (number == 0 || number == 1)
        value = number == 0 ? DeadLetterRule::MaxReceiveCount : DeadLetterRule::MaxTimeToLive;
    else
        note(makeError(ErrorId::DeadLetterPolicyMember, name));
}

void CloudReader::field(std::string_view name, std::vector<std::string>& list)
{
    const json::array* array = findArray(name);
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        if (!(*array)[i].is_string())
            return noteType(name, "a list of texts");
        list.emplace_back((*array)[i].get_string());
    }
}

void CloudReader::numberText(std::string_view name, std::string& value)
{
    std::int64_t number = 0;
    field(name, number);
    value = std::to_string(number);
}

void CloudReader::settings(QueueSettings& settings)
{
    for (const QueueSettingRule& rule : queueSettingRules()) {
        std::int64_t value = rule.get(settings);
        field(capitalized(rule.name), value);
        rule.set(settings, value);
    }
}

void CloudReader::settings(QueueSettingsChange& change)
{
    for (const QueueSettingRule& rule : queueSettingRules()) {
        std::optional<std::int64_t> value;
        field(capitalized(rule.name), value);
        if (value)
            rule.setChange(change, *value);
    }
}

void CloudReader::deadLetterParameters(std::optional<DeadLetterPolicy>& policy)
{
    // An empty name alone is a field that somebody left empty; with a policy it is an error.
    DeadLetterPolicy read;
    describeCloud(*this, read);
    const bool isMeant =
        !read.deadLetterQueue.empty() || (isPresent("DeadLetterQueueName") && isPresent("Policy"));
    if (isMeant)
        policy = std::move(read);
}

void CloudReader::deadLetter(std::string_view name, QueueAttributes& queue)
{
    object(name, [&](CloudReader& inner) {
        DeadLetterPolicy policy;
        inner.field("DeadLetterQueue", queue.deadLetterQueueId);
        describeCloud(inner, policy);
        if (policy.deadLetterQueue.empty()) // tdmq tells one of the two
            policy.deadLetterQueue = queue.deadLetterQueueId;
        if (!policy.deadLetterQueue.empty())
            queue.settings.deadLetterPolicy = std::move(policy);
    });
}

void CloudReader::transactionPolicy(std::string_view name, CloudSettings& settings)
{
    object(name, [&](CloudReader& inner) {
        inner.field("FirstQueryInterval", settings.firstQueryInterval);
        inner.field("MaxQueryCount", settings.maxQueryCount);
    });
}

void CloudReader::subscribedQueue(std::string_view typeMember, std::string_view nameMember,
                                  std::string& queueName)
{
    std::string type;
    field(typeMember, type);
    if (type.empty() || type == "queue" || type == "topic")
        field(nameMember, queueName);
    else
        note(makeError(ErrorId::ParameterOutOfRange, typeMember,
                       "\"" + type + "\" is neither \"topic\" nor \"queue\""));
    if (type == "topic")
        queueName.clear();
}

void CloudReader::filters(std::string_view nameMember, std::string& word,
                          std::vector<ResourceTagFilter>& tagFilters)
{
    struct Filter
    {
        std::string name;
        std::vector<std::string> values;
    };
    std::vector<Filter> all;
    items("Filters", all, [](CloudReader& inner, Filter& filter) {
        inner.field("Name", filter.name, Required);
        inner.field("Values", filter.values);
    });
    for (Filter& filter : all) {
        if (filter.name == nameMember && filter.values.size() == 1)
            word = std::move(filter.values.front());
        else if (filter.name.starts_with(TagFilterPrefix))
            tagFilters.push_back(
                {filter.name.substr(TagFilterPrefix.size()), std::move(filter.values)});
        else
            note(makeError(ErrorId::ParameterOutOfRange, "Filters",
                           "a filter is " + std::string(nameMember) +
                               " with one value, or tag: and a tag's key"));
    }
    std::string tagKey; // of `cmq`
    field("TagKey", tagKey);
    if (!tagKey.empty())
        tagFilters.push_back({std::move(tagKey), {}});
}

} // namespace cmq::wire
