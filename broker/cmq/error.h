#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace cmq {

/// Every error of CMQ's HTTP API that this program raises or recognises, by name.
/// The numbers and texts are in `errorTable()`. Source: CMQ API, error codes.
enum class ErrorId : std::uint8_t {
    // Common
    InvalidParameters,
    LackedRequiredParameters,
    ParametersError,
    ActionMissing,
    ParameterKeyFormat,
    NoSuchParameter,
    ParameterNotRepeatable,
    ParameterOutOfRange,
    ParameterType,
    BatchSize,
    ParameterNotConsequent,
    ParameterMissing,
    ParameterNotInUri,
    HttpMethod,
    RequestUnparsable,
    ActionUnknown,
    AccountIllegal,
    SecretIdPrefix,
    NoCamAuthentication,
    AuthenticationFailed,
    ConnectionNotAuthenticated, ///< of the TCP protocol, never raised here
    ConnectionAuthenticated,    ///< of the TCP protocol, never raised here
    SecretIdStatus,
    SecretIdUnknown,
    ChargeOverdue,
    QpsThrottling,
    FrequencyLimit,
    InternalError,
    // Queues
    QueueNotFound,
    QueueExists,
    QueueNameFormat,
    MessageBodyEmpty,
    ReceiptHandleMalformed,
    RewindTimeInvalid,
    DelaySecondsRange,
    RewindExceedsRetention,
    DeadLetterPolicyNotJson,
    DeadLetterPolicyParameters,
    DeadLetterQueueNotFound,
    DeadLetterNested,
    DeadLetterQueueInUse,
    DeadLetterQueueMember,
    DeadLetterPolicyMember,
    DeadLetterBoundTooOften,
    MessageTooLarge,
    QueueFull,
    ReceiptHandleInvalid,
    QueueLimit,
    BatchTooLarge,
    TransactionMessageId,
    TransactionOperation,
    TransactionUnsupported,
    SendFailed,
    ReceiveFailed,
    DeleteFailed,
    GetQueueAttributesFailed,
    SetQueueAttributesFailed,
    DeleteQueueFailed,
    ListQueueFailed,
    DeletePartiallyFailed,
    BatchDeleteFailed,
    QueueNameReleasing,
    TransactionConfirmFailed,
    TransactionConfirmPartial,
    RewindDisabled,
    TooManyUnacked,
    NoMessage,
    // Topics and subscriptions
    TopicNotFound,
    TopicExists,
    TopicLimit,
    TopicHasSubscriptions,
    TopicNameFormat,
    SubscriptionNameFormat,
    SubscriptionNotFound,
    FilterTagCount,
    EndpointFormat,
    ProtocolUndefined,
    NotifyStrategyUndefined,
    NotifyFormatUndefined,
    EndpointIllegal,
    NotifyFormatMustBeSimplified,
    FilterTagTooMany,
    BindingKeyTooMany,
    TooManyDelimiters,
    RoutingKeyMissing,
    BindingKeyMissing,
    MsgTagTooMany,
    SubscriptionExists,
    SubscriptionLimit,
    UrlBlank,
    TopicWithoutSubscription,
    NoSubscriptionMatches,
    TopicNameReleasing,
    FilterOrKeyTooMany,
    // Ours: what the API has no code for, because it happens on this side of the wire
    NotSupported,     ///< this connection cannot do that
    ReadOnly,         ///< the connection is read-only
    CopyTooLarge,     ///< a copy for a sandbox cannot hold that much
    Cancelled,        ///< the caller took the request back
    ConnectionFailed, ///< no (usable) answer came from the endpoint
    StoreFailed,      ///< the store could not be opened or written
    StoreInUse,       ///< another process has the store
    StoreReadOnly,    ///< the store or its folder cannot be written
    StoreForeign,     ///< the file is no store of ours
    StoreNewer,       ///< the store was written by a newer version
    StoreDamaged,     ///< the store cannot be read, or not wholly
    Unknown,          ///< a code of a remote service that the table does not have
};

/// What a caller may do after an error.
enum class Retry : std::uint8_t {
    Never, ///< the same request fails again until something else changes
    Later, ///< the same request may succeed later (CMQ codes 4420, 4480, 6000, 6040, 6070)
};

/// Whether the refused or lost request may nevertheless have had its effect.
enum class Outcome : std::uint8_t {
    DidNotHappen,
    MayHaveHappened,
};

/// One row of the error table.
struct ErrorRule
{
    ErrorId id;
    int code;              ///< CMQ's code; 0 for the errors of our own
    int moduleCode;        ///< CMQ's module code, the number in parentheses; 0 for our own
    std::string_view text; ///< CMQ's exact words, `%s` stands for the parameter or action
    Retry retry;
};

/// All rules, in the order of `ErrorId`. Source: CMQ API, error codes (16.1 to 16.3).
[[nodiscard]] std::span<const ErrorRule> errorTable();
[[nodiscard]] const ErrorRule& errorRule(ErrorId id);

/// A refusal or failure: a value with CMQ's code for programs and a sentence for people.
struct Error
{
    ErrorId id = ErrorId::Unknown;
    int code = 0;
    int moduleCode = 0;
    /// CMQ's words, without the module code: `no message`.
    std::string text;
    /// The parameter that was wrong, as CMQ spells it; empty where no single one was.
    std::string parameter;
    /// What was wrong, with which value, and what would be right. English, for logs and tooltips;
    /// never sent over the API. May be empty.
    std::string detail;
    Outcome outcome = Outcome::DidNotHappen;
    /// API 3.0's code, as the service sent it or as we send it: `FailedOperation.TryLater`. Empty:
    /// it came from v2, or its id says enough.
    std::string apiCode;

    friend bool operator==(const Error&, const Error&) = default;
};

/// Something that is there, but could not be asked about.
struct Unanswered
{
    std::string name;
    Error error;
    friend bool operator==(const Unanswered&, const Unanswered&) = default;
};

/// Makes the error of a rule; `subject` replaces `%s` and is kept as `parameter`.
[[nodiscard]] Error makeError(ErrorId id, std::string_view subject = {}, std::string detail = {});

/// The `message` member of CMQ's error envelope: `(10200)no message`.
[[nodiscard]] std::string wireMessage(const Error& error);

/// Reads an error envelope of any CMQ service: matches the pair, then the module code, then the
/// code (16.4). Tolerates full-width parentheses and a message without module code.
[[nodiscard]] Error errorFromWire(int code, std::string_view message);

/// For logs and test failures: `4440/10100 queue is not existed, or deleted [queueName] detail`.
[[nodiscard]] std::string toString(const Error& error);

[[nodiscard]] inline bool mayRetryLater(const Error& error)
{
    return errorRule(error.id).retry == Retry::Later;
}

} // namespace cmq
