#pragma once

#include "cmq/time.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cmq::scenario {

// What a scenario file says, as plain values. The form of the file is in docs/scenario.md; it is
// read by scenariofile.h and written by the same tables.

/// Bounds of a scenario file: what comes from a stranger must not eat the machine.
inline constexpr std::size_t ScenarioBytesMax = 1'048'576;
inline constexpr std::size_t ScenarioStepsMax = 10'000; ///< with all repetitions
inline constexpr std::size_t ScenarioActorsMax = 50;
inline constexpr std::size_t ScenarioChecksMax = 100;
/// A step moves time on by 16 days at most: longer than anything in CMQ lives.
inline constexpr Seconds ScenarioAdvanceMax{16 * 86400};

/// A text in several languages by their codes: `en`, `zh`.
using Texts = std::map<std::string, std::string>;

/// The text in a language, else in English, else in any; empty if there is none.
[[nodiscard]] std::string_view textIn(const Texts& texts, std::string_view language);

/// Expected fields of an answer by name, as the API's JSON has them: text as it is, anything else
/// as its JSON text.
using Expectations = std::map<std::string, std::string>;

/// How much is wanted; all that are given must hold.
struct Amount
{
    std::optional<std::int64_t> is;
    std::optional<std::int64_t> atLeast;
    std::optional<std::int64_t> atMost;

    [[nodiscard]] bool isGiven() const { return is || atLeast || atMost; }
    [[nodiscard]] bool holds(std::int64_t value) const;
    friend bool operator==(const Amount&, const Amount&) = default;
};

/// What can be asked of a world: its state, and what has happened in it since the start.
enum class PredicateKind : std::uint8_t {
    Counter,   ///< `what` of a queue: activeMsgNum, inactiveMsgNum, delayMsgNum, rewindMsgNum
    Attribute, ///< `what` of a queue: a setting, or deadLetterQueue as text
    Exists,    ///< how many queues, topics or subscriptions (`what`) of that name there are
    Messages,  ///< the bodies in a queue are exactly `bodies`, in whatever order
    Pending,   ///< messages that wait for a subscription
    Events,    ///< how often something happened to messages
    Calls,     ///< how often an action was called, and with which code
    Receives,  ///< how often the message was received that was received most
    Effects,   ///< of a consumer's work: `what` is `all`, `repeated`, or `different` bodies
    Elapsed,   ///< seconds since the start
    All,
    Any,
    Not,
};

/// A question with a yes or no for an answer. Data, never code.
struct Predicate
{
    PredicateKind kind = PredicateKind::Counter;
    std::string what;  ///< see the kind
    std::string place; ///< the queue or topic; empty = any
    std::string name;  ///< of what exists, of the subscription, of the consumer
    std::string body;  ///< events: of messages with this body only; empty = any
    std::string other; ///< events: the other queue, topic or subscription; empty = any
    std::string by;    ///< calls: the actor, `you` for the person; empty = the person
    std::optional<std::int64_t> code; ///< calls: the answer's; none = any
    bool isWaited = false;            ///< calls: only those whose answer came later than they did
    std::map<std::string, std::string> with; ///< calls: parameters that it must have had
    std::vector<std::string> bodies;
    std::optional<std::string> equals; ///< attributes that are text
    Amount amount;
    std::vector<Predicate> parts; ///< of All, Any and Not
    friend bool operator==(const Predicate&, const Predicate&) = default;
};

/// One thing that must be so in the end.
struct Check
{
    std::string id;
    Texts text;  ///< what must be so, for people
    Texts unmet; ///< what to think of while it is not
    Predicate predicate;
    friend bool operator==(const Check&, const Check&) = default;
};

enum class FaultKind : std::uint8_t {
    Throttle,     ///< at most `amount` messages a second are sent and received
    HeapFull,     ///< the queue `subject` takes no more than `amount` messages
    LostReply,    ///< the next `amount` answers to the action `subject` never arrive: it was done
    ClockJump,    ///< time leaps by `amount` seconds, and everything is late
    Restart,      ///< the broker ends and begins: receives that wait and pushes under way are lost
    ReceiverDown, ///< the receiver `subject` does not answer
};

struct Fault
{
    FaultKind kind = FaultKind::Throttle;
    std::string subject;
    std::int64_t amount = 1;
    Milliseconds at{0};       ///< since the start; of a fault of the script: means nothing
    Milliseconds duration{0}; ///< 0 = for good
    friend bool operator==(const Fault&, const Fault&) = default;
};

/// How long a piece of work takes: between two durations, or around a mean (exponentially).
struct WorkTime
{
    Milliseconds least{0};
    Milliseconds most{0};
    Milliseconds mean{0}; ///< > 0: this counts, and not the others
    friend bool operator==(const WorkTime&, const WorkTime&) = default;
};

/// Sends or publishes again and again.
struct Producer
{
    std::string queue; ///< or
    std::string topic;
    Milliseconds every{1000};
    std::int64_t count = 0; ///< 0 = without end
    /// `${n}` stands for the number of the message, 1 is the first.
    std::string body = "message ${n}";
    std::int64_t size = 0; ///< bodies are filled up to so many bytes
    Seconds delay{0};
    std::vector<std::string> tags;
    std::optional<std::string> routingKey;
    Milliseconds from{0};
    std::int64_t retries = 0; ///< after a refusal that may pass, or no answer; a second apart
    friend bool operator==(const Producer&, const Producer&) = default;
};

