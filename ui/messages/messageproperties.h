#pragma once

#include "ui/bodyview/propertylist.h"

#include "cmq/messageactions.h"

namespace ui {

/// All there is to know about a message, in words. `now` is the broker's.
[[nodiscard]] QList<Property> messageProperties(const cmq::PeekedMessage& message, cmq::Time now);

} // namespace ui
