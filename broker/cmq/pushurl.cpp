#include "pushurl.h"

#include "names.h"
#include "utf8.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace cmq {

namespace {

constexpr std::size_t HostMaxLength = 253;
constexpr std::size_t LabelMaxLength = 63;

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isControlOrWide(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte >= 0x7F;
}

/// Takes `http:` or `https:` and up to two slashes.
std::optional<bool> takeScheme(std::string_view& url)
{
    constexpr std::string_view plain = "http:", secure = "https:";
    const bool isSecure = equalsIgnoringCase(url.substr(0, secure.size()), secure);
    if (!isSecure && !equalsIgnoringCase(url.substr(0, plain.size()), plain))
        return std::nullopt;
    url.remove_prefix(isSecure ? secure.size() : plain.size());
    for (int i = 0; i < 2 && url.starts_with('/'); ++i)
        url.remove_prefix(1);
    return isSecure;
}

bool isHostName(std::string_view host)
{
    const bool isBad = std::ranges::any_of(host, [](char c) {
        return isControlOrWide(c) ||
               std::string_view("#%/:<>?@[\\]^|").find(c) != std::string_view::npos;
    });
    if (host.empty() || isBad || host.size() > HostMaxLength)
        return false;
    for (std::size_t dot = 0; dot != std::string_view::npos;) {
        const std::size_t next = host.find('.', dot);
        if ((next == std::string_view::npos ? host.size() : next) - dot > LabelMaxLength)
            return false;
        dot = next == std::string_view::npos ? next : next + 1;
    }
    return true;
}

/// Sets host and address; false if it can be neither name nor address.
bool setHost(PushUrl& url, std::string_view host)
{
    if (host.starts_with('[')) {
        if (!host.ends_with(']'))
            return false;
        url.address = parseIpv6(host.substr(1, host.size() - 2));
    } else if (!isHostName(host)) {
        return false;
    } else if (endsInNumber(host)) {
        const auto address = parseIpv4(host);
        url.address = address ? std::optional(fromIpv4(*address)) : std::nullopt;
    } else {
        url.host.resize(host.size());
        std::ranges::transform(host, url.host.begin(), toLower);
        return true;
    }
    if (url.address)
        url.host = toUrlHost(*url.address);
    return url.address.has_value();
}

bool setPort(PushUrl& url, std::string_view digits)
{
    url.port = url.isSecure ? 443 : 80;
    if (digits.empty())
        return true;
    const auto [end, status] =
        std::from_chars(digits.data(), digits.data() + digits.size(), url.port);
    return status == std::errc() && end == digits.data() + digits.size() && url.port != 0;
}

std::string encodedTarget(std::string_view rest)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string target = rest.starts_with('/') ? "" : "/";
    for (const char c : rest.substr(0, rest.find('#'))) {
        if (!isControlOrWide(c)) {
            target += c;
            continue;
        }
        target += '%';
        target += digits[static_cast<unsigned char>(c) >> 4U];
        target += digits[static_cast<unsigned char>(c) & 0xFU];
    }
    return target;
}

/// Names that stand for addresses of this machine, this network or the cloud around it, by
/// standard or by custom. A courtesy: it is the resolved address that decides.
bool isLocalName(std::string_view host)
{
    constexpr std::array<std::string_view, 8> domains{
        "localhost", "local",    "internal",     "metadata.tencentyun.com",
        "nip.io",    "sslip.io", "localtest.me", "lvh.me"};
    if (host.ends_with('.'))
        host.remove_suffix(1);
    return std::ranges::any_of(domains, [&](std::string_view domain) {
        return host == domain ||
               (host.ends_with(domain) && host[host.size() - domain.size() - 1] == '.');
    });
}

} // namespace

Result<PushUrl> parsePushUrl(std::string_view text)
{
    const auto refuse = [](ErrorId id, std::string detail) {
        return fail(id, "endpoint", std::move(detail));
    };
    if (std::ranges::any_of(text, isBlank))
        return refuse(ErrorId::UrlBlank, {});
    if (!isValidUtf8(text))
        return refuse(ErrorId::EndpointFormat, "the URL is not UTF-8");
    if (codePointCount(text) > EndpointMaxLength)
        return refuse(ErrorId::EndpointFormat, "a URL has at most 500 characters");

    PushUrl url;
    std::string_view rest = text;
    const auto isSecure = takeScheme(rest);
    if (!isSecure)
        return refuse(ErrorId::EndpointFormat, "a URL begins with http:// or https://");
    url.isSecure = *isSecure;

    const std::size_t end = std::min(rest.find_first_of("/?#"), rest.size());
    const std::string_view authority = rest.substr(0, end);
    if (authority.find('@') != std::string_view::npos)
        return refuse(ErrorId::EndpointIllegal, "a URL with user information is not accepted");
    const std::size_t bracket = authority.find(']'); // an IPv6 address has colons of its own
    const std::size_t colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
    const std::string_view host = authority.substr(0, colon);
    if (host.empty())
        return refuse(ErrorId::EndpointFormat, "the URL names no host");
    if (!setHost(url, host))
        return refuse(ErrorId::EndpointIllegal,
                      "'" + std::string(host) + "' is neither an address nor an ASCII host name");
    if (!setPort(url, colon == std::string_view::npos ? "" : authority.substr(colon + 1)))
        return refuse(ErrorId::EndpointIllegal, "a port is a number from 1 to 65535");
    url.target = encodedTarget(rest.substr(end));
    return url;
}

std::string toString(const PushUrl& url)
{
    return (url.isSecure ? "https://" : "http://") + url.host + ':' + std::to_string(url.port) +
           url.target;
}

bool mayPushTo(const PushUrl& url, const Behaviour& behaviour)
{
    if (url.address)
        return mayPushTo(*url.address, behaviour);
    return behaviour.allowLocalPush || !isLocalName(url.host);
}

} // namespace cmq
