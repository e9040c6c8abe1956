#include "jsontext.h"

namespace cmq::scenario {

namespace json = boost::json;

namespace {

constexpr std::size_t LineMax = 96;

void append(std::string& out, const json::value& value, std::size_t indent)
{
    const std::string line = json::serialize(value);
    const bool isFlat = line.size() + indent <= LineMax;
    if (isFlat || (!value.is_object() && !value.is_array())) {
        out += line;
        return;
    }
    const std::string margin(indent + 2, ' ');
    bool isFirst = true;
    const auto next = [&] {
        out += isFirst ? "\n" : ",\n";
        out += margin;
        isFirst = false;
    };
    if (const auto* list = value.if_array()) {
        out += '[';
        for (const json::value& element : *list) {
            next();
            append(out, element, indent + 2);
        }
        out += '\n' + std::string(indent, ' ') + ']';
        return;
    }
    out += '{';
    for (const auto& member : value.get_object()) {
        next();
        out += json::serialize(json::value(member.key())) + ": ";
        append(out, member.value(), indent + 2);
    }
    out += '\n' + std::string(indent, ' ') + '}';
}

} // namespace

std::string prettyText(const json::value& value)
{
    std::string out;
    append(out, value, 0);
    out += '\n';
    return out;
}

} // namespace cmq::scenario
