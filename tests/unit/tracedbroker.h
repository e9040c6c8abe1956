#pragma once

#include "scenario/simulation.h"
#include "ui/trace/lifeline.h"

#include <QtGlobal>

#include <algorithm>
#include <ranges>

/// A broker on a clock of the test, and the life of its messages.
class TracedBroker final
{
public:
    static constexpr cmq::Time Start = cmq::fromUnixSeconds(1'800'000'000);

    TracedBroker()
        : m_simulation(behaviour(), 1, Start)
    {
    }

    /// Must succeed.
    template <cmq::ActionType A>
    typename A::Reply ask(A action)
    {
        const auto token = m_simulation.execute(cmq::Action(std::move(action)));
        const auto answer = m_simulation.takeAnswer(token);
        if (!answer || !*answer)
            qFatal("%s", answer ? cmq::toString(answer->error()).c_str() : "no answer");
        return std::get<typename A::Reply>(**answer);
    }
    void queue(const std::string& name, cmq::QueueSettings settings = {})
    {
        ask(cmq::CreateQueue{name, settings});
    }
    std::uint64_t send(const std::string& queue, cmq::Seconds delay = cmq::Seconds(0))
    {
        return std::stoull(ask(cmq::SendMessage{queue, "body", delay}).msgId);
    }
    std::string receive(const std::string& queue)
    {
        return ask(cmq::ReceiveMessage{queue, cmq::Seconds(0)}).receiptHandle;
    }
    void remove(const std::string& queue, const std::string& handle)
    {
        ask(cmq::DeleteMessage{queue, handle});
    }
    void advance(cmq::Milliseconds by) { m_simulation.advance(by); }
    /// Answers all pushes that are under way; 0: nobody answers.
    void answerPushes(int httpStatus)
    {
        const bool isOk = httpStatus >= 200 && httpStatus < 300;
        for (const cmq::engine::PushRequest& each : m_simulation.takePushes())
            m_simulation.finishPush(
                each.pushId, {isOk, httpStatus,
                              isOk              ? std::string()
                              : httpStatus == 0 ? "nobody answers"
                                                : "HTTP status " + std::to_string(httpStatus)});
    }
    cmq::scenario::Simulation& simulation() { return m_simulation; }

    /// As the history of a broker answers, that has forgotten the first `forgotten` events.
    cmq::EventHistory history(const cmq::EventQuery& query, std::size_t forgotten = 0)
    {
        for (cmq::Event& event : m_simulation.takeEvents())
            m_events.push_back(std::move(event));
        cmq::EventHistory found;
        if (forgotten > 0)
            found.knownSince = m_events.at(forgotten).time;
        for (std::size_t i = forgotten; i < m_events.size(); ++i) {
            const cmq::Event& event = m_events[i];
            const bool isKind =
                query.kinds.empty() || std::ranges::count(query.kinds, event.kind) > 0;
            if (isKind && (!query.msgId || event.msgId == *query.msgId ||
                           event.messages.contains(*query.msgId)))
                found.events.push_back(event);
        }
        return found;
    }
    ui::LifeLine life(std::uint64_t msgId, std::size_t forgotten = 0)
    {
        cmq::EventQuery own;
        own.msgId = msgId;
        cmq::EventQuery bulk;
        bulk.kinds = ui::bulkKinds();
        return ui::makeLifeLine(msgId, history(own, forgotten), history(bulk, forgotten),
                                m_simulation.now());
    }
    /// All messages there were, in the order in which they began.
    std::vector<std::uint64_t> messages()
    {
        std::vector<std::uint64_t> ids;
        for (const cmq::Event& event : history({}).events) {
            if (event.msgId != 0 && std::ranges::count(ids, event.msgId) == 0)
                ids.push_back(event.msgId);
        }
        return ids;
    }

private:
    static cmq::Behaviour behaviour()
    {
        cmq::Behaviour behaviour;
        behaviour.allowLocalPush = true;
        behaviour.minMsgHeapNum = 1;
        return behaviour;
    }

    cmq::scenario::Simulation m_simulation;
    std::vector<cmq::Event> m_events;
};
