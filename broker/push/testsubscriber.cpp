#include "testsubscriber.h"

#include "cmq/utf8.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

namespace cmq::push {

namespace {

/// The part of a path up to the next '/', which `path` loses.
std::string_view takePart(std::string_view& path)
{
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    return part;
}

std::optional<int> number(std::string_view text, int least, int most)
{
    int value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc() || end != text.data() + text.size() || value < least || value > most)
        return std::nullopt;
    return value;
}

std::string hex(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        text += digits[value >> 4U];
        text += digits[value & 15U];
    }
    return text;
}

/// JSON is UTF-8: a byte that is none shows as such.
std::string textOf(const std::string& bytes)
{
    return isValidUtf8(bytes) ? bytes : "(hex) " + hex(bytes);
}

} // namespace

ReceiverAnswer answerFor(std::string_view target)
{
    ReceiverAnswer answer;
    std::string_view path = target.substr(0, target.find('?'));
    while (!path.empty()) {
        const std::string_view part = takePart(path);
        if (part == "hang")
            answer.hangs = true;
        else if (part == "status")
            answer.status = number(takePart(path), 200, 599).value_or(answer.status);
        else if (part == "delay")
            answer.delay = Seconds(number(takePart(path), 0, 600).value_or(0));
    }
    return answer;
}

std::string toJsonLine(const ReceivedRequest& request)
{
    boost::json::object headers;
    for (const auto& [name, value] : request.headers)
        headers.emplace(textOf(name), textOf(value)); // the first of several
    boost::json::object line{{"method", textOf(request.method)},
                             {"target", textOf(request.target)},
                             {"headers", std::move(headers)}};
    if (isValidUtf8(request.body))
        line.emplace("body", request.body);
    else
        line.emplace("bodyHex", hex(request.body));
    return boost::json::serialize(line);
}

} // namespace cmq::push
