#include "world.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <sstream>
#include <type_traits>

using namespace cmq;

namespace conformance {

namespace {

using namespace std::chrono_literals;

constexpr Time Start = fromUnixSeconds(1'800'000'000);

/// Few, so that things meet; two are twins, one is nobody's.
const std::array<std::string, 9> QueueNames{"a", "b", "c", "d", "e", "f", "g", "h", "A"};

template <class T, std::size_t N>
const T& pick(const std::array<T, N>& from, std::uint32_t number)
{
    return from[number % N];
}

std::optional<Seconds> wait(std::uint32_t number)
{
    constexpr std::array<Seconds, 5> waits{0s, 1s, 5s, 30s, 30'000s};
    if (number % 6 == 5)
        return std::nullopt;
    return pick(waits, number % 6);
}

Seconds delay(std::uint32_t number)
{
    constexpr std::array<Seconds, 8> delays{0s, 0s, 0s, 0s, 1s, 5s, 60s, 3600s};
    return pick(delays, number);
}

std::string body(std::uint32_t number)
{
    if (number % 16 == 0)
        return std::string(1025, 'x');
    return "body " + std::to_string(number % 1000);
}

bool sameOutput(const engine::Output& left, const engine::Output& right)
{
    const auto sameAnswer = [](const engine::Answer& l, const engine::Answer& r) {
        return l.token == r.token && l.bodies == r.bodies && l.result == r.result;
    };
    return std::ranges::equal(left.answers, right.answers, sameAnswer) &&
           left.bodies == right.bodies && left.events == right.events;
}

bool sameChanges(const StoreChanges& left, const StoreChanges& right)
{
    return left.putQueues == right.putQueues && left.erasedQueues == right.erasedQueues &&
           left.newMessages == right.newMessages && left.changedMessages == right.changedMessages &&
           left.erasedMessages == right.erasedMessages && left.purges == right.purges &&
           left.rewindAreaChanges == right.rewindAreaChanges &&
           left.putReleasingNames == right.putReleasingNames &&
           left.erasedReleasingNames == right.erasedReleasingNames &&
           left.newBodies == right.newBodies && left.erasedBodies == right.erasedBodies &&
           left.engine == right.engine;
}

/// Events whose number is part of what they say.
bool isCounted(EventKind kind)
{
    return kind == EventKind::QueueCleared || kind == EventKind::QueueDeleted;
}

/// Events that tell of many messages what the model tells of each.
bool isAboutMany(EventKind kind)
{
    return kind == EventKind::RetentionPurged || kind == EventKind::QueueRewound ||
           kind == EventKind::RewindAreaPurged;
}

bool isPartOf(EventKind many, EventKind one)
{
    switch (one) {
    case EventKind::Rewound: return many == EventKind::QueueRewound;
    case EventKind::RetentionEnded: return many == EventKind::RetentionPurged;
    case EventKind::RewindTurnedOff: return many == EventKind::RewindAreaPurged;
    case EventKind::RewindWindowEnded:
        return many == EventKind::RewindAreaPurged || many == EventKind::RetentionPurged;
    default: return false;
    }
}

bool isShowing(EventKind kind)
{
    return kind == EventKind::DelayEnded || kind == EventKind::VisibilityEnded;
}

std::string verdict(const Result<Reply>& result)
{
    return result ? "ok" : toString(result.error());
}

} // namespace

World::World(const WorldOptions& options)
    : m_options(options)
    , m_engine(options.behaviour, 7)
    , m_model(options.behaviour)
    , m_now(Start)
    , m_committedModel(options.behaviour)
{
    commit();
}

void World::expect(bool holds, const char* what)
{
    if (!holds && m_broken.empty())
        m_broken = what;
}

void World::expectSame(const std::string& model, const std::string& engine, const char* what)
{
    if (model != engine && m_broken.empty())
        m_broken =
            std::string(what) + ": the model has '" + model + "', the engine '" + engine + '\'';
}

std::string World::step(const Operation& operation)
{
    m_told = '+' + std::to_string((m_now - Start).count()) + " ms: ";
    m_isRestarting = false;
    choose(operation);
    compareAnswers();
    compareEvents();
    expectSame("", m_engine.brokenInvariant(), "invariant");
    compareDeadline();
    if (++m_steps % m_options.stateComparedEvery == 0 || m_isRestarting)
        compareState();
    return m_broken;
}

void World::choose(const Operation& operation)
{
    using enum Operation::Kind;
    const auto& [kind, a, b, c] = operation;
    const std::string& queue = queueName(a);
    switch (kind) {
    case Create: return create(operation);
    case Set: return set(operation);
    case DeleteQueue: return act(cmq::DeleteQueue{queue});
    case Clear: return act(ClearQueue{queue});
    case Rewind: {
        constexpr std::array<Milliseconds, 8> back{0s, 1s, 2s, 5s, 6s, 61s, 3600s, -2s};
        const Time start = b % 2 == 0 ? m_now - pick(back, b / 2) : oldestDeleted(queue);
        return act(RewindQueue{queue, start + Milliseconds(c % 2)});
    }
    case Unbind: return act(UnbindDeadLetterQueue{queue});
    case List: return act(ListQueue{b % 3 == 0 ? "" : queue, c % 3, 1 + c % 60});
    case ListSources: return act(ListDeadLetterSourceQueues{queue, "", c % 3, 1 + c % 60});
    case Attributes: return act(GetQueueAttributes{queue});
    case Send: return act(SendMessage{queue, body(b), delay(c)});
    case BatchSend: {
        std::vector<std::string> bodies;
        for (std::uint32_t i = 0; i < b % 5; ++i)
            bodies.push_back(body(b + i));
        return act(BatchSendMessage{queue, bodies, delay(c)});
    }
    case Receive: return act(ReceiveMessage{queue, wait(b)});
    case BatchReceive: return act(BatchReceiveMessage{queue, 1 + c % 4, wait(b)});
    case Delete: return remove(operation);
    case BatchDelete: return removeBatch(operation);
    case Cancel: return cancel(operation);
    case Advance: {
        constexpr std::array<Milliseconds, 8> steps{1ms, 250ms, 999ms, 1s, 5s, 31s, 60s, 300s};
        return advanceTo(m_now + pick(steps, a));
    }
    case AdvanceToDeadline: {
        const Time next = m_engine.nextDeadline().value_or(m_now);
        return advanceTo(std::max(m_now, next - 1ms + Milliseconds(a % 3)));
    }
    case Jump: {
        constexpr std::array<Milliseconds, 5> jumps{10s, 400s, 3600s, 24h, 15 * 24h};
        return jump(m_now + pick(jumps, a));
    }
    case TimeBack: return timeBack(operation);
    case Commit: m_told += "commit"; return commit();
    case SendMany: return sendMany(operation);
    case ConsumeMany: return consumeMany(operation);
    case Restart:
        commit();
        m_told += "restart";
        return restart();
    case FailCommit:
        m_told += "a commit fails";
        m_model = m_committedModel;
        m_names = m_committedNames;
        m_handles = m_committedHandles;
        m_newBodies.clear();
        return restart();
    }
}

template <class A>
void World::act(A forModel, A forEngine)
{
    const Model::Token token = ++m_lastToken;
    m_waiting.push_back(token);
    std::ostringstream text;
    text << actionTraits(Action(forEngine)).name;
    if constexpr (requires { forEngine.queueName; })
        text << ' ' << forEngine.queueName;
    if constexpr (requires { forEngine.delaySeconds; })
        text << " delay " << forEngine.delaySeconds.count();
    if constexpr (requires { forEngine.pollingWaitSeconds; })
        text << " wait "
             << (forEngine.pollingWaitSeconds ? forEngine.pollingWaitSeconds->count() : -1);
    if constexpr (std::is_same_v<A, RewindQueue>)
        text << " to +" << (forEngine.startConsumeTime - Start).count();
    if constexpr (std::is_same_v<A, DeleteMessage>)
        text << ' ' << forEngine.receiptHandle << " (" << forModel.receiptHandle << ')';
    m_told += text.str();

    const bool hasTwin = token % 8 == 0;
    engine::Engine twin = hasTwin ? m_engine : engine::Engine(); // thousands are slow to copy
    const Action copy = forEngine;
    m_engine.execute(m_now, token, Action(std::move(forEngine)), m_out);
    if (hasTwin)
        checkTwin(std::move(twin), copy);
    collect();
    m_model.execute(m_now, token, Action(std::move(forModel)));
}

/// Equal inputs, equal outputs: a copy that gets the same becomes the same.
void World::checkTwin(engine::Engine twin, const Action& action)
{
    engine::Output twinOut;
    twin.execute(m_now, m_lastToken, Action(action), twinOut);
    expect(sameOutput(m_out, twinOut), "a copy of the engine gave another output");
    engine::Engine again = m_engine;
    expect(sameChanges(again.takeChanges(), twin.takeChanges()),
           "a copy of the engine wants other changes stored");
}

const std::string& World::queueName(std::uint32_t number) const
{
    return QueueNames[number % m_options.queues];
}

std::optional<DeadLetterPolicy> World::policy(std::uint32_t number) const
{
    constexpr std::array<Seconds, 2> lives{300s, 301s};
    switch (number % 4) {
    case 0: return std::nullopt;
    case 1:
        return DeadLetterPolicy{queueName(number / 4), DeadLetterRule::MaxTimeToLive, 0,
                                pick(lives, number / 64)};
    default:
        return DeadLetterPolicy{queueName(number / 4), DeadLetterRule::MaxReceiveCount,
                                1 + number / 64 % 3, 0s};
    }
}

/// A few of the settings, chosen by the bits of two numbers; small, so that their ends are met.
QueueSettingsChange World::settings(std::uint32_t which, std::uint32_t values) const
{
    constexpr std::array<std::int64_t, 5> heaps{1, 4, 30, 1000, 1000};
    constexpr std::array<Seconds, 4> waits{0s, 0s, 2s, 30s};
    constexpr std::array<Seconds, 5> timeouts{1s, 2s, 5s, 60s, 43'200s};
    constexpr std::array<Seconds, 5> retentions{60s, 61s, 302s, 3600s, 1'296'000s};
    constexpr std::array<Seconds, 5> rewinds{0s, 0s, 5s, 60s, 3600s};
    QueueSettingsChange change;
    if (!m_options.commitsBeforeTime)
        which &= ~64U;
    if (which & 1U)
        change.maxMsgHeapNum = pick(heaps, values);
    if (which & 2U)
        change.pollingWaitSeconds = pick(waits, values / 5);
    if (which & 4U)
        change.visibilityTimeout = pick(timeouts, values / 25);
    if (which & 8U)
        change.maxMsgSize = values & 64U ? 1024 : 2048;
    if (which & 16U)
        change.msgRetentionSeconds = pick(retentions, values / 128);
    if (which & 32U)
        change.rewindSeconds = pick(rewinds, values / 1024);
    if (which & 64U)
        change.deadLetterPolicy = policy(values / 4096);
    return change;
}

void World::create(const Operation& operation)
{
    const std::uint32_t few = 1U << (operation.b % 8) | 1U << (operation.b / 8 % 8);
    act(CreateQueue{queueName(operation.a), apply(settings(few, operation.c), m_options.settings)});
}

void World::set(const Operation& operation)
{
    const QueueSettingsChange change =
        settings(1U << (operation.b % 7) | 1U << (operation.b / 7 % 7), operation.c);
    act(SetQueueAttributes{queueName(operation.a), change});
    std::ostringstream text;
    for (const QueueSettingRule& rule : queueSettingRules()) {
        if (const auto value = rule.getChange(change))
            text << ' ' << rule.name << '=' << *value;
    }
    if (const auto& policy = change.deadLetterPolicy)
        text << " policy " << int(policy->policy) << " to " << policy->deadLetterQueue << ' '
             << policy->maxReceiveCount << '/' << policy->maxTimeToLive.count();
    m_told += text.str();
}

std::pair<std::string, std::string> World::handle(std::uint32_t number) const
{
    constexpr std::array<std::uint32_t, 8> lately{1, 1, 1, 2, 2, 3, 5, 12};
    if (number % 32 == 0)
        return {" ", queueName(number / 32)};
    if (number % 32 == 1 || m_handles.empty())
        return {"unknown", queueName(number / 32)};
    const std::size_t back = std::min<std::size_t>(m_handles.size(), pick(lately, number / 32));
    return m_handles[m_handles.size() - back];
}

Time World::oldestDeleted(const std::string& name) const
{
    for (const Model::Queue& queue : m_model.queues()) {
        const auto found =
            std::ranges::find(queue.messages, MessageState::Rewindable, &Model::Message::state);
        if (queue.name == name && found != queue.messages.end())
            return found->enqueued;
    }
    return m_now;
}

void World::remove(const Operation& operation)
{
    auto [handle, queue] = this->handle(operation.b);
    if (operation.c % 16 == 0)
        queue = queueName(operation.a);
    const std::string known = handle == " " ? handle : m_names.engineName(handle);
    act(DeleteMessage{queue, handle}, DeleteMessage{queue, known});
}

void World::removeBatch(const Operation& operation)
{
    BatchDeleteMessage forModel{this->handle(operation.b).second, {}};
    BatchDeleteMessage forEngine{forModel.queueName, {}};
    for (std::uint32_t i = 0; i < 1 + operation.a % 6; ++i) {
        const std::string handle = this->handle(operation.b + i * (32 + operation.c % 64)).first;
        forModel.receiptHandle.push_back(handle);
        forEngine.receiptHandle.push_back(handle == " " ? handle : m_names.engineName(handle));
    }
    act(forModel, forEngine);
}

void World::cancel(const Operation& operation)
{
    m_told += "cancel";
    if (m_lastToken == 0)
        return;
    // One that waits, or any other.
    const Model::Token token = m_waiting.empty() || operation.b % 8 == 0
                                   ? 1 + operation.a % m_lastToken
                                   : m_waiting[operation.a % m_waiting.size()];
    m_engine.cancel(m_now, token, m_out);
    collect();
    m_model.cancel(m_now, token);
}

/// Time that passes is seen at every instant at which something happens; what was done before is
/// committed before.
void World::advanceTo(Time end)
{
    m_told += "advance to +" + std::to_string((end - Start).count());
    int steps = 0;
    for (auto next = m_engine.nextDeadline(); next && *next <= end && m_broken.empty();
         next = m_engine.nextDeadline()) {
        commitBeforeTime();
        m_now = std::max(m_now, *next);
        tick();
        if (++steps > 10'000)
            return expect(false, "the engine's time does not pass");
    }
    if (end > m_now)
        commitBeforeTime();
    m_now = std::max(m_now, end);
    tick();
}

/// Nobody looked for a while: all that is due happens now.
void World::jump(Time end)
{
    m_told += "jump to +" + std::to_string((end - Start).count());
    commitBeforeTime();
    m_now = end;
    tick();
}

void World::tick()
{
    // Who waits may be served between two slices; then the slices show.
    const bool inSlices = std::ranges::all_of(
        m_model.queues(), [](const Model::Queue& queue) { return queue.waiters.empty(); });
    const std::size_t budget = inSlices ? m_options.budget : std::size_t(-1);
    while (m_engine.tick(m_now, m_out, budget))
        ;
    collect();
    m_model.advance(m_now);
}

void World::timeBack(const Operation& operation)
{
    // The engine's time never goes back.
    const Time now = m_now;
    m_now -= Milliseconds(operation.b % 100'000'000);
    act(SendMessage{queueName(operation.a), body(operation.c), delay(operation.c)});
    m_now = now;
}

/// More than go one by one when they go.
void World::sendMany(const Operation& operation)
{
    const std::string queue = queueName(operation.a);
    for (int i = 0; i < 130 && m_broken.empty(); ++i) {
        act(BatchSendMessage{queue, std::vector<std::string>(16, body(operation.b | 1U)),
                             delay(operation.c)});
        compareAnswers();
        compareEvents();
        m_told.clear();
    }
    m_told = "130 times BatchSendMessage " + queue;
}

/// So many are rewindable then that they go, or come back, together.
void World::consumeMany(const Operation& operation)
{
    const std::string queue = queueName(operation.a);
    // Where nothing can be rewound it is like any other receive, and slow in the model.
    const bool canRewind = std::ranges::any_of(m_model.queues(), [&](const Model::Queue& each) {
        return each.name == queue && each.settings.rewindSeconds > Seconds(0);
    });
    for (int i = 0; i < (canRewind ? 130 : 1) && m_broken.empty(); ++i) {
        const std::size_t before = m_handles.size();
        act(BatchReceiveMessage{queue, 16, Seconds(0)});
        compareAnswers();
        compareEvents();
        BatchDeleteMessage forModel{queue, {}};
        BatchDeleteMessage forEngine{queue, {}};
        for (std::size_t each = before; each < m_handles.size(); ++each) {
            forModel.receiptHandle.push_back(m_handles[each].first);
            forEngine.receiptHandle.push_back(m_names.engineName(m_handles[each].first));
        }
        if (forModel.receiptHandle.empty())
            break;
        act(forModel, forEngine);
        compareAnswers();
        compareEvents();
        m_told.clear();
    }
    m_told = "130 times BatchReceiveMessage and BatchDeleteMessage " + queue;
}

void World::commitBeforeTime()
{
    if (m_options.commitsBeforeTime)
        commit();
}

void World::commit()
{
    expectSame("", m_records.apply(m_engine.takeChanges(), m_newBodies), "store");
    expectSame("", m_records.brokenInvariant(), "store");
    m_newBodies.clear();
    m_committedModel = m_model;
    // What the model says now is not to be said again.
    (void)m_committedModel.takeAnswers();
    (void)m_committedModel.takeHappenings();
    m_committedNames = m_names;
    m_committedHandles = m_handles;
}

void World::restart()
{
    m_isRestarting = true;
    m_waiting.clear();
    m_engine = m_records.restored(m_options.behaviour);
    (void)m_model.takeAnswers();
    (void)m_model.takeHappenings();
    m_model.restart(m_now);
    m_engine.tick(m_now, m_out);
    collect();
}

std::string World::bodyOf(BodyId id) const
{
    for (const Bodies* bodies : {&m_newBodies, &m_records.bodies()}) {
        if (const auto found = bodies->find(id); found != bodies->end())
            return found->second;
    }
    return "(no body)";
}

/// Takes what the engine put out, and gives answers their bodies while they are there.
void World::collect()
{
    for (auto& [id, text] : m_out.bodies)
        expect(m_newBodies.emplace(id, std::move(text)).second, "a body came out twice");
    for (engine::Answer& answer : m_out.answers) {
        fillIn(answer, [&](BodyId id) { return bodyOf(id); });
        m_answers.push_back(std::move(answer));
    }
    std::ranges::move(m_out.events, std::back_inserter(m_events));
    m_out = {};
}

void World::compareAnswers()
{
    std::map<Model::Token, Result<Reply>> expected;
    for (Model::Answer& answer : m_model.takeAnswers())
        expect(expected.emplace(answer.token, std::move(answer.result)).second,
               "the model answered twice");
    for (const engine::Answer& answer : std::exchange(m_answers, {})) {
        m_told += " [" + std::to_string(answer.token) + ": " + verdict(answer.result) + ']';
        if (!answer.result)
            ++m_met[wireMessage(answer.result.error()).substr(0, 7)];
        const auto node = expected.extract(answer.token);
        if (node.empty())
            return expect(false, "the engine answered what the model did not");
        expect(std::erase(m_waiting, answer.token) == 1, "the engine answered twice");
        compare(node.mapped(), answer.result);
    }
    if (!expected.empty())
        expectSame("an answer: " + verdict(expected.begin()->second), "", "answers");
}

void World::compareEvents()
{
    // Queues are independent: each tells its own story.
    std::map<std::string, std::vector<Model::Happening>> expected;
    for (Model::Happening& happening : m_model.takeHappenings()) {
        if (!m_isRestarting || !isShowing(happening.kind))
            expected[happening.queue].push_back(std::move(happening));
    }
    std::map<std::string, std::size_t> seen;
    Time last = Time::min();
    for (const Event& event : std::exchange(m_events, {})) {
        ++m_met[std::string(toString(event.kind))];
        if (!m_isRestarting)
            expectSame("", m_ledger.apply(event), std::string(toString(event.kind)).c_str());
        if (m_isRestarting && isShowing(event.kind))
            continue;
        expect(event.time >= std::exchange(last, event.time) && event.time <= m_now,
               "the time of an event");
        const auto& queue = expected[event.name];
        const std::size_t index = seen[event.name]++;
        if (index >= queue.size()) {
            expectSame("", std::string(toString(event.kind)) + ' ' + event.name, "events");
            return;
        }
        if (isAboutMany(event.kind)) {
            seen[event.name] +=
                compareMany(event, {queue.begin() + std::ptrdiff_t(index), queue.end()});
            continue;
        }
        const Model::Happening& happening = queue[index];
        expectSame(std::string(toString(happening.kind)) + ' ' + happening.queue,
                   std::string(toString(event.kind)) + ' ' + event.name, "events");
        const auto sameEntry = [&](int number, Entry entry) {
            return number == 0 ||
                   m_names.same('e' + std::to_string(number), 'E' + std::to_string(entry));
        };
        expect(sameEntry(happening.number, event.entry) &&
                   sameEntry(happening.otherNumber, event.otherEntry),
               "an event is about another message");
        if (isCounted(event.kind))
            expectSame(std::to_string(happening.count), std::to_string(event.count),
                       "messages of an event");
    }
    for (const auto& [name, queue] : expected) {
        if (seen[name] < queue.size())
            expectSame(std::string(toString(queue[seen[name]].kind)) + ' ' + name, "", "events");
    }
}

/// One event for many messages: the model tells each. Returns how many more there are than one.
std::size_t World::compareMany(const Event& event, std::span<const Model::Happening> expected)
{
    const auto count = static_cast<std::size_t>(event.count);
    expect(count > 0 && count <= expected.size(), "an event about more than there is");
    if (!m_broken.empty())
        return 0;
    for (const Model::Happening& happening : expected.first(count)) {
        expect(isPartOf(event.kind, happening.kind), "an event about what happened otherwise");
        const std::string msgId = m_names.engineName('m' + std::to_string(happening.id));
        expect(event.messages.contains(std::stoull(msgId.substr(1))),
               "an event about many does not name a message");
    }
    return count - 1;
}

/// The engine may wake up in vain, but never too late.
void World::compareDeadline()
{
    const auto model = m_model.nextDeadline();
    const auto engine = m_engine.nextDeadline();
    expect(!model || (engine && *engine <= *model), "the engine's deadline is too late");
}

void World::compareState()
{
    // A copy is asked, so that asking changes nothing.
    engine::Engine copy = m_engine;
    engine::Output out;
    DescribeQueues describe;
    describe.limit = 1000;
    copy.execute(m_now, 1, describe, out);
    const auto described = std::get<QueueDescriptions>(*out.answers.front().result);

    if (m_isRestarting) // events are not kept: it begins anew with what is there
        m_ledger = {};
    std::int64_t total = 0;
    expectSame(std::to_string(m_model.queues().size()), std::to_string(described.totalCount),
               "queues");
    for (const Model::Queue& queue : m_model.queues()) {
        const auto found =
            std::ranges::find(described.queueList, queue.name, &QueueAttributes::queueName);
        if (found == described.queueList.end())
            return expect(false, "the engine does not have a queue of the model");
        compare(m_model.attributes(queue), *found);

        engine::Output peeked;
        PeekMessages peek{.queueName = queue.name};
        peek.limit = 10'000;
        peek.withBodies = true;
        copy.execute(m_now, 1, peek, peeked);
        fillIn(peeked.answers.front(), [&](BodyId id) { return bodyOf(id); });
        const auto messages = std::get<PeekedMessages>(*peeked.answers.front().result).messages;
        const std::vector<PeekedMessage> expected = m_model.peek(queue);
        expectSame(std::to_string(expected.size()), std::to_string(messages.size()), "messages");
        for (std::size_t i = 0; i < std::min(messages.size(), expected.size()); ++i)
            compare(expected[i], messages[i]);
        total += std::ssize(expected);
        if (m_isRestarting)
            m_ledger.reset(queue.name, messages);
        expectSame("", m_ledger.compare(queue.name, messages), "events");
    }
    expectSame(std::to_string(total), std::to_string(m_engine.messageCount()), "messageCount");
}

void World::compare(const Result<Reply>& model, const Result<Reply>& engine)
{
    const auto numbers = [](const Result<Reply>& result) {
        return result ? "ok" : wireMessage(result.error());
    };
    const auto code = [&](const std::string& message) { return message.substr(0, 7); };
    expectSame(code(numbers(model)), code(numbers(engine)), "answer");
    if (!model || !engine)
        return;
    expect(model->index() == engine->index(), "another kind of reply");
    if (!m_broken.empty())
        return;
    noteHandles(*model);
    std::visit(
        [&]<class T>(const T& expected) {
            const T& reply = std::get<T>(*engine);
            if constexpr (std::is_same_v<T, QueueIdReply>) {
                expect(m_names.same(expected.queueId, reply.queueId), "queueId");
            } else if constexpr (std::is_same_v<T, QueueSettingsReply>) {
                expect(m_names.same(expected.queueId, reply.queueId), "queueId");
                expect(expected.settings == reply.settings, "settings of the reply");
            } else if constexpr (std::is_same_v<T, MessageIdReply>) {
                expect(m_names.same(expected.msgId, 'M' + reply.msgId), "msgId");
            } else if constexpr (std::is_same_v<T, MessageIdList>) {
                expect(expected.msgIds.size() == reply.msgIds.size(), "number of msgIds");
                for (std::size_t i = 0; i < reply.msgIds.size(); ++i)
                    expect(m_names.same(expected.msgIds[i], 'M' + reply.msgIds[i]), "msgId");
            } else if constexpr (std::is_same_v<T, ReceivedMessages>) {
                expectSame(std::to_string(expected.msgInfoList.size()),
                           std::to_string(reply.msgInfoList.size()), "received messages");
                for (std::size_t i = 0; m_broken.empty() && i < reply.msgInfoList.size(); ++i)
                    compare(expected.msgInfoList[i], reply.msgInfoList[i]);
            } else if constexpr (std::is_same_v<T, BatchDeleteReply>) {
                expect(expected.deletedCount == reply.deletedCount, "deletedCount");
                expectSame(std::to_string(expected.errorList.size()),
                           std::to_string(reply.errorList.size()), "errorList");
                for (std::size_t i = 0; m_broken.empty() && i < reply.errorList.size(); ++i)
                    expect(expected.errorList[i].error.id == reply.errorList[i].error.id,
                           "error of a handle");
            } else if constexpr (std::is_same_v<T, ReceivedMessage> ||
                                 std::is_same_v<T, QueueAttributes> ||
                                 std::is_same_v<T, QueueList>) {
                compare(expected, reply);
            }
        },
        *model);
}

void World::noteHandles(const Reply& model)
{
    std::vector<ReceivedMessage> received;
    if (const auto* one = std::get_if<ReceivedMessage>(&model))
        received.push_back(*one);
    if (const auto* batch = std::get_if<ReceivedMessages>(&model))
        received = batch->msgInfoList;
    for (const ReceivedMessage& message : received) {
        for (const Model::Queue& queue : m_model.queues()) {
            if (std::ranges::any_of(queue.messages, [&](const Model::Message& each) {
                    return each.state == MessageState::Inactive &&
                           Model::handleOf(each) == message.receiptHandle;
                }))
                m_handles.emplace_back(message.receiptHandle, queue.name);
        }
    }
}

void World::compare(const ReceivedMessage& model, const ReceivedMessage& engine)
{
    expect(m_names.same(model.msgId, 'M' + engine.msgId), "another message was received");
    expect(m_names.same(model.receiptHandle, engine.receiptHandle), "receiptHandle");
    expectSame(model.msgBody, engine.msgBody, "msgBody");
    expect(model.enqueueTime == engine.enqueueTime, "enqueueTime");
    expect(model.firstDequeueTime == engine.firstDequeueTime, "firstDequeueTime");
    expect(model.nextVisibleTime == engine.nextVisibleTime, "nextVisibleTime");
    expectSame(std::to_string(model.dequeueCount), std::to_string(engine.dequeueCount),
               "dequeueCount");
}

void World::compare(const QueueAttributes& model, const QueueAttributes& engine)
{
    const auto number = [&](std::int64_t expected, std::int64_t actual, const char* what) {
        expectSame(model.queueName + ' ' + std::to_string(expected),
                   model.queueName + ' ' + std::to_string(actual), what);
    };
    expect(m_names.same(model.queueId, engine.queueId), "queueId");
    expect(model.settings == engine.settings, "settings");
    expect(model.createTime == engine.createTime, "createTime");
    expect(model.lastModifyTime == engine.lastModifyTime, "lastModifyTime");
    number(model.activeMsgNum, engine.activeMsgNum, "activeMsgNum");
    number(model.inactiveMsgNum, engine.inactiveMsgNum, "inactiveMsgNum");
    number(model.delayMsgNum, engine.delayMsgNum, "delayMsgNum");
    number(model.rewindmsgNum, engine.rewindmsgNum, "rewindmsgNum");
    expect(model.minMsgTime == engine.minMsgTime, "minMsgTime");
    expect(model.deadLetterQueueId.empty() == engine.deadLetterQueueId.empty() &&
               (model.deadLetterQueueId.empty() ||
                m_names.same(model.deadLetterQueueId, engine.deadLetterQueueId)),
           "deadLetterQueueId");
    compare(QueueList{0, model.deadLetterSource}, QueueList{0, engine.deadLetterSource});
}

void World::compare(const QueueList& model, const QueueList& engine)
{
    expectSame(std::to_string(model.totalCount), std::to_string(engine.totalCount), "totalCount");
    expectSame(std::to_string(model.queueList.size()), std::to_string(engine.queueList.size()),
               "queueList");
    for (std::size_t i = 0; m_broken.empty() && i < model.queueList.size(); ++i) {
        expectSame(model.queueList[i].queueName, engine.queueList[i].queueName, "queueList");
        expect(m_names.same(model.queueList[i].queueId, engine.queueList[i].queueId), "queueId");
    }
}

void World::compare(const PeekedMessage& model, const PeekedMessage& engine)
{
    expect(m_names.same(model.msgId, 'M' + engine.msgId), "msgId of a message");
    expect(m_names.same('e' + std::to_string(model.entry), 'E' + std::to_string(engine.entry)),
           "entry of a message");
    expectSame(model.msgBody, engine.msgBody, "body of a message");
    expect(model.receiptHandle.empty() == engine.receiptHandle.empty() &&
               (model.receiptHandle.empty() ||
                m_names.same(model.receiptHandle, engine.receiptHandle)),
           "receiptHandle of a message");
    PeekedMessage same = model;
    same.msgId = engine.msgId;
    same.entry = engine.entry;
    same.receiptHandle = engine.receiptHandle;
    expectSame(std::to_string(int(model.state)), std::to_string(int(engine.state)),
               "state of a message");
    expect(same == engine, "a peeked message");
}

} // namespace conformance
