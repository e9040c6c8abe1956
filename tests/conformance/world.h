#pragma once

#include "ledger.h"
#include "model.h"
#include "names.h"
#include "recordstore.h"

#include "engine/engine.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace conformance {

/// One random operation. Its numbers are read as indices into whatever is there, so that any
/// sequence of operations makes sense, also one from which others were taken out.
struct Operation
{
    enum class Kind : std::uint8_t {
        Create,
        Set,
        DeleteQueue,
        Clear,
        Rewind,
        Unbind,
        List,
        ListSources,
        Attributes,
        Send,
        BatchSend,
        Receive,
        BatchReceive,
        Delete,
        BatchDelete,
        Cancel,
        Advance,
        AdvanceToDeadline,
        Jump,
        TimeBack,
        Commit,
        Restart,
        FailCommit,
        SendMany,
        ConsumeMany,
    };
    static constexpr int KindCount = 25;

    Kind kind = Kind::Send;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t c = 0;
};

/// What a world is like.
struct WorldOptions
{
    cmq::Behaviour behaviour;
    /// Steps that a tick may take at once.
    std::size_t budget = std::size_t(-1);
    /// How many names of queues there are; the ninth is a case twin of the first.
    std::uint32_t queues = 9;
    /// Whether all is committed before time passes. Else much may happen between two commits; then
    /// there are no dead letters, because what of them is retried first after a restart depends on
    /// what was written when.
    bool commitsBeforeTime = true;
    /// After how many steps each the whole state is compared; events and answers always are.
    std::uint32_t stateComparedEvery = 1;
    /// What queues are created with, before a few settings are changed at random.
    cmq::QueueSettings settings;
};

/// An engine and a model that get the same inputs at the same times, and are compared after each.
class World final
{
public:
    explicit World(const WorldOptions& options);

    /// Does one operation on both. Returns how they differ, or what is broken; empty when nothing.
    [[nodiscard]] std::string step(const Operation& operation);
    /// The last operation in words, with what became of it.
    [[nodiscard]] const std::string& told() const { return m_told; }
    /// What has been met: events by their kind, refusals by their numbers.
    [[nodiscard]] const std::map<std::string, int>& met() const { return m_met; }

private:
    using Bodies = std::map<cmq::BodyId, std::string>;

    void choose(const Operation& operation);
    template <class A>
    void act(A forModel, A forEngine);
    template <class A>
    void act(A both)
    {
        act(both, both);
    }
    [[nodiscard]] const std::string& queueName(std::uint32_t number) const;
    [[nodiscard]] std::optional<cmq::DeadLetterPolicy> policy(std::uint32_t number) const;
    [[nodiscard]] cmq::QueueSettingsChange settings(std::uint32_t which,
                                                    std::uint32_t values) const;
    /// One that was given out lately, rarely one that was not.
    [[nodiscard]] std::pair<std::string, std::string> handle(std::uint32_t number) const;
    [[nodiscard]] cmq::Time oldestDeleted(const std::string& queue) const;
    void create(const Operation& operation);
    void set(const Operation& operation);
    void remove(const Operation& operation);
    void removeBatch(const Operation& operation);
    void cancel(const Operation& operation);
    void advanceTo(cmq::Time end);
    void jump(cmq::Time end);
    void timeBack(const Operation& operation);
    void sendMany(const Operation& operation);
    void consumeMany(const Operation& operation);
    void commitBeforeTime();
    void commit();
    void restart();
    void tick();

    void checkTwin(cmq::engine::Engine twin, const cmq::Action& action);
    void collect();
    void compareAnswers();
    void compareEvents();
    std::size_t compareMany(const cmq::Event& event, std::span<const Model::Happening> expected);
    void compareState();
    void compareDeadline();
    void compare(const cmq::Result<cmq::Reply>& model, const cmq::Result<cmq::Reply>& engine);
    void compare(const cmq::ReceivedMessage& model, const cmq::ReceivedMessage& engine);
    void noteHandles(const cmq::Reply& model);
    void compare(const cmq::QueueAttributes& model, const cmq::QueueAttributes& engine);
    void compare(const cmq::QueueList& model, const cmq::QueueList& engine);
    void compare(const cmq::PeekedMessage& model, const cmq::PeekedMessage& engine);
    void expect(bool holds, const char* what);
    void expectSame(const std::string& model, const std::string& engine, const char* what);
    [[nodiscard]] std::string bodyOf(cmq::BodyId id) const;

    WorldOptions m_options;
    cmq::engine::Engine m_engine;
    Model m_model;
    Names m_names;
    cmq::Time m_now;
    Model::Token m_lastToken = 0;
    std::vector<Model::Token> m_waiting;
    /// All that were given out: the model's handle, and the queue that gave it.
    using Handles = std::vector<std::pair<std::string, std::string>>;
    Handles m_handles;

    RecordStore m_records;
    Bodies m_newBodies; ///< since the last commit
    /// What a failed commit leads back to.
    Model m_committedModel;
    Names m_committedNames;
    Handles m_committedHandles;

    cmq::engine::Output m_out;
    std::vector<cmq::engine::Answer> m_answers; ///< with their bodies
    std::vector<cmq::Event> m_events;
    std::map<std::string, int> m_met;
    Ledger m_ledger;
    std::uint32_t m_steps = 0;
    bool m_isRestarting = false;
    std::string m_told;
    std::string m_broken;
};

} // namespace conformance
