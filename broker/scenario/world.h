#pragma once

#include "history.h"
#include "scenario.h"
#include "simulation.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace cmq::scenario {

/// The name of the person among those who call.
inline constexpr std::string_view You = "you";

/// A call that changed something or tried to, and was answered. Reads are not kept.
struct Deed
{
    engine::Token token = 0; ///< grows with each call
    Time time;               ///< when it was called
    std::string by;
    Action action;
    int code = 0;           ///< CMQ's code; 0 = success
    bool isWaiting = false; ///< the answer came later than the call
    /// Messages that its answer had, in order, with the beginnings of their bodies.
    std::vector<ReceivedMessage> received;
};

/// What a person did that is no call: a fault, or an actor that became another.
struct Turn
{
    engine::Token token = 0; ///< numbered with the calls
    Time time;
    std::variant<Fault, Actor> what;
};

/// A scenario's broker with everybody who works with it: producers, consumers, HTTP receivers and
/// the faults that befall them, and the memory of what happened.
///
/// A value: copying it forks the world. It has no clock, network or randomness of its own: equal
/// inputs at equal times give equal worlds, byte for byte. HTTP pushes reach the receivers of the
/// scenario and nobody else.
///
/// Thread: none of its own; one at a time.
class World final
{
public:
    /// Most things that happen while time is moved once; more, and time stops on the way.
    static constexpr std::size_t HappeningsMax = 3'000'000;
    /// Most bytes of bodies; a send above it is refused with QueueFull.
    static constexpr std::size_t BodyBytesMax = std::size_t{256} << 20;

    /// A world before the scenario's setup and without its actors: see `start`.
    explicit World(const Scenario& scenario);

    /// A world that begins as another broker was, and needs no `start`. Nothing is made to happen:
    /// it is exactly that state until somebody acts or moves time. HTTP pushes of it go nowhere.
    explicit World(const BrokerCopy& copy);

    /// The setup is done: from here on things count, actors act and faults come.
    void start(const Scenario& scenario);

    [[nodiscard]] Time now() const { return m_simulation.now(); }
    [[nodiscard]] Time startTime() const { return m_start; }

    /// The answer to an action that only reads: leaves no trace.
    [[nodiscard]] Result<Reply> ask(Action action) { return m_simulation.ask(std::move(action)); }
    /// Executes an action now, for the person or whoever `by` names.
    engine::Token call(Action action, std::string_view by = You);
    /// The answer to an action, once; none while it waits.
    [[nodiscard]] std::optional<Result<Reply>> takeAnswer(engine::Token token);
    void cancel(engine::Token token);
    /// Takes back the receives of everybody but the actors.
    void cancelWaiting();

    /// Moves time on, and does what is due on the way at its exact time. False: it stopped on the
    /// way, because too much happened.
    bool advanceTo(Time time);
    /// When something will happen by itself; none if nothing will.
    [[nodiscard]] std::optional<Time> nextChange() const;

    void begin(const Fault& fault, std::string_view by = You);
    /// Takes the place of the actor of its name, or is a new one. What the old one had done stays
    /// known.
    void setActor(const Actor& actor, std::string_view by = You);
    [[nodiscard]] std::vector<Actor> actors() const;

    /// What happened to messages; `isBeforeStart` of those of the setup.
    struct Seen
    {
        Event event;
        bool isBeforeStart = false;
    };
    [[nodiscard]] const History<Seen>& events() const { return m_events; }
    /// What happened before is not known here; none: everything is.
    [[nodiscard]] std::optional<Time> knownSince() const { return m_knownSince; }
    /// Events since the last call, for observers.
    [[nodiscard]] std::vector<Event> takeNews();
    [[nodiscard]] const History<Deed>& deeds() const { return m_deeds; }
    [[nodiscard]] const History<Turn>& turns() const { return m_turns; }
    /// Messages by id with the first bytes of their bodies.
    [[nodiscard]] const History<std::pair<std::uint64_t, std::string>>& bodies() const
    {
        return m_bodies;
    }
    /// How often a consumer's work was done, by body.
    [[nodiscard]] std::map<std::string, std::int64_t> effectsOf(std::string_view actor) const;

    /// Who has which message in hand: actors by the receipt handles that they work with.
    [[nodiscard]] std::map<std::string, std::string, std::less<>> holders() const;

    /// For questions: asks a copy, so that looking changes nothing.
    [[nodiscard]] const Simulation& simulation() const { return m_simulation; }

private:
    struct Task
    {
        enum class Kind : std::uint8_t {
            Produce,
            Resend,
            Poll,
            WorkDone,
            PushDone,
            FaultBegins,
            FaultEnds
        };
        Kind kind = Kind::Poll;
        std::size_t actor = 0;
        std::size_t lane = 0;
        std::uint64_t generation = 0; ///< of the actor; a task of an older one is void
        std::int64_t number = 0;      ///< of the message, or of the attempt
        std::string body;
        std::uint64_t pushId = 0;
        engine::PushOutcome outcome;
        Fault fault;
    };
    /// One worker of a consumer.
    struct Lane
    {
        engine::Token waiting = 0;
        std::vector<ReceivedMessage> inHand;
    };
    struct Player
    {
        Actor actor;
        std::uint64_t generation = 0;
        std::vector<Lane> lanes;
        std::int64_t produced = 0;
        std::map<std::string, std::int64_t> effects;
        std::int64_t pushes = 0; ///< a receiver has answered so many
        Time downUntil;
    };

    void settle();
    void observe();
    bool takeAnswers();
    Result<Reply> close(Deed deed, Result<Reply> answer);
    [[nodiscard]] bool losesReply(const Action& action);
    [[nodiscard]] Player* find(std::string_view actor);
    void startPush(const engine::PushRequest& push);
    void schedule(Time at, Task task);
    void run(const Task& task);
    void activate(std::size_t actor);
    void produce(std::size_t actor, const Task& task);
    void send(std::size_t actor, const std::string& body, std::int64_t attempt);
    void poll(std::size_t actor, std::size_t lane);
    void takeUp(std::size_t actor, std::size_t lane, Result<Reply> answer);
    void work(std::size_t actor, std::size_t lane);
    void finishWork(std::size_t actor, std::size_t lane);
    void endFault(const Fault& fault);
    [[nodiscard]] std::uint64_t random();
    [[nodiscard]] bool happens(std::int64_t percent);
    [[nodiscard]] Milliseconds draw(const WorkTime& time);

    Simulation m_simulation;
    Behaviour m_behaviour; ///< without faults
    Time m_start;
    bool m_isStarted = false;
    std::optional<Time> m_knownSince;
    std::uint64_t m_random;
    std::vector<Player> m_players;
    std::map<std::pair<Time, std::uint64_t>, Task> m_agenda;
    std::uint64_t m_lastTask = 0;
    std::vector<Fault> m_lostReplies; ///< `amount` is what is left of each
    std::map<engine::Token, Deed>
        m_open;                     ///< calls that are not answered yet, by the engine's token
    std::set<engine::Token> m_lost; ///< whose answers will never arrive
    std::map<engine::Token, Result<Reply>> m_answers;
    std::map<std::string, std::int64_t> m_heapLimits; ///< before the heap was full
    History<Seen> m_events{200'000};
    History<Deed> m_deeds{200'000};
    History<Turn> m_turns{1'000};
    History<std::pair<std::uint64_t, std::string>> m_bodies{200'000};
    std::vector<Event> m_news;
};

} // namespace cmq::scenario
