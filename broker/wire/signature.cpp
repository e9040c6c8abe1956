#include "signature.h"

#include "hmac.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace cmq::wire {

namespace {

constexpr std::string_view SignatureName = "Signature";
constexpr std::string_view ConventionalPath = "/v2/index.php";

bool beginsWithAt(const Parameter& parameter)
{
    return parameter.value.starts_with('@');
}

enum class AtValues { Signed, LeftOut };

void appendQuery(std::string& out, std::span<const Parameter> parameters, AtValues atValues)
{
    std::size_t bytes = out.size();
    for (const Parameter& parameter : parameters)
        bytes += parameter.name.size() + parameter.value.size() + 2;
    out.reserve(bytes);

    bool isFirst = true;
    for (const Parameter& parameter : parameters) {
        if (parameter.name == SignatureName ||
            (atValues == AtValues::LeftOut && beginsWithAt(parameter)))
            continue;
        if (!isFirst)
            out += '&';
        isFirst = false;
        const std::size_t nameStart = out.size();
        out += parameter.name;
        std::replace(out.begin() + static_cast<std::ptrdiff_t>(nameStart), out.end(), '_', '.');
        out += '=';
        out += parameter.value;
    }
}

void appendHead(std::string& out, std::string_view method, std::string_view host,
                std::string_view path)
{
    out.append(method).append(host).append(path).push_back('?');
}

/// The host as received, then without its default port, or with one: Python's SDK signs
/// `host:80` and sends `Host: host`.
std::array<std::string, 3> hostCandidates(std::string_view host)
{
    for (const std::string_view port : {":80", ":443"}) {
        if (host.ends_with(port))
            return {std::string(host), std::string(host.substr(0, host.size() - port.size())), {}};
    }
    const bool isIpv6 = host.starts_with('[');
    const bool hasPort = isIpv6 ? host.find("]:") != host.npos : host.find(':') != host.npos;
    if (hasPort || host.empty())
        return {std::string(host), {}, {}};
    return {std::string(host), std::string(host) + ":80", std::string(host) + ":443"};
}

/// Calls `accept(head)` for the received form of method, host and path, then for those that SDKs
/// sign instead, until it says yes.
template <class Accept>
bool anyHead(const SignedRequest& request, Accept accept)
{
    std::string head;
    appendHead(head, request.method, request.host, request.path);
    if (accept(head))
        return true;
    for (const std::string& host : hostCandidates(request.host)) {
        for (const std::string_view path : {request.path, ConventionalPath}) {
            if (host.empty() || (host == request.host && path == request.path))
                continue;
            head.clear();
            appendHead(head, request.method, host, path);
            if (accept(head))
                return true;
        }
    }
    return false;
}

/// A way to sign that is wrong, and how to say so.
struct Mistake
{
    const char* reason;
    std::string (*text)(const SignedRequest&);
};

std::string withHead(const SignedRequest& request, std::string_view method, std::string_view host,
                     std::string_view path)
{
    return stringToSign({method, host, path, request.parameters});
}

std::string withEncodedValues(const SignedRequest& request, bool spaceAsPlus)
{
    std::vector<FormField> fields;
    for (const Parameter& parameter : request.parameters) {
        FormField& field = fields.emplace_back(FormField{std::string(parameter.name), {}});
        appendFormEncoded(field.value, parameter.value);
        for (std::size_t at = 0;
             !spaceAsPlus && (at = field.value.find('+', at)) != std::string::npos;)
            field.value.replace(at, 1, "%20");
    }
    return stringToSign({request.method, request.host, request.path, viewsOf(fields)});
}

std::string sortedIgnoringCase(const SignedRequest& request)
{
    Parameters parameters(request.parameters.begin(), request.parameters.end());
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    std::ranges::stable_sort(parameters, [&](const Parameter& left, const Parameter& right) {
        return std::ranges::lexicographical_compare(left.name, right.name, {}, lower, lower);
    });
    return stringToSign({request.method, request.host, request.path, parameters});
}

std::string withUnderscores(const SignedRequest& request)
{
    std::string text;
    appendHead(text, request.method, request.host, request.path);
    bool isFirst = true;
    for (const Parameter& parameter : request.parameters) {
        if (parameter.name == SignatureName)
            continue;
        if (!isFirst)
            text += '&';
        isFirst = false;
        text.append(parameter.name).append("=").append(parameter.value);
    }
    return text;
}

std::string withoutQuestionMark(const SignedRequest& request)
{
    std::string text = stringToSign(request);
    text.erase(request.method.size() + request.host.size() + request.path.size(), 1);
    return text;
}

constexpr std::array Mistakes = std::to_array<Mistake>({
    {"the values were encoded before signing; sign the raw values",
     [](const SignedRequest& r) { return withEncodedValues(r, true); }},
    {"the values were encoded before signing; sign the raw values",
     [](const SignedRequest& r) { return withEncodedValues(r, false); }},
    {"the request was signed as GET and sent as POST",
     [](const SignedRequest& r) { return withHead(r, "GET", r.host, r.path); }},
    {"the request was signed as POST and sent as GET",
     [](const SignedRequest& r) { return withHead(r, "POST", r.host, r.path); }},
    {"the HTTP method was left out of the string to sign",
     [](const SignedRequest& r) { return withHead(r, "", r.host, r.path); }},
    {"the scheme was signed; the string to sign has the host alone",
     [](const SignedRequest& r) {
         return withHead(r, r.method, "http://" + std::string(r.host), r.path);
     }},
    {"the scheme was signed; the string to sign has the host alone",
     [](const SignedRequest& r) {
         return withHead(r, r.method, "https://" + std::string(r.host), r.path);
     }},
    {"the port of the Host header was not signed",
     [](const SignedRequest& r) {
         return withHead(r, r.method, r.host.substr(0, r.host.rfind(':')), r.path);
     }},
    {"the path was not signed",
     [](const SignedRequest& r) { return withHead(r, r.method, r.host, ""); }},
    {"the path was signed as /",
     [](const SignedRequest& r) { return withHead(r, r.method, r.host, "/"); }},
    {"the question mark between path and parameters is missing", withoutQuestionMark},
    {"the parameters were sorted without regard to case; upper case comes before lower case",
     sortedIgnoringCase},
    {"the _ in a parameter's name was not replaced by . before signing", withUnderscores},
});

} // namespace

