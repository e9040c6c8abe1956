#pragma once

#include "scenario.h"
#include "world.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cmq::scenario {

/// What became of a step.
struct StepVerdict
{
    std::size_t number = 0; ///< 1 is the first
    std::string title;      ///< `SendMessage`, `advance 30 s`
    bool isPassed = true;
    std::string reason; ///< of a failure: what was expected, and what was there instead
};

/// What a step does, in a few words: `SendMessage`, `advance 30 s`.
[[nodiscard]] std::string titleOf(const Step& step);

/// Plays steps in a world, as somebody. What one play saves and waits for is known to the next.
class Script final
{
public:
    /// `world` must outlive this.
    explicit Script(World& world, std::string_view by = You);

    StepVerdict play(const Step& step);
    /// All of them, also after one that failed.
    std::vector<StepVerdict> play(const std::vector<Step>& steps);

private:
    std::string take(const CallStep& step);
    std::string take(const AdvanceStep& step);
    std::string take(const AnswerStep& step);
    std::string take(const FaultStep& step);
    std::string take(const ActorStep& step);
    std::string take(const CheckStep& step);
    std::string judge(const Result<Reply>& result, const Expectations& expect,
                      const std::map<std::string, std::string>& save);
    [[nodiscard]] std::string withSaved(std::string text) const;

    World& m_world;
    std::string m_by;
    std::map<std::string, engine::Token> m_waiting;
    std::map<std::string, std::string> m_saved;
    std::uint64_t m_requests = 0;
    std::size_t m_number = 0;
};

/// The action that a call step means, with what was saved put in. The in-process RemoveMessage,
/// which the API does not have, is understood, too.
[[nodiscard]] Result<Action> actionOf(const CallStep& step);

} // namespace cmq::scenario
