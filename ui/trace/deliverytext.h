#pragma once

#include "cmq/event.h"

#include <QString>

/// What happens to a message between a topic and its subscribers, in the person's words.
namespace ui {

[[nodiscard]] QString deliveryText(const cmq::Event& event);
[[nodiscard]] QString deliveryReason(const cmq::Event& event);

} // namespace ui
