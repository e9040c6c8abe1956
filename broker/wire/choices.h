#pragma once

#include "cmq/topicactions.h"

#include <optional>
#include <string>
#include <string_view>

namespace cmq::wire {

/// An enumeration as the wire writes it, and the error of a word that it does not know.
template <class E>
struct Choice;

template <>
struct Choice<Protocol>
{
    static constexpr ErrorId Undefined = ErrorId::ProtocolUndefined;
    static std::optional<Protocol> parse(std::string_view text) { return protocolFromString(text); }
};

template <>
struct Choice<NotifyStrategy>
{
    static constexpr ErrorId Undefined = ErrorId::NotifyStrategyUndefined;
    static std::optional<NotifyStrategy> parse(std::string_view text)
    {
        return notifyStrategyFromString(text);
    }
};

template <>
struct Choice<NotifyContentFormat>
{
    static constexpr ErrorId Undefined = ErrorId::NotifyFormatUndefined;
    static std::optional<NotifyContentFormat> parse(std::string_view text)
    {
        return notifyContentFormatFromString(text);
    }
};

/// An enumeration that is a word on the wire (FilterType and DeadLetterRule are numbers).
template <class E>
concept Word = requires
{
    Choice<E>::Undefined;
};

} // namespace cmq::wire
