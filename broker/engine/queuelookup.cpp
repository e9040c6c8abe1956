#include "queuelookup.h"

#include "delivery.h"
#include "timeline.h"

namespace cmq::engine {

namespace {

std::string notFoundDetail(const State& state, std::string_view name)
{
    std::string detail = "there is no queue '" + std::string(name) + '\'';
    if (const auto twin = state.queuesByName.find(name); twin != state.queuesByName.end())
        detail += "; there is '" + twin->first + "', and names are looked up with their case";
    return detail;
}

} // namespace

Result<Queue*> settledQueue(const Context& context, std::string_view name)
{
    Queue* queue = context.state.findQueue(name);
    if (!queue)
        return fail(ErrorId::QueueNotFound, "queueName", notFoundDetail(context.state, name));
    settle(context, *queue);
    settleDeliveriesInto(context, *queue);
    return queue;
}

QueueAttributes describe(const Context& context, const Queue& queue)
{
    QueueAttributes attributes;
    attributes.queueName = queue.name();
    attributes.queueId = queue.record.queueId;
    attributes.settings = queue.settings();
    attributes.createTime = queue.record.createTime;
    attributes.lastModifyTime = queue.record.lastModifyTime;
    attributes.activeMsgNum = queue.log.count(MessageState::Active);
    attributes.inactiveMsgNum = queue.log.count(MessageState::Inactive);
    attributes.delayMsgNum = queue.log.count(MessageState::Delayed);
    attributes.rewindmsgNum = queue.log.count(MessageState::Rewindable);
    attributes.minMsgTime = queue.log.firstEnqueueTime(MessageLog::Lane::Undeleted);
    attributes.tags = queue.record.tags;
    attributes.limits.maxDelaySeconds = DelaySecondsMax.count();
    if (const Queue* target = context.state.deadLetterQueueOf(queue))
        attributes.deadLetterQueueId = target->record.queueId;
    for (const QueueKey key : queue.deadLetterSources) {
        const Queue* source = context.state.findQueue(key);
        attributes.deadLetterSource.push_back({source->record.queueId, source->name()});
    }
    return attributes;
}

} // namespace cmq::engine
