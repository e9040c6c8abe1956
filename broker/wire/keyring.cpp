#include "keyring.h"

#include "codec.h"
#include "number.h"

#include <cstdlib>

namespace cmq::wire {

namespace {

constexpr std::string_view Prefix = "AKID";

std::optional<Error> checkUnsigned(const SignedRequest& request, std::string_view name)
{
    const auto text = findParameter(request.parameters, name);
    if (text && !parseUnsigned(*text))
        return makeError(ErrorId::ParameterType, name);
    return std::nullopt;
}

SignatureMethod methodOf(const SignedRequest& request)
{
    return signatureMethodFromString(
        findParameter(request.parameters, "SignatureMethod").value_or(std::string_view()));
}

Error notSigned(ErrorId id, std::string_view parameter, std::string_view apiCode,
                std::string detail)
{
    Error error = makeError(id, parameter, std::move(detail));
    error.apiCode = apiCode;
    return error;
}

/// What of a request an Authorization says that it covers; none if the request lacks some of it.
struct CloudSigned
{
    Tc3Scope scope;
    Parameters headers;

    [[nodiscard]] Tc3Request of(const CloudSignedRequest& request) const
    {
        return {request.method, request.path, request.query, headers, request.body};
    }
};

/// Node.js and Java take the service for the first word of the host, also of 127.0.0.1.
bool isService(std::string_view service, const CloudSignedRequest& request)
{
    return service == cloudService(request.api) ||
           service == request.host.substr(0, request.host.find('.'));
}

Result<CloudSigned> cloudSigned(const CloudSignedRequest& request,
                                const Tc3Authorization& authorization)
{
    constexpr std::string_view failure = "AuthFailure.SignatureFailure";
    const auto timestamp = request.headers.find("x-tc-timestamp");
    const auto seconds = timestamp ? parseUnsigned(*timestamp) : std::nullopt;
    if (!timestamp)
        return fail(notSigned(ErrorId::ParameterMissing, "X-TC-Timestamp", "MissingParameter",
                              "a header that there must be once"));
    if (!seconds || *seconds > static_cast<std::uint64_t>(Tc3TimestampMax))
        return fail(notSigned(ErrorId::ParameterType, "X-TC-Timestamp", "InvalidParameter",
                              "it is no time in Unix seconds"));
    CloudSigned found{{static_cast<std::int64_t>(*seconds), authorization.service}, {}};
    if (utcDate(found.scope.timestamp) != authorization.date)
        return fail(notSigned(ErrorId::AuthenticationFailed, "Authorization", failure,
                              "the date of the scope is not the day of X-TC-Timestamp in UTC, " +
                                  utcDate(found.scope.timestamp)));
    if (!isService(authorization.service, request))
        return fail(notSigned(ErrorId::AuthenticationFailed, "Authorization", failure,
                              "the service of the scope is not that of the version, " +
                                  std::string(cloudService(request.api))));
    for (const std::string_view name : authorization.signedHeaders) {
        const auto value =
            name == "host" ? std::optional(request.host) : request.headers.find(name);
        if (!value)
            return fail(
                notSigned(ErrorId::AuthenticationFailed, "Authorization", failure,
                          "the signed header " + std::string(name) + " is not there, or twice"));
        found.headers.push_back({name, *value});
    }
    return found;
}

} // namespace

KeyRing::KeyRing(std::vector<SecretKey> keys)
{
    for (const SecretKey& key : keys) {
        m_allBeginWithAkid = m_allBeginWithAkid && key.secretId.starts_with(Prefix);
        m_entries.insert_or_assign(
            key.secretId, Entry{Signer(key.secretKey), Tc3Signer(key.secretKey), key.isEnabled});
    }
}

std::optional<Error> KeyRing::authenticate(const SignedRequest& request, Time now)
{
    if (!isEmpty()) {
        for (const std::string_view name : {"SecretId", "Timestamp", "Nonce", "Signature"}) {
            if (!findParameter(request.parameters, name))
                return makeError(ErrorId::ParameterMissing, name);
        }
    }
    for (const std::string_view name : {"Timestamp", "Nonce"}) {
        if (auto error = checkUnsigned(request, name))
            return error;
    }
    if (isEmpty())
        return std::nullopt;

    const std::string_view id = *findParameter(request.parameters, "SecretId");
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return makeError(m_allBeginWithAkid && !id.starts_with(Prefix) ? ErrorId::SecretIdPrefix
                                                                       : ErrorId::SecretIdUnknown);
    if (!entry->second.isEnabled)
        return makeError(ErrorId::SecretIdStatus);
    if (!isSignatureValid(entry->second.signer, request, methodOf(request),
                          *findParameter(request.parameters, "Signature")))
        return makeError(ErrorId::AuthenticationFailed, {}, "the signature is not right");
    if (m_tolerance) {
        const auto timestamp = parseNumber(*findParameter(request.parameters, "Timestamp"));
        if (std::abs(timestamp.value_or(0) - toUnixSeconds(now)) > m_tolerance->count())
            return makeError(ErrorId::AuthenticationFailed, "Timestamp",
                             "the client's clock differs too much");
    }
    return std::nullopt;
}

std::optional<Error> KeyRing::authenticate(const CloudSignedRequest& request, Time now)
{
    if (isEmpty())
        return std::nullopt;
    const auto header = request.headers.find("authorization");
    if (!header)
        return notSigned(ErrorId::ParameterMissing, "Authorization", "MissingParameter",
                         "a header that there must be once");
    const auto authorization = parseTc3Authorization(*header);
    if (!authorization)
        return authorization.error();
    const auto entry = m_entries.find(authorization->secretId);
    if (entry == m_entries.end())
        return makeError(ErrorId::SecretIdUnknown);
    if (!entry->second.isEnabled)
        return makeError(ErrorId::SecretIdStatus);
    const auto found = cloudSigned(request, *authorization);
    if (!found)
        return found.error();
    if (!isTc3SignatureValid(entry->second.cloudSigner, found->of(request), found->scope,
                             authorization->signature))
        return notSigned(ErrorId::AuthenticationFailed, "Authorization",
                         "AuthFailure.SignatureFailure", "the signature is not right");
    if (std::abs(found->scope.timestamp - toUnixSeconds(now)) > CloudTimestampTolerance.count())
        return notSigned(ErrorId::AuthenticationFailed, "X-TC-Timestamp",
                         "AuthFailure.SignatureExpire",
                         "the time is more than five minutes off: the client's clock differs");
    return std::nullopt;
}

SignatureExplanation KeyRing::explain(const CloudSignedRequest& request) const
{
    SignatureExplanation explanation;
    const auto header = request.headers.find("authorization");
    const auto authorization =
        header ? parseTc3Authorization(*header) : fail(ErrorId::AuthenticationFailed);
    const auto found = authorization ? cloudSigned(request, *authorization)
                                     : Result<CloudSigned>(fail(ErrorId::AuthenticationFailed));
    if (found) {
        const std::string canonical = canonicalRequest(found->of(request));
        explanation.expected = canonical + "\n\n" + tc3StringToSign(found->scope, canonical);
    }
    explanation.firstDifference = explanation.expected.size();
    explanation.reason =
        !header ? "there is no Signature"
        : authorization && !m_entries.contains(authorization->secretId)
            ? "the SecretId is not known here"
            : "no common mistake explains it: compare the string to sign byte by byte, then the "
              "secret key";
    return explanation;
}

SignatureExplanation KeyRing::explain(const SignedRequest& request)
{
    const auto id = findParameter(request.parameters, "SecretId");
    const auto signature = findParameter(request.parameters, "Signature");
    const auto entry = id ? m_entries.find(*id) : m_entries.end();
    if (entry != m_entries.end() && signature)
        return explainSignature(entry->second.signer, request, methodOf(request), *signature);
    SignatureExplanation explanation;
    explanation.expected = stringToSign(request);
    explanation.firstDifference = explanation.expected.size();
    explanation.reason = signature ? "the SecretId is not known here" : "there is no Signature";
    return explanation;
}

} // namespace cmq::wire
