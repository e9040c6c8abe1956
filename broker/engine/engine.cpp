#include "engine.h"

#include "controlplane.h"
#include "delivery.h"
#include "invariants.h"
#include "queueactions.h"
#include "state.h"
#include "timeline.h"
#include "topicactions.h"
#include "waiting.h"

#include "cmq/validation.h"

namespace cmq::engine {

namespace {

template <class A>
void answer(const Context& context, Token token, A&& action)
{
    if constexpr (requires { execute(context, token, std::move(action)); }) {
        execute(context, token, std::move(action));
    } else {
        auto result = execute(context, std::move(action));
        context.out.answers.push_back(
            {token,
             result ? Result<Reply>(std::move(*result)) : fail(std::move(result.error())),
             {}});
    }
}

} // namespace

Engine::Engine(const Behaviour& behaviour, std::uint64_t seed)
    : m_state(std::make_unique<State>(behaviour, seed))
{
}

Engine::Engine(const Engine& other)
    : m_state(std::make_unique<State>(*other.m_state))
{
}

Engine& Engine::operator=(const Engine& other)
{
    if (this != &other)
        m_state = std::make_unique<State>(*other.m_state);
    return *this;
}

Engine::Engine(Engine&& other) noexcept = default;
Engine& Engine::operator=(Engine&& other) noexcept = default;
Engine::~Engine() = default;

void Engine::execute(Time now, Token token, Action&& action, Output& out)
{
    m_state->record.time = std::max(m_state->record.time, now);
    const Context context{*m_state, m_state->record.time, out};
    const ActionTraits& traits = actionTraits(action);
    const std::size_t firstAnswer = out.answers.size();

    std::optional<Error> refusal = firstError(action, m_state->behaviour);
    if (!refusal)
        refusal = checkControlRate(context, traits);
    if (refusal)
        out.answers.push_back({token, fail(std::move(*refusal)), {}});
    else
        std::visit([&](auto& each) { answer(context, token, std::move(each)); }, action);

    // The action may have answered waiters, too; its own refusal, if any, is at once.
    for (std::size_t i = firstAnswer; i < out.answers.size(); ++i) {
        Answer& own = out.answers[i];
        if (own.token == token && !own.result)
            noteRefusal(context, traits, own.result.error());
    }
}

void Engine::cancel(Time now, Token token, Output& out)
{
    m_state->record.time = std::max(m_state->record.time, now);
    const auto place = m_state->waiting.find(token);
    if (place == m_state->waiting.end())
        return;
    const Context context{*m_state, m_state->record.time, out};
    Queue& queue = *m_state->findQueue(place->second.queue);
    endWaiter(context, queue, place->second.number, makeError(ErrorId::Cancelled));
    afterChange(context, queue);
}

void Engine::pushFinished(Time now, std::uint64_t pushId, const PushOutcome& outcome, Output& out)
{
    m_state->record.time = std::max(m_state->record.time, now);
    const auto delivery = m_state->topics.inFlight.extract(pushId);
    if (delivery.empty())
        return;
    const auto& [key, msgId] = delivery.mapped();
    const Context context{*m_state, m_state->record.time, out};
    finishPush(context, *m_state->topics.findSubscription(key), msgId, outcome);
}

bool Engine::tick(Time now, Output& out, std::size_t budget)
{
    m_state->record.time = std::max(m_state->record.time, now);
    const Context context{*m_state, m_state->record.time, out};
    const auto& queues = m_state->queueDeadlines;
    const auto& subscriptions = m_state->topics.deadlines;
    const auto isDue = [&](const auto& deadlines) {
        return !deadlines.empty() && deadlines.begin()->first <= context.now;
    };
    while (isDue(queues) || isDue(subscriptions)) {
        if (budget == 0)
            return true;
        // What has outlived its retention makes room for what is delivered at the same instant.
        if (isDue(queues))
            advanceFamily(context, *m_state->findQueue(queues.begin()->second), budget);
        else
            advanceSubscription(
                context, *m_state->topics.findSubscription(subscriptions.begin()->second), budget);
    }
    return false;
}

void Engine::setBehaviour(const Behaviour& behaviour)
{
    m_state->behaviour = behaviour;
}

const Behaviour& Engine::behaviour() const
{
    return m_state->behaviour;
}

std::optional<Time> Engine::nextDeadline() const
{
    std::optional<Time> deadline;
    if (!m_state->queueDeadlines.empty())
        deadline = m_state->queueDeadlines.begin()->first;
    if (const auto& deadlines = m_state->topics.deadlines;
        !deadlines.empty() && (!deadline || deadlines.begin()->first < *deadline))
        deadline = deadlines.begin()->first;
    return deadline;
}

StoreChanges Engine::takeChanges()
{
    return m_state->takeChanges();
}

Time Engine::now() const
{
    return m_state->record.time;
}

std::int64_t Engine::messageCount() const
{
    std::int64_t total = 0;
    for (const auto& [key, queue] : m_state->queues)
        total += queue.log.totalCount();
    return total;
}

std::string Engine::brokenInvariant() const
{
    return engine::brokenInvariant(*m_state);
}

} // namespace cmq::engine
