#include "error.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace cmq {

namespace {

using enum ErrorId;
constexpr auto Never = Retry::Never;
constexpr auto Later = Retry::Later;

// Texts are the service's exact English strings, its spelling mistakes included.
constexpr std::array Table = std::to_array<ErrorRule>({
    {InvalidParameters, 4000, 10000, "invalid request parameters", Never},
    {LackedRequiredParameters, 4000, 10010, "lacked of required parameters", Never},
    {ParametersError, 4000, 10110, "request parameters error", Never},
    {ActionMissing, 4000, 10280, "action is not existed", Never},
    {ParameterKeyFormat, 4000, 10310, "error: parameter %s key format error", Never},
    {NoSuchParameter, 4000, 10320, "no such parameter %s", Never},
    {ParameterNotRepeatable, 4000, 10330, "parameter %s is NOT a repeatable parameter", Never},
    {ParameterOutOfRange, 4000, 10350, "parameter %s value or length is out of range", Never},
    {ParameterType, 4000, 10360, "parameter %s error type", Never},
    {BatchSize, 4000, 10370, "%s parameter batch size is out of range", Never},
    {ParameterNotConsequent, 4000, 10380, "%s parameter is not consequent", Never},
    {ParameterMissing, 4000, 10390, "lacked of required parameter %s", Never},
    {ParameterNotInUri, 4000, 10400, "cannot find parameter %s in uri", Never},
    {HttpMethod, 4000, 10410, "unexpected http %s only GET or POST is supported", Never},
    {RequestUnparsable, 4000, 10420, "cannot parse %s, or request size is more than 1MB", Never},
    {ActionUnknown, 4000, 10430, "action name %s is not existed", Never},
    {AccountIllegal, 4000, 10440, "account illegal, it may be an assistant account", Never},
    {SecretIdPrefix, 4000, 10450, "secret id dosen't begin with AKID", Never},
    {NoCamAuthentication, 4000, 10461, "no cam authentication", Never},
    {AuthenticationFailed, 4100, 10030, "authentication failed", Never},
    {ConnectionNotAuthenticated, 4100, 10031, "connection is not authenticated", Never},
    {ConnectionAuthenticated, 4100, 10032, "connection is already authenticated", Never},
    {SecretIdStatus, 4100, 10080, "secret id status error", Never},
    {SecretIdUnknown, 4100, 10270, "secret id is not existed", Never},
    {ChargeOverdue, 4300, 10040, "charge overdue", Never},
    {QpsThrottling, 4420, 10250, "qps throttling", Later},
    {FrequencyLimit, 4480, 10460, "exceed interface frequency limit, please slow down", Later},
    {InternalError, 6000, 10050, "server internal error", Later},

    {QueueNotFound, 4440, 10100, "queue is not existed, or deleted", Never},
    {QueueExists, 4460, 10210, "queue is already existed", Never},
    {QueueNameFormat, 4000, 10020, "queue name format error", Never},
    {MessageBodyEmpty, 4000, 10120, "message body can't be empty", Never},
    {ReceiptHandleMalformed, 4000, 10470, "receiptHandle error", Never},
    {RewindTimeInvalid, 4000, 10680,
     "invalid rewind time, you can get the vaild range of that via GetQueueAttributes", Never},
    {DelaySecondsRange, 4000, 10692, "delay seconds is out of range", Never},
    {RewindExceedsRetention, 4000, 10700,
     "rewindSeconds cannot be greater than msgRetentionSeconds", Never},
    {DeadLetterPolicyNotJson, 4000, 10710, "deadLetterPolicy must be a json string", Never},
    {DeadLetterPolicyParameters, 4000, 10720, "deadLetterPolicy params error,please check it",
     Never},
    {DeadLetterQueueNotFound, 4000, 10730, "deadLetter queue not exist", Never},
    {DeadLetterNested, 4000, 10740, "deadLetter queue is not allowed to nest", Never},
    {DeadLetterQueueInUse, 4000, 10750,
     "it is not allowed to be deleted when the queue is dead letter queue", Never},
    {DeadLetterQueueMember, 4000, 10760,
     "the deadLetterPolicy must has deadLetterQueue member, only be a string", Never},
    {DeadLetterPolicyMember, 4000, 10770,
     "the deadLetterPolicy must has policy member , only set 0 or 1", Never},
    {DeadLetterBoundTooOften, 4000, 10780, "the deadLetter Queue bind too many times", Never},
    {MessageTooLarge, 4400, 10230, "exceed maximum message size", Never},
    {QueueFull, 4410, 10240, "reach maximum retention number of message", Never},
    {ReceiptHandleInvalid, 4430, 10260, "receipt handle is invalid", Never},
    {QueueLimit, 4450, 10220, "number of queues has reached the limit", Never},
    {BatchTooLarge, 4470, 10300, "total message size exceed 1MB", Never},
    {TransactionMessageId, 4490, 10770, "message id is invalid", Never},
    {TransactionOperation, 4490, 10780, "message operation is not allowed", Never},
    {TransactionUnsupported, 4490, 10790, "transaction message is not supported", Never},
    {SendFailed, 6000, 10090, "send message failed", Later},
    {ReceiveFailed, 6000, 10130, "recieve message failed", Later},
    {DeleteFailed, 6000, 10140, "delete message failed", Later},
    {GetQueueAttributesFailed, 6000, 10160, "get queue attributes failed", Later},
    {SetQueueAttributesFailed, 6000, 10170, "set queue attributes failed", Later},
    {DeleteQueueFailed, 6000, 10180, "delete queue failed", Later},
    {ListQueueFailed, 6000, 10190, "list queue failed", Later},
    {DeletePartiallyFailed, 6010, 10150, "delete message partially failed", Never},
    {BatchDeleteFailed, 6020, 10290, "batch delete message failed", Never},
    {QueueNameReleasing, 6040, 10660,
     "it will take some time to release resources of previous queue before you create a new one "
     "with the same name, please try later",
     Later},
    {TransactionConfirmFailed, 6040, 10750, "transaction confirmation failed", Later},
    {TransactionConfirmPartial, 6040, 10760, "transaction confirmation partially failed", Later},
    {RewindDisabled, 6050, 10670, "your queue cannot be rewinded", Never},
    {TooManyUnacked, 6070, 10690, "too many unacked(inactive) messages or delayed messages", Later},
    {NoMessage, 7000, 10200, "no message", Never},

    {TopicNotFound, 4440, 10600, "topic is not existed, or deleted", Never},
    {TopicExists, 4460, 10550, "topic is already existed", Never},
    {TopicLimit, 4450, 10610, "number of topics has reached the limit", Never},
    {TopicHasSubscriptions, 4000, 10540,
     "there exists subscriptions under this topic, please unsubscribe all of them before "
     "DeleteTopic",
     Never},
    {TopicNameFormat, 4000, 10590, "topic name format error", Never},
    {SubscriptionNameFormat, 4000, 10620, "subscription name format error", Never},
    {SubscriptionNotFound, 4000, 10560, "subscription is not existed", Never},
    {FilterTagCount, 4000, 10490, "number of filterTag exceed limit", Never},
    {EndpointFormat, 4000, 10500, "endpoint format error", Never},
    {ProtocolUndefined, 4000, 10510, "undefined protocol", Never},
    {NotifyStrategyUndefined, 4000, 10520, "undefined notify retry stragety", Never},
    {NotifyFormatUndefined, 4000, 10530, "undefined notify content format", Never},
    {EndpointIllegal, 4000, 10630, "illegal endpoint", Never},
    {NotifyFormatMustBeSimplified, 4000, 10640,
     "notifyContentFormat of protocol queue must be SIMPLIFIED", Never},
    {FilterTagTooMany, 4000, 10670, "too many filterTag", Never},
    {BindingKeyTooMany, 4000, 10680, "too many bindingKey", Never},
    {TooManyDelimiters, 4000, 10691, "too many delimeters", Never},
    {RoutingKeyMissing, 4000, 10700, "parameters lack of routingKey", Never},
    {BindingKeyMissing, 4000, 10710, "parameters lack of bindingKey", Never},
    {MsgTagTooMany, 4000, 10720, "too many msgTag", Never},
    {SubscriptionExists, 4490, 10470, "subscribtion is already existed", Never},
    {SubscriptionLimit, 4500, 10480, "number of subscription has reached the limit", Never},
    {UrlBlank, 4510, 10570, "url connot contain any blank characters", Never},
    {TopicWithoutSubscription, 6030, 10650,
     "topic has no subscription, please create a subscription before publishing message", Never},
    {NoSubscriptionMatches, 6030, 10730,
     "no bindingKey or filterTag matches the routingKey or msgTag", Never},
    {TopicNameReleasing, 6040, 10660,
     "It will take some time to release resources of previous topic before you can create a new "
     "topic with the same name. Please try later.",
     Later},
    {FilterOrKeyTooMany, 6050, 10740, "too many filterTag or bindingKey", Never},

    {NotSupported, 0, 0, "this connection does not offer %s", Never},
    {ReadOnly, 0, 0, "the connection is read-only", Never},
    {CopyTooLarge, 0, 0, "this is too much for a copy", Never},
    {Cancelled, 0, 0, "the request was cancelled", Never},
    {ConnectionFailed, 0, 0, "the endpoint could not be reached", Later},
    {StoreFailed, 0, 0, "the store could not be used", Later},
    {StoreInUse, 0, 0, "the store is used by another process", Later},
    {StoreReadOnly, 0, 0, "the store is read-only", Later},
    {StoreForeign, 0, 0, "the file is no store of this program", Never},
    {StoreNewer, 0, 0, "the store was written by a newer version of this program", Never},
    {StoreDamaged, 0, 0, "the store is damaged", Never},
    {Unknown, 0, 0, "unknown error", Never},
});

constexpr bool tableIsInOrder()
{
    for (std::size_t i = 0; i < Table.size(); ++i) {
        if (static_cast<std::size_t>(Table[i].id) != i)
            return false;
    }
    return Table.size() == static_cast<std::size_t>(Unknown) + 1;
}
static_assert(tableIsInOrder(), "one rule for each ErrorId, in its order");

/// Splits `(10200)no message` into number and words; also with full-width parentheses.
int takeModuleCode(std::string_view& message)
{
    constexpr std::string_view wideOpen = "（", wideClose = "）";
    std::string_view rest = message;
    if (rest.starts_with('('))
        rest.remove_prefix(1);
    else if (rest.starts_with(wideOpen))
        rest.remove_prefix(wideOpen.size());
    else
        return 0;

    int number = 0;
    const auto [end, status] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (status != std::errc() || number < 0)
        return 0;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    if (rest.starts_with(')'))
        rest.remove_prefix(1);
    else if (rest.starts_with(wideClose))
        rest.remove_prefix(wideClose.size());
    else
        return 0;
    while (rest.starts_with(' ') || rest.starts_with('\t'))
        rest.remove_prefix(1);
    message = rest;
    return number;
}

/// Module codes 10470 and 10660 to 10790 stand for several errors; the words tell them apart.
const ErrorRule* findRule(int code, int moduleCode, std::string_view text)
{
    const ErrorRule* pair = nullptr;
    const ErrorRule* module = nullptr;
    const ErrorRule* codeOnly = nullptr;
    for (const ErrorRule& rule : Table) {
        if (rule.code == 0)
            continue;
        const bool sameWords = rule.text == text;
        const bool sameModule = moduleCode != 0 && rule.moduleCode == moduleCode;
        if (sameModule && rule.code == code && (!pair || sameWords))
            pair = &rule;
        if (sameModule && (!module || sameWords))
            module = &rule;
        if (moduleCode == 0 && rule.code == code && !codeOnly)
            codeOnly = &rule;
    }
    return pair ? pair : module ? module : codeOnly;
}

/// Some control planes print the main code where the module code belongs: `(4460)queue …`; and an
/// older page numbers one error differently.
ErrorId idOfOddModuleCode(int moduleCode, std::string_view text)
{
    const bool isTopic = text.starts_with("topic");
    switch (moduleCode) {
    case 4440: return isTopic ? TopicNotFound : QueueNotFound;
    case 4460: return isTopic ? TopicExists : QueueExists;
    case 10580: return SubscriptionNameFormat;
    default: return Unknown;
    }
}

/// The main codes that mean one thing whatever the module code says (16.4).
ErrorId idOfMainCode(int code)
{
    switch (code) {
    case 4100: return AuthenticationFailed;
    case 4420: return QpsThrottling;
    case 4430: return ReceiptHandleInvalid;
    case 4440: return QueueNotFound;
    case 4460: return QueueExists;
    case 4480: return FrequencyLimit;
    case 6000: return InternalError;
    case 6040: return QueueNameReleasing;
    case 6070: return TooManyUnacked;
    case 7000: return NoMessage;
    default: return Unknown;
    }
}

} // namespace

