#pragma once

#include "scenario/scenario.h"

#include "cmq/filter.h"

#include <QString>

/// What actors do, in a line for people.
namespace ui {

/// Every 1 s to orders; 2 workers, 5 s each, 10 % crash; answers 500, 500, 200.
[[nodiscard]] QString actorWork(const cmq::scenario::Actor& actor);
/// Producer, Consumer, HTTP receiver.
[[nodiscard]] QString actorKindText(const cmq::scenario::Actor& actor);
/// How a topic chooses: by tags, or by routing keys.
[[nodiscard]] QString filterKindText(cmq::FilterType type);
/// Of an address that nobody of the sandbox plays.
[[nodiscard]] QString nobodyThereText();

} // namespace ui
