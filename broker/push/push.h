#pragma once

#include "cmq/records.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cmq::push {

/// One message for one HTTP subscriber.
struct Push
{
    std::uint64_t id = 0; ///< of this attempt; its outcome comes back under it
    std::string url;
    NotifyContentFormat format = NotifyContentFormat::Json;
    std::string topicName;
    std::string topicOwner;
    std::string subscriptionName;
    BodyId msgId = 0;
    Time publishTime;
    std::vector<std::string> msgTag;
    std::string body;
};

/// What became of it.
struct PushResult
{
    bool isDelivered = false; ///< any 2xx, answered whole
    int httpStatus = 0;       ///< 0 = no answer
    std::string reason;       ///< of a failure, in English
    friend bool operator==(const PushResult&, const PushResult&) = default;
};

/// The header lines of CMQ's push, without those that depend on the connection. No value can end a
/// line: tags that are not printable ASCII are percent-encoded. Source: CMQ guide, delivering
/// messages; the encoding is ours, CMQ is silent.
[[nodiscard]] std::vector<std::string> headerLines(const Push& push);

/// The bytes to post: the message's body (SIMPLIFIED), or it and what is around it (JSON).
[[nodiscard]] std::string requestBody(Push&& push);

} // namespace cmq::push
