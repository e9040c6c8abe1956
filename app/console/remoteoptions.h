#pragma once

#include "wire/form.h"
#include "wire/signature.h"

#include "cmq/action.h"
#include "cmq/error.h"
#include "cmq/time.h"

#include <QNetworkProxy>
#include <QUrl>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// How far a request came.
enum class RemoteStage : std::uint8_t {
    Proxy,   ///< the proxy refused or was not there
    Name,    ///< the host has no address
    Connect, ///< nobody listens, or nobody answers
    Tls,     ///< the certificate or the handshake was refused
    Answer,  ///< connected, but no usable answer came
    Done,    ///< the endpoint answered, with success or with an error of CMQ
};

/// One request and what came of it, for those who look over the service's shoulder. The token is
/// masked; the secret key is in none of it.
struct RemoteExchange
{
    std::string action;
    cmq::Action request;
    QUrl url;
    cmq::Time started;
    cmq::Milliseconds duration{0};
    std::vector<cmq::wire::FormField> parameters; ///< without the signature
    std::string stringToSign;
    RemoteStage stage = RemoteStage::Done;
    QByteArray answer;               ///< the body as it came; empty if none
    std::optional<cmq::Error> error; ///< none after a success
    /// The endpoint's clock minus ours, by its Date header.
    std::optional<cmq::Seconds> clockSkew;
};

enum class ProxyChoice : std::uint8_t { System, None, Own };

/// Which CMQ endpoint, with whose key, and how patiently.
struct RemoteOptions
{
    /// `http` or `https`; without a path, `/v2/index.php` is meant.
    QUrl queueUrl;
    /// Of topic and subscription actions; empty where one address serves both.
    QUrl topicUrl;
    /// Of API 3.0, for everything but the messages themselves, as today's accounts (TDMQ) have it;
    /// empty: v2 does it all.
    QUrl cloudUrl;
    std::string region; ///< of API 3.0, `ap-guangzhou`
    /// Whether API 3.0 is asked only as often as Tencent allows: see callrates.h.
    bool keepsCallRates = true;
    std::string secretId;
    std::string secretKey;
    std::string token; ///< of temporary keys, else empty
    cmq::wire::SignatureMethod signatureMethod = cmq::wire::SignatureMethod::HmacSha256;
    /// An endpoint on this computer is always asked directly.
    ProxyChoice proxy = ProxyChoice::System;
    QNetworkProxy ownProxy;
    /// From the start until the connection, with TLS, stands and the request leaves.
    cmq::Milliseconds connectTimeout{5'000};
    /// From the start to the end of the answer, besides what the action itself waits.
    cmq::Milliseconds answerTimeout{10'000};

    // Where time and chance come from; absent, the system's.
    std::function<cmq::Time()> clock;
    std::function<std::uint64_t()> nonce;
    /// Told of each request when it is over, on the service's thread.
    std::function<void(const RemoteExchange&)> onExchange;
};

/// Answers longer than this are refused: 16 bodies of 64 KiB, escaped, and room to spare.
inline constexpr qint64 RemoteAnswerBytesMax = 8 * 1024 * 1024;
