#pragma once

#include "cmq/action.h"
#include "cmq/behaviour.h"
#include "cmq/event.h"
#include "cmq/result.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace conformance {

/// CMQ's queues as somebody writes them down who reads the protocol page and nothing else: vectors,
/// linear scans, everything counted anew each time. Slow and obvious; it shares no code with the
/// engine. What the page leaves to the broker (ids, handles) has names of the model's own: `Names`
/// (world.h) ties them to the engine's. A value.
class Model final
{
public:
    using Token = std::uint64_t;

    struct Message
    {
        int number = 0; ///< its entry: where it stands in all queues together
        int id = 0;     ///< its msgId: the number under which it was sent first
        std::string body;
        cmq::Time enqueued;
        cmq::MessageState state = cmq::MessageState::Active;
        /// Hidden: until when. Active: when it must go to the dead-letter queue, or try again to.
        std::optional<cmq::Time> timer;
        /// Until when it was hidden last; a broker that restarts starts from there.
        std::optional<cmq::Time> hiddenUntil;
        cmq::Time visible; ///< first visible at
        std::optional<cmq::Time> firstReceived;
        int receives = 0;          ///< since it was sent or rewound
        int handles = 0;           ///< ever given out
        bool wasHereFirst = false; ///< before the queue became a dead-letter queue
        std::string originQueue;
        std::optional<cmq::Time> originEnqueued;
        int originReceives = 0;
    };

    struct Waiter
    {
        Token token = 0;
        cmq::Time deadline;
        std::int64_t numOfMsg = 1;
        bool isBatch = false;
    };

    struct Bucket
    {
        std::optional<cmq::Time> filled;
        std::int64_t thousandths = 0;
    };

    struct Queue
    {
        int key = 0;
        std::string name;
        cmq::QueueSettings settings;
        cmq::Time created;
        cmq::Time modified;
        std::vector<Message> messages; ///< in the order of their numbers
        std::vector<Waiter> waiters;   ///< in arrival order
        Bucket produce;
        Bucket consume;
    };

    struct Answer
    {
        Token token = 0;
        cmq::Result<cmq::Reply> result;
    };

    /// What happened to which message; numbers instead of entries.
    struct Happening
    {
        cmq::EventKind kind;
        std::string queue;
        int number = 0;
        int id = 0; ///< the message's msgId
        int otherNumber = 0;
        std::int64_t count = 0;
    };

    explicit Model(const cmq::Behaviour& behaviour);

    void execute(cmq::Time now, Token token, const cmq::Action& action);
    void cancel(cmq::Time now, Token token);
    /// Everything that is due by `now`.
    void advance(cmq::Time now);
    /// The broker starts again on what it kept.
    void restart(cmq::Time now);

    /// The handle that its last receive gave.
    [[nodiscard]] static std::string handleOf(const Message& message);

    /// When time alone will next change something.
    [[nodiscard]] std::optional<cmq::Time> nextDeadline() const;
    [[nodiscard]] const std::vector<Queue>& queues() const { return m_queues; }
    [[nodiscard]] cmq::Time now() const { return m_now; }
    [[nodiscard]] cmq::QueueAttributes attributes(const Queue& queue) const;
    [[nodiscard]] std::vector<cmq::PeekedMessage> peek(const Queue& queue) const;

    [[nodiscard]] std::vector<Answer> takeAnswers() { return std::exchange(m_answers, {}); }
    [[nodiscard]] std::vector<Happening> takeHappenings()
    {
        return std::exchange(m_happenings, {});
    }

private:
    using Outcome = cmq::Result<cmq::Reply>;

    Outcome run(const cmq::CreateQueue& action);
    Outcome run(const cmq::ListQueue& action);
    Outcome run(const cmq::GetQueueAttributes& action);
    Outcome run(const cmq::SetQueueAttributes& action);
    Outcome run(const cmq::DeleteQueue& action);
    Outcome run(const cmq::ClearQueue& action);
    Outcome run(const cmq::RewindQueue& action);
    Outcome run(const cmq::UnbindDeadLetterQueue& action);
    Outcome run(const cmq::ListDeadLetterSourceQueues& action);
    Outcome run(const cmq::SendMessage& action);
    Outcome run(const cmq::BatchSendMessage& action);
    Outcome run(const cmq::DeleteMessage& action);
    Outcome run(const cmq::BatchDeleteMessage& action);
    void receive(Token token, const std::string& queue, std::optional<cmq::Seconds> wait,
                 std::int64_t numOfMsg, bool isBatch);

    Queue* find(const std::string& name);
    const Queue* find(const std::string& name) const;
    std::vector<const Queue*> sourcesOf(const Queue& queue) const;
    static std::int64_t count(const Queue& queue, cmq::MessageState state);
    static std::int64_t undeleted(const Queue& queue);
    std::int64_t room(const Queue& queue) const;

    std::optional<cmq::Error> checkSettings(const cmq::QueueSettings& settings) const;
    std::optional<cmq::Error> checkPolicy(const Queue* queue,
                                          const cmq::DeadLetterPolicy& policy) const;
    std::optional<cmq::Error> checkSend(Queue& queue, const std::vector<std::string>& bodies,
                                        cmq::Seconds delay);
    void bind(const std::string& target);
    int send(Queue& queue, const std::string& body, cmq::Seconds delay);
    cmq::ReceivedMessage give(Queue& queue, Message& message);
    void answerReceive(Queue& queue, Token token, std::int64_t numOfMsg, bool isBatch);
    std::optional<cmq::Error> removeOne(Queue& queue, const std::string& handle);
    std::optional<cmq::Time> leaveTime(const Queue& queue, const Message& message) const;
    bool mustLeave(const Queue& queue, const Message& message) const;
    cmq::Time end(const Queue& queue, const Message& message) const;

    void expire(Queue& queue);
    void fireTimers(Queue& queue);
    void leave(Queue& queue, std::size_t index);
    void show(Queue& queue, Message& message);
    void serve(Queue& queue);
    void endWaits(Queue& queue);
    void happened(cmq::EventKind kind, const Queue& queue, const Message& message);
    void happened(cmq::EventKind kind, const std::string& queue, std::int64_t count = 0);

    bool hasToken(Bucket& bucket, std::int64_t perSecond) const;
    static void take(Bucket& bucket, std::int64_t tokens, std::int64_t perSecond);

    cmq::Behaviour m_behaviour;
    cmq::Time m_now;
    int m_lastNumber = 0;
    int m_lastKey = 0;
    std::vector<Queue> m_queues;
    std::map<std::string, cmq::Time> m_releasing; ///< lower-case names
    Bucket m_control;
    std::vector<Answer> m_answers;
    std::vector<Happening> m_happenings;
};

} // namespace conformance
