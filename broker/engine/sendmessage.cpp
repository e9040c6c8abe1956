#include "queueactions.h"

#include "queuelookup.h"
#include "send.h"
#include "timeline.h"

namespace cmq::engine {

Result<MessageIdReply> execute(const Context& context, SendMessage&& action)
{
    const auto found = settledQueue(context, action.queueName);
    if (!found)
        return fail(found.error());
    Queue& queue = **found;
    if (auto error = checkSend(context, queue, {&action.msgBody, 1}, action.delaySeconds))
        return fail(std::move(*error));
    MessageIdReply reply{send(context, queue, std::move(action.msgBody), action.delaySeconds)};
    afterChange(context, queue);
    return reply;
}

Result<MessageIdList> execute(const Context& context, BatchSendMessage&& action)
{
    const auto found = settledQueue(context, action.queueName);
    if (!found)
        return fail(found.error());
    Queue& queue = **found;
    if (auto error = checkSend(context, queue, action.msgBody, action.delaySeconds))
        return fail(std::move(*error));
    MessageIdList reply;
    for (std::string& body : action.msgBody)
        reply.msgIds.push_back(send(context, queue, std::move(body), action.delaySeconds));
    afterChange(context, queue);
    return reply;
}

} // namespace cmq::engine
