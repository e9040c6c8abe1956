#pragma once

#include "remoteoptions.h"

#include "cmq/action.h"
#include "wire/cloudcodec.h"
#include "wire/tc3.h"

#include <QByteArray>

/// A request as it leaves: where to, its form, and what the signature covers.
struct SignedAction
{
    std::string action; ///< as the API that it goes to spells it
    bool isCloud = false;
    QUrl url;
    QByteArray host;                              ///< the Host header, part of what is signed
    std::vector<cmq::wire::FormField> parameters; ///< without the signature
    std::string stringToSign;
    QByteArray contentType;
    QList<QPair<QByteArray, QByteArray>> headers; ///< besides those that every request has
    QByteArray body;
};

/// The product of API 3.0 that today's accounts have.
inline constexpr cmq::wire::CloudApi RemoteCloudApi = cmq::wire::CloudApi::Tdmq;

/// Whether API 3.0 does this for an account that has it: everything but the messages themselves.
[[nodiscard]] bool isCloudAction(const cmq::Action& action);

/// Whether the action belongs to the topic host. Source: CMQ API, endpoints.
[[nodiscard]] bool isTopicAction(const cmq::Action& action);

/// Signs actions with the key of one endpoint.
class RemoteSigner final
{
public:
    /// Takes what it needs; the key is kept inside OpenSSL only.
    explicit RemoteSigner(const RemoteOptions& options);

    [[nodiscard]] SignedAction sign(const cmq::Action& action, cmq::Time now, std::uint64_t nonce);
    /// Whether it goes to API 3.0.
    [[nodiscard]] bool isForCloud(const cmq::Action& action) const
    {
        return !m_cloudUrl.isEmpty() && isCloudAction(action);
    }

    /// The text without the token, for logs and windows.
    [[nodiscard]] std::string masked(std::string text) const;

private:
    [[nodiscard]] SignedAction signCloud(const cmq::Action& action, cmq::Time now);

    QUrl m_cloudUrl;
    std::string m_region;
    cmq::wire::Tc3Signer m_cloudSigner;
    QUrl m_queueUrl;
    QUrl m_topicUrl;
    std::string m_secretId;
    std::string m_token;
    cmq::wire::SignatureMethod m_method;
    cmq::wire::Signer m_signer;
};
