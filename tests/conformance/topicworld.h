#pragma once

#include "names.h"
#include "recordstore.h"
#include "topicmodel.h"

#include "engine/engine.h"

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace conformance {

/// One random operation. Its numbers are read as indices into whatever is there, so that any
/// sequence of operations makes sense, also one from which others were taken out.
struct TopicOperation
{
    enum class Kind : std::uint8_t {
        CreateQueue,
        DeleteQueue,
        ClearQueue,
        CreateTopic,
        SetTopic,
        DeleteTopic,
        Subscribe,
        Unsubscribe,
        SetSubscription,
        ClearTags,
        Publish,
        BatchPublish,
        PushSucceeds,
        PushFails,
        Advance,
        AdvanceToDeadline,
        Jump,
        Commit,
        Restart,
        FailCommit,
    };
    static constexpr int KindCount = 20;

    Kind kind = Kind::Publish;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t c = 0;
};

/// An engine and a model of topics that get the same inputs at the same times, and are compared
/// after each.
class TopicWorld final
{
public:
    explicit TopicWorld(const cmq::Behaviour& behaviour);

    /// Does one operation on both. Returns how they differ, or what is broken; empty when nothing.
    [[nodiscard]] std::string step(const TopicOperation& operation);
    /// The last operation in words.
    [[nodiscard]] const std::string& told() const { return m_told; }
    /// What has been met: events by their kind, refusals by their numbers.
    [[nodiscard]] const std::map<std::string, int>& met() const { return m_met; }

private:
    using Bodies = std::map<cmq::BodyId, std::string>;

    void choose(const TopicOperation& operation);
    void act(const cmq::Action& action);
    void subscribe(const TopicOperation& operation);
    void setSubscription(const TopicOperation& operation);
    void finishPush(const TopicOperation& operation, bool isDelivered);
    void advanceTo(cmq::Time end);
    void jump(cmq::Time end);
    void tick();
    void commit();
    void restart();

    [[nodiscard]] TopicModel::Backoff backoff();
    void collect();
    void compareHappenings();
    void comparePushes();
    void compareState();
    void compare(cmq::SubscriptionAttributes model, const cmq::SubscriptionAttributes& engine);
    void expect(bool holds, const std::string& what);
    void expectSame(const std::string& model, const std::string& engine, const char* what);
    [[nodiscard]] std::string bodyOf(cmq::BodyId id) const;
    [[nodiscard]] const TopicModel::Subscription& subscription(int key) const;

    cmq::Behaviour m_behaviour;
    cmq::engine::Engine m_engine;
    TopicModel m_model;
    Names m_names;
    cmq::Time m_now;
    cmq::engine::Token m_lastToken = 0;

    RecordStore m_records;
    Bodies m_newBodies; ///< since the last commit
    TopicModel m_committedModel;
    Names m_committedNames;

    cmq::engine::Output m_out;
    std::map<std::uint64_t, cmq::engine::PushRequest> m_pushes; ///< under way
    std::vector<cmq::Event> m_events;
    /// What the engine chose to wait, by topic and subscription, in order.
    std::map<std::string, std::deque<cmq::Time>> m_waits;
    std::map<std::string, int> m_met;
    std::string m_told;
    std::string m_broken;
};

} // namespace conformance
