#include "picture.h"

#include "world.h"

#include <limits>
#include <map>
#include <utility>

namespace cmq::scenario {

namespace {

constexpr std::int64_t All = std::numeric_limits<std::int32_t>::max();

template <class A>
typename A::Reply ask(Simulation& simulation, A action)
{
    auto answer = simulation.takeAnswer(simulation.execute(Action(std::move(action))));
    if (!answer || !*answer)
        return {};
    return std::get<typename A::Reply>(**answer);
}

/// Cuts a body between characters.
std::string beginningOf(std::string body)
{
    if (body.size() <= PictureBodyBytes)
        return body;
    std::size_t end = PictureBodyBytes;
    while (end > 0 && (static_cast<unsigned char>(body[end]) & 0xC0U) == 0x80U)
        --end; // in the middle of a character of UTF-8
    body.resize(end);
    return body;
}

PictureMessage pictureOf(PeekedMessage&& peeked, const QueueSettings& settings)
{
    PictureMessage message;
    message.entry = peeked.entry;
    message.msgId = std::move(peeked.msgId);
    message.body = beginningOf(std::move(peeked.msgBody));
    message.state = peeked.state;
    message.since = peeked.enqueueTime;
    message.until = peeked.nextVisibleTime;
    if (peeked.state == MessageState::Inactive && peeked.nextVisibleTime)
        message.since = *peeked.nextVisibleTime - settings.visibilityTimeout;
    if (peeked.state == MessageState::Rewindable) {
        message.since = peeked.expireTime - settings.rewindSeconds;
        message.until = peeked.expireTime;
    }
    message.dequeueCount = peeked.dequeueCount;
    message.isDeadLetter = !peeked.originQueueName.empty();
    return message;
}

} // namespace

Picture pictureOf(const World& world, std::int64_t messagesPerState)
{
    Simulation copy = world.simulation(); // asking is an action, too: the world stays as it is
    Picture picture;
    picture.now = world.now();
    picture.actors = world.actors();
    picture.topics = ask(copy, DescribeTopics{.searchWord = {}, .limit = All}).topicList;
    for (const TopicAttributes& topic : picture.topics) {
        auto described =
            ask(copy, DescribeSubscriptions{.topicName = topic.topicName, .limit = All});
        for (SubscriptionAttributes& subscription : described.subscriptionList)
            picture.subscriptions.push_back(std::move(subscription));
    }
    const std::map<std::string, std::string, std::less<>> holders = world.holders();
    for (QueueAttributes& attributes :
         ask(copy, DescribeQueues{.searchWord = {}, .limit = All}).queueList) {
        PictureQueue queue;
        for (const MessageState state : {MessageState::Delayed, MessageState::Active,
                                         MessageState::Inactive, MessageState::Rewindable}) {
            PeekMessages peek;
            peek.queueName = attributes.queueName;
            peek.states = {state};
            peek.limit = messagesPerState;
            peek.withBodies = true;
            for (PeekedMessage& peeked : ask(copy, std::move(peek)).messages) {
                const auto holder = holders.find(peeked.receiptHandle);
                queue.messages.push_back(pictureOf(std::move(peeked), attributes.settings));
                if (holder != holders.end())
                    queue.messages.back().holder = holder->second;
            }
        }
        queue.attributes = std::move(attributes);
        picture.queues.push_back(std::move(queue));
    }
    return picture;
}

} // namespace cmq::scenario
