#include "simulatedbroker.h"

#include <algorithm>

SimulatedBroker::SimulatedBroker()
    : m_simulation({}, 1, cmq::fromUnixSeconds(1'800'000'000))
{
}

SimulatedBroker::~SimulatedBroker()
{
    for (const auto& [token, completion] : m_waiting)
        completion(cmq::fail(cmq::ErrorId::Cancelled));
}

cmq::RequestId SimulatedBroker::call(cmq::Action action, Completion completion)
{
    calls.emplace_back(cmq::actionTraits(action).name);
    if (calls.back() == failNext) {
        failNext.clear();
        QMetaObject::invokeMethod(
            this,
            [completion = std::move(completion)] {
                completion(cmq::fail(cmq::ErrorId::InternalError));
            },
            Qt::QueuedConnection);
        return 0;
    }
    const auto token = m_simulation.execute(std::move(action));
    m_waiting.emplace(token, std::move(completion));
    QMetaObject::invokeMethod(
        this, [this] { deliver(); }, Qt::QueuedConnection);
    return token;
}

void SimulatedBroker::cancel(cmq::RequestId request)
{
    m_simulation.cancel(request);
    QMetaObject::invokeMethod(
        this, [this] { deliver(); }, Qt::QueuedConnection);
}

bool SimulatedBroker::supports(const cmq::Action& action) const
{
    if (std::holds_alternative<cmq::PeekMessages>(action))
        return canPeek;
    return !std::holds_alternative<cmq::RemoveMessage>(action) || (canPeek && canRemove);
}

cmq::EventSource::ObserverId SimulatedBroker::observe(Observer observer, std::size_t)
{
    m_observers[++m_lastObserver] = std::move(observer);
    return m_lastObserver;
}

void SimulatedBroker::stopObserving(ObserverId observer)
{
    m_observers.erase(observer);
}

void SimulatedBroker::collectEvents()
{
    cmq::EventBatch batch{m_simulation.takeEvents(), 0};
    m_events.insert(m_events.end(), batch.events.begin(), batch.events.end());
    for (const auto& [id, observer] : m_observers) {
        if (!batch.events.empty())
            observer(batch);
    }
}

void SimulatedBroker::history(cmq::EventQuery query,
                              std::function<void(cmq::EventHistory)> completion)
{
    collectEvents();
    cmq::EventHistory found;
    found.knownSince = knownSince;
    for (const cmq::Event& event : m_events) {
        const bool matches =
            (!query.msgId || event.msgId == *query.msgId) &&
            (!query.entry || event.entry == *query.entry) &&
            (query.kinds.empty() || std::ranges::count(query.kinds, event.kind) > 0) &&
            (query.name.empty() || event.name == query.name) &&
            (!query.from || event.time >= *query.from) && (!query.to || event.time <= *query.to);
        if (matches)
            found.events.push_back(event);
    }
    found.isCut = found.events.size() > query.limit;
    if (found.isCut)
        found.events.erase(found.events.begin(), found.events.end() - std::ptrdiff_t(query.limit));
    QMetaObject::invokeMethod(
        this, [completion = std::move(completion), found] { completion(found); },
        Qt::QueuedConnection);
}

void SimulatedBroker::setHistoryCount(std::size_t events)
{
    historyCount = events;
}

void SimulatedBroker::advance(cmq::Milliseconds duration)
{
    m_simulation.advance(duration);
    deliver();
}

void SimulatedBroker::deliver()
{
    collectEvents();
    for (auto it = m_waiting.begin(); it != m_waiting.end();) {
        auto answer = m_simulation.takeAnswer(it->first);
        if (!answer) {
            ++it;
            continue;
        }
        const Completion completion = std::move(it->second);
        it = m_waiting.erase(it);
        completion(std::move(*answer));
    }
}
