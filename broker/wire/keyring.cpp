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

} // namespace

KeyRing::KeyRing(std::vector<SecretKey> keys)
{
    for (const SecretKey& key : keys) {
        m_allBeginWithAkid = m_allBeginWithAkid && key.secretId.starts_with(Prefix);
        m_entries.insert_or_assign(key.secretId, Entry{Signer(key.secretKey), key.isEnabled});
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