/// Receives, works, deletes; or fails in one of the usual ways.
struct Consumer
{
    std::string queue;
    std::int64_t workers = 1;
    std::int64_t batch = 1;
    Seconds wait{0};
    WorkTime handling;
    std::int64_t crashPercent = 0;    ///< dies while it works, and starts again a second later
    std::int64_t forgetPercent = 0;   ///< works and forgets to delete
    std::vector<std::string> failsOn; ///< bodies that its work always fails with
    /// Remembers what it has done, by body: done again, it deletes and has no effect.
    bool isIdempotent = false;
    Milliseconds from{0};
    friend bool operator==(const Consumer&, const Consumer&) = default;
};

struct ReceiverAnswer
{
    std::int64_t status = 200;
    std::int64_t times = 1; ///< the last answer is given for ever
    friend bool operator==(const ReceiverAnswer&, const ReceiverAnswer&) = default;
};

/// An HTTP subscriber that exists in the scenario only.
struct Receiver
{
    std::string url;
    std::vector<ReceiverAnswer> answers; ///< in order; none: 200
    Milliseconds takes{100};
    friend bool operator==(const Receiver&, const Receiver&) = default;
};

struct Actor
{
    std::string name;
    bool isRunning = true;
    std::variant<Producer, Consumer, Receiver> role;
    friend bool operator==(const Actor&, const Actor&) = default;
};

/// Calls an action, with CMQ's names of action and parameters. `${name}` in a value stands for what
/// was saved under that name.
struct CallStep
{
    std::string action;
    std::vector<std::pair<std::string, std::string>> parameters;
    /// name → field of the answer to save under it.
    std::map<std::string, std::string> save;
    /// Under which name an answer that does not come at once can be looked at later; may be empty.
    std::string as;
    /// Expected of the answer at once; `code` is CMQ's code, 0 for success.
    Expectations expect;
    friend bool operator==(const CallStep&, const CallStep&) = default;
};

/// Moves time on.
struct AdvanceStep
{
    Milliseconds duration{0};
    friend bool operator==(const AdvanceStep&, const AdvanceStep&) = default;
};

/// Looks at the answer of an earlier call that waited.
struct AnswerStep
{
    std::string of;
    std::map<std::string, std::string> save;
    Expectations expect;
    friend bool operator==(const AnswerStep&, const AnswerStep&) = default;
};

/// Something breaks now.
struct FaultStep
{
    Fault fault;
    friend bool operator==(const FaultStep&, const FaultStep&) = default;
};

/// An actor is another one from now on: takes the place of the one of its name.
struct ActorStep
{
    Actor actor;
    friend bool operator==(const ActorStep&, const ActorStep&) = default;
};

/// Something must be so now.
struct CheckStep
{
    Predicate predicate;
    friend bool operator==(const CheckStep&, const CheckStep&) = default;
};

using Step = std::variant<CallStep, AdvanceStep, AnswerStep, FaultStep, ActorStep, CheckStep>;

/// Asked before it is tried.
struct Question
{
    Texts text;
    std::vector<Texts> choices;
    std::int64_t answer = 1; ///< number of the right choice, 1 is the first
    Texts why;
    /// Proves the answer: run from the start, with expectations that hold.
    std::vector<Step> proof;
    friend bool operator==(const Question&, const Question&) = default;
};

/// A way that does not lead to the goal, and is worth seeing.
struct WrongWay
{
    Texts title;
    Texts lesson; ///< what it shows
    std::vector<Step> steps;
    std::string unmet; ///< the check that says why
    friend bool operator==(const WrongWay&, const WrongWay&) = default;
};

/// What makes a scenario a lesson.
struct Lesson
{
    std::int64_t number = 0; ///< its place on the map, 1 is the first
    Texts goal;
    Texts story;
    std::vector<Texts> tasks;
    std::vector<Question> questions;
    std::vector<Texts> hints;
    std::vector<Step> solution;
    std::vector<WrongWay> wrong;
    Texts explanation;
    std::vector<Texts> sources; ///< of CMQ's product documents
    friend bool operator==(const Lesson&, const Lesson&) = default;
};

/// Limits of the broker that a scenario may set; see cmq::Behaviour.
struct Limits
{
    std::int64_t produceQps = 0;
    std::int64_t consumeQps = 0;
    std::int64_t maxInactive = 0;
    std::int64_t maxDelayed = 0;
    friend bool operator==(const Limits&, const Limits&) = default;
};

/// A scenario: a broker that starts empty, what is done to it, and what is expected.
struct Scenario
{
    std::string id;
    Texts title;
    std::int64_t seed = 1;
    Time start = fromUnixSeconds(1'769'853'600); ///< 2026-01-31 10:00:00 UTC
    Limits limits;
    std::vector<Step> setup; ///< before the start: counts for no check
    std::vector<Actor> actors;
    std::vector<Fault> faults;
    std::vector<Step> steps;
    std::vector<Check> checks; ///< when the steps are done
    std::optional<Lesson> lesson;
    friend bool operator==(const Scenario&, const Scenario&) = default;
};

} // namespace cmq::scenario
