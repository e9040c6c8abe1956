#include "waiting.h"

#include "life.h"

#include <limits>

namespace cmq::engine {

std::int64_t inactiveRoom(const Context& context, const Queue& queue)
{
    const std::int64_t most = context.state.behaviour.maxInactive;
    if (most <= 0)
        return std::numeric_limits<std::int64_t>::max();
    return std::max<std::int64_t>(0, most - queue.log.count(MessageState::Inactive));
}

void answerReceive(const Context& context, Queue& queue, const Waiter& waiter, std::uint64_t wait)
{
    Answer answer;
    answer.token = waiter.token;
    if (!waiter.isBatch) {
        const auto cursor = *queue.log.first(MessageLog::Lane::Active);
        answer.bodies.push_back(cursor->msgId);
        answer.result = receive(context, queue, cursor, {wait, waiter.client});
    } else {
        ReceivedMessages reply;
        const std::int64_t most = std::min(waiter.numOfMsg, inactiveRoom(context, queue));
        while (static_cast<std::int64_t>(reply.msgInfoList.size()) < most) {
            const auto cursor = queue.log.first(MessageLog::Lane::Active);
            if (!cursor)
                break;
            answer.bodies.push_back((*cursor)->msgId);
            reply.msgInfoList.push_back(receive(context, queue, *cursor, {wait, waiter.client}));
        }
        answer.result = std::move(reply);
    }
    queue.consumeBucket.take(static_cast<std::int64_t>(answer.bodies.size()),
                             context.state.behaviour.consumeQps);
    context.out.answers.push_back(std::move(answer));
}

void addWaiter(const Context& context, Queue& queue, Waiter waiter)
{
    const std::uint64_t number = context.state.nextWaiterNumber++;
    queue.waiterDeadlines.emplace(waiter.deadline, number);
    context.state.waiting[waiter.token] = {queue.record.key, number};
    if (context.wantsEvents()) {
        Event event;
        event.kind = EventKind::WaitStarted;
        event.name = queue.name();
        event.until = waiter.deadline;
        event.otherEntry = number;
        event.otherName = waiter.client;
        context.emit(std::move(event));
    }
    queue.waiters.emplace(number, std::move(waiter));
}

namespace {

void endReceive(const Context& context, const Queue& queue, Token token, std::uint64_t wait,
                Error error)
{
    if (context.wantsEvents()) {
        Event event;
        event.kind = EventKind::WaitEnded;
        event.name = queue.name();
        if (error.id == ErrorId::NoMessage)
            event.rule = EventRule::PollingWaitSeconds;
        event.reason = error.text;
        event.otherEntry = wait;
        context.emit(std::move(event));
    }
    context.out.answers.push_back({token, fail(std::move(error)), {}});
}

Waiter takeWaiter(const Context& context, Queue& queue, std::uint64_t number)
{
    const auto found = queue.waiters.find(number);
    Waiter waiter = std::move(found->second);
    queue.waiterDeadlines.erase({waiter.deadline, number});
    queue.waiters.erase(found);
    context.state.waiting.erase(waiter.token);
    return waiter;
}

} // namespace

void answerEmpty(const Context& context, Queue& queue, Token token, std::uint64_t wait)
{
    queue.consumeBucket.take(1, context.state.behaviour.consumeQps);
    endReceive(context, queue, token, wait, makeError(ErrorId::NoMessage));
}

void endWaiter(const Context& context, Queue& queue, std::uint64_t number, Error error)
{
    endReceive(context, queue, takeWaiter(context, queue, number).token, number, std::move(error));
}

void serveWaiters(const Context& context, Queue& queue)
{
    while (!queue.waiters.empty() && queue.log.count(MessageState::Active) > 0 &&
           inactiveRoom(context, queue) > 0) {
        const std::uint64_t number = queue.waiters.begin()->first;
        answerReceive(context, queue, takeWaiter(context, queue, number), number);
    }
}

void endWaits(const Context& context, Queue& queue)
{
    while (!queue.waiterDeadlines.empty() && queue.waiterDeadlines.begin()->first <= context.now) {
        const std::uint64_t number = queue.waiterDeadlines.begin()->second;
        answerEmpty(context, queue, takeWaiter(context, queue, number).token, number);
    }
}

void endAllWaiters(const Context& context, Queue& queue, const Error& error)
{
    while (!queue.waiters.empty())
        endWaiter(context, queue, queue.waiters.begin()->first, error);
}

} // namespace cmq::engine
