#include "world.h"

#include <algorithm>
#include <type_traits>

namespace cmq::scenario {

namespace {

constexpr std::size_t BodyHeadBytes = 200;

Behaviour behaviourOf(const Limits& limits)
{
    Behaviour behaviour;
    behaviour.produceQps = limits.produceQps;
    behaviour.consumeQps = limits.consumeQps;
    behaviour.maxInactive = limits.maxInactive;
    behaviour.maxDelayed = limits.maxDelayed;
    behaviour.minMsgHeapNum = 1;     // so that a full queue can be seen
    behaviour.allowLocalPush = true; // it goes to the scenario's receivers only
    return behaviour;
}

std::vector<ReceivedMessage> receivedOf(const Result<Reply>& answer)
{
    std::vector<ReceivedMessage> received;
    if (!answer)
        return received;
    if (const auto* one = std::get_if<ReceivedMessage>(&*answer))
        received.push_back(*one);
    if (const auto* many = std::get_if<ReceivedMessages>(&*answer))
        received = many->msgInfoList;
    for (ReceivedMessage& message : received)
        message.msgBody.resize(std::min(message.msgBody.size(), BodyHeadBytes));
    return received;
}

/// CMQ's code of an answer, as the API would write it.
int codeOf(const Result<Reply>& answer)
{
    if (!answer)
        return answer.error().code != 0 ? answer.error().code
                                        : errorRule(ErrorId::InternalError).code;
    const auto* deleted = std::get_if<BatchDeleteReply>(&*answer);
    if (!deleted || deleted->errorList.empty())
        return 0;
    return errorRule(deleted->deletedCount == 0 ? ErrorId::BatchDeleteFailed
                                                : ErrorId::DeletePartiallyFailed)
        .code;
}

std::size_t bodyBytesOf(const Action& action)
{
    return std::visit(
        []<class A>(const A& each) -> std::size_t {
            if constexpr (requires { each.msgBody.size() + each.msgBody.front().size(); }) {
                std::size_t bytes = 0;
                for (const std::string& body : each.msgBody)
                    bytes += body.size();
                return bytes;
            } else if constexpr (requires { std::string(each.msgBody); }) {
                return each.msgBody.size();
            }
            return 0;
        },
        action);
}

Error lostReply()
{
    Error error = makeError(ErrorId::ConnectionFailed, {},
                            "the answer was lost on the way; the request may have been executed");
    error.outcome = Outcome::MayHaveHappened;
    return error;
}

} // namespace

World::World(const Scenario& scenario)
    : m_simulation(behaviourOf(scenario.limits), static_cast<std::uint64_t>(scenario.seed),
                   scenario.start)
    , m_behaviour(behaviourOf(scenario.limits))
    , m_start(scenario.start)
    , m_random(static_cast<std::uint64_t>(scenario.seed))
{
    for (const Actor& actor : scenario.actors) {
        Player& player = m_players.emplace_back();
        player.actor = actor;
    }
}

World::World(const BrokerCopy& copy)
    : World(Scenario())
{
    m_simulation.restore(copy);
    m_isStarted = true;
    m_start = copy.time;
    m_knownSince = copy.time;
}

void World::start(const Scenario& scenario)
{
    m_isStarted = true;
    m_start = now();
    m_deeds.clear();
    m_turns.clear();
    for (const Fault& fault : scenario.faults) {
        Task task;
        task.kind = Task::Kind::FaultBegins;
        task.fault = fault;
        schedule(m_start + fault.at, std::move(task));
    }
    for (std::size_t actor = 0; actor < m_players.size(); ++actor)
        activate(actor);
    advanceTo(now()); // what is due at once has happened before anybody else does anything
}

engine::Token World::call(Action action, std::string_view by)
{
    const ActionTraits& traits = actionTraits(action);
    Deed deed;
    deed.time = now();
    deed.by = by;
    const bool isKept = traits.kind != ActionKind::Read;
    if (isKept)
        deed.action = action;
    const bool isTooMuch = m_simulation.bodyBytes() + bodyBytesOf(action) > BodyBytesMax;
    const bool isLost = isKept && losesReply(action);
    const engine::Token token =
        isTooMuch ? m_simulation.refuse(makeError(ErrorId::QueueFull, {},
                                                  "a world of the lab holds 256 MiB of bodies"))
                  : m_simulation.execute(std::move(action));
    deed.token = token;
    if (isLost)
        m_lost.insert(token);
    if (isKept) {
        m_open.emplace(token, std::move(deed));
    } else if (auto answer = m_simulation.takeAnswer(token)) {
        m_answers.emplace(token, std::move(*answer));
    }
    settle();
    return token;
}

std::optional<Result<Reply>> World::takeAnswer(engine::Token token)
{
    auto node = m_answers.extract(token);
    if (node.empty())
        return std::nullopt;
    return std::move(node.mapped());
}

void World::cancel(engine::Token token)
{
    m_simulation.cancel(token);
    settle();
}

void World::cancelWaiting()
{
    std::vector<engine::Token> waiting;
    for (const auto& [token, deed] : m_open) {
        if (!find(deed.by))
            waiting.push_back(token);
    }
    for (const engine::Token token : waiting) {
        m_simulation.cancel(token);
        m_open.erase(token);
        (void)m_simulation.takeAnswer(token);
    }
    m_answers.clear();
    settle();
}

bool World::losesReply(const Action& action)
{
    for (Fault& fault : m_lostReplies) {
        if (fault.amount > 0 &&
            (fault.subject.empty() || fault.subject == actionTraits(action).name)) {
            --fault.amount;
            return true;
        }
    }
    return false;
}

/// Remembers a call with its answer, and gives the answer that the caller will see.
Result<Reply> World::close(Deed deed, Result<Reply> answer)
{
    deed.isWaiting = deed.time != now();
    if (m_lost.erase(deed.token) > 0)
        answer = fail(lostReply());
    deed.received = receivedOf(answer);
    deed.code = codeOf(answer);
    m_deeds.add(std::move(deed));
    return answer;
}

/// Looks at what came out of the broker, and lets everybody react, until nobody has anything to do.
void World::settle()
{
    do {
        observe();
        for (const engine::PushRequest& push : m_simulation.takePushes())
            startPush(push);
    } while (takeAnswers());
}

void World::observe()
{
    for (Event& event : m_simulation.takeEvents()) {
        if (event.kind == EventKind::Sent || event.kind == EventKind::Published)
            m_bodies.add(
                {event.msgId,
                 m_simulation.body(event.msgId).value_or(std::string()).substr(0, BodyHeadBytes)});
        m_news.push_back(event);
        // Waiting is nothing that happens to messages, and would drive out what does.
        if (event.kind != EventKind::WaitStarted && event.kind != EventKind::WaitEnded)
            m_events.add({std::move(event), !m_isStarted});
    }
}

/// Whether anybody got one: then there may be more.
bool World::takeAnswers()
{
    bool isAny = false;
    for (auto it = m_open.begin(); it != m_open.end();) {
        auto answer = m_simulation.takeAnswer(it->first);
        if (!answer) {
            ++it;
            continue;
        }
        isAny = true;
        const engine::Token token = it->first;
        Deed deed = std::move(it->second);
        it = m_open.erase(it);
        const std::string by = deed.by;
        m_answers.insert_or_assign(token, close(std::move(deed), std::move(*answer)));
        Player* player = find(by);
        if (!player)
            continue;
        for (std::size_t lane = 0; lane < player->lanes.size(); ++lane) {
            if (player->lanes[lane].waiting != token)
                continue;
            player->lanes[lane].waiting = 0;
            takeUp(static_cast<std::size_t>(player - m_players.data()), lane,
                   std::move(m_answers.extract(token).mapped()));
            return true; // who was waiting may be another now
        }
    }
    return isAny;
}

std::optional<Time> World::nextChange() const
{
    std::optional<Time> next = m_simulation.nextDeadline();
    if (!m_agenda.empty() && (!next || m_agenda.begin()->first.first < *next))
        next = m_agenda.begin()->first.first;
    return next;
}

bool World::advanceTo(Time time)
{
    std::size_t happenings = 0;
    for (auto next = nextChange(); next && *next <= time; next = nextChange()) {
        if (++happenings > HappeningsMax)
            return false;
        m_simulation.advanceTo(*next);
        settle();
        while (!m_agenda.empty() && m_agenda.begin()->first.first <= now()) {
            if (++happenings > HappeningsMax)
                return false;
            const Task task = std::move(m_agenda.extract(m_agenda.begin()).mapped());
            run(task);
            settle();
        }
    }
    m_simulation.advanceTo(time);
    settle();
    return true;
}

void World::schedule(Time at, Task task)
{
    m_agenda.emplace(std::pair(std::max(at, now()), ++m_lastTask), std::move(task));
}

std::vector<Event> World::takeNews()
{
    return std::exchange(m_news, {});
}

std::vector<Actor> World::actors() const
{
    std::vector<Actor> actors;
    for (const Player& player : m_players)
        actors.push_back(player.actor);
    return actors;
}

std::map<std::string, std::string, std::less<>> World::holders() const
{
    std::map<std::string, std::string, std::less<>> holders;
    for (const Player& player : m_players) {
        for (const Lane& lane : player.lanes) {
            for (const ReceivedMessage& message : lane.inHand)
                holders.emplace(message.receiptHandle, player.actor.name);
        }
    }
    return holders;
}

std::map<std::string, std::int64_t> World::effectsOf(std::string_view actor) const
{
    for (const Player& player : m_players) {
        if (player.actor.name == actor)
            return player.effects;
    }
    return {};
}

World::Player* World::find(std::string_view actor)
{
    for (Player& player : m_players) {
        if (player.actor.name == actor)
            return &player;
    }
    return nullptr;
}

void World::begin(const Fault& fault, std::string_view by)
{
    if (by == You)
        m_turns.add({m_simulation.lastToken(), now(), fault});
    Behaviour behaviour = m_simulation.behaviour();
    switch (fault.kind) {
    case FaultKind::Throttle:
        behaviour.produceQps = behaviour.consumeQps = std::max<std::int64_t>(1, fault.amount);
        m_simulation.setBehaviour(behaviour);
        break;
    case FaultKind::HeapFull: {
        GetQueueAttributes look;
        look.queueName = fault.subject;
        const engine::Token token = call(look, "fault");
        const auto answer = takeAnswer(token);
        if (!answer || !*answer)
            return;
        m_heapLimits.emplace(fault.subject,
                             std::get<QueueAttributes>(**answer).settings.maxMsgHeapNum);
        SetQueueAttributes limit;
        limit.queueName = fault.subject;
        limit.change.maxMsgHeapNum = std::max<std::int64_t>(1, fault.amount);
        (void)takeAnswer(call(limit, "fault"));
        break;
    }
    case FaultKind::LostReply: m_lostReplies.push_back(fault); break;
    case FaultKind::ClockJump: m_simulation.leap(Seconds(fault.amount)); break;
    case FaultKind::Restart: {
        std::vector<engine::Token> waiting;
        for (const auto& [token, deed] : m_open)
            waiting.push_back(token);
        for (const engine::Token token : waiting) {
            m_lost.insert(token);
            m_simulation.cancel(token);
        }
        // Pushes under way end with the broker: they are tried again.
        for (auto& [when, task] : m_agenda) {
            if (task.kind == Task::Kind::PushDone)
                task.outcome = {false, 0, "the broker was started again"};
        }
        break;
    }
    case FaultKind::ReceiverDown:
        if (Player* player = find(fault.subject))
            player->downUntil = fault.duration.count() > 0 ? now() + fault.duration : Time::max();
        break;
    }
    if (fault.duration.count() > 0) {
        Task task;
        task.kind = Task::Kind::FaultEnds;
        task.fault = fault;
        schedule(now() + fault.duration, std::move(task));
    }
    settle();
}

void World::endFault(const Fault& fault)
{
    Behaviour behaviour = m_simulation.behaviour();
    switch (fault.kind) {
    case FaultKind::Throttle:
        behaviour.produceQps = m_behaviour.produceQps;
        behaviour.consumeQps = m_behaviour.consumeQps;
        m_simulation.setBehaviour(behaviour);
        break;
    case FaultKind::HeapFull:
        if (auto limit = m_heapLimits.extract(fault.subject); !limit.empty()) {
            SetQueueAttributes change;
            change.queueName = fault.subject;
            change.change.maxMsgHeapNum = limit.mapped();
            (void)takeAnswer(call(change, "fault"));
        }
        break;
    case FaultKind::LostReply:
        std::erase_if(m_lostReplies,
                      [&](const Fault& each) { return each.subject == fault.subject; });
        break;
    case FaultKind::ClockJump:
    case FaultKind::Restart:
    case FaultKind::ReceiverDown: break; // over by itself
    }
}

std::uint64_t World::random()
{
    // splitmix64: small, and the same everywhere.
    std::uint64_t z = (m_random += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

bool World::happens(std::int64_t percent)
{
    return percent > 0 && static_cast<std::int64_t>(random() % 100) < percent;
}

} // namespace cmq::scenario
