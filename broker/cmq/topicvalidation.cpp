#include "topicvalidation.h"

#include "fieldcheck.h"
#include "names.h"
#include "subscriptionendpoint.h"
#include "utf8.h"

#include <algorithm>

namespace cmq {

namespace {

constexpr std::int64_t SubscriptionOffsetMax = 1000;

std::optional<Error> checkName(ErrorId id, std::string_view parameter, std::string_view name)
{
    if (isValidName(name))
        return std::nullopt;
    return makeError(id, parameter,
                     "a name has 1 to 64 characters: a letter, then letters, digits, '-' or '_'");
}

std::optional<Error> checkTopicName(std::string_view name)
{
    return checkName(ErrorId::TopicNameFormat, "topicName", name);
}

std::optional<Error> checkSubscriptionName(std::string_view name)
{
    return checkName(ErrorId::SubscriptionNameFormat, "subscriptionName", name);
}

std::optional<Error> checkTopicMsgSize(std::int64_t bytes)
{
    return checkRange("maxMsgSize", bytes, TopicMaxMsgSizeMin, TopicMaxMsgSizeMax);
}

/// Tags count in code points, so that 16 Chinese characters are 16.
std::optional<Error> checkTags(std::string_view parameter, const std::vector<std::string>& tags,
                               ErrorId tooMany)
{
    if (tags.size() > TagsMax)
        return makeError(tooMany, parameter, std::to_string(tags.size()) + " are more than 5");
    for (const std::string& tag : tags) {
        if (!isValidUtf8(tag))
            return makeError(ErrorId::ParametersError, parameter, "a tag is not UTF-8");
        if (tag.empty() || codePointCount(tag) > TagMaxCharacters)
            return makeError(ErrorId::ParameterOutOfRange, parameter,
                             "a tag has 1 to 16 characters");
    }
    return std::nullopt;
}

std::optional<Error> checkKeyLength(std::string_view parameter, std::string_view key)
{
    if (!isValidUtf8(key))
        return makeError(ErrorId::ParametersError, parameter, "the key is not UTF-8");
    if (key.size() > RoutingKeyMaxBytes)
        return makeError(ErrorId::ParameterOutOfRange, parameter, "a key has at most 64 bytes");
    if (std::ranges::count(key, '.') > static_cast<std::ptrdiff_t>(RoutingKeyMaxDots))
        return makeError(ErrorId::TooManyDelimiters, parameter, "a key has at most 15 dots");
    return std::nullopt;
}

std::optional<Error> checkRoutingKey(const std::optional<std::string>& key)
{
    if (!key)
        return std::nullopt;
    if (key->find_first_of("*#") != std::string::npos)
        return makeError(ErrorId::ParametersError, "routingKey",
                         "wildcards belong into binding keys");
    return checkKeyLength("routingKey", *key);
}

std::optional<Error> checkBindingKeys(const std::vector<std::string>& keys)
{
    if (keys.size() > TagsMax)
        return makeError(ErrorId::BindingKeyTooMany, "bindingKey",
                         std::to_string(keys.size()) + " are more than 5");
    for (const std::string& key : keys) {
        if (key.empty())
            return makeError(ErrorId::ParameterOutOfRange, "bindingKey", "a key has 1 to 64 bytes");
        if (auto error = checkKeyLength("bindingKey", key))
            return error;
    }
    return std::nullopt;
}

} // namespace

void check(const CreateTopic& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkTopicName(action.topicName));
    note(errors, checkTopicMsgSize(action.maxMsgSize));
    note(errors, checkRange("filterType", static_cast<std::int64_t>(action.filterType), 1, 2));
    note(errors, checkResourceTags(action.tags));
}

void check(const SetTopicAttributes& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkTopicName(action.topicName));
    if (action.maxMsgSize)
        note(errors, checkTopicMsgSize(*action.maxMsgSize));
}

void check(const ListTopic& action, const Behaviour&, FieldErrors& errors)
{
    checkPage(action.offset, action.limit, errors);
}

void check(const GetTopicAttributes& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkTopicName(action.topicName));
}

void check(const DescribeTopics& action, const Behaviour&, FieldErrors& errors)
{
    checkPage(action.offset, action.limit, errors);
}

void check(const DeleteTopic& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkTopicName(action.topicName));
}

void check(const PublishMessage& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkTopicName(action.topicName));
    note(errors, checkBody(action.msgBody));
    note(errors, checkTags("msgTag", action.msgTag, ErrorId::MsgTagTooMany));
    note(errors, checkRoutingKey(action.routingKey));
}

void check(const BatchPublishMessage& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkTopicName(action.topicName));
    checkBodies(action.msgBody, errors);
    note(errors, checkTags("msgTag", action.msgTag, ErrorId::MsgTagTooMany));
    note(errors, checkRoutingKey(action.routingKey));
}

void check(const Subscribe& action, const Behaviour& behaviour, FieldErrors& errors)
{
    note(errors, checkTopicName(action.topicName));
    note(errors, checkSubscriptionName(action.subscriptionName));
    note(errors, checkEndpoint(action.protocol, action.endpoint, behaviour));
    if (behaviour.strictNotifyFormat && action.protocol == Protocol::Queue &&
        action.notifyContentFormat == NotifyContentFormat::Json)
        errors.push_back(makeError(ErrorId::NotifyFormatMustBeSimplified, "notifyContentFormat"));
    note(errors, checkTags("filterTag", action.filterTag, ErrorId::FilterTagCount));
    note(errors, checkBindingKeys(action.bindingKey));
}

void check(const Unsubscribe& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkTopicName(action.topicName));
    note(errors, checkSubscriptionName(action.subscriptionName));
}

void check(const ListSubscriptionByTopic& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkTopicName(action.topicName));
    note(errors, checkRange("offset", action.offset, 0, SubscriptionOffsetMax));
    note(errors, checkRange("limit", action.limit, 0, INT64_MAX));
}

void check(const SetSubscriptionAttributes& action, const Behaviour& behaviour, FieldErrors& errors)
{
    note(errors, checkTopicName(action.topicName));
    note(errors, checkSubscriptionName(action.subscriptionName));
    if (action.protocol && action.endpoint)
        note(errors, checkEndpoint(*action.protocol, *action.endpoint, behaviour));
    if (action.filterTag)
        note(errors, checkTags("filterTag", *action.filterTag, ErrorId::FilterTagCount));
    if (action.bindingKey)
        note(errors, checkBindingKeys(*action.bindingKey));
}

void check(const GetSubscriptionAttributes& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkTopicName(action.topicName));
    note(errors, checkSubscriptionName(action.subscriptionName));
}

void check(const DescribeSubscriptions& action, const Behaviour&, FieldErrors& errors)
{
    if (action.queueName.empty() || !action.topicName.empty())
        note(errors, checkTopicName(action.topicName));
    if (!action.queueName.empty())
        note(errors, checkQueueName(action.queueName));
    checkPage(action.offset, action.limit, errors);
}

void check(const ClearSubscriptionFilterTags& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkTopicName(action.topicName));
    note(errors, checkSubscriptionName(action.subscriptionName));
}

} // namespace cmq
