#pragma once

#include "cmq/event.h"

#include <QString>

/// What happens to a message between a topic and its subscribers, in the person's words.
namespace ui {

[[nodiscard]] QString deliveryText(const cmq::Event& event);
[[nodiscard]] QString deliveryReason(const cmq::Event& event);

/// Why a message did or did not go to a subscription, beyond the rule: its tags and those that are
/// wanted, or how each binding key goes through its routing key. `published`: the event of its
/// publication. Empty where there is nothing to add.
[[nodiscard]] QString matchDetails(const cmq::Event& decision, const cmq::Event& published);

} // namespace ui
