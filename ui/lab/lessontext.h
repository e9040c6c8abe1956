#pragma once

#include "scenario/judge.h"
#include "scenario/receipts.h"
#include "scenario/scenario.h"

#include <QString>

namespace ui {

// What the lab says, in the language of the moment. Texts of scenario files are plain text.

/// A text of a scenario file.
[[nodiscard]] QString lessonText(const cmq::scenario::Texts& texts);

/// Why a check is not met: what it should be, and what is there instead.
[[nodiscard]] QString findingText(const cmq::scenario::Finding& finding);

/// What a predicate asks for.
[[nodiscard]] QString predicateText(const cmq::scenario::Predicate& predicate);

/// The code of the language in which lessons are told now: en or zh.
[[nodiscard]] std::string lessonLanguage();

/// What a step does: the action with its parameters, or how far time moves.
[[nodiscard]] QString stepText(const cmq::scenario::Step& step);

/// What an actor does, in a line.
[[nodiscard]] QString actorText(const cmq::scenario::Actor& actor);

/// orders: 1 visible, 0 in flight …
[[nodiscard]] QString countersText(const cmq::QueueAttributes& queue);

} // namespace ui
