#pragma once

#include "behaviour.h"
#include "error.h"
#include "topicactions.h"

#include <optional>
#include <string_view>

namespace cmq {

/// What is wrong with a subscription's endpoint, judged by its text alone. A host name may still
/// resolve to an address that may not be pushed to: that is judged again when connecting.
/// Errors: EndpointFormat, UrlBlank, EndpointIllegal. Source: CMQ API, Subscribe.
[[nodiscard]] std::optional<Error> checkEndpoint(Protocol protocol, std::string_view endpoint,
                                                 const Behaviour& behaviour);

} // namespace cmq
