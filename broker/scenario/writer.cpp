#include "fields.h"

#include "words.h"
#include "writer.h"

#include "cmq/names.h"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <charconv>

namespace cmq::scenario {

namespace json = boost::json;

namespace {

/// A parameter as people write it: whole numbers without quotes, which mean the same. What is a
/// text by nature stays one.
json::value valueOf(std::string_view name, const std::string& text)
{
    const bool isText =
        name.starts_with("msgBody") || name.find("Handle") != std::string_view::npos;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = error == std::errc() && end == text.data() + text.size() &&
                          std::to_string(number) == text && text.size() < 16;
    return !isText && isNumber ? json::value(number) : json::value(text);
}

json::object objectOfTexts(const Texts& texts)
{
    json::object object;
    for (const auto& [language, text] : texts)
        object[language] = text;
    return object;
}

} // namespace

void Writer::text(std::string_view name, const std::string& value, std::string_view usual)
{
    if (value != usual)
        m_object[name] = value;
}

void Writer::text(std::string_view name, const std::optional<std::string>& value)
{
    if (value)
        m_object[name] = *value;
}

void Writer::texts(std::string_view name, const Texts& value)
{
    if (!value.empty())
        m_object[name] = objectOfTexts(value);
}

void Writer::textsList(std::string_view name, const std::vector<Texts>& value)
{
    json::array list;
    for (const Texts& each : value)
        list.push_back(objectOfTexts(each));
    if (!list.empty())
        m_object[name] = std::move(list);
}

void Writer::strings(std::string_view name, const std::vector<std::string>& value)
{
    json::array list;
    for (const std::string& each : value)
        list.push_back(json::value(each));
    if (!list.empty())
        m_object[name] = std::move(list);
}

void Writer::number(std::string_view name, std::int64_t value, std::int64_t, std::int64_t,
                    std::int64_t usual)
{
    if (value != usual)
        m_object[name] = value;
}

void Writer::number(std::string_view name, const std::optional<std::int64_t>& value, std::int64_t,
                    std::int64_t)
{
    if (value)
        m_object[name] = *value;
}

void Writer::seconds(std::string_view name, Milliseconds value, std::int64_t, Milliseconds usual,
                     Milliseconds)
{
    if (value == usual)
        return;
    if (value.count() % 1000 == 0)
        m_object[name] = value.count() / 1000;
    else
        m_object[name] = static_cast<double>(value.count()) / 1000;
}

void Writer::wholeSeconds(std::string_view name, Seconds value, std::int64_t)
{
    number(name, value.count(), 0, 0);
}

void Writer::workTime(std::string_view name, const WorkTime& value)
{
    if (value.mean.count() == 0 && value.least == value.most)
        seconds(name, value.least, 0);
    else
        object(name, value);
}

void Writer::instant(std::string_view name, Time value)
{
    number(name, toUnixSeconds(value), 0, 0, toUnixSeconds(Scenario().start));
}

void Writer::flag(std::string_view name, bool value, bool usual)
{
    if (value != usual)
        m_object[name] = value;
}

void Writer::map(std::string_view name, const std::map<std::string, std::string>& value)
{
    json::object object;
    for (const auto& [key, text] : value)
        object[key] = valueOf(key, text);
    if (!object.empty())
        m_object[name] = std::move(object);
}

/// `name.1`, `name.2` become a list again.
void Writer::parameters(std::string_view name,
                        const std::vector<std::pair<std::string, std::string>>& value)
{
    json::object object;
    for (const auto& [key, text] : value) {
        const std::size_t dot = key.find('.');
        if (dot == std::string::npos) {
            object[key] = valueOf(key, text);
            continue;
        }
        json::value& list = object[std::string_view(key).substr(0, dot)];
        if (!list.is_array())
            list = json::array();
        list.get_array().push_back(valueOf(key, text));
    }
    if (!object.empty())
        m_object[name] = std::move(object);
}

void Writer::word(std::string_view name, FaultKind kind)
{
    m_object[name] = toString(kind);
}

void Writer::kind(const Predicate& predicate)
{
    const std::string_view word = toString(predicate.kind);
    switch (predicate.kind) {
    case PredicateKind::Messages:
        m_object[word] = json::array();
        return strings(word, predicate.bodies);
    case PredicateKind::All:
    case PredicateKind::Any: return objects(word, predicate.parts);
    case PredicateKind::Not: return object(word, predicate.parts.front());
    case PredicateKind::Pending: return name(word, predicate.name);
    default: return name(word, predicate.what);
    }
}

void Writer::role(const std::variant<Producer, Consumer, Receiver>& role)
{
    static constexpr std::array names = {"producer", "consumer", "receiver"};
    std::visit([&](const auto& each) { m_object[names[role.index()]] = objectOf(each); }, role);
}

void Writer::steps(std::string_view name, const std::vector<Step>& value)
{
    json::array list;
    for (const Step& step : value)
        list.push_back(std::visit([](const auto& each) { return objectOf(each); }, step));
    if (!list.empty())
        m_object[name] = std::move(list);
}

} // namespace cmq::scenario
