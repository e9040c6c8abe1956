#include "brokerloop.h"

#include "answers.h"

#include <pthread.h>
#include <utility>

namespace cmq {

namespace {

/// Due work is done in portions, between which callers are served.
constexpr std::size_t TickBudget = 1000;
/// A commit has about so many answers, events and body bytes at most.
constexpr std::size_t CommitOutputsMax = 16384;
constexpr std::size_t CommitBytesMax = std::size_t{16} << 20;
/// Room for so many inputs is kept for the next batch.
constexpr std::size_t KeptInputs = 4096;
/// Rows of purged messages freed at a time.
constexpr std::size_t SweepRows = 500;
/// After so many messages were erased the store may look whether it can give space back.
constexpr std::size_t SweepAfterErased = 50'000;
constexpr std::chrono::seconds RetryInterval{1};
/// A sleep that waits for a time ends at the latest after this: the machine may have slept, too.
constexpr std::chrono::seconds SleepMax{1};
constexpr std::chrono::milliseconds TotalsInterval{200};

/// Gives what a store holds to an engine.
class EngineVisitor final : public store::Visitor
{
public:
    EngineVisitor(engine::Engine& engine, const LoadProgress& progress)
        : m_engine(engine)
        , m_progress(progress)
    {
    }

    void visit(const EngineRecord& record) override
    {
        if (record != EngineRecord()) // else it is new, and the engine's own seed counts
            m_engine.restore(record);
    }
    void visit(const ReleasingName& record) override { m_engine.restore(record); }
    void visit(const QueueRecord& record) override { m_engine.restore(record); }
    void visit(const TopicRecord& record) override { m_engine.restore(record); }
    void visit(const SubscriptionRecord& record) override { m_engine.restore(record); }
    void visit(const MessageRecord& record) override { m_engine.restore(record); }
    void visit(const PublishedRecord& record) override { m_engine.restore(record); }
    void visit(const DeliveryRecord& record) override { m_engine.restore(record); }
    void progress(std::uint64_t done, std::uint64_t total) override
    {
        if (m_progress)
            m_progress(done, total);
    }

private:
    engine::Engine& m_engine;
    const LoadProgress& m_progress;
};

} // namespace

EmbeddedBroker::Loop::Loop(std::unique_ptr<store::Store> store, BrokerOptions&& options)
    : events(options.historyEvents)
    , clock(options.clock)
    , m_store(std::move(store))
    , m_pushSender(std::move(options.pushSender))
    , m_progress(std::move(options.progress))
    , m_options(std::move(options))
    , m_engine(m_options.behaviour, m_options.seed)
    , m_cache(m_options.bodyCacheBytes)
{
}

EmbeddedBroker::Loop::~Loop()
{
    stop();
}

void EmbeddedBroker::Loop::stop()
{
    inbox.stop();
    if (m_thread.joinable())
        m_thread.join();
}

Result<void> EmbeddedBroker::Loop::start()
{
    auto loaded = loadEngine();
    if (!loaded && m_store->isDamaged()) {
        auto report = m_store->salvage();
        if (!report)
            return fail(report.error());
        salvage = std::move(*report);
        loaded = loadEngine();
    }
    m_progress = {}; // who opened does not listen any more when it is loaded again
    if (!loaded)
        return loaded;
    clock->notBefore(m_engine.now());
    if (m_committed.nextKey > 1) // it is not a new one, and nobody tells its past
        events.setKnownSince(clock->now());
    if (m_pushSender) {
        m_pushSender->start([this](std::uint64_t pushId, engine::PushOutcome outcome) {
            inbox.post(input::PushFinished{pushId, std::move(outcome)});
        });
    }
    updateTotals();
    m_thread = std::thread([this] { run(); });
    return {};
}

Result<void> EmbeddedBroker::Loop::loadEngine()
{
    m_engine = engine::Engine(m_options.behaviour, m_options.seed);
    EngineVisitor visitor(m_engine, m_progress);
    const auto loaded = m_store->load(visitor);
    m_committed = m_engine.takeChanges().engine;
    m_mustSweep = true;
    return loaded;
}

void EmbeddedBroker::Loop::run()
{
    pthread_setname_np(pthread_self(), "cmq-broker");
    while (!inbox.isStopped()) {
        const bool isMoreDue = runOnce();
        inbox.wait(nextWake(isMoreDue));
    }
    cancelEverything();
}

bool EmbeddedBroker::Loop::runOnce()
{
    m_now = clock->now();
    if (m_problem || m_store->isFull())
        tryStoreAgain();
    bool isMoreDue = false;
    if (!m_problem)
        isMoreDue = m_engine.tick(m_now, m_out, TickBudget);
    inbox.take(m_inputs);
    for (Input& input : m_inputs) {
        std::visit([this](auto& each) { handle(each); }, input);
        flushIfLarge();
    }
    m_inputs.clear();
    if (m_inputs.capacity() > KeptInputs)
        m_inputs.shrink_to_fit();
    flush();
    if (!m_problem) {
        m_store->tidy();
        sweep();
    }
    if (m_areTotalsStale && Steady::now() >= m_totalsAt)
        updateTotals();
    return isMoreDue;
}

Inbox::Deadline EmbeddedBroker::Loop::nextWake(bool isMoreDue) const
{
    const auto now = Steady::now();
    if (m_problem)
        return m_retryAt;
    if (isMoreDue || m_mustSweep)
        return now;
    Inbox::Deadline wake;
    if (const auto deadline = m_engine.nextDeadline()) {
        if (const auto when = clock->when(*deadline))
            wake = std::min(*when, now + SleepMax);
    }
    if (m_store->isFull())
        wake = std::min(wake.value_or(m_retryAt), m_retryAt);
    if (m_areTotalsStale)
        wake = std::min(wake.value_or(m_totalsAt), m_totalsAt);
    return wake;
}

void EmbeddedBroker::Loop::handle(input::Call& call)
{
    Pending pending{std::move(call.completion), failureOf(call.action)};
    if (m_problem || (m_store->isFull() && isSend(call.action))) {
        const Error cause = m_problem ? *m_problem : diskFull();
        m_pending.emplace(call.request, std::move(pending));
        m_out.answers.push_back(
            {call.request, fail(storeFailure(m_pending.at(call.request).failure, cause)), {}});
        return;
    }
    m_pending.emplace(call.request, std::move(pending));
    m_engine.execute(m_now, call.request, std::move(call.action), m_out);
}

void EmbeddedBroker::Loop::handle(input::Cancel& cancel)
{
    if (!m_problem)
        m_engine.cancel(m_now, cancel.request, m_out);
}

void EmbeddedBroker::Loop::handle(input::PushFinished& finished)
{
    const auto push = m_enginePushes.find(finished.pushId);
    if (push == m_enginePushes.end() || m_problem)
        return;
    const std::uint64_t pushId = push->second;
    m_ownPushes.erase(pushId);
    m_enginePushes.erase(push);
    m_engine.pushFinished(m_now, pushId, finished.outcome, m_out);
}

void EmbeddedBroker::Loop::handle(input::Advance& advance)
{
    const Time target = m_now + advance.by;
    if (!clock->moveTo(m_now)) {
        advance.completion(fail(ErrorId::NotSupported, "advance",
                                "The broker's clock moves by itself; only a virtual one is told."));
        return;
    }
    // Everything due on the way happens at its own time, not at the end's.
    for (auto due = m_engine.nextDeadline(); due && *due <= target && !m_problem;
         due = m_engine.nextDeadline()) {
        clock->moveTo(*due);
        m_now = clock->now();
        while (m_engine.tick(m_now, m_out, TickBudget))
            flushIfLarge();
        flushIfLarge();
    }
    clock->moveTo(target);
    m_now = clock->now();
    flush();
    advance.completion(m_now);
}

void EmbeddedBroker::Loop::handle(input::NextChange& question)
{
    question.completion(m_engine.nextDeadline());
}

void EmbeddedBroker::Loop::handle(input::Copy& copy)
{
    flush(); // bodies of what was just sent are at hand then
    copy.completion(copyOf(copy.scope));
}

Result<BrokerCopy> EmbeddedBroker::Loop::copyOf(const CopyScope& scope)
{
    if (m_problem)
        return fail(*m_problem);
    auto records = m_engine.records(scope);
    if (!records)
        return fail(std::move(records.error()));
    BrokerCopy copy{m_now, std::move(*records), {}};
    std::size_t bytes = 0;
    for (const BodyId id : copy.records.newBodies) {
        auto text = body(id);
        if (!text)
            return fail(std::move(text.error()));
        bytes += text->size();
        if (bytes > CopyBytesMax)
            return fail(ErrorId::CopyTooLarge, {}, "the bodies are larger than 256 MiB");
        copy.bodies.emplace_hint(copy.bodies.end(), id,
                                 std::make_shared<const std::string>(std::move(*text)));
    }
    return copy;
}

void EmbeddedBroker::Loop::cancelEverything()
{
    // What had arrived is executed, what waits is cancelled. Completions may call again: no more.
    (void)runOnce();
    std::vector<RequestId> waiting;
    for (const auto& [request, pending] : m_pending)
        waiting.push_back(request);
    for (const RequestId request : waiting) {
        if (!m_problem)
            m_engine.cancel(m_now, request, m_out);
    }
    flush();
    m_pushSender.reset();
    std::vector<Input> inputs;
    for (inbox.take(inputs); !inputs.empty(); inbox.take(inputs)) {
        for (Input& input : std::exchange(inputs, {})) {
            if (auto* call = std::get_if<input::Call>(&input))
                call->completion(fail(ErrorId::Cancelled));
            else if (auto* advance = std::get_if<input::Advance>(&input))
                advance->completion(fail(ErrorId::Cancelled));
            else if (auto* question = std::get_if<input::NextChange>(&input))
                question->completion(fail(ErrorId::Cancelled));
            else if (auto* copy = std::get_if<input::Copy>(&input))
                copy->completion(fail(ErrorId::Cancelled));
        }
    }
}

void EmbeddedBroker::Loop::takeBodies()
{
    for (const auto& [id, bytes] : m_out.bodies)
        m_batchBytes += bytes.size();
    m_cache.pin(std::move(m_out.bodies));
    m_out.bodies.clear();
}

void EmbeddedBroker::Loop::flushIfLarge()
{
    takeBodies();
    if (m_out.answers.size() + m_out.events.size() >= CommitOutputsMax ||
        m_batchBytes >= CommitBytesMax)
        flush();
}

void EmbeddedBroker::Loop::flush()
{
    takeBodies();
    // Before the commit: what it erases may be in these answers.
    fillBodies(m_out, [this](BodyId id) { return body(id); });
    fillPushes();
    if (m_problem)
        return letOut();
    if (const auto committed = commit(); !committed)
        return storeFailed(committed.error());
    letOut();
}

Result<std::string> EmbeddedBroker::Loop::body(BodyId id)
{
    if (const std::string_view cached = m_cache.find(id); cached.data())
        return std::string(cached);
    return m_store->readBody(id);
}

void EmbeddedBroker::Loop::fillPushes()
{
    for (const engine::PushRequest& push : m_out.pushes)
        m_pushBodies.push_back(body(push.msgId));
}

Result<void> EmbeddedBroker::Loop::commit()
{
    m_batchBytes = 0;
    const StoreChanges changes = m_engine.takeChanges();
    EngineRecord unchanged = m_committed;
    unchanged.time = changes.engine.time; // time alone is nothing to remember
    if (changes.isEmpty() && changes.engine == unchanged) {
        m_cache.commit({}, {});
        return {};
    }
    const auto committed = m_store->commit(changes, [this](BodyId id) { return m_cache.find(id); });
    if (!committed)
        return committed;
    m_committed = changes.engine;
    m_cache.commit(changes.newBodies, changes.erasedBodies);
    m_erasedSinceSweep += changes.erasedMessages.size();
    if (!changes.purges.empty() || !changes.rewindAreaChanges.empty() ||
        m_erasedSinceSweep >= SweepAfterErased)
        m_mustSweep = true;
    ++m_commits;
    return {};
}

void EmbeddedBroker::Loop::letOut()
{
    m_areTotalsStale = true;
    const std::size_t eventCount = m_out.events.size();
    events.publish(std::exchange(m_out.events, {}));
    m_out.events.reserve(eventCount); // the next batch is about as large
    startPushes();
    for (engine::Answer& each : m_out.answers)
        answer(each.token, std::move(each.result));
    m_out.answers.clear();
}

void EmbeddedBroker::Loop::answer(RequestId request, Result<Reply> result)
{
    const auto found = m_pending.find(request);
    const Completion completion = std::move(found->second.completion);
    m_pending.erase(found);
    completion(std::move(result));
}

void EmbeddedBroker::Loop::startPushes()
{
    std::vector<Result<std::string>> bodies = std::exchange(m_pushBodies, {});
    std::size_t index = 0;
    for (engine::PushRequest& push : std::exchange(m_out.pushes, {})) {
        Result<std::string>& bytes = bodies[index++];
        const std::uint64_t own = ++m_lastPush;
        m_enginePushes.emplace(own, push.pushId);
        m_ownPushes.emplace(push.pushId, own);
        push.pushId = own;
        if (!bytes)
            inbox.post(input::PushFinished{own, {false, 0, bytes.error().detail}});
        else if (!m_pushSender)
            inbox.post(input::PushFinished{own, {false, 0, "This broker makes no HTTP pushes."}});
        else
            m_pushSender->send(std::move(push), std::move(*bytes));
    }
    for (const std::uint64_t pushId : std::exchange(m_out.cancelledPushes, {})) {
        const auto push = m_ownPushes.find(pushId);
        if (push == m_ownPushes.end())
            continue;
        if (m_pushSender)
            m_pushSender->cancel(push->second);
        m_enginePushes.erase(push->second);
        m_ownPushes.erase(push);
    }
}

void EmbeddedBroker::Loop::storeFailed(const Error& error)
{
    m_retryAt = Steady::now() + RetryInterval;
    failEverything(error);
    if (const auto recovered = m_store->recover(); !recovered)
        m_problem = recovered.error();
    else if (const auto loaded = loadEngine(); !loaded)
        m_problem = loaded.error();
    m_areTotalsStale = true;
}

void EmbeddedBroker::Loop::failEverything(const Error& error)
{
    m_cache.clear();
    for (const auto& [own, pushId] : m_enginePushes) {
        if (m_pushSender)
            m_pushSender->cancel(own);
    }
    m_enginePushes.clear();
    m_ownPushes.clear();
    m_pushBodies.clear();
    const engine::Output out = std::exchange(m_out, {});
    Error waiting = error; // who still waits has certainly got nothing
    waiting.outcome = Outcome::DidNotHappen;
    for (const engine::Answer& each : out.answers)
        answer(each.token, fail(storeFailure(m_pending.at(each.token).failure, error)));
    for (auto& [request, pending] : std::exchange(m_pending, {}))
        pending.completion(fail(storeFailure(pending.failure, waiting)));
}

void EmbeddedBroker::Loop::tryStoreAgain()
{
    if (Steady::now() < m_retryAt)
        return;
    m_retryAt = Steady::now() + RetryInterval;
    m_areTotalsStale = true;
    if (!m_problem) {
        m_mustSweep |= m_store->stillFull(); // what was deleted may make room
        return;
    }
    if (const auto recovered = m_store->recover(); !recovered)
        m_problem = recovered.error();
    else if (const auto loaded = loadEngine(); !loaded)
        m_problem = loaded.error();
    else
        m_problem.reset();
}

void EmbeddedBroker::Loop::sweep()
{
    if (!m_mustSweep)
        return;
    m_erasedSinceSweep = 0;
    const auto isMoreLeft = m_store->sweep(SweepRows);
    if (isMoreLeft)
        m_mustSweep = *isMoreLeft;
    else
        storeFailed(isMoreLeft.error());
}

void EmbeddedBroker::Loop::updateTotals()
{
    m_areTotalsStale = false;
    m_totalsAt = Steady::now() + TotalsInterval;
    BrokerTotals totals;
    totals.messages = m_engine.messageCount();
    totals.storeBytes = m_store->sizeInBytes();
    totals.openRequests = m_pending.size();
    totals.commits = m_commits;
    totals.time = clock->now();
    totals.isDiskFull = m_store->isFull();
    if (m_problem)
        totals.problem = m_problem->detail;
    const std::scoped_lock lock(m_totalsMutex);
    m_totals = std::move(totals);
}

BrokerTotals EmbeddedBroker::Loop::totals() const
{
    const std::scoped_lock lock(m_totalsMutex);
    return m_totals;
}

} // namespace cmq
