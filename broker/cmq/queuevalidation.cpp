#include "queuevalidation.h"

#include "fieldcheck.h"
#include "names.h"
#include "utf8.h"

#include <algorithm>

namespace cmq {

namespace {

constexpr std::size_t ReceiptHandleMaxLength = 256;
constexpr std::int64_t PeekLimitMax = 10'000;
// No document names these two; larger numbers make no sense for a message that lives 15 days.
constexpr std::int64_t TransactionSecondsMax = 1'296'000;
constexpr std::int64_t TransactionQueriesMax = 1'000'000;

std::optional<Error> checkSetting(const QueueSettingRule& rule, std::int64_t value,
                                  const Behaviour& behaviour)
{
    const std::int64_t min = rule.name == "maxMsgHeapNum" ? behaviour.minMsgHeapNum : rule.min;
    return checkRange(rule.name, value, min, rule.max);
}

std::optional<Error> checkRewind(const QueueSettings& settings)
{
    if (settings.rewindSeconds <= settings.msgRetentionSeconds)
        return std::nullopt;
    return makeError(ErrorId::RewindExceedsRetention, "rewindSeconds",
                     std::to_string(settings.rewindSeconds.count()) +
                         " s is longer than msgRetentionSeconds, " +
                         std::to_string(settings.msgRetentionSeconds.count()) + " s");
}

void checkCloudSettings(const CloudSettings& settings, FieldErrors& errors)
{
    if (const auto size = settings.retentionSizeInMB.value_or(0); size != 0)
        note(errors, checkRange("retentionSizeInMB", size, RetentionSizeMin, RetentionSizeMax));
    if (settings.firstQueryInterval)
        note(errors, checkRange("firstQueryInterval", settings.firstQueryInterval->count(), 0,
                                TransactionSecondsMax));
    if (settings.maxQueryCount)
        note(errors,
             checkRange("maxQueryCount", *settings.maxQueryCount, 0, TransactionQueriesMax));
}

void checkAllSettings(const QueueSettings& settings, const Behaviour& behaviour,
                      FieldErrors& errors)
{
    for (const QueueSettingRule& rule : queueSettingRules())
        note(errors, checkSetting(rule, rule.get(settings), behaviour));
    if (errors.empty())
        note(errors, checkRewind(settings));
    if (settings.deadLetterPolicy)
        note(errors,
             checkDeadLetterPolicy(*settings.deadLetterPolicy, settings.msgRetentionSeconds));
    checkCloudSettings(settings.cloud, errors);
}

std::optional<Error> checkDelay(Seconds delay)
{
    return checkRange("delaySeconds", delay.count(), 0, DelaySecondsMax.count(),
                      ErrorId::DelaySecondsRange);
}

std::optional<Error> checkWait(const std::optional<Seconds>& wait)
{
    // More than 30 s is cut, because the Java SDK sends 30000.
    if (!wait || wait->count() >= 0)
        return std::nullopt;
    return makeError(ErrorId::ParameterOutOfRange, "pollingWaitSeconds",
                     std::to_string(wait->count()) + " is negative");
}

} // namespace

std::optional<Error> checkQueueName(std::string_view name, std::string_view parameter)
{
    if (isValidName(name))
        return std::nullopt;
    return makeError(ErrorId::QueueNameFormat, parameter,
                     "a name has 1 to 64 characters: a letter, then letters, digits, '-' or '_'");
}

std::optional<Error> checkQueueSettings(const QueueSettings& settings, const Behaviour& behaviour)
{
    FieldErrors errors;
    checkAllSettings(settings, behaviour, errors);
    return errors.empty() ? std::nullopt : std::optional(std::move(errors.front()));
}

std::optional<Error> checkDeadLetterPolicy(const DeadLetterPolicy& policy,
                                           Seconds msgRetentionSeconds)
{
    if (policy.deadLetterQueue.empty())
        return makeError(ErrorId::DeadLetterQueueMember, "deadLetterQueue", "no queue is named");
    switch (policy.policy) {
    case DeadLetterRule::MaxReceiveCount:
        return checkRange("maxReceiveCount", policy.maxReceiveCount, MaxReceiveCountMin,
                          MaxReceiveCountMax, ErrorId::DeadLetterPolicyParameters);
    case DeadLetterRule::MaxTimeToLive:
        if (auto error =
                checkRange("maxTimeToLive", policy.maxTimeToLive.count(), MaxTimeToLiveMin.count(),
                           MaxTimeToLiveMax.count(), ErrorId::DeadLetterPolicyParameters))
            return error;
        if (policy.maxTimeToLive < msgRetentionSeconds)
            return std::nullopt;
        return makeError(ErrorId::DeadLetterPolicyParameters, "maxTimeToLive",
                         std::to_string(policy.maxTimeToLive.count()) +
                             " s is not below msgRetentionSeconds, " +
                             std::to_string(msgRetentionSeconds.count()) + " s");
    }
    return makeError(ErrorId::DeadLetterPolicyMember, "policy", "policy is 0 or 1");
}

std::optional<Error> checkReceiptHandle(std::string_view handle)
{
    // CMQ API, DeleteMessage; the set of characters is the Go SDK's.
    const bool isWellFormed = !handle.empty() && handle.size() <= ReceiptHandleMaxLength &&
                              std::ranges::all_of(handle, [](char c) {
                                  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                         (c >= '0' && c <= '9') || c == '%' || c == '#' ||
                                         c == ':' || c == '_' || c == '-';
                              });
    if (isWellFormed)
        return std::nullopt;
    return makeError(ErrorId::ReceiptHandleMalformed, "receiptHandle",
                     "a handle has 1 to 256 of the characters A-Z a-z 0-9 % # : _ -");
}

std::optional<Error> checkBody(std::string_view body)
{
    if (body.empty())
        return makeError(ErrorId::MessageBodyEmpty, "msgBody", "a body has at least one byte");
    if (!isValidUtf8(body))
        return makeError(ErrorId::ParametersError, "msgBody", "the body is not UTF-8");
    return std::nullopt;
}

std::optional<Error> checkResourceTags(const std::vector<ResourceTag>& tags)
{
    if (tags.size() > ResourceTagsMax)
        return makeError(ErrorId::ParameterOutOfRange, "tags",
                         std::to_string(tags.size()) + " are more than " +
                             std::to_string(ResourceTagsMax));
    for (const ResourceTag& tag : tags) {
        if (!isValidUtf8(tag.tagKey) || !isValidUtf8(tag.tagValue))
            return makeError(ErrorId::ParametersError, "tags", "a tag is not UTF-8");
        if (tag.tagKey.empty() || tag.tagKey.size() > ResourceTagKeyMaxBytes ||
            tag.tagValue.size() > ResourceTagValueMaxBytes)
            return makeError(ErrorId::ParameterOutOfRange, "tags",
                             "a key has 1 to 127 bytes, a value up to 255");
        if (std::ranges::count(tags, tag.tagKey, &ResourceTag::tagKey) > 1)
            return makeError(ErrorId::ParameterOutOfRange, "tags",
                             "the key '" + tag.tagKey + "' is there twice");
    }
    return std::nullopt;
}

void checkBodies(const std::vector<std::string>& bodies, FieldErrors& errors)
{
    if (bodies.empty() || bodies.size() > BatchMax) {
        errors.push_back(makeError(ErrorId::BatchSize, "msgBody",
                                   rangeText(static_cast<std::int64_t>(bodies.size()), 1,
                                             static_cast<std::int64_t>(BatchMax))));
        return;
    }
    std::int64_t bytes = 0;
    for (const std::string& body : bodies) {
        if (auto error = checkBody(body)) {
            errors.push_back(std::move(*error));
            return;
        }
        bytes += static_cast<std::int64_t>(body.size());
    }
    if (bytes > BatchBytesMax)
        errors.push_back(makeError(ErrorId::BatchTooLarge, "msgBody",
                                   std::to_string(bytes) + " bytes are more than " +
                                       std::to_string(BatchBytesMax)));
}

void check(const CreateQueue& action, const Behaviour& behaviour, FieldErrors& errors)
{
    note(errors, checkQueueName(action.queueName));
    FieldErrors settingErrors;
    checkAllSettings(action.settings, behaviour, settingErrors);
    std::ranges::move(settingErrors, std::back_inserter(errors));
    note(errors, checkResourceTags(action.tags));
}

void check(const ListQueue& action, const Behaviour&, FieldErrors& errors)
{
    checkPage(action.offset, action.limit, errors);
}

void check(const GetQueueAttributes& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkQueueName(action.queueName));
}

