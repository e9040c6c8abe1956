#include "eventfeed.h"

#include <algorithm>
#include <iterator>

namespace cmq {

namespace {

using Chunk = EventList::Chunk;

/// In events: what one about many messages takes of memory.
std::size_t weight(const std::vector<Event>& events)
{
    constexpr std::size_t rangesOfAnEvent = 16;
    std::size_t weight = events.size();
    for (const Event& event : events)
        weight += event.messages.rangeCount() / rangesOfAnEvent;
    return weight;
}

/// The newest ones that match, oldest first.
EventHistory find(const std::vector<Chunk>& chunks, const EventQuery& query)
{
    EventHistory history;
    auto& found = history.events;
    for (auto chunk = chunks.rbegin(); chunk != chunks.rend(); ++chunk) {
        for (auto event = (*chunk)->rbegin(); event != (*chunk)->rend(); ++event) {
            if (!matches(query, *event))
                continue;
            if (found.size() < query.limit)
                found.push_back(*event);
            else
                history.isCut = true;
        }
        if (history.isCut)
            break;
    }
    std::ranges::reverse(found);
    return history;
}

bool isKept(const Event& event)
{
    return event.kind != EventKind::WaitStarted && event.kind != EventKind::WaitEnded;
}

/// What of a chunk is remembered: mostly all of it, which then is not copied.
Chunk keptOf(const Chunk& chunk)
{
    if (std::ranges::all_of(*chunk, isKept))
        return chunk;
    std::vector<Event> kept;
    std::ranges::copy_if(*chunk, std::back_inserter(kept), isKept);
    return std::make_shared<const std::vector<Event>>(std::move(kept));
}

} // namespace

EventFeed::EventFeed(std::size_t historyCount)
    : m_historyCount(historyCount)
    , m_thread([this] { run(); })
{
}

EventFeed::~EventFeed()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopped = true;
    }
    m_work.notify_one();
    m_thread.join();
}

void EventFeed::publish(std::vector<Event>&& events)
{
    if (events.empty())
        return;
    const auto chunk = std::make_shared<const std::vector<Event>>(std::move(events));
    const Chunk kept = keptOf(chunk);
    std::vector<Chunk> forgotten; // freed outside the lock
    bool isListening = false;
    {
        const std::scoped_lock lock(m_mutex);
        if (!kept->empty()) {
            m_history.push_back(kept);
            m_count += weight(*kept);
            forgetSome(forgotten);
        }
        for (auto& [id, listener] : m_listeners)
            add(listener, chunk);
        isListening = !m_listeners.empty();
    }
    if (isListening)
        m_work.notify_one();
}

void EventFeed::forgetSome(std::vector<Chunk>& forgotten)
{
    while (m_count > m_historyCount && m_history.size() > 1) {
        m_count -= weight(*m_history.front());
        forgotten.push_back(std::move(m_history.front()));
        m_history.pop_front();
        m_knownSince = m_history.front()->front().time;
    }
}

void EventFeed::add(Listener& listener, const Chunk& chunk)
{
    listener.waiting.push_back(chunk);
    listener.waitingCount += chunk->size();
    while (listener.waitingCount > listener.bound && !listener.waiting.empty()) {
        listener.waitingCount -= listener.waiting.front()->size();
        listener.missed += listener.waiting.front()->size();
        listener.waiting.pop_front();
    }
}

EventSource::ObserverId EventFeed::observe(Observer observer, std::size_t bound)
{
    const std::scoped_lock lock(m_mutex);
    Listener& listener = m_listeners[++m_lastObserver];
    listener.observer = std::move(observer);
    listener.bound = bound;
    return m_lastObserver;
}

void EventFeed::stopObserving(ObserverId observer)
{
    std::unique_lock lock(m_mutex);
    m_listeners.erase(observer);
    m_called.wait(lock, [&] { return m_calling != observer; });
}

void EventFeed::history(EventQuery query, std::function<void(EventHistory)> completion)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_questions.push_back({std::move(query), std::move(completion)});
    }
    m_work.notify_one();
}

void EventFeed::setHistoryCount(std::size_t events)
{
    std::vector<Chunk> forgotten;
    const std::scoped_lock lock(m_mutex);
    m_historyCount = events;
    forgetSome(forgotten);
}

void EventFeed::setKnownSince(Time time)
{
    const std::scoped_lock lock(m_mutex);
    m_knownSince = time;
}

void EventFeed::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (answerQuestion(lock))
            continue;
        if (m_isStopped)
            return;
        if (!serveListener(lock))
            m_work.wait(lock);
    }
}

bool EventFeed::answerQuestion(std::unique_lock<std::mutex>& lock)
{
    if (m_questions.empty())
        return false;
    const Question question = std::move(m_questions.front());
    m_questions.pop_front();
    const std::vector<Chunk> chunks(m_history.begin(), m_history.end());
    const auto knownSince = m_knownSince;
    lock.unlock();
    EventHistory found = find(chunks, question.query);
    found.knownSince = knownSince;
    question.completion(std::move(found));
    lock.lock();
    return true;
}

bool EventFeed::serveListener(std::unique_lock<std::mutex>& lock)
{
    // One after the other, so that a busy one does not keep the rest from their events.
    auto next = m_listeners.upper_bound(m_served);
    for (std::size_t i = 0; i < m_listeners.size(); ++i, ++next) {
        if (next == m_listeners.end())
            next = m_listeners.begin();
        Listener& listener = next->second;
        if (listener.waiting.empty() && listener.missed == 0)
            continue;
        EventBatch batch;
        for (Chunk& chunk : std::exchange(listener.waiting, {}))
            batch.events.append(std::move(chunk));
        batch.missed = std::exchange(listener.missed, 0);
        listener.waitingCount = 0;
        m_served = m_calling = next->first;
        const Observer observer = listener.observer; // it may be removed meanwhile
        lock.unlock();
        observer(batch);
        lock.lock();
        m_calling = 0;
        m_called.notify_all();
        return true;
    }
    return false;
}

} // namespace cmq
