#pragma once

#include "ipaddress.h"
#include "result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cmq {

inline constexpr std::size_t EndpointMaxLength = 500; ///< characters of a URL

/// The URL of an HTTP subscriber, taken apart. Whoever connects uses these parts and not the text,
/// so that the host that was judged is the host that is connected to.
struct PushUrl
{
    bool isSecure = false;
    /// ASCII, in lower case; of a literal address its one canonical form.
    std::string host;
    /// Of a host that is an address.
    std::optional<IpAddress> address;
    std::uint16_t port = 80;
    /// Path and query as they are sent: from '/', with what no request line can carry encoded.
    std::string target;

    friend bool operator==(const PushUrl&, const PushUrl&) = default;
};

/// Errors: UrlBlank; EndpointFormat: no http or https URL, or too long; EndpointIllegal: user
/// information, a port or host that cannot be, a host that is not ASCII (write it in punycode).
/// Source: CMQ API, Subscribe; WHATWG URL for how addresses may be written.
[[nodiscard]] Result<PushUrl> parsePushUrl(std::string_view url);

/// The URL in canonical form; the port is always there.
[[nodiscard]] std::string toString(const PushUrl& url);

/// Whether a push may go there, as far as the URL tells: local addresses and names that are known
/// to mean some only where they are allowed. Other names are judged when they are resolved.
[[nodiscard]] bool mayPushTo(const PushUrl& url, const Behaviour& behaviour);

} // namespace cmq
