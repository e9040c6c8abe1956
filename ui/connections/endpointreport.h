#pragma once

#include "cmq/time.h"

#include <QString>

#include <optional>

namespace ui {

/// What came of trying a connection: how far it got, and what stopped it.
struct EndpointReport
{
    enum class Verdict {
        Works,
        Address, ///< no usable address
        Proxy,
        Name,    ///< the host has no address
        Connect, ///< nobody listens, or nobody answers
        Tls,
        Answer, ///< connected, but what came back is not CMQ's
        ClockSkew,
        Key,       ///< the SecretId is unknown, disabled or malformed
        Signature, ///< the SecretKey does not fit
        Permission,
        ActionUnknown, ///< it speaks CMQ, but not this action
        Refused,       ///< any other refusal of CMQ's
    };

    Verdict verdict = Verdict::Works;
    bool isTopicAddress = false; ///< it was the topic address that failed
    QString host;
    cmq::Milliseconds duration{0};
    /// The endpoint's clock minus ours, where it said.
    std::optional<cmq::Seconds> clockSkew;
    QString detail; ///< the words of the system or the service
};

/// Says in a sentence what failed and what can be done, or that it works.
[[nodiscard]] QString reportSentence(const EndpointReport& report);

/// Clocks this far apart are worth a word.
inline constexpr cmq::Seconds SkewWorthTelling{60};

} // namespace ui
