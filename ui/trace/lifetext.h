#pragma once

#include "lifeline.h"

#include "ui/common/icons.h"

#include <QString>

/// The life of a message in the person's words.
namespace ui {

/// What happened, in a word or two: "Received (2nd time)".
[[nodiscard]] QString stepText(const LifeStep& step);
/// Which rule decided and with which numbers, as sentences.
[[nodiscard]] QString stepReason(const LifeLine& line, const LifeStep& step);
[[nodiscard]] QString laneText(const LifeLane& lane);
/// What is written on a bar: its state, and for how long.
[[nodiscard]] QString barText(const LifeBar& bar);
[[nodiscard]] Tone barTone(LifeBar::Kind kind);
[[nodiscard]] Tone stepTone(const LifeStep& step);

/// Why the receipt handle that was asked for is valid or not: which receive gave it, what ended it
/// and when, who took over. Empty if none was asked for.
[[nodiscard]] QString handleText(const LifeLine& line);

/// The chapter of the user guide about a step, by its title.
[[nodiscard]] QString guideChapter(const cmq::Event& event);
/// In which lesson it is tried out; empty: in none.
[[nodiscard]] QString lessonText(const cmq::Event& event);

/// What is not known of this life; empty: nothing is missing.
[[nodiscard]] QString gapText(const LifeLine& line);

} // namespace ui