std::span<const ErrorRule> errorTable()
{
    return Table;
}

const ErrorRule& errorRule(ErrorId id)
{
    return Table[static_cast<std::size_t>(id)];
}

Error makeError(ErrorId id, std::string_view subject, std::string detail)
{
    const ErrorRule& rule = errorRule(id);
    Error error{id,
                rule.code,
                rule.moduleCode,
                std::string(rule.text),
                std::string(subject),
                std::move(detail),
                Outcome::DidNotHappen,
                {}};
    if (const auto place = error.text.find("%s"); place != std::string::npos)
        error.text.replace(place, 2, subject);
    return error;
}

std::string wireMessage(const Error& error)
{
    if (error.moduleCode == 0)
        return error.text;
    return '(' + std::to_string(error.moduleCode) + ')' + error.text;
}

Error errorFromWire(int code, std::string_view message)
{
    std::string_view text = message;
    const int moduleCode = takeModuleCode(text);

    Error error;
    error.code = code;
    error.moduleCode = moduleCode;
    error.text = text;
    if (const ErrorRule* rule = findRule(code, moduleCode, text))
        error.id = rule->id;
    else if (const ErrorId id = idOfOddModuleCode(moduleCode, text); id != Unknown)
        error.id = id;
    else
        error.id = idOfMainCode(code);
    if (error.text.empty()) // people are told something in any case
        error.text = "error " + std::to_string(code) + " without a message";
    return error;
}

std::string toString(const Error& error)
{
    std::string line =
        std::to_string(error.code) + '/' + std::to_string(error.moduleCode) + ' ' + error.text;
    if (!error.apiCode.empty())
        line += " (" + error.apiCode + ')';
    if (!error.parameter.empty())
        line += " [" + error.parameter + ']';
    if (!error.detail.empty())
        line += ' ' + error.detail;
    return line;
}

} // namespace cmq
