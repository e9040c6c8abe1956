#include "errortext.h"

#include "format.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ui::ErrorText)
};

QString known(cmq::ErrorId id)
{
    using enum cmq::ErrorId;
    switch (id) {
    case QueueNotFound: return ErrorText::tr("This queue does not exist any more.");
    case QueueExists:
        return ErrorText::tr("A queue of this name exists already. Names that differ only in case "
                             "count as the same.");
    case QueueNameFormat:
        return ErrorText::tr("1 to 64 letters, digits, “-” or “_”; the first one is a letter.");
    case QueueNameReleasing:
        return ErrorText::tr("A queue of this name was deleted a moment ago. Try again shortly.");
    case QueueLimit: return ErrorText::tr("No more queues can be created here.");
    case QueueFull:
        return ErrorText::tr(
            "The queue is full. Receive and delete messages, or raise its maximum backlog.");
    case MessageBodyEmpty: return ErrorText::tr("A message has at least one byte.");
    case MessageTooLarge:
        return ErrorText::tr("The message is longer than the queue's maximum message size.");
    case BatchTooLarge: return ErrorText::tr("Together the messages are longer than 1 MiB.");
    case DelaySecondsRange: return ErrorText::tr("The delay is 0 to 3,600 seconds.");
    case TooManyUnacked:
        return ErrorText::tr(
            "Too many messages are in flight or delayed. Delete some, then try again.");
    case ReceiptHandleInvalid:
        return ErrorText::tr(
            "This receipt handle is not valid any more: the message is visible again, "
            "was received again, or is deleted.");
    case ReceiptHandleMalformed: return ErrorText::tr("This is no receipt handle.");
    case RewindDisabled:
        return ErrorText::tr("Rewind is off for this queue. Set its rewind time first.");
    case RewindTimeInvalid:
        return ErrorText::tr(
            "This queue cannot be rewound to that time: it lies outside the range.");
    case RewindExceedsRetention:
        return ErrorText::tr("The rewind time cannot be longer than the retention.");
    case DeadLetterQueueInUse:
        return ErrorText::tr("Other queues use it as their dead-letter queue. Unbind them first.");
    case DeadLetterQueueNotFound: return ErrorText::tr("The dead-letter queue does not exist.");
    case TopicNotFound: return ErrorText::tr("This topic does not exist any more.");
    case TopicExists:
        return ErrorText::tr("A topic of this name exists already. Names that differ only in case "
                             "count as the same.");
    case TopicNameFormat:
    case SubscriptionNameFormat:
        return ErrorText::tr("1 to 64 letters, digits, “-” or “_”; the first one is a letter.");
    case TopicNameReleasing:
        return ErrorText::tr("A topic of this name was deleted a moment ago. Try again shortly.");
    case TopicLimit: return ErrorText::tr("No more topics can be created here.");
    case TopicHasSubscriptions:
        return ErrorText::tr("The topic still has subscriptions. End them first.");
    case SubscriptionNotFound: return ErrorText::tr("This subscription does not exist any more.");
    case SubscriptionExists:
        return ErrorText::tr("The topic has a subscription of this name already. Names that differ "
                             "only in case count as the same.");
    case SubscriptionLimit: return ErrorText::tr("The topic cannot have more subscriptions.");
    case EndpointFormat:
        return ErrorText::tr("An address begins with http:// or https:// and has at most 500 "
                             "characters; a queue is named as queues are.");
    case EndpointIllegal: return ErrorText::tr("Messages may not be pushed to this address.");
    case UrlBlank: return ErrorText::tr("An address has no blanks.");
    case FilterTagCount:
    case FilterTagTooMany:
    case MsgTagTooMany: return ErrorText::tr("At most 5 tags.");
    case BindingKeyTooMany: return ErrorText::tr("At most 5 binding keys.");
    case TooManyDelimiters: return ErrorText::tr("A key has at most 15 dots.");
    case BindingKeyMissing:
        return ErrorText::tr("This topic filters by routing key: give a binding key.");
    case RoutingKeyMissing: return ErrorText::tr("This topic needs a routing key.");
    case TopicWithoutSubscription:
        return ErrorText::tr("The topic has no subscription, so the message was not kept.");
    case NoSubscriptionMatches:
        return ErrorText::tr("No subscription wants this message, so it was not kept.");
    case NoMessage: return ErrorText::tr("There was no message to receive.");
    case QpsThrottling:
    case FrequencyLimit:
        return ErrorText::tr("Too many requests in a short time. Wait a moment, then try again.");
    case NotSupported: return ErrorText::tr("This connection cannot do that.");
    case ReadOnly: return ErrorText::tr("This connection is read-only; nothing was changed.");
    case CopyTooLarge:
        return ErrorText::tr("A copy holds 200,000 messages and 256 MiB at most. Copy single "
                             "queues, or selected messages.");
    case Cancelled: return ErrorText::tr("Cancelled.");
    case ConnectionFailed: return ErrorText::tr("The endpoint could not be reached.");
    case SecretIdUnknown:
    case SecretIdStatus:
    case SecretIdPrefix:
        return ErrorText::tr("The endpoint does not know this SecretId, or it is disabled.");
    case AuthenticationFailed:
        return ErrorText::tr("The endpoint refused the signature: the SecretKey does not belong to "
                             "the SecretId, or this computer's clock is wrong.");
    case NoCamAuthentication:
    case AccountIllegal: return ErrorText::tr("This key has no permission for that.");
    case StoreFailed:
        return ErrorText::tr(
            "The store could not be written. Is the disk full or the folder read-only?");
    default: return {};
    }
}