void check(const SetQueueAttributes& action, const Behaviour& behaviour, FieldErrors& errors)
{
    // What depends on the other attributes is judged by the engine, which knows them.
    note(errors, checkQueueName(action.queueName));
    for (const QueueSettingRule& rule : queueSettingRules()) {
        if (const auto value = rule.getChange(action.change))
            note(errors, checkSetting(rule, *value, behaviour));
    }
    if (action.change.deadLetterPolicy)
        note(errors, checkDeadLetterPolicy(*action.change.deadLetterPolicy, Seconds::max()));
    checkCloudSettings(action.change.cloud, errors);
}

void check(const DeleteQueue& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkQueueName(action.queueName));
}

void check(const ClearQueue& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkQueueName(action.queueName));
}

void check(const RewindQueue& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkQueueName(action.queueName));
}

void check(const UnbindDeadLetterQueue& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkQueueName(action.queueName));
}

void check(const ListDeadLetterSourceQueues& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkQueueName(action.deadLetterQueueName, "deadLetterQueueName"));
    checkPage(action.offset, action.limit, errors);
}

void check(const DescribeQueues& action, const Behaviour&, FieldErrors& errors)
{
    checkPage(action.offset, action.limit, errors);
}

void check(const SendMessage& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkQueueName(action.queueName));
    note(errors, checkBody(action.msgBody));
    note(errors, checkDelay(action.delaySeconds));
}

