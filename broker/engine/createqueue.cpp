#include "queueactions.h"

#include "deadletter.h"

namespace cmq::engine {

namespace {

std::optional<Error> checkName(const Context& context, const std::string& name)
{
    const State& state = context.state;
    if (const auto twin = state.queuesByName.find(name); twin != state.queuesByName.end())
        return makeError(ErrorId::QueueExists, "queueName",
                         "there is a queue '" + twin->first +
                             "'; names that differ only in case may not coexist");
    if (const auto freeTime = state.releasingQueueNames.freeTime(name, context.now))
        return makeError(ErrorId::QueueNameReleasing, "queueName",
                         "the name is free in " +
                             std::to_string((*freeTime - context.now).count()) + " ms");
    return std::nullopt;
}

} // namespace

Result<QueueIdReply> execute(const Context& context, CreateQueue&& action)
{
    State& state = context.state;
    if (auto error = checkName(context, action.queueName))
        return fail(std::move(*error));
    if (static_cast<std::int64_t>(state.queues.size()) >= state.behaviour.maxQueues)
        return fail(ErrorId::QueueLimit, "queueName",
                    "there are " + std::to_string(state.queues.size()) + " queues, the most");
    if (const auto& policy = action.settings.deadLetterPolicy) {
        if (auto error = checkDeadLetterTarget(state, nullptr, *policy))
            return fail(std::move(*error));
    }

    Queue queue;
    queue.record.key = state.takeKey();
    queue.record.queueName = action.queueName;
    queue.record.queueId = state.randomId("queue-");
    queue.record.settings = std::move(action.settings);
    queue.record.tags = std::move(action.tags);
    queue.record.createTime = context.now;
    queue.record.lastModifyTime = context.now;
    QueueIdReply reply{queue.record.queueId};

    const QueueKey key = queue.record.key;
    state.addQueue(std::move(queue));
    Queue& added = *state.findQueue(key);
    bindDeadLetter(context, added);
    state.queueChanged(added);
    if (context.wantsEvents()) {
        Event event;
        event.kind = EventKind::QueueCreated;
        event.name = std::move(action.queueName);
        context.emit(std::move(event));
    }
    return reply;
}

} // namespace cmq::engine
