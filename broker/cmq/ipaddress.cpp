#include "ipaddress.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace cmq {

namespace {

struct Ipv4Range
{
    std::uint32_t base;
    int prefix;
    AddressKind kind;
};

constexpr std::uint32_t ip4(unsigned a, unsigned b, unsigned c, unsigned d)
{
    return (a << 24U) | (b << 16U) | (c << 8U) | d;
}

// The first that contains an address decides.
constexpr std::array Ipv4Ranges = std::to_array<Ipv4Range>({
    {ip4(100, 100, 100, 200), 32, AddressKind::Forbidden}, // metadata, Alibaba Cloud
    {ip4(168, 63, 129, 16), 32, AddressKind::Forbidden},   // host services, Azure
    {ip4(0, 0, 0, 0), 8, AddressKind::Forbidden},
    {ip4(10, 0, 0, 0), 8, AddressKind::Private},
    {ip4(100, 64, 0, 0), 10, AddressKind::Private},
    {ip4(127, 0, 0, 0), 8, AddressKind::Loopback},
    {ip4(169, 254, 0, 0), 16, AddressKind::Forbidden}, // link-local, and most clouds' metadata
    {ip4(172, 16, 0, 0), 12, AddressKind::Private},
    {ip4(192, 0, 0, 0), 24, AddressKind::Forbidden},
    {ip4(192, 0, 2, 0), 24, AddressKind::Forbidden},
    {ip4(192, 88, 99, 0), 24, AddressKind::Forbidden},
    {ip4(192, 168, 0, 0), 16, AddressKind::Private},
    {ip4(198, 18, 0, 0), 15, AddressKind::Private},
    {ip4(198, 51, 100, 0), 24, AddressKind::Forbidden},
    {ip4(203, 0, 113, 0), 24, AddressKind::Forbidden},
    {ip4(224, 0, 0, 0), 3, AddressKind::Forbidden}, // multicast, reserved, broadcast
});

AddressKind ipv4Kind(std::uint32_t address)
{
    const auto range = std::ranges::find_if(Ipv4Ranges, [&](const Ipv4Range& each) {
        return ((address ^ each.base) >> (32 - each.prefix)) == 0;
    });
    return range == Ipv4Ranges.end() ? AddressKind::Public : range->kind;
}

std::uint32_t ipv4At(const IpAddress& address, std::size_t at)
{
    return ip4(address[at], address[at + 1], address[at + 2], address[at + 3]);
}

bool startsWith(const IpAddress& address, std::initializer_list<std::uint8_t> bytes)
{
    return std::equal(bytes.begin(), bytes.end(), address.begin());
}

/// The IPv4 address inside, if the IPv6 one only carries it.
std::optional<std::uint32_t> carriedIpv4(const IpAddress& address)
{
    constexpr std::size_t last = 12;
    if (startsWith(address, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}) ||  // mapped
        startsWith(address, {0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0})) // NAT64
        return ipv4At(address, last);
    if (startsWith(address, {0x20, 0x02})) // 6to4
        return ipv4At(address, 2);
    // IPv4-compatible; :: and ::1 are no such thing.
    if (startsWith(address, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}) && ipv4At(address, last) > 1)
        return ipv4At(address, last);
    return std::nullopt;
}

std::optional<std::uint64_t> parseDigits(std::string_view text, int base)
{
    std::uint64_t number = 0;
    const auto [end, status] =
        std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (status != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<std::uint64_t> parseNumber(std::string_view text)
{
    if (text.starts_with("0x") || text.starts_with("0X"))
        return text.size() == 2 ? 0 : parseDigits(text.substr(2), 16);
    const auto decimal = parseDigits(text, 10);
    // Some read 010 as eight, others as ten: what means two addresses means none.
    if (text.starts_with('0') && parseDigits(text, 8) != decimal)
        return std::nullopt;
    return decimal;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = text.find(separator); at != std::string_view::npos;
         at = text.find(separator)) {
        parts.push_back(text.substr(0, at));
        text.remove_prefix(at + 1);
    }
    parts.push_back(text);
    return parts;
}

/// One trailing dot is the root of all names.
std::vector<std::string_view> labels(std::string_view host)
{
    auto parts = split(host, '.');
    if (parts.size() > 1 && parts.back().empty())
        parts.pop_back();
    return parts;
}

/// The bytes of one side of `::`; none if anything is wrong. The last piece may be dotted.
std::optional<std::vector<std::uint8_t>> parseIpv6Side(std::string_view text, bool isLast)
{
    std::vector<std::uint8_t> bytes;
    if (text.empty())
        return bytes;
    const auto pieces = split(text, ':');
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::string_view piece = pieces[i];
        if (isLast && i + 1 == pieces.size() && piece.find('.') != std::string_view::npos) {
            const auto parts = split(piece, '.');
            if (parts.size() != 4)
                return std::nullopt;
            for (const std::string_view part : parts) {
                std::uint8_t byte = 0;
                const auto [end, status] =
                    std::from_chars(part.data(), part.data() + part.size(), byte);
                if (status != std::errc() || end != part.data() + part.size() ||
                    (part.size() > 1 && part.front() == '0'))
                    return std::nullopt;
                bytes.push_back(byte);
            }
            return bytes;
        }
        std::uint16_t number = 0;
        const auto [end, status] =
            std::from_chars(piece.data(), piece.data() + piece.size(), number, 16);
        if (status != std::errc() || end != piece.data() + piece.size() || piece.size() > 4)
            return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(number >> 8U));
        bytes.push_back(static_cast<std::uint8_t>(number & 0xFFU));
    }
    return bytes;
}

} // namespace

