#include "queueactions.h"

#include "queuelookup.h"
#include "timeline.h"
#include "waiting.h"

namespace cmq::engine {

namespace {

/// Both receives: answer now, wait, or refuse.
void receiveOrWait(const Context& context, const std::string& queueName,
                   std::optional<Seconds> pollingWaitSeconds, Waiter waiter)
{
    const auto refuse = [&](Error error) {
        context.out.answers.push_back({waiter.token, fail(std::move(error)), {}});
    };
    const auto found = settledQueue(context, queueName);
    if (!found)
        return refuse(found.error());
    Queue& queue = **found;

    const Behaviour& behaviour = context.state.behaviour;
    if (!queue.consumeBucket.hasToken(context.now, behaviour.consumeQps))
        return refuse(makeError(ErrorId::QpsThrottling, {},
                                "more than " + std::to_string(behaviour.consumeQps) +
                                    " messages a second were received"));
    if (inactiveRoom(context, queue) == 0)
        return refuse(makeError(ErrorId::TooManyUnacked, {},
                                std::to_string(behaviour.maxInactive) +
                                    " messages are inactive, the most; delete some"));
    if (queue.log.count(MessageState::Active) > 0) {
        answerReceive(context, queue, waiter);
        return afterChange(context, queue);
    }
    const Seconds wait = std::min(pollingWaitSeconds.value_or(queue.settings().pollingWaitSeconds),
                                  PollingWaitSecondsMax);
    if (wait == Seconds(0))
        return answerEmpty(context, queue, waiter.token);
    waiter.deadline = context.now + wait;
    addWaiter(context, queue, std::move(waiter));
    afterChange(context, queue);
}

} // namespace

void execute(const Context& context, Token token, ReceiveMessage&& action)
{
    receiveOrWait(context, action.queueName, action.pollingWaitSeconds,
                  {token, {}, 1, false, std::move(action.client)});
}

void execute(const Context& context, Token token, BatchReceiveMessage&& action)
{
    receiveOrWait(context, action.queueName, action.pollingWaitSeconds,
                  {token, {}, action.numOfMsg, true, std::move(action.client)});
}

} // namespace cmq::engine
