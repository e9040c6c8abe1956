#include "queueactions.h"

#include "life.h"
#include "queuelookup.h"
#include "timeline.h"

namespace cmq::engine {

Result<Done> execute(const Context& context, RemoveMessage&& action)
{
    const auto found = settledQueue(context, action.queueName);
    if (!found)
        return fail(found.error());
    Queue& queue = **found;
    const auto cursor = queue.log.find(action.entry);
    if (!cursor)
        return fail(ErrorId::ReceiptHandleInvalid, "entry",
                    "the message is gone: deleted, expired, or in another queue");
    if ((*cursor)->state == MessageState::Rewindable)
        return fail(ErrorId::ReceiptHandleInvalid, "entry", "the message was deleted already");
    markDeleted(context, queue, *cursor, "RemoveMessage");
    afterChange(context, queue);
    return Done();
}

} // namespace cmq::engine
