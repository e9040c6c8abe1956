// How producers, consumers and HTTP receivers of a world behave.
#include "world.h"

#include "jsontext.h"

#include <algorithm>
#include <cmath>

namespace cmq::scenario {

namespace {

/// Between two tries of somebody who got nothing: an empty receive without a wait, a refusal.
constexpr Milliseconds Pause{1000};

} // namespace

void World::setActor(const Actor& actor, std::string_view by)
{
    if (by == You)
        m_turns.add({m_simulation.lastToken(), now(), actor});
    Player* player = find(actor.name);
    if (!player) {
        if (m_players.size() >= ScenarioActorsMax)
            return;
        player = &m_players.emplace_back();
    }
    const std::size_t index = static_cast<std::size_t>(player - m_players.data());
    ++player->generation;
    // What the old one waited for would be received by nobody.
    std::vector<engine::Token> waiting;
    for (const Lane& lane : player->lanes) {
        if (lane.waiting != 0)
            waiting.push_back(lane.waiting);
    }
    player->lanes.clear();
    player->actor = actor;
    for (const engine::Token token : waiting) {
        m_open.erase(token);
        m_simulation.cancel(token);
        (void)m_simulation.takeAnswer(token);
    }
    if (m_isStarted)
        activate(index);
    settle();
}

void World::activate(std::size_t actor)
{
    Player& player = m_players[actor];
    if (!player.actor.isRunning)
        return;
    Task task;
    task.actor = actor;
    task.generation = player.generation;
    if (const auto* producer = std::get_if<Producer>(&player.actor.role)) {
        task.kind = Task::Kind::Produce;
        schedule(m_start + producer->from, std::move(task));
    } else if (const auto* consumer = std::get_if<Consumer>(&player.actor.role)) {
        task.kind = Task::Kind::Poll;
        player.lanes.assign(static_cast<std::size_t>(consumer->workers), {});
        for (task.lane = 0; task.lane < player.lanes.size(); ++task.lane)
            schedule(m_start + consumer->from, task);
    }
}

void World::run(const Task& task)
{
    switch (task.kind) {
    case Task::Kind::PushDone: m_simulation.finishPush(task.pushId, task.outcome); return;
    case Task::Kind::FaultBegins: return begin(task.fault, "scenario");
    case Task::Kind::FaultEnds: return endFault(task.fault);
    default: break;
    }
    if (m_players[task.actor].generation != task.generation)
        return;
    switch (task.kind) {
    case Task::Kind::Produce: return produce(task.actor, task);
    case Task::Kind::Resend: return send(task.actor, task.body, task.number);
    case Task::Kind::Poll: return poll(task.actor, task.lane);
    case Task::Kind::WorkDone: return finishWork(task.actor, task.lane);
    default: return;
    }
}

void World::produce(std::size_t actor, const Task& task)
{
    Player& player = m_players[actor];
    const Producer producer = std::get<Producer>(player.actor.role);
    if (producer.count > 0 && player.produced >= producer.count)
        return;
    std::string body = producer.body;
    replaceAll(body, "${n}", std::to_string(++player.produced));
    if (std::ssize(body) < producer.size)
        body.resize(static_cast<std::size_t>(producer.size), '.');
    Task next = task;
    schedule(now() + producer.every, std::move(next));
    send(actor, body, 0);
}

void World::send(std::size_t actor, const std::string& body, std::int64_t attempt)
{
    const Producer& producer = std::get<Producer>(m_players[actor].actor.role);
    Action action;
    if (!producer.queue.empty()) {
        action = SendMessage{producer.queue, body, producer.delay};
    } else {
        PublishMessage publish;
        publish.topicName = producer.topic;
        publish.msgBody = body;
        publish.msgTag = producer.tags;
        publish.routingKey = producer.routingKey;
        action = std::move(publish);
    }
    const std::int64_t retries = producer.retries;
    const std::uint64_t generation = m_players[actor].generation;
    const auto answer = takeAnswer(call(std::move(action), m_players[actor].actor.name));
    if (!answer || *answer || attempt >= retries)
        return;
    const Error& error = answer->error();
    if (!mayRetryLater(error) && error.id != ErrorId::QueueFull)
        return;
    Task again;
    again.kind = Task::Kind::Resend;
    again.actor = actor;
    again.generation = generation;
    again.body = body;
    again.number = attempt + 1;
    schedule(now() + Pause, std::move(again));
}

void World::poll(std::size_t actor, std::size_t lane)
{
    const Consumer consumer = std::get<Consumer>(m_players[actor].actor.role);
    BatchReceiveMessage receive;
    receive.queueName = consumer.queue;
    receive.numOfMsg = consumer.batch;
    receive.pollingWaitSeconds = consumer.wait;
    receive.client = m_players[actor].actor.name;
    // The token is known before anybody reacts to the call.
    m_players[actor].lanes[lane].waiting = m_simulation.lastToken() + 1;
    (void)call(std::move(receive), m_players[actor].actor.name);
}

void World::takeUp(std::size_t actor, std::size_t lane, Result<Reply> answer)
{
    Player& player = m_players[actor];
    const Consumer& consumer = std::get<Consumer>(player.actor.role);
    if (answer) {
        player.lanes[lane].inHand = std::move(std::get<ReceivedMessages>(*answer).msgInfoList);
        return work(actor, lane);
    }
    Task again;
    again.kind = Task::Kind::Poll;
    again.actor = actor;
    again.lane = lane;
    again.generation = player.generation;
    const bool hasWaited = answer.error().id == ErrorId::NoMessage && consumer.wait > Seconds(0);
    schedule(now() + (hasWaited ? Milliseconds(0) : Pause), std::move(again));
}

/// Begins with the first message in hand; with none, asks for more.
void World::work(std::size_t actor, std::size_t lane)
{
    Player& player = m_players[actor];
    const Consumer& consumer = std::get<Consumer>(player.actor.role);
    Task next;
    next.actor = actor;
    next.lane = lane;
    next.generation = player.generation;
    if (player.lanes[lane].inHand.empty()) {
        next.kind = Task::Kind::Poll;
        schedule(now(), std::move(next));
    } else {
        next.kind = Task::Kind::WorkDone;
        schedule(now() + draw(consumer.handling), std::move(next));
    }
}

void World::finishWork(std::size_t actor, std::size_t lane)
{
    Player& player = m_players[actor];
    const Consumer consumer = std::get<Consumer>(player.actor.role);
    if (happens(consumer.crashPercent)) {
        player.lanes[lane].inHand.clear();
        Task again;
        again.kind = Task::Kind::Poll;
        again.actor = actor;
        again.lane = lane;
        again.generation = player.generation;
        schedule(now() + Pause, std::move(again));
        return;
    }
    auto& inHand = player.lanes[lane].inHand;
    const ReceivedMessage message = std::move(inHand.front());
    inHand.erase(inHand.begin());
    const bool fails = std::ranges::count(consumer.failsOn, message.msgBody) > 0;
    if (!fails) {
        std::int64_t& effects = player.effects[message.msgBody];
        if (!consumer.isIdempotent || effects == 0)
            ++effects;
        if (!happens(consumer.forgetPercent))
            (void)takeAnswer(
                call(DeleteMessage{consumer.queue, message.receiptHandle}, player.actor.name));
    }
    work(actor, lane);
}

/// Pushes end at the receiver of their URL; nothing ever leaves a world.
void World::startPush(const engine::PushRequest& push)
{
    Task done;
    done.kind = Task::Kind::PushDone;
    done.pushId = push.pushId;
    const auto found = std::ranges::find_if(m_players, [&](const Player& player) {
        const auto* receiver = std::get_if<Receiver>(&player.actor.role);
        return receiver && receiver->url == push.url;
    });
    if (found == m_players.end()) {
        done.outcome = {false, 0, "nobody in this sandbox has the address " + push.url};
        schedule(now(), std::move(done));
        return;
    }
    const Receiver& receiver = std::get<Receiver>(found->actor.role);
    if (!found->actor.isRunning || now() < found->downUntil) {
        done.outcome = {false, 0, "the receiver does not answer"};
        schedule(now() + receiver.takes, std::move(done));
        return;
    }
    std::int64_t number = found->pushes++;
    std::int64_t status = 200;
    for (const ReceiverAnswer& answer : receiver.answers) {
        status = answer.status;
        if (number < answer.times)
            break;
        number -= answer.times;
    }
    done.outcome.isDelivered = status >= 200 && status < 300;
    done.outcome.httpStatus = static_cast<int>(status);
    if (!done.outcome.isDelivered)
        done.outcome.reason =
            status == 0 ? "the receiver does not answer" : "HTTP status " + std::to_string(status);
    schedule(now() + receiver.takes, std::move(done));
}

Milliseconds World::draw(const WorkTime& time)
{
    if (time.mean.count() > 0) {
        // Thousandths of a 53-bit fraction keep the result the same on every machine.
        const double fraction = static_cast<double>((random() >> 11U) + 1) * 0x1.0p-53;
        return Milliseconds(
            std::llround(-std::log(fraction) * static_cast<double>(time.mean.count())));
    }
    const std::int64_t spread = (time.most - time.least).count();
    if (spread <= 0)
        return time.least;
    return time.least + Milliseconds(static_cast<std::int64_t>(
                            random() % static_cast<std::uint64_t>(spread + 1)));
}

} // namespace cmq::scenario
