#pragma once

#include "scenario.h"

#include <array>
#include <optional>
#include <string_view>

namespace cmq::scenario {

// The words of scenario files for what is an enum here, in the order of the enums.

inline constexpr std::array<std::string_view, 13> PredicateWords{
    "counter",  "attribute", "exists",  "messages", "pending", "events", "calls",
    "receives", "effects",   "elapsed", "all",      "any",     "not"};

inline constexpr std::array<std::string_view, 6> FaultWords{
    "throttle", "heapFull", "lostReply", "clockJump", "restart", "receiverDown"};

/// activeMsgNum and so on, as GetQueueAttributes calls them.
inline constexpr std::array<std::string_view, 4> CounterWords{"delayMsgNum", "activeMsgNum",
                                                              "inactiveMsgNum", "rewindMsgNum"};
inline constexpr std::array<std::string_view, 3> ObjectWords{"queue", "topic", "subscription"};
inline constexpr std::array<std::string_view, 3> EffectWords{"all", "repeated", "different"};

[[nodiscard]] inline std::string_view toString(PredicateKind kind)
{
    return PredicateWords[static_cast<std::size_t>(kind)];
}

[[nodiscard]] inline std::string_view toString(FaultKind kind)
{
    return FaultWords[static_cast<std::size_t>(kind)];
}

template <std::size_t N>
[[nodiscard]] std::optional<std::size_t> indexOf(const std::array<std::string_view, N>& words,
                                                 std::string_view word)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (words[i] == word)
            return i;
    }
    return std::nullopt;
}

/// What is wrong with a predicate's words, in a sentence; empty if nothing is.
[[nodiscard]] std::string problemOf(const Predicate& predicate);

/// The kind of that name; none if no event is called so.
[[nodiscard]] bool isEventName(std::string_view name);

} // namespace cmq::scenario