AddressKind addressKind(const IpAddress& address)
{
    if (const auto ipv4 = carriedIpv4(address))
        return ipv4Kind(*ipv4);
    IpAddress loopback{};
    loopback.back() = 1;
    if (address == loopback)
        return AddressKind::Loopback;
    if (startsWith(address, {0xFD, 0x00, 0x0E, 0xC2})) // metadata, AWS
        return AddressKind::Forbidden;
    if ((address[0] & 0xFEU) == 0xFCU)
        return AddressKind::Private;
    const bool isGlobal = (address[0] & 0xE0U) == 0x20U;
    const bool isProtocol = startsWith(address, {0x20, 0x01}) && address[2] < 2; // Teredo, ORCHID
    const bool isExample = startsWith(address, {0x20, 0x01, 0x0D, 0xB8}) ||
                           (startsWith(address, {0x3F, 0xFF}) && address[2] < 0x10);
    return isGlobal && !isProtocol && !isExample ? AddressKind::Public : AddressKind::Forbidden;
}

bool mayPushTo(const IpAddress& address, const Behaviour& behaviour)
{
    switch (addressKind(address)) {
    case AddressKind::Public: return true;
    case AddressKind::Loopback:
    case AddressKind::Private: return behaviour.allowLocalPush;
    case AddressKind::Forbidden: return false;
    }
    return false;
}

IpAddress fromIpv4(std::uint32_t address)
{
    const auto byte = [&](unsigned shift) {
        return static_cast<std::uint8_t>((address >> shift) & 0xFFU);
    };
    return {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, byte(24), byte(16), byte(8), byte(0)};
}

std::optional<std::uint32_t> parseIpv4(std::string_view text)
{
    const auto parts = labels(text);
    constexpr std::size_t most = 4;
    if (parts.size() > most)
        return std::nullopt;
    std::uint64_t address = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool isLast = i + 1 == parts.size();
        const auto number = parts[i].empty() ? std::nullopt : parseNumber(parts[i]);
        const std::size_t bits = isLast ? 8 * (most + 1 - parts.size()) : 8;
        if (!number || *number >> bits != 0)
            return std::nullopt;
        address = (address << bits) | *number;
    }
    return static_cast<std::uint32_t>(address);
}

bool endsInNumber(std::string_view host)
{
    const std::string_view last = labels(host).back();
    if (last.starts_with("0x") || last.starts_with("0X"))
        return last.find_first_not_of("0123456789abcdefABCDEF", 2) == std::string_view::npos;
    return !last.empty() && last.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<IpAddress> parseIpv6(std::string_view text)
{
    const std::size_t gap = text.find("::");
    const bool hasGap = gap != std::string_view::npos;
    const auto left = parseIpv6Side(text.substr(0, gap), !hasGap);
    const auto right = hasGap ? parseIpv6Side(text.substr(gap + 2), true)
                              : std::optional(std::vector<std::uint8_t>());
    IpAddress address{};
    if (!left || !right || left->size() + right->size() > address.size())
        return std::nullopt;
    // A gap stands for at least one group.
    const bool isFull = left->size() + right->size() == address.size();
    if (isFull == hasGap)
        return std::nullopt;
    std::ranges::copy(*left, address.begin());
    std::ranges::copy_backward(*right, address.end());
    return address;
}

std::string toUrlHost(const IpAddress& address)
{
    std::string text;
    if (startsWith(address, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF})) {
        for (std::size_t i = 12; i < address.size(); ++i)
            text += (i > 12 ? "." : "") + std::to_string(address[i]);
        return text;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    for (std::size_t i = 0; i < address.size(); ++i) {
        if (i > 0 && i % 2 == 0)
            text += ':';
        text += digits[address[i] >> 4U];
        text += digits[address[i] & 0xFU];
    }
    return '[' + text + ']';
}

} // namespace cmq
