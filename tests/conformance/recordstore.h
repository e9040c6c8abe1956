#pragma once

#include "engine/engine.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace conformance {

/// The obvious store: maps of records, changed exactly as StoreChanges says. A value: a copy is
/// what a commit left behind.
class RecordStore final
{
public:
    /// Writes what an engine wants written; `bodies` are those that came out of it since the last
    /// time. Returns what does not fit to what is stored: empty when nothing.
    [[nodiscard]] std::string apply(const cmq::StoreChanges& changes,
                                    const std::map<cmq::BodyId, std::string>& bodies);

    /// A new engine that knows what is stored.
    [[nodiscard]] cmq::engine::Engine restored(const cmq::Behaviour& behaviour) const;

    [[nodiscard]] const std::map<cmq::Entry, cmq::MessageRecord>& messages() const
    {
        return m_messages;
    }
    [[nodiscard]] const std::map<cmq::BodyId, std::string>& bodies() const { return m_bodies; }
    /// Bodies that nothing refers to, what has no body, deliveries of nothing. Empty when all is
    /// right.
    [[nodiscard]] std::string brokenInvariant() const;

private:
    [[nodiscard]] std::string applyTopics(const cmq::StoreChanges& changes);

    void apply(const cmq::RewindAreaChange& change, const std::set<cmq::Entry>& written);
    [[nodiscard]] std::string applyNames(const cmq::StoreChanges& changes);

    std::map<cmq::QueueKey, cmq::QueueRecord> m_queues;
    std::map<std::pair<bool, std::string>, cmq::ReleasingName> m_releasingNames;
    std::map<cmq::Entry, cmq::MessageRecord> m_messages;
    std::map<cmq::BodyId, std::string> m_bodies;
    std::map<cmq::TopicKey, cmq::TopicRecord> m_topics;
    std::map<cmq::SubscriptionKey, cmq::SubscriptionRecord> m_subscriptions;
    std::map<cmq::BodyId, cmq::PublishedRecord> m_published;
    std::map<cmq::DeliveryKey, cmq::DeliveryRecord> m_deliveries;
    cmq::EngineRecord m_engine;
    bool m_isUsed = false;
};

/// Puts the bodies that `answer` names into its messages, from `bodyOf(BodyId)`.
template <class BodyOf>
void fillIn(cmq::engine::Answer& answer, BodyOf bodyOf)
{
    if (!answer.result)
        return;
    if (auto* message = std::get_if<cmq::ReceivedMessage>(&*answer.result))
        message->msgBody = bodyOf(answer.bodies.at(0));
    else if (auto* batch = std::get_if<cmq::ReceivedMessages>(&*answer.result))
        for (std::size_t i = 0; i < batch->msgInfoList.size(); ++i)
            batch->msgInfoList[i].msgBody = bodyOf(answer.bodies.at(i));
    else if (auto* page = std::get_if<cmq::PeekedMessages>(&*answer.result))
        for (std::size_t i = 0; i < answer.bodies.size(); ++i)
            page->messages[i].msgBody = bodyOf(answer.bodies[i]);
}

} // namespace conformance