struct Signer::Contexts
{
    Hmac sha1;
    Hmac sha256;
};

SignatureMethod signatureMethodFromString(std::string_view text)
{
    return text == toString(SignatureMethod::HmacSha256) ? SignatureMethod::HmacSha256
                                                         : SignatureMethod::HmacSha1;
}

std::string_view toString(SignatureMethod method)
{
    return method == SignatureMethod::HmacSha256 ? "HmacSHA256" : "HmacSHA1";
}

void sortForSignature(Parameters& parameters)
{
    std::ranges::stable_sort(parameters, {}, &Parameter::name);
}

std::string stringToSign(const SignedRequest& request)
{
    std::string text;
    appendHead(text, request.method, request.host, request.path);
    appendQuery(text, request.parameters, AtValues::Signed);
    return text;
}

Signer::Signer(std::string_view secretKey)
    : m_contexts(
          std::make_unique<Contexts>(Contexts{Hmac("SHA1", secretKey), Hmac("SHA256", secretKey)}))
{
}

Signer::Signer(Signer&&) noexcept = default;
Signer& Signer::operator=(Signer&&) noexcept = default;
Signer::~Signer() = default;

std::string Signer::sign(SignatureMethod method, std::string_view text, std::string_view more)
{
    Hmac& hmac = method == SignatureMethod::HmacSha256 ? m_contexts->sha256 : m_contexts->sha1;
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    const std::size_t digestBytes = hmac.compute(digest, text, more);
    if (digestBytes == 0)
        return {};
    std::array<unsigned char, EVP_MAX_MD_SIZE * 2> base64{};
    const int length = EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(digestBytes));
    return {reinterpret_cast<const char*>(base64.data()), static_cast<std::size_t>(length)};
}

bool isSignatureValid(Signer& signer, const SignedRequest& request, SignatureMethod method,
                      std::string_view signature)
{
    if (signature.empty())
        return false;
    std::string query;
    appendQuery(query, request.parameters, AtValues::Signed);
    const auto matches = [&](const std::string& head) {
        return isSameSignature(signer.sign(method, head, query), signature);
    };
    if (anyHead(request, matches))
        return true;
    if (request.method != "POST" || std::ranges::none_of(request.parameters, beginsWithAt))
        return false;
    query.clear();
    appendQuery(query, request.parameters, AtValues::LeftOut);
    return anyHead(request, matches);
}

std::size_t firstDifference(std::string_view left, std::string_view right)
{
    const auto [l, r] = std::ranges::mismatch(left, right);
    return static_cast<std::size_t>(l - left.begin());
}

SignatureExplanation explainSignature(Signer& signer, const SignedRequest& request,
                                      SignatureMethod method, std::string_view signature)
{
    SignatureExplanation explanation;
    explanation.expected = stringToSign(request);
    explanation.firstDifference = explanation.expected.size();

    const SignatureMethod other = method == SignatureMethod::HmacSha1 ? SignatureMethod::HmacSha256
                                                                      : SignatureMethod::HmacSha1;
    if (isSignatureValid(signer, request, method, signature)) {
        explanation.reason = "the signature is right";
        return explanation;
    }
    if (isSignatureValid(signer, request, other, signature)) {
        explanation.guessed = explanation.expected;
        explanation.reason = "the request says " + std::string(toString(method)) +
                             ", but it was signed with " + std::string(toString(other));
        return explanation;
    }
    for (const Mistake& mistake : Mistakes) {
        std::string text = mistake.text(request);
        if (!isSameSignature(signer.sign(method, text), signature) &&
            !isSameSignature(signer.sign(other, text), signature))
            continue;
        explanation.firstDifference = firstDifference(explanation.expected, text);
        explanation.guessed = std::move(text);
        explanation.reason = mistake.reason;
        return explanation;
    }
    explanation.reason = "no common mistake explains it: compare the string to sign byte by byte, "
                         "then the secret key";
    return explanation;
}

} // namespace cmq::wire
