#include "push.h"

#include "cmq/pushagent.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace cmq::push {

namespace {

std::string headerValue(const std::string& tag)
{
    const bool isPrintable = std::ranges::all_of(tag, [](char c) { return c >= ' ' && c <= '~'; });
    if (isPrintable)
        return tag;
    const std::unique_ptr<char, void (*)(void*)> escaped(
        curl_easy_escape(nullptr, tag.data(), static_cast<int>(tag.size())), curl_free);
    return escaped ? escaped.get() : std::string();
}

/// CMQ's sample has a number, its table a string; what is no number stays one.
boost::json::value ownerValue(const std::string& owner)
{
    std::uint64_t number = 0;
    const char* end = owner.data() + owner.size();
    const auto [stop, status] = std::from_chars(owner.data(), end, number);
    if (!owner.empty() && status == std::errc() && stop == end)
        return number;
    return boost::json::value(owner);
}

} // namespace

std::vector<std::string> headerLines(const Push& push)
{
    std::vector<std::string> lines{
        "Content-Type: text/plain",
        "User-Agent: " + std::string(PushUserAgent),
        "x-cmq-request-id: " + std::to_string(push.id),
        "x-cmq-message-id: " + std::to_string(push.msgId),
    };
    std::string tags;
    for (const std::string& tag : push.msgTag)
        tags += (tags.empty() ? "" : ", ") + headerValue(tag);
    if (!tags.empty())
        lines.push_back("x-cmq-message-tag: " + tags);
    return lines;
}

std::string requestBody(Push&& push)
{
    if (push.format == NotifyContentFormat::Simplified)
        return std::move(push.body);
    return boost::json::serialize(boost::json::object{
        {"TopicOwner", ownerValue(push.topicOwner)},
        {"topicName", push.topicName},
        {"subscriptionName", push.subscriptionName},
        {"msgId", std::to_string(push.msgId)},
        {"msgBody", push.body},
        {"publishTime", toUnixSeconds(push.publishTime)},
    });
}

} // namespace cmq::push
