#include "sandbox.h"

#include "scenariorun.h"

#include <utility>

namespace cmq::scenario {

Result<std::unique_ptr<Sandbox>> Sandbox::open(Scenario scenario)
{
    auto start = startOf(scenario);
    if (!start)
        return fail(start.error());
    return std::unique_ptr<Sandbox>(new Sandbox(std::move(scenario), std::move(*start)));
}

Sandbox::Sandbox(Scenario scenario, World start)
    : m_scenario(std::move(scenario))
    , m_start(std::move(start))
    , m_world(m_start)
    , m_now(toUnixMilliseconds(m_start.now()))
    , m_thread([this] { run(); })
{
}

Sandbox::~Sandbox()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopped = true;
    }
    m_work.notify_one();
    m_thread.join();
}

void Sandbox::post(std::function<void()> job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_work.notify_one();
}

/// Does what was asked for before the end, too; then nobody waits any more.
void Sandbox::run()
{
    for (;;) {
        std::function<void()> job;
        {
            std::unique_lock lock(m_mutex);
            m_work.wait(lock, [this] { return m_isStopped || !m_jobs.empty(); });
            if (m_jobs.empty())
                break;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
        deliver();
    }
    for (auto& [token, waiting] : std::exchange(m_waiting, {}))
        waiting.second(fail(ErrorId::Cancelled));
}

/// News first: whoever hears an answer finds that what it says has happened.
void Sandbox::deliver()
{
    m_now = toUnixMilliseconds(m_world.now());
    if (const EventBatch batch{m_world.takeNews(), 0}; !batch.events.empty()) {
        const std::scoped_lock lock(m_observerMutex);
        for (const auto& [id, observer] : m_observers)
            observer(batch);
    }
    for (auto it = m_waiting.begin(); it != m_waiting.end();) {
        auto answer = m_world.takeAnswer(it->first);
        if (!answer) {
            ++it;
            continue;
        }
        const auto waiting = std::move(it->second);
        it = m_waiting.erase(it);
        m_tokens.erase(waiting.first);
        waiting.second(std::move(*answer));
    }
}

RequestId Sandbox::call(Action action, Completion completion)
{
    const RequestId request = ++m_lastRequest;
    post([this, request, action = std::move(action), completion = std::move(completion)]() mutable {
        if (actionTraits(action).kind != ActionKind::Read)
            remember();
        const engine::Token token = m_world.call(std::move(action));
        m_tokens.emplace(request, token);
        m_waiting.emplace(token, std::pair(request, std::move(completion)));
    });
    return request;
}

void Sandbox::cancel(RequestId request)
{
    post([this, request] {
        if (const auto token = m_tokens.find(request); token != m_tokens.end())
            m_world.cancel(token->second);
    });
}

Time Sandbox::now() const
{
    return fromUnixMilliseconds(m_now);
}

void Sandbox::advance(Milliseconds by, std::function<void(Result<Time>)> completion)
{
    post([this, by, completion = std::move(completion)] {
        (void)m_world.advanceTo(m_world.now() + by); // what is too much is done the next time
        deliver();
        completion(m_world.now());
    });
}

void Sandbox::nextChange(std::function<void(Result<std::optional<Time>>)> completion)
{
    post([this, completion = std::move(completion)] { completion(m_world.nextChange()); });
}

EventSource::ObserverId Sandbox::observe(Observer observer, std::size_t)
{
    const std::scoped_lock lock(m_observerMutex);
    m_observers.emplace(++m_lastObserver, std::move(observer));
    return m_lastObserver;
}

void Sandbox::stopObserving(ObserverId observer)
{
    const std::scoped_lock lock(m_observerMutex); // waits for a call that is under way
    m_observers.erase(observer);
}

void Sandbox::history(EventQuery query, std::function<void(EventHistory)> completion)
{
    post([this, query = std::move(query), completion = std::move(completion)] {
        EventHistory history;
        std::deque<Event> newest;
        m_world.events().forEach([&](const World::Seen& seen) {
            if (!matches(query, seen.event))
                return;
            newest.push_back(seen.event);
            if (newest.size() > query.limit) {
                newest.pop_front();
                history.isCut = true;
            }
        });
        history.events.assign(newest.begin(), newest.end());
        completion(std::move(history));
    });
}

void Sandbox::look(std::function<void(const World&, Undoing)> job)
{
    post([this, job = std::move(job)] { job(m_world, {m_past.size(), m_future.size()}); });
}

void Sandbox::play(std::vector<Step> steps,
                   std::function<void(std::vector<StepVerdict>)> completion)
{
    post([this, steps = std::move(steps), completion = std::move(completion)] {
        remember();
        Script script(m_world);
        std::vector<StepVerdict> verdicts = script.play(steps);
        deliver();
        completion(std::move(verdicts));
    });
}

void Sandbox::reset(std::function<void()> done)
{
    post([this, done = std::move(done)] {
        remember();
        replace(m_start);
        done();
    });
}

void Sandbox::undo(std::function<void()> done)
{
    post([this, done = std::move(done)] {
        if (!m_past.empty()) {
            m_future.push_back(m_world);
            World before = std::move(m_past.back());
            m_past.pop_back();
            replace(std::move(before));
        }
        done();
    });
}

void Sandbox::redo(std::function<void()> done)
{
    post([this, done = std::move(done)] {
        if (!m_future.empty()) {
            m_past.push_back(m_world);
            World after = std::move(m_future.back());
            m_future.pop_back();
            replace(std::move(after));
        }
        done();
    });
}

/// Before something is done that can be undone.
void Sandbox::remember()
{
    m_past.push_back(m_world);
    if (m_past.size() > UndoMax)
        m_past.pop_front();
    m_future.clear();
}

/// Those who wait belong to the world that goes; in the one that comes nobody waits for them.
void Sandbox::replace(World world)
{
    for (auto& [token, waiting] : std::exchange(m_waiting, {}))
        waiting.second(fail(ErrorId::Cancelled));
    m_tokens.clear();
    m_world = std::move(world);
    m_world.cancelWaiting();
    (void)m_world.takeNews();
    m_now = toUnixMilliseconds(m_world.now());
}

} // namespace cmq::scenario
