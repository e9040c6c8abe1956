#include "simulation.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cmq::scenario {

Simulation::Simulation(const Behaviour& behaviour, std::uint64_t seed, Time start)
    : m_engine(behaviour, seed)
    , m_now(start)
{
}

void Simulation::restore(const BrokerCopy& copy)
{
    const auto give = [this](const auto& records) {
        for (const auto& record : records)
            m_engine.restore(record);
    };
    const StoreChanges& records = copy.records;
    m_engine.restore(records.engine);
    give(records.putReleasingNames);
    give(records.putQueues);
    give(records.putTopics);
    give(records.putSubscriptions);
    give(records.newMessages);
    give(records.newPublished);
    give(records.putDeliveries);
    m_bodies = copy.bodies;
    for (const auto& [id, text] : m_bodies)
        m_bodyBytes += text->size();
    m_now = copy.time;
}

Result<BrokerCopy> Simulation::copy(const CopyScope& scope) const
{
    auto records = m_engine.records(scope);
    if (!records)
        return fail(std::move(records.error()));
    BrokerCopy copy{m_now, std::move(*records), {}};
    for (const BodyId id : copy.records.newBodies) {
        if (const auto found = m_bodies.find(id); found != m_bodies.end())
            copy.bodies.emplace_hint(copy.bodies.end(), *found);
    }
    return copy;
}

engine::Token Simulation::execute(Action action)
{
    const engine::Token token = ++m_lastToken;
    m_engine.execute(m_now, token, std::move(action), m_out);
    collect();
    return token;
}

Result<Reply> Simulation::ask(Action action)
{
    constexpr engine::Token Asking = 0; // those of calls begin with 1
    m_engine.execute(m_now, Asking, std::move(action), m_out);
    collect();
    return std::move(m_answers.extract(Asking).mapped());
}

engine::Token Simulation::refuse(Error error)
{
    m_answers.insert_or_assign(++m_lastToken, fail(std::move(error)));
    return m_lastToken;
}

std::optional<Result<Reply>> Simulation::takeAnswer(engine::Token token)
{
    auto node = m_answers.extract(token);
    if (node.empty())
        return std::nullopt;
    return std::move(node.mapped());
}

void Simulation::cancel(engine::Token token)
{
    m_engine.cancel(m_now, token, m_out);
    collect();
}

void Simulation::advanceTo(Time time)
{
    for (auto deadline = m_engine.nextDeadline(); deadline && *deadline <= time;
         deadline = m_engine.nextDeadline()) {
        m_now = std::max(m_now, *deadline);
        m_engine.tick(m_now, m_out);
        collect();
    }
    m_now = std::max(m_now, time);
}

void Simulation::leap(Milliseconds duration)
{
    m_now += duration;
    while (m_engine.tick(m_now, m_out, 10'000))
        collect();
    collect();
}

std::vector<engine::PushRequest> Simulation::takePushes()
{
    return std::exchange(m_pushes, {});
}

void Simulation::finishPush(std::uint64_t pushId, const engine::PushOutcome& outcome)
{
    m_engine.pushFinished(m_now, pushId, outcome, m_out);
    collect();
}

std::vector<Event> Simulation::takeEvents()
{
    return std::exchange(m_events, {});
}

std::optional<std::string> Simulation::body(BodyId id) const
{
    const auto found = m_bodies.find(id);
    return found == m_bodies.end() ? std::nullopt : std::optional(*found->second);
}

/// Takes what the engine put out. Answers are filled in before bodies go: one that was received and
/// deleted at the same instant is still answered whole.
void Simulation::collect()
{
    for (auto& [id, text] : m_out.bodies) {
        m_bodyBytes += text.size();
        m_bodies.emplace(id, std::make_shared<const std::string>(std::move(text)));
    }
    for (engine::Answer& answer : m_out.answers) {
        fillIn(answer);
        m_answers.insert_or_assign(answer.token, std::move(answer.result));
    }
    std::ranges::move(m_out.pushes, std::back_inserter(m_pushes));
    std::ranges::move(m_out.events, std::back_inserter(m_events));
    std::erase_if(m_pushes, [&](const engine::PushRequest& push) {
        return std::ranges::find(m_out.cancelledPushes, push.pushId) != m_out.cancelledPushes.end();
    });
    m_out = {};

    const StoreChanges changes = m_engine.takeChanges();
    for (const BodyId id : changes.erasedBodies) {
        const auto found = m_bodies.find(id);
        if (found == m_bodies.end())
            continue;
        m_bodyBytes -= found->second->size();
        m_bodies.erase(found);
    }
}

void Simulation::fillIn(engine::Answer& answer) const
{
    if (!answer.result || answer.bodies.empty())
        return;
    Reply& reply = *answer.result;
    if (auto* message = std::get_if<ReceivedMessage>(&reply)) {
        message->msgBody = body(answer.bodies.front()).value_or(std::string());
    } else if (auto* batch = std::get_if<ReceivedMessages>(&reply)) {
        for (std::size_t i = 0; i < answer.bodies.size(); ++i)
            batch->msgInfoList[i].msgBody = body(answer.bodies[i]).value_or(std::string());
    } else if (auto* page = std::get_if<PeekedMessages>(&reply)) {
        for (std::size_t i = 0; i < answer.bodies.size(); ++i)
            page->messages[i].msgBody = body(answer.bodies[i]).value_or(std::string());
    }
}

} // namespace cmq::scenario
