#pragma once

#include "behaviour.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cmq {

/// An IPv6 address, or an IPv4 one as ::ffff:a.b.c.d; bytes in network order.
using IpAddress = std::array<std::uint8_t, 16>;

/// What stands behind an address, for deciding where a push may go.
enum class AddressKind : std::uint8_t {
    Public,
    Loopback,
    Private,   ///< of a local network: RFC 1918, shared, unique local, benchmarks
    Forbidden, ///< unspecified, link-local, metadata of clouds, multicast, reserved
};

/// Also of addresses that carry an IPv4 one (mapped, NAT64, 6to4): that one counts.
/// Source: IANA's special-purpose address registries; metadata addresses of cloud providers.
[[nodiscard]] AddressKind addressKind(const IpAddress& address);

/// Public addresses always, local ones where Behaviour::allowLocalPush is set, the rest never.
[[nodiscard]] bool mayPushTo(const IpAddress& address, const Behaviour& behaviour);

[[nodiscard]] IpAddress fromIpv4(std::uint32_t address);

/// An IPv6 address in text, without brackets and zone. Source: RFC 4291.
[[nodiscard]] std::optional<IpAddress> parseIpv6(std::string_view text);

/// An IPv4 address as browsers and resolvers read it: one to four numbers, decimal or hexadecimal
/// (0x…), the last one filling what is left. Octal numbers (017) are refused, because some read
/// them as decimal. Source: WHATWG URL, IPv4 parser.
[[nodiscard]] std::optional<std::uint32_t> parseIpv4(std::string_view text);

/// Whether a host must be an IPv4 address because its last label is a number.
[[nodiscard]] bool endsInNumber(std::string_view host);

/// As it is written in a URL: dotted for IPv4, else in brackets.
[[nodiscard]] std::string toUrlHost(const IpAddress& address);

} // namespace cmq
