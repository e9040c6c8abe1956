#include "topicactions.h"

#include "names.h"

namespace cmq {

std::string_view toString(Protocol protocol)
{
    return protocol == Protocol::Http ? "http" : "queue";
}

std::string_view toString(NotifyStrategy strategy)
{
    return strategy == NotifyStrategy::BackoffRetry ? "BACKOFF_RETRY" : "EXPONENTIAL_DECAY_RETRY";
}

std::string_view toString(NotifyContentFormat format)
{
    return format == NotifyContentFormat::Json ? "JSON" : "SIMPLIFIED";
}

std::optional<Protocol> protocolFromString(std::string_view text)
{
    if (equalsIgnoringCase(text, "http"))
        return Protocol::Http;
    if (equalsIgnoringCase(text, "queue"))
        return Protocol::Queue;
    return std::nullopt;
}

std::optional<NotifyStrategy> notifyStrategyFromString(std::string_view text)
{
    if (text == "BACKOFF_RETRY")
        return NotifyStrategy::BackoffRetry;
    if (text == "EXPONENTIAL_DECAY_RETRY")
        return NotifyStrategy::ExponentialDecayRetry;
    return std::nullopt;
}

std::optional<NotifyContentFormat> notifyContentFormatFromString(std::string_view text)
{
    if (text == "JSON")
        return NotifyContentFormat::Json;
    if (text == "SIMPLIFIED")
        return NotifyContentFormat::Simplified;
    return std::nullopt;
}

} // namespace cmq
