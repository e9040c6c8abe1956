#pragma once

#include "ui/common/icons.h"

#include "cmq/messageactions.h"

#include <QString>

#include <array>

/// The states of a message in the person's words, with the colour and the sign that go with them.
namespace ui {

/// All of them, in the order in which a message goes through them.
inline constexpr std::array MessageStates{cmq::MessageState::Delayed, cmq::MessageState::Active,
                                          cmq::MessageState::Inactive,
                                          cmq::MessageState::Rewindable};

[[nodiscard]] QString stateText(cmq::MessageState state);
/// What the state means, and CMQ's name for it.
[[nodiscard]] QString stateHelp(cmq::MessageState state);
[[nodiscard]] Tone stateTone(cmq::MessageState state);
[[nodiscard]] QStringView stateIconName(cmq::MessageState state);
[[nodiscard]] QIcon stateIcon(cmq::MessageState state);

} // namespace ui
