#pragma once

#include "output.h"
#include "queue.h"
#include "releasingnames.h"
#include "topics.h"

#include "cmq/behaviour.h"
#include "cmq/names.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace cmq::engine {

/// Where a waiting receive waits.
struct WaitingPlace
{
    QueueKey queue = 0;
    std::uint64_t number = 0;
};

/// Everything an engine is. The functions here find things, number them and keep track of what the
/// store does not know yet; what happens to messages is in life.h, when it happens in timeline.h.
struct State
{
    explicit State(const Behaviour& behaviour, std::uint64_t seed);

    Behaviour behaviour;
    EngineRecord record;
    std::uint64_t nextWaiterNumber = 1;
    Bucket controlBucket;

    std::map<QueueKey, Queue> queues;
    /// In the order of lists; a name and its case twin are the same here.
    std::map<std::string, QueueKey, LessIgnoringCase> queuesByName;
    /// While queues are restored: the names of dead-letter queues that are still to come.
    std::multimap<std::string, QueueKey> awaitedDeadLetterQueues;
    ReleasingNames releasingQueueNames;
    /// When a queue next has something to do.
    std::set<std::pair<Time, QueueKey>> queueDeadlines;
    std::unordered_map<Token, WaitingPlace> waiting;
    Topics topics;

    /// Bodies that a message does not own alone (entry != msgId), and how many refer to them.
    std::unordered_map<BodyId, std::uint32_t> sharedBodies;

    /// By exact name; look-ups are case-sensitive.
    [[nodiscard]] Queue* findQueue(std::string_view name);
    [[nodiscard]] Queue* findQueue(QueueKey key);
    [[nodiscard]] Queue* deadLetterQueueOf(const Queue& queue);

    [[nodiscard]] std::uint64_t takeNumber() { return record.nextNumber++; }
    [[nodiscard]] std::uint32_t takeKey() { return record.nextKey++; }
    [[nodiscard]] std::uint64_t random();
    /// `queue-` and eight letters or digits, as CMQ's ids look.
    [[nodiscard]] std::string randomId(std::string_view prefix);

    void addQueue(Queue queue);
    void removeQueue(QueueKey key);

    void queueChanged(Queue& queue);
    void messageChanged(const Queue& queue, Message& message);
    /// Gone, and its reference to its body with it.
    void messageErased(const Message& message);
    /// Gone from here; another message takes its body over.
    void messageMovedAway(const Message& message);
    /// All messages of the queue up to an entry are gone: say it once for the store, and for each
    /// what the store cannot know.
    void messagesPurged(const Queue& queue, Entry upTo);
    void messagePurged(const Message& message);
    /// Its rewindable messages of these entries are gone, or active again since a time.
    void rewindAreaChanged(const Queue& queue, Entry first, Entry last,
                           std::optional<Time> rewoundAt);
    void bodyArrived(BodyId body) { m_unstoredBodies.insert(body); }
    /// One more (one fewer) message or publish refers to a body that no single one owns.
    void shareBody(BodyId body) { ++sharedBodies[body]; }
    void unshareBody(BodyId body);

    [[nodiscard]] StoreChanges takeChanges();

private:
    void bodyErased(BodyId body);

    std::vector<QueueKey> m_dirtyQueues;
    std::vector<QueueKey> m_erasedQueues;
    std::vector<std::pair<QueueKey, Entry>> m_dirtyMessages;
    std::vector<Entry> m_erasedMessages;
    std::vector<Purge> m_purges;
    std::vector<RewindAreaChange> m_rewindAreaChanges;
    std::unordered_set<BodyId> m_unstoredBodies;
    std::vector<BodyId> m_erasedBodies;
};

/// What the engine is doing: to whom, when, and where the consequences go.
struct Context
{
    State& state;
    Time now;
    Output& out;

    /// Whether somebody listens: do not build an event in vain.
    [[nodiscard]] bool wantsEvents() const { return state.behaviour.recordEvents; }
    /// Records an event of a queue or topic.
    void emit(Event event) const
    {
        event.time = now;
        out.events.push_back(std::move(event));
    }
};

} // namespace cmq::engine
