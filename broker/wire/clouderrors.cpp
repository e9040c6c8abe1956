#include "clouderrors.h"

#include <array>
#include <optional>
#include <utility>

namespace cmq::wire {

namespace {

using enum ErrorId;

struct Code
{
    ErrorId id;
    std::string_view code;
};

/// What is not here goes by its main code. Source: API 3.0, error codes common and of `tdmq`.
constexpr std::array Codes = std::to_array<Code>({
    {ParameterMissing, "MissingParameter"},
    {LackedRequiredParameters, "MissingParameter"},
    {ParameterType, "InvalidParameter"},
    {ParametersError, "InvalidParameter"},
    {InvalidParameters, "InvalidParameter"},
    {ActionMissing, "InvalidAction"},
    {ActionUnknown, "InvalidAction"},
    {RequestUnparsable, "RequestSizeLimitExceeded"},
    {HttpMethod, "UnsupportedProtocol"},
    {NoCamAuthentication, "UnauthorizedOperation"},
    {AccountIllegal, "UnauthorizedOperation"},
    {SecretIdUnknown, "AuthFailure.SecretIdNotFound"},
    {SecretIdPrefix, "AuthFailure.InvalidSecretId"},
    {SecretIdStatus, "AuthFailure.UnauthorizedOperation"},
    {AuthenticationFailed, "AuthFailure.SignatureFailure"},
    {ChargeOverdue, "ResourceUnavailable"},
    {QpsThrottling, "RequestLimitExceeded"},
    {FrequencyLimit, "RequestLimitExceeded"},
    {QueueNotFound, "ResourceNotFound"},
    {TopicNotFound, "ResourceNotFound"},
    {SubscriptionNotFound, "ResourceNotFound"},
    {DeadLetterQueueNotFound, "ResourceNotFound"},
    {QueueExists, "ResourceInUse"},
    {TopicExists, "ResourceInUse"},
    {SubscriptionExists, "ResourceInUse"},
    {DeadLetterQueueInUse, "ResourceInUse"},
    {TopicHasSubscriptions, "ResourceInUse"},
    {QueueLimit, "LimitExceeded"},
    {TopicLimit, "LimitExceeded"},
    {SubscriptionLimit, "LimitExceeded"},
    {DeadLetterBoundTooOften, "LimitExceeded"},
    {QueueFull, "LimitExceeded"},
    {TooManyUnacked, "LimitExceeded"},
    {QueueNameReleasing, "FailedOperation.TryLater"},
    {TopicNameReleasing, "FailedOperation.TryLater"},
    {RewindDisabled, "ResourceUnavailable"},
});

/// `FailedOperation` and `FailedOperation.TryLater` are of one family.
bool isOf(std::string_view code, std::string_view family)
{
    return code.starts_with(family) && (code.size() == family.size() || code[family.size()] == '.');
}

/// What an action is about, to tell one "not found" from another.
struct Subject
{
    ErrorId missing;
    ErrorId exists;
    ErrorId limit;
    ErrorId inUse;
};

constexpr Subject OfQueue{QueueNotFound, QueueExists, QueueLimit, DeadLetterQueueInUse};
constexpr Subject OfTopic{TopicNotFound, TopicExists, TopicLimit, TopicHasSubscriptions};
constexpr Subject OfSubscription{SubscriptionNotFound, SubscriptionExists, SubscriptionLimit,
                                 SubscriptionExists};

const Subject& subjectOf(const Action& action)
{
    return std::visit(
        []<class A>(const A&) -> const Subject& {
            if constexpr (requires(A a) { a.subscriptionName; })
                return OfSubscription;
            else if constexpr (requires(A a) { a.topicName; } || std::is_same_v<A, ListTopic> ||
                               std::is_same_v<A, DescribeTopics>)
                return OfTopic;
            else
                return OfQueue;
        },
        action);
}

/// Which of a subscription's two is missing is in the words, if anywhere.
ErrorId missing(const Action& action, std::string_view message)
{
    const Subject& subject = subjectOf(action);
    const bool namesTopic =
        message.find("opic") != message.npos || message.find("主题") != message.npos;
    const bool namesSubscription =
        message.find("ubscri") != message.npos || message.find("订阅") != message.npos;
    return &subject == &OfSubscription && namesTopic && !namesSubscription ? TopicNotFound
                                                                           : subject.missing;
}

ErrorId idOf(const Action& action, std::string_view code, std::string_view message)
{
    const Subject& subject = subjectOf(action);
    const std::string_view name = actionTraits(action).name;
    const bool isNew = name.starts_with("Create") || name == "Subscribe";
    if (isOf(code, "AuthFailure")) {
        if (code == "AuthFailure.UnauthorizedOperation")
            return NoCamAuthentication;
        return code == "AuthFailure.SecretIdNotFound" || code == "AuthFailure.InvalidSecretId"
                   ? SecretIdUnknown
                   : AuthenticationFailed;
    }
    if (isOf(code, "UnauthorizedOperation"))
        return NoCamAuthentication;
    if (isOf(code, "ResourceNotFound"))
        return missing(action, message);
    if (isOf(code, "ResourceInUse"))
        return isNew ? subject.exists : subject.inUse;
    if (isOf(code, "LimitExceeded"))
        return subject.limit;
    if (isOf(code, "RequestLimitExceeded"))
        return FrequencyLimit;
    if (code == "FailedOperation.TryLater")
        return &subject == &OfTopic ? TopicNameReleasing : QueueNameReleasing;
    if (isOf(code, "MissingParameter"))
        return LackedRequiredParameters;
    if (isOf(code, "InvalidParameter") || isOf(code, "InvalidParameterValue") ||
        isOf(code, "UnknownParameter"))
        return InvalidParameters;
    if (isOf(code, "InvalidAction") || code == "NoSuchVersion" || code == "ActionOffline" ||
        isOf(code, "UnsupportedOperation"))
        return ActionUnknown;
    if (isOf(code, "InternalError") || isOf(code, "ServiceUnavailable"))
        return InternalError;
    return Unknown;
}

} // namespace

std::string_view cloudCode(const Error& error)
{
    if (!error.apiCode.empty())
        return error.apiCode;
    for (const Code& each : Codes) {
        if (each.id == error.id)
            return each.code;
    }
    switch (error.code) {
    case 4000: return "InvalidParameterValue";
    case 6000: return "InternalError";
    default: return "FailedOperation";
    }
}

std::string cloudMessage(const Error& error)
{
    std::string message = wireMessage(error);
    // Words that are to be recognised stay as they are: only these have the place for more.
    const bool isOfRequest = error.code == 4100 || error.id == ParameterType ||
                             error.id == ParametersError || error.id == ActionUnknown;
    if (isOfRequest && !error.detail.empty())
        message += ": " + error.detail;
    return message;
}

Error errorFromCloud(const Action& action, std::string_view code, std::string_view message)
{
    Error error = errorFromWire(0, message);
    if (error.id == Unknown || error.moduleCode == 0) {
        error.id = idOf(action, code, message);
        error.moduleCode = 0;
        error.text = !message.empty() ? message : !code.empty() ? code : "an error without a code";
    }
    // A main code in the place of the module code is how the control plane of 2019 has it.
    const bool isOf2019 = error.moduleCode >= 4000 && error.moduleCode < 10000;
    error.code = isOf2019 ? 4000 : errorRule(error.id).code;
    error.apiCode = code;
    return error;
}

} // namespace cmq::wire
