#pragma once

#include <string_view>

namespace cmq {

/// What pushes call themselves. Source: CMQ guide, sample of a push. Our own endpoint takes no
/// request from them (508): a subscription to it whose messages are requests would feed itself.
inline constexpr std::string_view PushUserAgent = "Qcloud Notification Service Agent";

} // namespace cmq
