#include "queueactions.h"

#include "queuelookup.h"

#include "cmq/receipthandle.h"

namespace cmq::engine {

namespace {

PeekedMessage describe(const Queue& queue, const Message& message)
{
    PeekedMessage peeked;
    peeked.msgId = std::to_string(message.msgId);
    peeked.entry = message.entry;
    peeked.bodyBytes = message.bodyBytes;
    peeked.state = message.state;
    peeked.enqueueTime = message.enqueueTime();
    if (message.state == MessageState::Delayed || message.state == MessageState::Inactive)
        peeked.nextVisibleTime = message.due();
    peeked.firstDequeueTime = message.firstDequeueTime();
    peeked.dequeueCount = message.dequeueCount;
    peeked.handleGeneration = message.handleGeneration;
    if (message.state == MessageState::Inactive)
        peeked.receiptHandle = toString(ReceiptHandle{message.entry, message.handleGeneration});
    peeked.expireTime = message.state == MessageState::Rewindable
                            ? queue.rewindEnd(message.enqueueTime())
                            : queue.retentionEnd(message.enqueueTime());
    if (const auto origin = queue.origins.find(message.entry); origin != queue.origins.end()) {
        peeked.originQueueName = origin->second.queueName;
        peeked.originEnqueueTime = origin->second.enqueueTime;
        peeked.originDequeueCount = origin->second.dequeueCount;
    }
    return peeked;
}

std::array<bool, MessageStateCount> wantedStates(const std::vector<MessageState>& states)
{
    std::array<bool, MessageStateCount> wanted{};
    wanted.fill(states.empty());
    for (const MessageState state : states)
        wanted[static_cast<std::size_t>(state)] = true;
    return wanted;
}

} // namespace

void execute(const Context& context, Token token, PeekMessages&& action)
{
    const auto queue = settledQueue(context, action.queueName);
    if (!queue) {
        context.out.answers.push_back({token, fail(queue.error()), {}});
        return;
    }
    Answer answer;
    answer.token = token;
    PeekedMessages page;
    const MessageLog::Selection selection{action.after, wantedStates(action.states),
                                          action.fromEnqueueTime.value_or(Time::min())};
    (*queue)->log.visit(selection, [&](const Message& message) {
        if (action.toEnqueueTime && message.enqueueTime() > *action.toEnqueueTime)
            return false;
        if (std::ssize(page.messages) == action.limit) {
            page.next = page.messages.back().entry;
            return false;
        }
        page.messages.push_back(describe(**queue, message));
        if (action.withBodies)
            answer.bodies.push_back(message.msgId);
        return true;
    });
    answer.result = std::move(page);
    context.out.answers.push_back(std::move(answer));
}

} // namespace cmq::engine
