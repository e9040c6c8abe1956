#include "parameterreader.h"

#include "deadletterjson.h"
#include "number.h"

#include <algorithm>

namespace cmq::wire {

namespace {

/// An index as SDKs write it: decimal, without leading zeros; too large ones are gaps anyway.
std::optional<std::int64_t> parseIndex(std::string_view text)
{
    if (text.starts_with('-') || (text.size() > 1 && text.front() == '0'))
        return std::nullopt;
    return parseNumber(text);
}

} // namespace

ParameterReader::ParameterReader(std::span<const Parameter> sorted)
    : m_parameters(sorted)
{
    const auto twin = std::ranges::adjacent_find(sorted, {}, &Parameter::name);
    if (twin != sorted.end())
        note(Stage::Array, makeError(ErrorId::ParameterNotRepeatable, twin->name));
}

void ParameterReader::note(Stage stage, Error error)
{
    if (stage >= m_stage)
        return;
    m_stage = stage;
    m_error = std::move(error);
}

std::span<const Parameter>::iterator ParameterReader::lowerBound(std::string_view name) const
{
    return std::ranges::lower_bound(m_parameters, name, {}, &Parameter::name);
}

std::span<const Parameter> ParameterReader::elements(std::string_view name) const
{
    // The dot is not part of `name`: compare as if it were.
    const auto begin = std::ranges::partition_point(m_parameters, [&](const Parameter& each) {
        const int order = each.name.substr(0, name.size()).compare(name);
        return order < 0 ||
               (order == 0 && (each.name.size() == name.size() || each.name[name.size()] < '.'));
    });
    const auto end = std::find_if(begin, m_parameters.end(), [&](const Parameter& each) {
        return each.name.size() <= name.size() || !each.name.starts_with(name) ||
               each.name[name.size()] != '.';
    });
    return {begin, end};
}

bool ParameterReader::isPresent(std::string_view name) const
{
    const auto found = lowerBound(name);
    return (found != m_parameters.end() && found->name == name) || !elements(name).empty();
}

void ParameterReader::scalar(std::string_view name)
{
    if (!elements(name).empty())
        note(Stage::Array, makeError(ErrorId::ParameterNotRepeatable, name));
}

std::optional<std::string_view> ParameterReader::find(std::string_view name, Need need)
{
    scalar(name);
    const auto found = lowerBound(name);
    if (found != m_parameters.end() && found->name == name)
        return found->value;
    if (need == Required)
        note(Stage::Missing, makeError(ErrorId::ParameterMissing, name));
    return std::nullopt;
}

std::optional<std::int64_t> ParameterReader::number(std::string_view name, Need need)
{
    const std::optional<std::string_view> text = find(name, need);
    if (!text)
        return std::nullopt;
    const std::optional<std::int64_t> value = parseNumber(*text);
    if (!value)
        note(Stage::Type, makeError(ErrorId::ParameterType, name,
                                    "\"" + std::string(*text) + "\" is not a decimal integer"));
    return value;
}

void ParameterReader::field(std::string_view name, std::string& value, Need need,
                            std::string_view otherName)
{
    const bool hasOther = !otherName.empty() && !isPresent(name) && isPresent(otherName);
    if (const auto text = find(hasOther ? otherName : name, need))
        value = *text;
}

void ParameterReader::field(std::string_view name, std::int64_t& value, Need need)
{
    value = number(name, need).value_or(value);
}

void ParameterReader::field(std::string_view name, Seconds& value)
{
    value = Seconds(number(name, Optional).value_or(value.count()));
}

void ParameterReader::field(std::string_view name, Time& value, Need need)
{
    if (const auto seconds = number(name, need))
        value = fromUnixSeconds(*seconds);
}

void ParameterReader::field(std::string_view name, FilterType& value)
{
    const auto type = number(name, Optional);
    if (!type)
        return;
    if (*type == 1 || *type == 2)
        value = *type == 1 ? FilterType::Tag : FilterType::Routing;
    else
        note(Stage::Form,
             makeError(ErrorId::ParameterOutOfRange, name,
                       std::to_string(*type) + " is neither 1 (tags) nor 2 (routing)"));
}

bool ParameterReader::readArray(std::string_view name, std::vector<std::string>& list)
{
    if (const auto plain = lowerBound(name); plain != m_parameters.end() && plain->name == name)
        note(Stage::Array, makeError(ErrorId::ParameterKeyFormat, name, "an index is missing"));

    const std::span<const Parameter> found = elements(name);
    std::vector<std::pair<std::int64_t, std::string_view>> indexed;
    indexed.reserve(found.size());
    for (const Parameter& parameter : found) {
        const auto index = parseIndex(parameter.name.substr(name.size() + 1));
        if (!index) {
            note(Stage::Array, makeError(ErrorId::ParameterKeyFormat, parameter.name));
            return true;
        }
        indexed.emplace_back(*index, parameter.value);
    }
    if (indexed.empty())
        return false;

    // The numeric order counts, not the order of the names, and it starts at 0 or at 1.
    std::ranges::sort(indexed, {}, &std::pair<std::int64_t, std::string_view>::first);
    std::int64_t next = std::min<std::int64_t>(indexed.front().first, 1);
    for (const auto& [index, value] : indexed) {
        if (index != next++) {
            note(Stage::Array, makeError(ErrorId::ParameterNotConsequent, name));
            return true;
        }
        list.emplace_back(value);
    }
    return true;
}

void ParameterReader::field(std::string_view name, std::vector<std::string>& list, Need need,
                            std::string_view otherName)
{
    bool hasAny = readArray(name, list);
    if (!hasAny && !otherName.empty())
        hasAny = readArray(otherName, list);
    if (!hasAny && need == Required)
        note(Stage::Missing, makeError(ErrorId::ParameterMissing, name));
}

void ParameterReader::batch(std::string_view name, std::vector<std::string>& list)
{
    const bool hasAny = readArray(name, list);
    if (!hasAny || elements(name).size() > BatchMax)
        note(Stage::Array, makeError(ErrorId::BatchSize, name,
                                     std::to_string(elements(name).size()) + " are not 1 to " +
                                         std::to_string(BatchMax)));
}

std::optional<DeadLetterPolicy> ParameterReader::deadLetterPolicy()
{
    if (const auto text = find("deadLetterPolicy", Optional)) {
        auto policy = deadLetterPolicyFromJson(*text);
        if (policy)
            return std::move(*policy);
        note(Stage::Form, std::move(policy.error()));
        return std::nullopt;
    }
    // API 3.0 has the members as parameters of their own.
    const auto queue = find("deadLetterQueueName", Optional);
    if (!queue)
        return std::nullopt;
    DeadLetterPolicy policy;
    policy.deadLetterQueue = *queue;
    const auto rule = number("policy", Optional);
    if (rule == 0 || rule == 1)
        policy.policy =
            *rule == 0 ? DeadLetterRule::MaxReceiveCount : DeadLetterRule::MaxTimeToLive;
    else
        note(Stage::Form, makeError(ErrorId::DeadLetterPolicyMember, "policy"));
    field("maxReceiveCount", policy.maxReceiveCount);
    field("maxTimeToLive", policy.maxTimeToLive);
    return policy;
}

void ParameterReader::settings(QueueSettings& settings)
{
    for (const QueueSettingRule& rule : queueSettingRules()) {
        if (const auto value = number(rule.name, Optional))
            rule.set(settings, *value);
    }
    settings.deadLetterPolicy = deadLetterPolicy();
}

void ParameterReader::settings(QueueSettingsChange& change)
{
    for (const QueueSettingRule& rule : queueSettingRules()) {
        if (const auto value = number(rule.name, Optional))
            rule.setChange(change, *value);
    }
    change.deadLetterPolicy = deadLetterPolicy();
}

} // namespace cmq::wire
