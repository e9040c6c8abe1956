#pragma once

#include "cmq/result.h"
#include "cmq/time.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cmq::scenario {

/// Bounds of a scenario file: what comes from a stranger must not eat the machine.
inline constexpr std::size_t ScenarioBytesMax = 1'048'576;
inline constexpr std::size_t ScenarioStepsMax = 10'000;
/// A step moves time on by 16 days at most: longer than anything in CMQ lives.
inline constexpr Seconds ScenarioAdvanceMax{16 * 86400};

/// Expected fields of an answer by name, as the API's JSON has them: text as it is, anything else
/// as its JSON text.
using Expectations = std::map<std::string, std::string>;

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
};

/// Moves time on.
struct AdvanceStep
{
    Milliseconds duration{0};
};

/// Looks at the answer of an earlier call that waited.
struct AnswerStep
{
    std::string of;
    std::map<std::string, std::string> save;
    Expectations expect;
};

using Step = std::variant<CallStep, AdvanceStep, AnswerStep>;

/// A scenario: what is done to a broker that starts empty, and what is expected.
struct Scenario
{
    std::map<std::string, std::string> title; ///< by language: `en`, `zh`
    std::uint64_t seed = 1;
    Time start;
    std::vector<Step> steps;
};

/// Reads a scenario file. Fails with ParametersError and a sentence with the place and the reason;
/// never with anything else, whatever the text.
///
/// The form, version 1:
///
///     { "cmqScenario": 1,
///       "title": {"en": "A stale handle", "zh": "过期的句柄"},
///       "seed": 1, "start": 1700000000,
///       "steps": [
///         {"call": "CreateQueue", "with": {"queueName": "orders", "visibilityTimeout": 30}},
///         {"call": "SendMessage", "with": {"queueName": "orders", "msgBody": "hello"}},
///         {"call": "ReceiveMessage", "with": {"queueName": "orders"},
///          "expect": {"code": 0, "msgBody": "hello"}, "save": {"handle": "receiptHandle"}},
///         {"advance": 30},
///         {"call": "DeleteMessage",
///          "with": {"queueName": "orders", "receiptHandle": "${handle}"},
///          "expect": {"code": 4430}} ] }
///
/// A parameter that is an array is written as one. A receive that waits is given a name with `as`,
/// and its answer is looked at with `{"answer": NAME, "expect": {…}}`.
[[nodiscard]] Result<Scenario> parseScenario(std::string_view text);

} // namespace cmq::scenario
