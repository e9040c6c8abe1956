#include "queueactions.h"

#include "deadletter.h"
#include "queuelookup.h"

namespace cmq::engine {

Result<QueueIdReply> execute(const Context& context, UnbindDeadLetterQueue&& action)
{
    const auto found = settledQueue(context, action.queueName);
    if (!found)
        return fail(found.error());
    Queue& queue = **found;
    if (!queue.settings().deadLetterPolicy)
        return fail(ErrorId::DeadLetterQueueNotFound, "queueName",
                    '\'' + queue.name() + "' has no dead-letter queue");
    unbindDeadLetter(context, queue);
    queue.record.settings.deadLetterPolicy.reset();
    queue.record.lastModifyTime = context.now;
    context.state.queueChanged(queue);
    if (context.wantsEvents()) {
        Event event;
        event.kind = EventKind::QueueChanged;
        event.name = queue.name();
        context.emit(std::move(event));
    }
    return QueueIdReply{queue.record.queueId};
}

} // namespace cmq::engine
