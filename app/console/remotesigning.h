#pragma once

#include "remoteoptions.h"

#include "cmq/action.h"

#include <QByteArray>

/// A request as it leaves: where to, its form, and what the signature covers.
struct SignedAction
{
    QUrl url;
    QByteArray host;                              ///< the Host header, part of what is signed
    std::vector<cmq::wire::FormField> parameters; ///< without the signature
    std::string stringToSign;
    QByteArray body;
};

/// Whether the action belongs to the topic host. Source: CMQ API, endpoints.
[[nodiscard]] bool isTopicAction(const cmq::Action& action);

/// Signs actions with the key of one endpoint.
class RemoteSigner final
{
public:
    /// Takes what it needs; the key is kept inside OpenSSL only.
    explicit RemoteSigner(const RemoteOptions& options);

    [[nodiscard]] SignedAction sign(const cmq::Action& action, cmq::Time now, std::uint64_t nonce);

    /// The text without the token, for logs and windows.
    [[nodiscard]] std::string masked(std::string text) const;

private:
    QUrl m_queueUrl;
    QUrl m_topicUrl;
    std::string m_secretId;
    std::string m_token;
    cmq::wire::SignatureMethod m_method;
    cmq::wire::Signer m_signer;
};