void check(const BatchSendMessage& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkQueueName(action.queueName));
    checkBodies(action.msgBody, errors);
    note(errors, checkDelay(action.delaySeconds));
}

void check(const ReceiveMessage& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkQueueName(action.queueName));
    note(errors, checkWait(action.pollingWaitSeconds));
}

void check(const BatchReceiveMessage& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkQueueName(action.queueName));
    note(errors, checkRange("numOfMsg", action.numOfMsg, 1, static_cast<std::int64_t>(BatchMax)));
    note(errors, checkWait(action.pollingWaitSeconds));
}

void check(const DeleteMessage& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkQueueName(action.queueName));
    note(errors, checkReceiptHandle(action.receiptHandle));
}

void check(const BatchDeleteMessage& action, const Behaviour&, FieldErrors& errors)
{
    // A malformed handle among others fails alone, in the errorList.
    note(errors, checkQueueName(action.queueName));
    if (action.receiptHandle.empty() || action.receiptHandle.size() > BatchMax)
        errors.push_back(makeError(ErrorId::BatchSize, "receiptHandle",
                                   rangeText(static_cast<std::int64_t>(action.receiptHandle.size()),
                                             1, static_cast<std::int64_t>(BatchMax))));
}

void check(const PeekMessages& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkQueueName(action.queueName));
    note(errors, checkRange("limit", action.limit, 1, PeekLimitMax));
}

void check(const RemoveMessage& action, const Behaviour&, FieldErrors& errors)
{
    note(errors, checkQueueName(action.queueName));
}

} // namespace cmq
