#include "tc3.h"

#include "hmac.h"

#include "cmq/names.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

namespace cmq::wire {

namespace {

constexpr std::string_view ScopeEnd = "tc3_request";
constexpr std::size_t SignedHeadersMax = 32;
constexpr std::size_t HexDigits = 64; // of a SHA-256

std::string hex(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string sha256Hex(std::string_view text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        return {};
    return hex({reinterpret_cast<const char*>(digest.data()), size});
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

enum class ValueCase : std::uint8_t { Lower, AsItIs };

std::string canonical(const Tc3Request& request, std::string_view host, ValueCase valueCase)
{
    std::string text;
    text.append(request.method).append("\n");
    text.append(request.path).append("\n");
    text.append(request.query).append("\n");
    for (const Parameter& header : request.headers) {
        text.append(header.name).append(":");
        for (const char c : trimmed(header.name == "host" ? host : header.value))
            text += valueCase == ValueCase::Lower ? toLower(c) : c;
        text += '\n';
    }
    text += '\n';
    for (const Parameter& header : request.headers)
        text.append(&header == request.headers.data() ? "" : ";").append(header.name);
    return text.append("\n").append(sha256Hex(request.body));
}

std::string_view hostOf(const Tc3Request& request)
{
    const auto found = std::ranges::find(request.headers, "host", &Parameter::name);
    return found == request.headers.end() ? std::string_view() : found->value;
}

std::string_view withoutPort(std::string_view host)
{
    const std::size_t colon = host.rfind(':');
    const bool isPort = colon != host.npos && host.find(']', colon) == host.npos;
    return isPort ? host.substr(0, colon) : host;
}

tl::unexpected<Error> refused(std::string detail)
{
    Error error = makeError(ErrorId::AuthenticationFailed, "Authorization", std::move(detail));
    error.apiCode = "AuthFailure.SignatureFailure";
    return fail(std::move(error));
}

/// Takes what is before `separator`, or everything.
std::string_view takePart(std::string_view& text, char separator)
{
    const std::size_t end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    return part;
}

bool isHeaderName(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

/// `id/date/service/tc3_request`
bool readCredential(std::string_view text, Tc3Authorization& out)
{
    out.secretId = takePart(text, '/');
    out.date = takePart(text, '/');
    out.service = takePart(text, '/');
    return text == ScopeEnd && !out.secretId.empty() && !out.service.empty();
}

bool readSignedHeaders(std::string_view text, Tc3Authorization& out)
{
    while (!text.empty() && out.signedHeaders.size() < SignedHeadersMax)
        out.signedHeaders.push_back(takePart(text, ';'));
    return text.empty() && std::ranges::all_of(out.signedHeaders, isHeaderName) &&
           std::ranges::adjacent_find(out.signedHeaders, std::greater_equal()) ==
               out.signedHeaders.end();
}

bool isSignature(std::string_view text)
{
    return text.size() == HexDigits && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

} // namespace

struct Tc3Signer::Key
{
    Hmac hmac;
};

Tc3Signer::Tc3Signer(std::string_view secretKey)
    : m_key(std::make_unique<Key>(Key{Hmac("SHA256", "TC3" + std::string(secretKey))}))
{
}

Tc3Signer::Tc3Signer(Tc3Signer&&) noexcept = default;
Tc3Signer& Tc3Signer::operator=(Tc3Signer&&) noexcept = default;
Tc3Signer::~Tc3Signer() = default;

std::string Tc3Signer::sign(const Tc3Scope& scope, std::string_view stringToSign)
{
    std::string key = m_key->hmac.bytes(utcDate(scope.timestamp));
    for (const std::string_view part : {scope.service, ScopeEnd}) {
        if (key.empty())
            return {};
        key = Hmac("SHA256", key).bytes(part);
    }
    return key.empty() ? key : hex(Hmac("SHA256", key).bytes(stringToSign));
}

std::string utcDate(std::int64_t unixSeconds)
{
    using namespace std::chrono;
    const year_month_day day(floor<days>(sys_seconds(seconds(unixSeconds))));
    const auto padded = [](std::int64_t number, std::size_t width) {
        std::string text = std::to_string(number);
        return text.size() < width ? std::string(width - text.size(), '0') + text : text;
    };
    return padded(int(day.year()), 4) + '-' + padded(unsigned(day.month()), 2) + '-' +
           padded(unsigned(day.day()), 2);
}

std::string canonicalRequest(const Tc3Request& request)
{
    return canonical(request, hostOf(request), ValueCase::Lower);
}

std::string tc3StringToSign(const Tc3Scope& scope, std::string_view canonicalRequest)
{
    return std::string(Tc3Algorithm) + '\n' + std::to_string(scope.timestamp) + '\n' +
           utcDate(scope.timestamp) + '/' + std::string(scope.service) + '/' +
           std::string(ScopeEnd) + '\n' + sha256Hex(canonicalRequest);
}

Result<Tc3Authorization> parseTc3Authorization(std::string_view header)
{
    header = trimmed(header);
    if (!header.starts_with(Tc3Algorithm) || header.size() == Tc3Algorithm.size() ||
        header[Tc3Algorithm.size()] != ' ')
        return refused("the header Authorization begins with TC3-HMAC-SHA256 and a blank");
    header.remove_prefix(Tc3Algorithm.size());

    Tc3Authorization read;
    const std::array<std::string_view, 3> names{"Credential", "SignedHeaders", "Signature"};
    std::array<bool, 3> seen{};
    while (!header.empty()) {
        std::string_view value = trimmed(takePart(header, ','));
        const std::string_view name = takePart(value, '=');
        const auto which = static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
        if (which == names.size() || seen[which])
            return refused("Authorization has Credential, SignedHeaders and Signature, each once");
        seen[which] = true;
        if (which == 0 && !readCredential(value, read))
            return refused("Credential is SecretId/date/service/tc3_request");
        if (which == 1 && !readSignedHeaders(value, read))
            return refused("SignedHeaders are names in lower case, sorted, with ; between them");
        if (which == 2 && !isSignature(value))
            return refused("Signature is 64 hex digits in lower case");
        if (which == 2)
            read.signature = value;
    }
    if (!std::ranges::all_of(seen, std::identity()))
        return refused("Authorization has Credential, SignedHeaders and Signature");
    for (const std::string_view needed : {"content-type", "host"}) {
        if (!std::ranges::binary_search(read.signedHeaders, needed))
            return refused("SignedHeaders lacks " + std::string(needed));
    }
    return read;
}

std::string tc3Authorization(std::string_view secretId, const Tc3Scope& scope,
                             std::span<const Parameter> headers, std::string_view signature)
{
    std::string text(Tc3Algorithm);
    text.append(" Credential=").append(secretId).append("/").append(utcDate(scope.timestamp));
    text.append("/").append(scope.service).append("/").append(ScopeEnd);
    text.append(", SignedHeaders=");
    for (const Parameter& header : headers)
        text.append(&header == headers.data() ? "" : ";").append(header.name);
    return text.append(", Signature=").append(signature);
}

bool isTc3SignatureValid(Tc3Signer& signer, const Tc3Request& request, const Tc3Scope& scope,
                         std::string_view signature)
{
    const std::string_view host = hostOf(request);
    std::optional<std::string> before;
    for (const std::string_view each : {host, withoutPort(host)}) {
        for (const ValueCase valueCase : {ValueCase::Lower, ValueCase::AsItIs}) {
            std::string text = canonical(request, each, valueCase);
            if (before == text)
                continue;
            if (isSameSignature(signer.sign(scope, tc3StringToSign(scope, text)), signature))
                return true;
            before = std::move(text);
        }
    }
    return false;
}

} // namespace cmq::wire
