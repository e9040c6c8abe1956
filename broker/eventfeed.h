#pragma once

#include "cmq/eventsource.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace cmq {

/// A broker's events: live for observers, and the recent past for questions. Observers are called
/// and questions answered on a thread of its own; who is slow there slows nobody else but the other
/// observers, and never the broker, which only hands lists over.
class EventFeed final : public EventSource
{
public:
    /// Remembers about `historyCount` events; one about many messages counts for several.
    explicit EventFeed(std::size_t historyCount);
    /// Answers the questions asked so far; no observer is called afterwards.
    ~EventFeed() override;

    /// Tells what happened. On the broker's thread only.
    void publish(std::vector<Event>&& events);

    ObserverId observe(Observer observer, std::size_t bound) override;
    void stopObserving(ObserverId observer) override;
    void history(EventQuery query, std::function<void(EventHistory)> completion) override;
    void setHistoryCount(std::size_t events) override;

    /// What happened before is not known here.
    void setKnownSince(Time time);

private:
    using Chunk = EventList::Chunk;

    struct Listener
    {
        Observer observer;
        std::size_t bound = 0;
        std::deque<Chunk> waiting;
        std::size_t waitingCount = 0;
        std::uint64_t missed = 0;
    };
    struct Question
    {
        EventQuery query;
        std::function<void(EventHistory)> completion;
    };

    void run();
    void forgetSome(std::vector<Chunk>& forgotten);
    static void add(Listener& listener, const Chunk& chunk);
    bool serveListener(std::unique_lock<std::mutex>& lock);
    bool answerQuestion(std::unique_lock<std::mutex>& lock);

    std::mutex m_mutex; ///< guards what follows
    std::size_t m_historyCount;
    std::condition_variable m_work;
    std::condition_variable m_called;
    std::map<ObserverId, Listener> m_listeners;
    ObserverId m_lastObserver = 0;
    ObserverId m_served = 0;  ///< whose turn was last
    ObserverId m_calling = 0; ///< who is being called right now
    std::deque<Question> m_questions;
    std::deque<Chunk> m_history;
    std::size_t m_count = 0;
    std::optional<Time> m_knownSince;
    bool m_isStopped = false;

    std::thread m_thread;
};

} // namespace cmq
