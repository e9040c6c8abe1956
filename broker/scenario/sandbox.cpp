#include "sandbox.h"

#include "scenariorun.h"

#include <memory>
#include <utility>

namespace cmq::scenario {

namespace {

/// A second or so of work; actors make many small steps.
constexpr int ProbeStepsMax = 200'000;

template <class T>
Chronicle::What whatOf(T what)
{
    return std::make_shared<const Chronicle::What::element_type>(std::move(what));
}

} // namespace

Result<std::unique_ptr<Sandbox>> Sandbox::open(Scenario scenario)
{
    auto start = startOf(scenario);
    if (!start)
        return fail(start.error());
    return std::unique_ptr<Sandbox>(new Sandbox(std::move(scenario), std::move(*start), false));
}

std::unique_ptr<Sandbox> Sandbox::open(const BrokerCopy& copy)
{
    Scenario scenario;
    scenario.start = copy.time;
    return std::unique_ptr<Sandbox>(new Sandbox(std::move(scenario), World(copy), true));
}

Sandbox::Sandbox(Scenario scenario, World start, bool isCopy)
    : m_scenario(std::move(scenario))
    , m_isCopy(isCopy)
    , m_chronicle(std::move(start))
    , m_now(toUnixMilliseconds(m_chronicle.begin()))
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
    m_now = toUnixMilliseconds(m_chronicle.shown().now());
    if (const EventBatch batch{m_chronicle.shown().takeNews(), 0}; !batch.events.empty()) {
        const std::scoped_lock lock(m_observerMutex);
        for (const auto& [id, observer] : m_observers)
            observer(batch);
    }
    if (!m_chronicle.isAtEnd())
        return; // who waits does so in the latest moment
    for (auto it = m_waiting.begin(); it != m_waiting.end();) {
        auto answer = m_chronicle.shown().takeAnswer(it->first);
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
        if (actionTraits(action).kind == ActionKind::Read)
            return completion(m_chronicle.shown().ask(std::move(action)));
        auto token = std::make_shared<engine::Token>();
        const auto what = whatOf(std::move(action));
        act([what, token](World& world) { *token = world.call(std::get<Action>(*what)); }, what);
        m_tokens.emplace(request, *token);
        m_waiting.emplace(*token, std::pair(request, std::move(completion)));
    });
    return request;
}

void Sandbox::cancel(RequestId request)
{
    post([this, request] {
        const auto found = m_tokens.find(request);
        if (found == m_tokens.end())
            return;
        if (!m_chronicle.isAtEnd()) // to where it waits
            m_chronicle.visit(m_chronicle.end());
        m_chronicle.amend([token = found->second](World& world) { world.cancel(token); });
    });
}

Time Sandbox::now() const
{
    return fromUnixMilliseconds(m_now);
}

void Sandbox::advance(Milliseconds by, std::function<void(Result<Time>)> completion)
{
    post([this, by, completion = std::move(completion)] {
        (void)m_chronicle.advance(by); // what is too much is done the next time
        deliver();
        completion(m_chronicle.shown().now());
    });
}

void Sandbox::nextChange(std::function<void(Result<std::optional<Time>>)> completion)
{
    post([this, completion = std::move(completion)] {
        completion(m_chronicle.shown().nextChange());
    });
}

/// Tried on a copy: what happens to a message follows from everything that happens before.
void Sandbox::nextChangeOf(std::uint64_t msgId, std::function<void(std::optional<Time>)> completion)
{
    post([this, msgId, completion = std::move(completion)] {
        World probe = m_chronicle.shown();
        (void)probe.takeNews();
        EventQuery about;
        about.msgId = msgId;
        for (int step = 0; step < ProbeStepsMax; ++step) {
            const auto next = probe.nextChange();
            if (!next)
                break;
            (void)probe.advanceTo(*next);
            for (const Event& event : probe.takeNews()) {
                if (matches(about, event))
                    return completion(event.time);
            }
        }
        completion({});
    });
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
        m_chronicle.shown().events().forEach([&](const World::Seen& seen) {
            if (!matches(query, seen.event))
                return;
            newest.push_back(seen.event);
            if (newest.size() > query.limit) {
                newest.pop_front();
                history.isCut = true;
            }
        });
        history.events.assign(newest.begin(), newest.end());
        history.knownSince = m_chronicle.shown().knownSince();
        completion(std::move(history));
    });
}

void Sandbox::copy(CopyScope scope, std::function<void(Result<BrokerCopy>)> completion)
{
    post([this, scope = std::move(scope), completion = std::move(completion)] {
        completion(m_chronicle.shown().simulation().copy(scope));
    });
}

void Sandbox::look(std::function<void(const World&, Undoing)> job)
{
    post([this, job = std::move(job)] {
        job(m_chronicle.shown(), {m_chronicle.undos(), m_chronicle.redos()});
    });
}

