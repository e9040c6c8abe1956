#include "queueactions.h"

#include "life.h"
#include "queuelookup.h"
#include "timeline.h"

#include "cmq/receipthandle.h"
#include "cmq/validation.h"

namespace cmq::engine {

namespace {

/// Why a well-formed handle deletes nothing, for people.
std::string invalidReason(const ReceiptHandle& handle, const Message* message)
{
    if (!message)
        return "the message is gone: deleted, expired, or in another queue";
    switch (message->state) {
    case MessageState::Rewindable: return "the message was deleted already";
    case MessageState::Delayed: return "the message was never received";
    case MessageState::Active:
        return isGeneration(handle, message->handleGeneration)
                   ? "its visibilityTimeout ended: the message is back in the queue"
                   : "the message is back in the queue after a later receive";
    case MessageState::Inactive: break;
    }
    return "receive " + std::to_string(message->handleGeneration) +
           " of the message took over; this is the handle of receive " +
           std::to_string(handle.generation);
}

std::optional<Error> deleteOne(const Context& context, Queue& queue, std::string_view text)
{
    if (auto error = checkReceiptHandle(text))
        return error;
    const auto handle = receiptHandleFromString(text);
    if (!handle)
        return makeError(ErrorId::ReceiptHandleInvalid, "receiptHandle",
                         "this broker has not given out such a handle");
    const auto cursor = queue.log.find(handle->entry);
    if (cursor && (*cursor)->state == MessageState::Inactive &&
        isGeneration(*handle, (*cursor)->handleGeneration)) {
        markDeleted(context, queue, *cursor);
        return std::nullopt;
    }
    return makeError(ErrorId::ReceiptHandleInvalid, "receiptHandle",
                     invalidReason(*handle, cursor ? &**cursor : nullptr));
}

} // namespace

Result<Done> execute(const Context& context, DeleteMessage&& action)
{
    const auto found = settledQueue(context, action.queueName);
    if (!found)
        return fail(found.error());
    if (auto error = deleteOne(context, **found, action.receiptHandle))
        return fail(std::move(*error));
    afterChange(context, **found);
    return Done();
}

Result<BatchDeleteReply> execute(const Context& context, BatchDeleteMessage&& action)
{
    const auto found = settledQueue(context, action.queueName);
    if (!found)
        return fail(found.error());
    BatchDeleteReply reply;
    for (std::string& handle : action.receiptHandle) {
        if (auto error = deleteOne(context, **found, handle))
            reply.errorList.push_back({std::move(handle), std::move(*error)});
        else
            ++reply.deletedCount;
    }
    afterChange(context, **found);
    return reply;
}

} // namespace cmq::engine