/// What a value must be, of parameters whose error does not tell.
QString rule(const cmq::Error& error)
{
    using enum cmq::ErrorId;
    if (error.id == ParametersError && error.parameter == "routingKey")
        return ErrorText::tr("A routing key has words between dots, without * and #.");
    if (error.id != ParameterOutOfRange)
        return {};
    if (error.parameter == "msgTag" || error.parameter == "filterTag")
        return ErrorText::tr("A tag has 1 to 16 characters.");
    if (error.parameter == "routingKey" || error.parameter == "bindingKey")
        return ErrorText::tr("A key has at most 64 bytes.");
    if (error.parameter == "maxMsgSize")
        return ErrorText::tr("1 KiB to 1 MiB.");
    return {};
}

} // namespace

QString errorSentence(const cmq::Error& error)
{
    QString sentence = known(error.id);
    if (sentence.isEmpty())
        sentence = rule(error);
    if (sentence.isEmpty()) {
        const QString words = formatForeign(QString::fromStdString(error.text));
        sentence = error.parameter.empty()
                       ? ErrorText::tr("The broker refused: %1").arg(words)
                       : ErrorText::tr("The broker refused %1: %2")
                             .arg(formatForeign(QString::fromStdString(error.parameter)), words);
    }
    const bool mayHaveHappened = error.outcome == cmq::Outcome::MayHaveHappened;
    if (error.id == cmq::ErrorId::ConnectionFailed && mayHaveHappened) // it was reached
        sentence = ErrorText::tr("No usable answer came from the endpoint.");
    if (mayHaveHappened)
        sentence +=
            u' ' + ErrorText::tr("It may have happened nevertheless; look before you repeat it.");
    return sentence;
}

QString fieldError(const cmq::FieldErrors& errors, std::string_view parameter)
{
    const auto found = std::ranges::find(errors, parameter, &cmq::Error::parameter);
    return found == errors.end() ? QString() : errorSentence(*found);
}

QString errorDetail(const cmq::Error& error)
{
    QString detail = QString::fromStdString(
        error.code != 0
            ? std::to_string(error.code) + '/' + std::to_string(error.moduleCode) + ' ' + error.text
            : error.text);
    if (!error.apiCode.empty()) // the service's own word comes first: that is what people look up
        detail = QString::fromStdString(error.apiCode) + u" · "_s + detail;
    if (!error.detail.empty())
        detail += u" · "_s + QString::fromStdString(error.detail);
    return formatForeign(detail, 400);
}

} // namespace ui