void Sandbox::play(std::vector<Step> steps,
                   std::function<void(std::vector<StepVerdict>)> completion)
{
    post([this, steps = std::move(steps), completion = std::move(completion)]() mutable {
        auto verdicts = std::make_shared<std::vector<StepVerdict>>();
        const auto what = whatOf(std::move(steps));
        act(
            [what, verdicts](World& world) {
                *verdicts = Script(world).play(std::get<std::vector<Step>>(*what));
            },
            what);
        completion(std::move(*verdicts));
    });
}

void Sandbox::resume(std::vector<Step> steps, std::function<void()> done)
{
    post([this, steps = std::move(steps), done = std::move(done)] {
        for (const Step& step : steps) {
            if (const auto* pause = std::get_if<AdvanceStep>(&step)) {
                (void)m_chronicle.advance(pause->duration);
                continue;
            }
            const auto* call = std::get_if<CallStep>(&step);
            const auto action = call ? actionOf(*call) : fail(ErrorId::NotSupported);
            act([step](World& world) { (void)Script(world).play(step); },
                action ? whatOf(*action) : whatOf(std::vector{step}));
        }
        arrive();
        done();
    });
}

void Sandbox::reset(std::function<void()> done)
{
    post([this, done = std::move(done)] {
        leaveWaiting();
        m_chronicle.reset();
        arrive();
        done();
    });
}

void Sandbox::undo(std::function<void()> done)
{
    post([this, done = std::move(done)] {
        leaveWaiting();
        m_chronicle.undo();
        arrive();
        done();
    });
}

void Sandbox::redo(std::function<void()> done)
{
    post([this, done = std::move(done)] {
        leaveWaiting();
        m_chronicle.redo();
        arrive();
        done();
    });
}

void Sandbox::undoTo(std::size_t deeds, std::function<void()> done)
{
    post([this, deeds, done = std::move(done)] {
        leaveWaiting();
        std::size_t count = m_chronicle.deeds().size();
        for (; count > deeds; --count)
            m_chronicle.undo();
        for (; count < deeds && m_chronicle.redos() > 0; ++count)
            m_chronicle.redo();
        arrive();
        done();
    });
}

void Sandbox::entries(std::function<void(std::vector<Chronicle::Entry>, Time begin)> job)
{
    post([this, job = std::move(job)] { job(m_chronicle.entries(), m_chronicle.begin()); });
}

void Sandbox::times(std::function<void(Times)> job)
{
    post([this, job = std::move(job)] {
        Times times{m_chronicle.begin(), m_chronicle.shown().now(), m_chronicle.end(),
                    m_chronicle.deeds(), m_chronicle.branch(),      {}};
        for (std::size_t i = 0; i < m_chronicle.branchCount(); ++i)
            times.branchEnds.push_back(m_chronicle.endOf(i).now());
        job(std::move(times));
    });
}

void Sandbox::visit(Time time, std::function<void()> done)
{
    post([this, time, done = std::move(done)] {
        m_chronicle.visit(time);
        (void)m_chronicle.shown().takeNews();
        m_now = toUnixMilliseconds(m_chronicle.shown().now());
        done();
    });
}

void Sandbox::switchTo(std::size_t branch, std::function<void()> done)
{
    post([this, branch, done = std::move(done)] {
        leaveWaiting();
        m_chronicle.switchTo(branch);
        arrive();
        done();
    });
}

void Sandbox::compare(
    std::function<void(const std::vector<const World*>& worlds, std::size_t shown)> job)
{
    post([this, job = std::move(job)] {
        std::vector<const World*> worlds;
        for (std::size_t i = 0; i < m_chronicle.branchCount(); ++i)
            worlds.push_back(&m_chronicle.endOf(i));
        job(worlds, m_chronicle.branch());
    });
}

/// In the past, those who wait do so in a branch that is left.
void Sandbox::act(const Chronicle::Deed& deed, Chronicle::What what)
{
    const bool isBranching = !m_chronicle.isAtEnd();
    if (isBranching)
        leaveWaiting();
    m_chronicle.act(
        [deed, isBranching](World& world) {
            if (isBranching)
                world.cancelWaiting();
            deed(world);
        },
        std::move(what));
}

void Sandbox::leaveWaiting()
{
    for (auto& [token, waiting] : std::exchange(m_waiting, {}))
        waiting.second(fail(ErrorId::Cancelled));
    m_tokens.clear();
}

/// In a world that comes, nobody waits for those who had waited there.
void Sandbox::arrive()
{
    m_chronicle.amend([](World& world) { world.cancelWaiting(); });
    (void)m_chronicle.shown().takeNews();
    m_now = toUnixMilliseconds(m_chronicle.shown().now());
}

} // namespace cmq::scenario
