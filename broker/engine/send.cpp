#include "send.h"

#include "life.h"

namespace cmq::engine {

std::optional<Error> checkSend(const Context& context, Queue& queue,
                               std::span<const std::string> bodies, Seconds delay)
{
    const Behaviour& behaviour = context.state.behaviour;
    const std::int64_t count = std::ssize(bodies);
    for (const std::string& body : bodies) {
        if (std::ssize(body) > queue.settings().maxMsgSize)
            return makeError(ErrorId::MessageTooLarge, "msgBody",
                             std::to_string(body.size()) + " bytes are more than maxMsgSize, " +
                                 std::to_string(queue.settings().maxMsgSize));
    }
    if (!queue.produceBucket.hasToken(context.now, behaviour.produceQps))
        return makeError(ErrorId::QpsThrottling, {},
                         "more than " + std::to_string(behaviour.produceQps) +
                             " messages a second were sent");
    if (queue.log.undeletedCount() + count > queue.settings().maxMsgHeapNum)
        return makeError(ErrorId::QueueFull, {},
                         std::to_string(queue.log.undeletedCount()) +
                             " messages wait; maxMsgHeapNum is " +
                             std::to_string(queue.settings().maxMsgHeapNum));
    if (delay > Seconds(0) && behaviour.maxDelayed > 0 &&
        queue.log.count(MessageState::Delayed) + count > behaviour.maxDelayed)
        return makeError(ErrorId::TooManyUnacked, "delaySeconds",
                         std::to_string(behaviour.maxDelayed) + " messages are delayed, the most");
    queue.produceBucket.take(count, behaviour.produceQps);
    return std::nullopt;
}

std::string send(const Context& context, Queue& queue, std::string&& body, Seconds delay)
{
    const std::uint64_t number = context.state.takeNumber();
    NewMessage message;
    message.entry = number;
    message.msgId = number;
    message.bodyBytes = static_cast<std::uint32_t>(body.size());
    message.delay = delay;
    context.state.bodyArrived(number);
    const auto cursor = enqueue(context, queue, std::move(message));
    if (context.wantsEvents()) {
        Event event = messageEvent(EventKind::Sent, queue, *cursor);
        event.rule = EventRule::DelaySeconds;
        event.value = delay.count();
        event.until = cursor->visibleTime();
        event.count = cursor->bodyBytes;
        context.emit(std::move(event));
    }
    context.out.bodies.emplace_back(number, std::move(body));
    return std::to_string(number);
}

} // namespace cmq::engine
