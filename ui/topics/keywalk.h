#pragma once

#include <QString>

#include <string>

namespace ui {

/// How a binding key goes through a routing key, word by word: what each word of the one takes of
/// the other, or where it stops. Pure; it decides as `cmq::matchRoutingKey` does.
[[nodiscard]] QString keyWalkText(const std::string& bindingKey, const std::string& routingKey);

} // namespace ui
