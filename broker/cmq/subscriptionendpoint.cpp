#include "subscriptionendpoint.h"

#include "names.h"
#include "pushurl.h"

namespace cmq {

std::optional<Error> checkEndpoint(Protocol protocol, std::string_view endpoint,
                                   const Behaviour& behaviour)
{
    if (protocol == Protocol::Queue) {
        if (isValidName(endpoint))
            return std::nullopt;
        return makeError(ErrorId::EndpointFormat, "endpoint",
                         "the endpoint is the name of a queue");
    }
    const auto url = parsePushUrl(endpoint);
    if (!url)
        return url.error();
    if (!mayPushTo(*url, behaviour))
        return makeError(ErrorId::EndpointIllegal, "endpoint",
                         "pushes to " + url->host + " are not allowed");
    return std::nullopt;
}

} // namespace cmq
